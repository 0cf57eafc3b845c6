"""Kaplan-Meier curves, against R's survival package."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.errors import ParameterError
from lapor_lab.stats import kaplan_meier, survival_at

DATA = Path(__file__).parent.parent / "data"


def test_shares_and_limits_equal_r(survival_cases: list[Any]) -> None:
    """Share and log-log limits at given times equal R survival 3.5-3 on every reference set."""
    for case in survival_cases:
        want = pd.DataFrame(case.expected["surv_at"])
        curve = kaplan_meier(case.duration, case.event_observed)

        found = np.array(survival_at(curve, want["t"])).T

        columns = ["S", "lower_loglog", "upper_loglog"]
        np.testing.assert_allclose(found, want[columns], rtol=1e-9, err_msg=case.name)
        where = np.searchsorted(curve.time, want["t"], side="right") - 1
        greenwood = curve.survival[where] * np.sqrt(curve.variance_sum[where])
        np.testing.assert_allclose(greenwood, want["se_greenwood"], rtol=1e-9)


def test_the_whole_curve_equals_the_reference_table(reference: Path) -> None:
    """The curve of 12 complaints, 5 of them open, equals R's table row by row."""
    want = pd.read_csv(reference / "survival/tiny_A_km_table.csv")
    rows = pd.read_csv(DATA / "tiny_complaints_input.csv").query("inst == 'A'")
    curve = kaplan_meier(rows["days"], rows["closed"])

    found = np.array(survival_at(curve, want["t"])).T

    np.testing.assert_allclose(found, want[["S", "lower", "upper"]], rtol=1e-9)
    assert curve.time.tolist() == want["t"][want["n_event"] > 0].tolist()


def test_nothing_is_said_beyond_the_last_time() -> None:
    """A share is missing where nobody was followed, and 0 after the last of a complete sample."""
    ends_open = kaplan_meier([1, 2, 3], [True, True, False])
    ends_at_zero = kaplan_meier([1, 2, 3], [True, True, True])

    np.testing.assert_allclose(survival_at(ends_open, [0, 3, 3.5])[0], [1, 1 / 3, np.nan])
    np.testing.assert_array_equal(survival_at(ends_at_zero, [3, 9]), [[0, 0], *2 * [2 * [np.nan]]])
    assert np.isnan(survival_at(kaplan_meier([], []), [0, 1])).all()


@given(
    st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.integers(0, 4)), min_size=1),
)
def test_weights_stand_for_copies(rows: list[tuple[int, bool, int]]) -> None:
    """A row of weight k says the same as k rows, and one of weight 0 nothing."""
    duration, event, weight = (np.array(x) for x in zip(*rows, strict=True))

    weighted = kaplan_meier(duration, event, weight)
    copied = kaplan_meier(np.repeat(duration, weight), np.repeat(event, weight))

    np.testing.assert_allclose(weighted.survival, copied.survival)
    np.testing.assert_allclose(weighted.time, copied.time)
    np.testing.assert_equal(weighted.last_time, copied.last_time)


@pytest.mark.parametrize(
    ("sample", "message"),
    [
        (
            ([-1, 2], [True, True]),
            "`duration` must be finite and at least 0, got -1.0. Leave out what cannot be timed.",
        ),
        (
            ([1, np.nan], [True, True]),
            "`duration` must be finite and at least 0, got nan. Leave out what cannot be timed.",
        ),
        (
            ([1, 2], [1, 2]),
            "`event_observed` must be true or false, got 2.0. Say it of each.",
        ),
        (
            ([1, 2], [1, np.nan]),
            "`event_observed` must be true or false, got nan. Say it of each.",
        ),
        (
            ([1, 2], [1, 0], [1, -3]),
            "`weight` must be finite and at least 0, got -3.0. Count the cases of each row.",
        ),
    ],
)
def test_samples_that_cannot_be_are_refused(sample: tuple[Any, ...], message: str) -> None:
    """What is no time, no yes or no, and no number of cases is refused by value."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        kaplan_meier(*sample)
