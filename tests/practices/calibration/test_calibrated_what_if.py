"""What-ifs of copies against what-ifs of the world that they were made from."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.practices import (
    BACKLOG_GROWTH,
    KONEKTIVITAS,
    LEGALITAS,
    WHAT_IF_MEASURES,
    Trial,
    try_out,
)
from lapor_lab.practices.calibration import calibrate, try_out_calibrated
from lapor_lab.schema import Availability
from lapor_lab.synthetic import Scenario, make_complaint_log

WHO = "kementerian-g"
TRIALS = {"konektivitas": Trial(practices=(KONEKTIVITAS,))}
# Whole days, and so seldom two values, have no law that an interval could rest on.
HELD = [m.id for m in WHAT_IF_MEASURES if m.id != "first_follow_up_median_days"]


@pytest.fixture(scope="module")
def world(scenario: Scenario) -> Scenario:
    """One small institution."""
    return replace(scenario, institutions=(scenario.institution(WHO),))


def what_if_of_copy(world: Scenario, seed: int, n_replications: int) -> pd.DataFrame:
    """Try konektivitas in the copy that a year of reports gives."""
    calibration = calibrate(make_complaint_log(world, rng=seed), base=world)
    return try_out_calibrated(calibration, TRIALS, n_replications=n_replications, rng=seed)


def test_the_copy_answers_as_the_world_does(world: Scenario) -> None:
    """In two worlds the interval from the copy holds the effect in the world."""
    truth = try_out(world, WHO, TRIALS, n_replications=8, rng=3).set_index("measure")
    for seed in range(2):
        found = what_if_of_copy(world, 100 + seed, 3).set_index("measure")
        for measure in ("misrouted_share", "first_followed_up_within_limit"):
            row = found.loc[measure]
            assert row["lower"] < truth.loc[measure, "difference"] < row["upper"], (seed, measure)


@pytest.mark.verify
def test_intervals_hold_in_ninety_of_a_hundred_worlds(world: Scenario) -> None:
    """Of each measure at least 90 of 100 intervals at 95 % hold the effect in the true world."""
    truth = try_out(world, WHO, TRIALS, n_replications=300, rng=99).set_index("measure")
    held = dict.fromkeys(HELD, 0)
    for seed in range(100):
        found = what_if_of_copy(world, 1000 + seed, 8).set_index("measure")
        for measure in HELD:
            row = found.loc[measure]
            held[measure] += row["lower"] <= truth.loc[measure, "difference"] <= row["upper"]
    assert min(held.values()) >= 90, held


def test_the_interval_carries_the_errors_of_the_calibration(world: Scenario) -> None:
    """It is wider than that of the same parameters taken for certain."""
    calibration = calibrate(make_complaint_log(world, rng=1), base=world)
    carried = try_out_calibrated(calibration, TRIALS, n_replications=4).set_index("measure")
    who = calibration.institution_id
    certain = try_out(calibration.scenario, who, TRIALS, n_replications=4).set_index("measure")
    widths = [(each["upper"] - each["lower"])[HELD] for each in (carried, certain)]
    assert (widths[0] >= widths[1]).all()
    pd.testing.assert_series_equal(carried["difference"], certain["difference"])
    pd.testing.assert_series_equal(carried["base"], certain["base"])


def test_full_queues_are_said_in_a_copy_too(world: Scenario) -> None:
    """Where a practice cannot empty a queue, the growth of the backlog stands in its place."""
    calibration = calibrate(make_complaint_log(world, rng=1), base=world)
    calibration = replace(
        calibration, scenario=calibration.scenario.replace_institution(WHO, answer_hours=60.0)
    )
    found = try_out_calibrated(
        calibration, {"legalitas": Trial(practices=(LEGALITAS,))}, n_replications=2
    ).set_index("measure")
    assert found.loc["closed_share", "availability"] == Availability.SATURATED
    assert np.isnan(found.loc["closed_share", "difference"])
    assert found.loc[BACKLOG_GROWTH, "base"] > 0


def test_one_pair_has_no_interval(world: Scenario) -> None:
    """A single replication is refused."""
    calibration = calibrate(make_complaint_log(world, rng=1), base=world)
    message = "`n_replications` must be at least 2, got 1. One pair has no interval."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        try_out_calibrated(calibration, TRIALS, n_replications=1)
