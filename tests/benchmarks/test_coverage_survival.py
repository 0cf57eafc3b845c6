"""The benchmark of intervals runs, and finds what it promises."""

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "coverage_survival.py"


@pytest.mark.parametrize("n", [10, 40, 500])
def test_wilson_covers_as_often_as_it_says(n: int, script: ModuleType) -> None:
    """Over shares from .05 to .95 the 95 % interval holds the truth in 94-96 % on average."""
    assert 0.94 <= script.wilson_coverage(n).mean() <= 0.96


def test_the_chances_of_a_binomial_are_whole(script: ModuleType) -> None:
    """An interval that surely holds every share is computed to hold it in 100 %."""
    np.testing.assert_allclose(script.wilson_coverage(30, 1 - 1e-14), 1, rtol=1e-6)


@pytest.mark.parametrize("kind", ["exponential", "lognormal"])
def test_intervals_of_times_cover_as_often_as_they_say(kind: str, script: ModuleType) -> None:
    """With a quarter of 80 cases open the median holds in 93-97 % of 800, the mean in 92-97 %."""
    found = script.time_coverage(kind, 80, 40.0, n_samples=800)

    assert 0.93 <= found["median"] <= 0.97
    assert 0.92 <= found["mean"] <= 0.97
    assert 0.2 <= found["open"] <= 0.3
    assert found == script.time_coverage(kind, 80, 40.0, n_samples=800)


def test_whole_days_make_the_median_cautious(script: ModuleType) -> None:
    """Where many cases share a day the interval holds the median more often than it says."""
    assert script.time_coverage("whole_days", 80, 40.0, n_samples=800)["median"] >= 0.94


@pytest.mark.verify
def test_the_whole_table_holds_its_bounds(script: ModuleType) -> None:
    """In 2,000 samples of each row medians hold in 93-97 % (whole days: more), means in 92-97 %."""
    for n in script.N_TRIALS:
        assert 0.94 <= script.wilson_coverage(n).mean() <= 0.96
    for kind in script.KINDS:
        for window in script.WINDOWS_DAYS.values():
            for n_cases in script.N_CASES:
                found = script.time_coverage(kind, n_cases, window)
                assert 0.93 <= found["median"] <= (0.97 if kind != "whole_days" else 1)
                assert 0.92 <= found["mean"] <= 0.97
