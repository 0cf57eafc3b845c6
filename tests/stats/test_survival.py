"""Kaplan-Meier, against R's survival package."""

import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_quantiles_equal_r_on_the_reference_sets(reference: Path) -> None:
    """Quantiles and log-log limits equal R's on the waltons and lung data."""
    expected = json.loads((reference / "survival/expected.json").read_text())
    waltons = pd.read_csv(reference / "survival/waltons_input.csv")
    lung = pd.read_csv(reference / "survival/lung_input.csv")
    sets = {
        "waltons_all": (waltons.iloc[:, 0], waltons.iloc[:, 1]),
        "lung_all": (lung["time"], lung["status"] == lung["status"].max()),
    }
    for name, (duration, event) in sets.items():
        want = next(iter(expected[name]["groups"].values()))
        curve = kaplan_meier(duration, event == event.max())

        found = np.array([survival_quantile_interval(curve, p) for p in want["quantile_probs"]])

        np.testing.assert_allclose(found[:, 0], np.array(want["quantiles"], dtype=float))
        np.testing.assert_allclose(found[:, 1], np.array(want["ci95_loglog_lower"], dtype=float))
        np.testing.assert_allclose(found[:, 2], np.array(want["ci95_loglog_upper"], dtype=float))


def test_a_curve_on_the_level_gives_the_midpoint() -> None:
    """Where S equals one half exactly the median is R's midpoint, not 2 and not 3."""
    assert survival_quantile([1, 2, 3, 4], [1, 1, 1, 1]) == 2.5


def test_a_curve_that_ends_on_the_level_uses_the_last_time() -> None:
    """Where S stays at one half to the end, the midpoint reaches to the last duration."""
    assert survival_quantile([1, 2, 5, 6], [1, 1, 0, 0]) == 4.0


@given(
    st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.integers(1, 4)), min_size=1),
)
def test_weights_stand_for_copies(rows: list[tuple[int, bool, int]]) -> None:
    """A row of weight k says the same as k rows."""
    duration, event, weight = (np.array(x) for x in zip(*rows, strict=True))

    weighted = kaplan_meier(duration, event, weight)
    copied = kaplan_meier(np.repeat(duration, weight), np.repeat(event, weight))

    np.testing.assert_allclose(weighted.survival, copied.survival)
    np.testing.assert_allclose(weighted.time, copied.time)


def test_the_interval_of_the_median_covers_as_often_as_it_says() -> None:
    """Of 600 censored exponential samples the 95 % interval holds the median in 93-97 %."""
    rng = np.random.default_rng(1)
    hits = 0
    for _ in range(600):
        event, censor = rng.exponential(10, 80), rng.exponential(25, 80)
        curve = kaplan_meier(np.minimum(event, censor), event <= censor)
        _, lower, upper = survival_quantile_interval(curve)
        hits += lower <= 10 * np.log(2) <= upper

    assert 0.93 <= hits / 600 <= 0.975


def test_a_negative_duration_is_refused() -> None:
    """A duration below 0 is refused by value."""
    message = "`duration` must be finite and at least 0, got -1.0. Leave out what cannot be timed."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        kaplan_meier([-1, 2], [True, True])


def test_a_probability_of_one_is_refused() -> None:
    """A probability outside (0, 1) is refused by value."""
    message = "`probability` must be in (0, 1), got 1. Write 0.5 for the median."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        survival_quantile([1, 2], [True, True], probability=1)
