"""Limits of a count, against the distribution functions of scipy."""

import numpy as np
import pytest
from scipy.stats import binom, norm, poisson

from lapor_lab.stats.count_limits import exact_count_limits, interpolated_count_limits

DEVIATE = norm.isf(0.001)


@pytest.mark.parametrize("share", [0.001, 0.2, 0.5, 0.9, 0.999])
def test_whole_counts_are_beyond_as_the_binomial_tail_says(
    share: float, rng: np.random.Generator
) -> None:
    """From 1 to 20,000 trials a count is beyond if and only if its tail is below .001."""
    trials = np.unique(rng.integers(1, 20_000, 300))
    lower, upper = exact_count_limits(trials * share, trials, DEVIATE)

    for count in (np.floor(lower), np.ceil(lower)):
        assert ((binom.cdf(count, trials, share) < 0.001) == (count < lower)).all()
    for count in (np.floor(upper), np.ceil(upper)):
        assert ((binom.sf(count - 1, trials, share) < 0.001) == (count > upper)).all()


def test_whole_counts_are_beyond_as_the_poisson_tail_says(rng: np.random.Generator) -> None:
    """From a hundredth to 10,000 expected a count is beyond if and only if its tail is small."""
    mean = 10 ** rng.uniform(-2, 4, 300)
    lower, upper = exact_count_limits(mean, np.inf, DEVIATE)

    for count in (np.floor(lower), np.ceil(lower)):
        assert ((poisson.cdf(count, mean) < 0.001) == (count < lower)).all()
    for count in (np.floor(upper), np.ceil(upper)):
        assert ((poisson.sf(count - 1, mean) < 0.001) == (count > upper)).all()


def test_the_interpolated_limits_are_the_published_formula() -> None:
    """They are r less (F(r) - p) / (F(r) - F(r - 1)), r the first whole count with F(r) >= p."""
    trials, share = np.array([10, 35, 200, 1500]), 0.15
    found = interpolated_count_limits(trials * share, trials, DEVIATE)
    for limit, p in zip(found, (0.001, 0.999), strict=True):
        r = binom.ppf(p, trials, share)
        here, before = binom.cdf(r, trials, share), binom.cdf(r - 1, trials, share)
        np.testing.assert_allclose(limit, np.maximum(r - (here - p) / (here - before), 0))


def test_interpolation_is_liberal_above_and_exact_below(rng: np.random.Generator) -> None:
    """Above the interpolated limit a count is flagged one event sooner, below at the same."""
    mean = rng.uniform(0.1, 500, 200)
    lower, upper = exact_count_limits(mean, np.inf, DEVIATE)
    low, high = interpolated_count_limits(mean, np.inf, DEVIATE)

    np.testing.assert_array_equal(np.floor(high) + 1, np.floor(upper))
    np.testing.assert_array_equal(np.ceil(low), np.ceil(lower))


def test_ends_that_nothing_can_cross() -> None:
    """Where no count is rare enough the limits are 0 and all trials; nothing varies at the ends."""
    for limits in (exact_count_limits, interpolated_count_limits):
        lower, upper = limits([3, 0.5, 0, 9, np.nan], [6, 1, 9, 9, 9], DEVIATE)
        np.testing.assert_array_equal(lower, [0, 0, 0, 9, np.nan])
        np.testing.assert_array_equal(upper[2:], [0, 9, np.nan])
        assert (upper[:2] <= [6, 1]).all()
    assert exact_count_limits(3, 6, DEVIATE) == (0, 6)


def test_far_limits_stay_within_what_is_possible() -> None:
    """Fifty deviates off, where tails are no numbers any more, limits are finite and ordered."""
    lower, upper = exact_count_limits([20, 2000, 90_000], [100, 10_000, 100_000], 50.0)

    assert (lower >= 0).all()
    assert (upper <= [100, 10_000, 100_000]).all()
    assert (lower < [20, 2000, 90_000]).all()
    assert (upper > [20, 2000, 90_000]).all()
