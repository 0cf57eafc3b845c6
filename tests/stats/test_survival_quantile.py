"""Quantiles of survival curves, against R's survival package."""

import re
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import kaplan_meier, survival_quantile, survival_quantile_interval

DATA = Path(__file__).parent.parent / "data"
PROBABILITIES = (0.25, 0.5, 0.75)
# R 4.2.2, survival 3.5-3, conf.type "log-log", on tests/data/tiny_complaints_input.csv:
# 20 complaints of which 10 are open.
TINY = {
    "A": [(3, 1, 8), (8, 2, np.nan), (14, 5, np.nan)],
    "B": [(4, 1, np.nan), (np.nan, 1, np.nan), (np.nan, np.nan, np.nan)],
}


@pytest.mark.parametrize("group", ["A", "B"])
def test_open_complaints_stay_in_the_quantiles(group: str) -> None:
    """Quantiles and log-log limits of half-open groups are R's, unreached ends missing."""
    rows = pd.read_csv(DATA / "tiny_complaints_input.csv").query("inst == @group")

    curve = kaplan_meier(rows["days"], rows["closed"] == 1)

    found = [survival_quantile_interval(curve, p) for p in PROBABILITIES]
    np.testing.assert_allclose(found, TINY[group])


def test_quantiles_equal_r_on_the_reference_sets(survival_cases: list[Any]) -> None:
    """Quantiles and log-log limits equal R survival 3.5-3 on every reference set."""
    for case in survival_cases:
        want = case.expected
        curve = kaplan_meier(case.duration, case.event_observed)

        found = np.array([survival_quantile_interval(curve, p) for p in want["quantile_probs"]])

        for column, key in enumerate(("quantiles", "ci95_loglog_lower", "ci95_loglog_upper")):
            expected = np.array(want[key], dtype=float)
            np.testing.assert_allclose(found[:, column], expected, rtol=1e-9, err_msg=case.name)


def test_closed_complaints_alone_say_too_little(survival_expected: dict) -> None:
    """The median of the closed of group A is 5 days, that of all 8: the open are the slow ones."""
    rows = pd.read_csv(DATA / "tiny_complaints_input.csv").query("inst == 'A'")
    closed = rows["days"][rows["closed"] == 1]

    assert closed.median() == survival_expected["tiny_A_naive_median_closed_only"] == 5
    assert survival_quantile(rows["days"], rows["closed"]) == 8


def test_a_curve_on_the_level_gives_the_midpoint(survival_expected: dict) -> None:
    """Where S equals one half exactly the median is R's midpoint, not 2 and not 3."""
    trap = survival_expected["median_tie_trap"]

    assert survival_quantile(trap["t"], trap["e"]) == trap["R_quantile_median"] == 2.5


def test_the_midpoint_does_not_depend_on_rounding() -> None:
    """The level counts as met for each even number of equal steps, though 1 - d / n is rounded."""
    for n in range(2, 200, 2):
        assert survival_quantile(np.arange(n), np.ones(n)) == (n - 1) / 2


def test_a_curve_that_ends_on_the_level_uses_the_last_time() -> None:
    """Where S stays at one half to the end, the midpoint reaches to the last duration."""
    assert survival_quantile([1, 2, 5, 6], [1, 1, 0, 0]) == 4.0


def test_the_interval_of_the_median_covers_as_often_as_it_says() -> None:
    """Of 1,000 censored exponential samples the 95 % interval holds the median in 93-97 %."""
    rng = np.random.default_rng(1)
    hits = 0
    for _ in range(1000):
        event, censor = rng.exponential(10, 80), rng.exponential(25, 80)
        curve = kaplan_meier(np.minimum(event, censor), event <= censor)
        _, lower, upper = survival_quantile_interval(curve)
        hits += not (10 * np.log(2) < lower or 10 * np.log(2) > upper)

    assert 0.93 <= hits / 1000 <= 0.97


def test_a_probability_of_one_is_refused() -> None:
    """A probability outside (0, 1) is refused by value."""
    message = "`probability` must be in (0, 1), got 1. Write 0.5 for the median."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        survival_quantile([1, 2], [True, True], probability=1)
