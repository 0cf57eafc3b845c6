"""What the tests of scenario files share."""

from collections.abc import Callable
from functools import cache

import pytest

from lapor_lab.synthetic import Scenario, load_scenario


@pytest.fixture(scope="session")
def shipped() -> Callable[[str], Scenario]:
    """Loads a scenario that ships, once."""
    return cache(load_scenario)
