"""Logs of the maker, and copies of their institutions made from them."""

from dataclasses import replace

import pytest

from lapor_lab.practices.calibration import Calibration, calibrate
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic import Scenario, load_scenario, make_complaint_log

WHO = "kemendikbudristek"


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """The scenario of the case study."""
    return load_scenario("kementerian")


@pytest.fixture(scope="session")
def log(scenario: Scenario) -> ComplaintLog:
    """A year of Kemendikbudristek in the scenario, with its events."""
    alone = replace(scenario, institutions=(scenario.institution(WHO),))
    return make_complaint_log(alone, rng=1)


@pytest.fixture(scope="session")
def calibration(scenario: Scenario, log: ComplaintLog) -> Calibration:
    """The institution as its events show it."""
    return calibrate(log, base=scenario)
