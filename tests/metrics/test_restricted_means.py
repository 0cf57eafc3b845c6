"""The mean of working days that counts open cases and stops at a limit."""

import math
import re

import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.metrics import (
    COMPARED_MEASURES,
    BacklogAge,
    Counts,
    DurationQuantile,
    RestrictedMean,
    count_cases,
)
from lapor_lab.schema import ComplaintLog, Stage


def make_log(days: list[int | None], institution: str = "A") -> ComplaintLog:
    """Return cases of Monday 1 August 2022 followed up after so many days, or never."""
    submitted = pd.Timestamp("2022-08-01 09:00")
    cases = pd.DataFrame(
        {
            "case_id": [str(number) for number in range(len(days))],
            "institution": institution,
            "submitted_at": submitted,
            "responded_at": [
                pd.NaT if n is None else submitted + pd.Timedelta(n, "D") for n in days
            ],
        }
    )
    return ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-13"))


def mean_of(counts: Counts, limit_days: int) -> pd.Series:
    """Return the estimate of the one institution."""
    measure = RestrictedMean(
        id="first_follow_up_mean_days", stage=Stage.FIRST_FOLLOWED_UP, limit_days=limit_days
    )
    return measure(counts).iloc[0]


def test_an_open_case_counts_for_the_whole_limit() -> None:
    """1, 2, 3, 4 days and one open beyond 5: (1 + 2 + 3 + 4 + 5) / 5 = 3 days."""
    found = mean_of(count_cases(make_log([1, 2, 3, 4, None])), 5)
    assert math.isclose(found["estimate"], 3.0)
    assert (found["numerator"], found["denominator"], found["n_unknown"]) == (4, 5, 0)
    assert 0 < found["lower"] < 3 < found["upper"] <= 5


def test_fewer_than_five_give_no_mean() -> None:
    """Four cases are insufficient data, not a mean."""
    found = mean_of(count_cases(make_log([1, 2, 3, 4])), 5)
    assert math.isnan(found["estimate"])
    assert found["availability"] == "data belum memadai"


def test_no_quantile_is_compared() -> None:
    """What institutions are compared on has an expected value: shares and means."""
    assert not any(isinstance(m, DurationQuantile | BacklogAge) for m in COMPARED_MEASURES)
    assert {"first_follow_up_mean_days", "completion_mean_days"} <= {
        m.id for m in COMPARED_MEASURES
    }


def test_a_level_that_is_no_share_is_refused() -> None:
    """As every interval refuses it, instead of one without ends."""
    measure = RestrictedMean(id="mean", stage=Stage.FIRST_FOLLOWED_UP, limit_days=5)
    message = "`confidence_level` must be in (0, 1), got 95. Write 0.95 for 95 %."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        measure(count_cases(make_log([1, 2, 3, 4, None])), 95)
