"""Restricted means, against R and against what they are."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.errors import ParameterError
from lapor_lab.stats import (
    kaplan_meier,
    restricted_mean,
    restricted_mean_difference,
    restricted_mean_of,
)


def test_means_and_errors_equal_r(survival_cases: list[Any]) -> None:
    """Mean and Greenwood's error equal R survival 3.5-3 at every limit of every set."""
    for case in survival_cases:
        for want in case.expected["rmst"]:
            found = restricted_mean(case.duration, case.event_observed, want["tau"])

            expected = (want["rmst"], want["se"])
            np.testing.assert_allclose(found, expected, rtol=1e-9, err_msg=case.name)


def test_the_error_is_that_of_the_mean(
    survival_sets: Callable[[str], pd.DataFrame], survival_expected: dict
) -> None:
    """The error at 10 is R's .1232, not the spread of the times, .7186 (lifelines issue 1682)."""
    rows = survival_sets("waltons")
    for group, want in survival_expected["waltons_rmst_tau10"].items():
        some = rows[rows["group"] == group]

        mean, error = restricted_mean(some["time"], some["event"], want["tau"])

        np.testing.assert_allclose((mean, error), (want["rmst"], want["se"]), rtol=1e-9)
    few = rows[rows["group"] == "miR-137"]
    assert round(float(np.minimum(few["time"], 10).std(ddof=0)), 4) == 0.7186
    assert round(restricted_mean(few["time"], few["event"], 10)[1], 4) == 0.1232


def test_the_difference_equals_survrm2(
    survival_sets: Callable[[str], pd.DataFrame], survival_expected: dict
) -> None:
    """The difference of the pbc arms at 10 years and its interval are survRM2's vignette's."""
    want = survival_expected["pbc_rmst_diff"]
    rows = survival_sets("pbc")
    base, changed = (kaplan_meier(some["time"], some["event"]) for _, some in rows.groupby("group"))

    found = restricted_mean_difference(base, changed, 10)

    np.testing.assert_allclose(found, (want["diff"], want["lower"], want["upper"]), rtol=1e-6)
    assert [round(x, 3) for x in found] == [-0.137, -0.939, 0.665]


@given(st.lists(st.integers(0, 30), min_size=2), st.integers(1, 40))
def test_a_complete_sample_gives_the_plain_mean(times: list[int], limit: int) -> None:
    """Without censoring it is the mean of min(time, limit), and its error that of a mean."""
    capped = np.minimum(times, limit)

    mean, error = restricted_mean(times, np.ones(len(times)), limit)

    assert mean == pytest.approx(capped.mean())
    assert error == pytest.approx(capped.std() / np.sqrt(len(times)), abs=1e-12)


@given(
    st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.integers(1, 4)), min_size=1),
    st.integers(1, 9),
)
def test_weights_stand_for_copies(rows: list[tuple[int, bool, int]], limit: int) -> None:
    """A row of weight k says the same as k rows."""
    duration, event, weight = (np.array(x) for x in zip(*rows, strict=True))

    weighted = restricted_mean(duration, event, limit, weight)
    copied = restricted_mean(np.repeat(duration, weight), np.repeat(event, weight), limit)

    np.testing.assert_allclose(weighted, copied, atol=1e-12)


def test_a_limit_that_nobody_was_followed_to_gives_nothing() -> None:
    """Beyond the last open case the mean is missing; after a complete sample it is not."""
    assert np.isnan(restricted_mean([2, 4], [True, False], 4.5)).all()
    assert restricted_mean([2, 4], [True, False], 4)[0] == 3
    assert restricted_mean([2, 4], [True, True], 100)[0] == 3
    assert np.isnan(restricted_mean([], [], 5)).all()
    open_end = kaplan_meier([2, 4], [True, False])
    assert np.isnan(restricted_mean_difference(open_end, open_end, 5)).all()


def test_the_interval_covers_as_often_as_it_says() -> None:
    """Of 600 pairs of censored samples the 95 % interval holds the difference in 93-97 %."""
    rng = np.random.default_rng(4)
    truth = 10 * (1 - np.exp(-1.4)) - 14 * (1 - np.exp(-1))
    hits = 0
    for _ in range(600):
        curves = []
        for mean in (14, 10):
            event, censor = rng.exponential(mean, 120), rng.uniform(5, 60, 120)
            curves.append(kaplan_meier(np.minimum(event, censor), event <= censor))
        _, lower, upper = restricted_mean_difference(*curves, 14)
        hits += lower <= truth <= upper

    assert 0.93 <= hits / 600 <= 0.97


def test_a_limit_of_nothing_is_refused() -> None:
    """A limit of 0 and an endless one are refused by value."""
    curve = kaplan_meier([1], [True])
    for limit in (0, np.inf):
        message = (
            f"`limit` must be finite and above 0, got {limit}. "
            "Give the longest time that is to count."
        )
        with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
            restricted_mean_of(curve, limit)
