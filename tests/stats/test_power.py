"""What a funnel could show at a given size, against scipy and a published table."""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom, poisson

from lapor_lab.errors import ParameterError
from lapor_lab.stats import (
    chance_to_flag,
    funnel_limits,
    ratio_chance_to_flag,
    smallest_detectable,
    smallest_detectable_ratio,
)


@pytest.fixture(scope="module")
def table(reference: Path) -> pd.DataFrame:
    """Return the reference table of power of a Poisson funnel at 99.8 %."""
    return pd.read_csv(reference / "power/poisson_funnel_998_power.csv")


def test_chances_of_the_reference_table(table: pd.DataFrame) -> None:
    """Both chances of all 42 rows are the table's; 5 expected show a doubling in 14 %."""
    assert len(table) == 42

    below, above = ratio_chance_to_flag(table["expected"], table["true_ratio"])

    np.testing.assert_allclose(above, table["p_flag_high_strict"], atol=5.1e-7)
    np.testing.assert_allclose(below, table["p_flag_low_strict"], atol=5.1e-7)


def test_chances_from_the_counts_of_the_reference_table(table: pd.DataFrame) -> None:
    """They are scipy's tails beyond the counts that the table names, to 1e-9."""
    mean = table["expected"] * table["true_ratio"]

    below, above = ratio_chance_to_flag(table["expected"], table["true_ratio"])

    high = poisson.sf(table["flag_high_if_O_ge"] - 1, mean)
    np.testing.assert_allclose(above, high, rtol=1e-9, atol=1e-15)
    low = poisson.cdf(table["flag_low_if_O_le"], mean)
    np.testing.assert_allclose(below, low, rtol=1e-9, atol=1e-15)


def test_the_interpolated_limits_of_a_published_table(table: pd.DataFrame) -> None:
    """Interpolated limits flag a doubling at 2, 5, 10, 20, 50 expected as qikit's table says."""
    rows = table[table["true_ratio"] == 2].head(5)
    _, above = ratio_chance_to_flag(rows["expected"], 2, form="interpolated")
    np.testing.assert_allclose(above, [0.051, 0.208, 0.441, 0.806, 0.998], atol=5.1e-4)

    _, above = ratio_chance_to_flag(table["expected"], table["true_ratio"], form="interpolated")
    column = table["p_flag_high_spiegelhalter_interpolated"]
    np.testing.assert_allclose(above, column, atol=5.1e-7)


def test_chances_of_shares_are_scipys_tails() -> None:
    """Chances of shares are binomial tails beyond the limits; on target they are below .001."""
    n, truth = np.array([5, 40, 300, 4000]), np.array([0.05, 0.3, 0.12, 0.2])
    limits = funnel_limits(n, 0.2)
    count = [np.arange(size + 1) for size in n]

    below, above = chance_to_flag(n, 0.2, truth)

    for i, k in enumerate(count):
        chance = binom.pmf(k, n[i], truth[i])
        assert below[i] == pytest.approx(chance[k / n[i] < limits["lower_998"][i]].sum())
        assert above[i] == pytest.approx(chance[k / n[i] > limits["upper_998"][i]].sum())
    for side in chance_to_flag(n, 0.2, 0.2):
        assert (side <= 0.001).all()


@pytest.mark.parametrize("inflation", [1.0, 1.7])
def test_at_the_smallest_detectable_share_the_chance_is_the_power(inflation: float) -> None:
    """A unit whose true share is the smallest detectable one is flagged with a chance of 80 %."""
    n = np.array([60, 250, 3000])

    lower, upper = smallest_detectable(n, 0.3, inflation=inflation)

    below, _ = chance_to_flag(n, 0.3, lower, inflation=inflation)
    _, above = chance_to_flag(n, 0.3, upper, inflation=inflation)
    np.testing.assert_allclose(below, 0.8)
    np.testing.assert_allclose(above, 0.8)


@pytest.mark.parametrize("inflation", [1.0, 1.7])
def test_at_the_smallest_detectable_ratio_the_chance_is_the_power(inflation: float) -> None:
    """The same of ratios, at 95 % and a power of 90 %."""
    expected = np.array([30, 250, 3000])

    lower, upper = smallest_detectable_ratio(expected, 0.95, 0.9, inflation=inflation)

    below, _ = ratio_chance_to_flag(expected, lower, 0.95, inflation=inflation)
    _, above = ratio_chance_to_flag(expected, upper, 0.95, inflation=inflation)
    np.testing.assert_allclose(below, 0.9)
    np.testing.assert_allclose(above, 0.9)


def test_what_nothing_could_show_is_missing() -> None:
    """Twelve cases at 20 % cannot be too low, three at 90 % not too high, however they fare."""
    lower, upper = smallest_detectable([12, 3, 0], [0.2, 0.9, 0.5])

    np.testing.assert_array_equal(np.isnan(lower), [True, False, True])
    np.testing.assert_array_equal(np.isnan(upper), [False, True, True])
    below, above = chance_to_flag([12, 3, 0], [0.2, 0.9, 0.5], [0, 1, 0.5])
    np.testing.assert_array_equal(below[:2], 0)
    np.testing.assert_array_equal(above[:2], 0)
    lower, upper = smallest_detectable_ratio([5, 20, 0])
    np.testing.assert_array_equal(np.isnan(lower), [True, False, True])
    np.testing.assert_array_equal(np.isnan(upper), [False, False, True])


def test_what_is_not_known_has_no_chance() -> None:
    """A missing size, target, truth or inflation gives NaN on both sides, never a chance of 0."""
    for found in (
        chance_to_flag([np.nan, 50], [0.2, np.nan], 0.1),
        chance_to_flag(500, 0.2, np.nan),
        chance_to_flag(50, 0.2, 0.1, inflation=np.nan),
        ratio_chance_to_flag([np.nan, 0], 2),
        ratio_chance_to_flag(50, 2, inflation=np.nan),
        smallest_detectable([np.nan, 50], [0.2, np.nan]),
        smallest_detectable_ratio([np.nan, 50], inflation=[1, np.nan]),
    ):
        assert np.isnan(found).all()


def test_larger_units_show_smaller_effects() -> None:
    """The smallest detectable ratio falls towards 1 as events grow, about as their square root."""
    _, upper = smallest_detectable_ratio([10, 100, 1000, 10_000])

    assert (np.diff(upper) < 0).all()
    assert (upper[2] - 1) / (upper[3] - 1) == pytest.approx(np.sqrt(10), rel=0.05)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: smallest_detectable(50, 0.2, power=80),
            "`power` must be in (0, 1), got 80. Write 0.8 for 80 %.",
        ),
        (
            lambda: chance_to_flag(50, 0.2, 1.2),
            "`true_share` must be in [0, 1], got 1.2. Write 0.9 for 90 %.",
        ),
        (
            lambda: ratio_chance_to_flag(50, -1),
            "`true_ratio` must be at least 0, got -1.0. Leave out what is unknown, or give NaN.",
        ),
    ],
)
def test_numbers_out_of_range_are_refused(call: Callable[[], object], message: str) -> None:
    """Each argument out of its range is refused with its name and value."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        call()
