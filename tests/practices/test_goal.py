"""Targets, and years that meet them."""

import math
import re

import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.practices import Goal, TargetVerdict

WITHIN = "first_followed_up_within_limit"


def test_a_target_is_met_with_confidence_by_the_whole_interval() -> None:
    """Mean 0.92, deviation 0.01 of three years: half a width is 4.303 x 0.01 x sqrt(4/3)."""
    years = [0.91, 0.92, 0.93]
    told = Goal(measure=WITHIN, target=0.87).judge(years)
    assert told["estimate"] == pytest.approx(0.92)
    assert told["lower"] == pytest.approx(0.92 - 4.3027 * 0.01 * math.sqrt(4 / 3), abs=1e-5)
    assert told["verdict"] == TargetVerdict.CONFIDENT
    assert Goal(measure=WITHIN, target=0.88).judge(years)["verdict"] == TargetVerdict.ON_AVERAGE
    assert Goal(measure=WITHIN, target=0.93).judge(years)["verdict"] == TargetVerdict.NOT_MET


def test_of_days_fewer_are_wanted() -> None:
    """Where less is better the upper end is held to the target."""
    goal = Goal(measure="first_follow_up_p90_days", target=5)
    assert not goal.is_higher_better
    assert goal.judge([4.0, 4.0, 4.0])["verdict"] == TargetVerdict.CONFIDENT
    assert goal.judge([3.0, 4.0, 5.0])["verdict"] == TargetVerdict.ON_AVERAGE
    assert goal.judge([6.0, 7.0, 8.0])["verdict"] == TargetVerdict.NOT_MET


def test_an_interval_ends_where_the_scale_does() -> None:
    """No share lies above 1 or below 0."""
    told = Goal(measure=WITHIN, target=0.5).judge([0.2, 1.0])
    assert (told["lower"], told["upper"]) == (0.0, 1.0)


def test_a_full_queue_meets_nothing() -> None:
    """Without a steady value there is no estimate, whatever the years say."""
    told = Goal(measure=WITHIN, target=0.5).judge([0.9, 0.9], is_saturated=True)
    assert told["verdict"] == TargetVerdict.SATURATED
    assert math.isnan(told["estimate"])
    assert Goal(measure=WITHIN, target=0.5).judge([])["verdict"] == TargetVerdict.NOT_MET


@pytest.mark.parametrize(
    ("measure", "target", "message"),
    [
        (WITHIN, 90, "`target` must be 0 … 1, got 90. Write 0.9 for 90 %."),
        ("first_follow_up_p90_days", -1, "`target` must be >= 0, got -1. Give a value inside."),
        ("mean_rating", 6, "`target` must be 1 … 5, got 6. Give a value inside."),
    ],
)
def test_a_target_outside_the_scale_is_refused(measure, target, message) -> None:
    """The refusal says the ends, and how a share is written."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        Goal(measure=measure, target=target)


def test_an_unknown_measure_is_refused() -> None:
    """The refusal lists those that a what-if shows."""
    with pytest.raises(UnknownNameError, match=r"^Unknown measure 'x'\. Choose one of first_foll"):
        Goal(measure="x", target=0.5)
