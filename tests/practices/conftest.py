"""What the tests of practices share."""

import pytest

from lapor_lab.synthetic import Scenario, load_scenario


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """The scenario of the case study."""
    return load_scenario("kementerian")
