"""Cases made without texts."""

from dataclasses import replace

import pandas as pd

from lapor_lab.metrics import count_cases, estimate
from lapor_lab.practices import WHAT_IF_MEASURES
from lapor_lab.practices.world_cases import world_cases
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic import Scenario, make_complaint_log


def test_cases_are_those_of_the_maker(scenario: Scenario) -> None:
    """Every column is that of the whole log; so is every measure, with events and without."""
    two = (scenario.institution("kementerian-f"), scenario.institution("kementerian-g"))
    world = replace(scenario, institutions=two)
    log = make_complaint_log(world, rng=4)
    cases = world_cases(world, 4)
    mine = ComplaintLog(cases=cases, events=None, as_of=log.as_of)

    pd.testing.assert_frame_equal(mine.cases, log.cases[list(mine.cases.columns)])
    tables = [estimate(count_cases(each), WHAT_IF_MEASURES) for each in (mine, log)]
    pd.testing.assert_frame_equal(*tables)
