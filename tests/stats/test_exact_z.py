"""The deviate of a count's exact tail."""

import numpy as np
import pytest
from scipy.stats import binom, norm, poisson

from lapor_lab.stats.exact_z import exact_z


@pytest.mark.parametrize(("n", "chance"), [(12, 0.3), (100, 0.05), (400, 0.9)])
def test_binomial_tails_are_scipys(n: int, chance: float) -> None:
    """For equal trials the deviate is that of the binomial tail that holds the count."""
    counts = np.arange(n + 1)
    mean = n * chance
    found = exact_z(counts, mean, mean * (1 - chance))
    is_told = binom.cdf(counts, n, chance) > 1e-200
    above, below = counts > mean, (counts <= mean) & is_told
    upper = norm.isf(np.minimum(binom.sf(counts - 1, n, chance), 0.5))
    lower = -norm.isf(np.minimum(binom.cdf(counts, n, chance), 0.5))
    np.testing.assert_allclose(found[above], upper[above], rtol=1e-9)
    np.testing.assert_allclose(found[below], lower[below], rtol=1e-9, atol=1e-12)


def test_poisson_tails_are_scipys() -> None:
    """Where the variance is the mean, the tail is the Poisson's."""
    counts = np.arange(30)
    found = exact_z(counts, 8.0, 8.0)
    expected = np.where(
        counts > 8,
        norm.isf(np.minimum(poisson.sf(counts - 1, 8), 0.5)),
        -norm.isf(np.minimum(poisson.cdf(counts, 8), 0.5)),
    )
    np.testing.assert_allclose(found, expected, rtol=1e-9, atol=1e-12)


def test_unequal_trials_are_matched_by_two_moments() -> None:
    """The tail of 200 unequal trials is met to 2 % of the deviate."""
    chances = np.linspace(0.02, 0.6, 200)
    distribution = np.array([1.0])
    for chance in chances:
        distribution = np.convolve(distribution, [1 - chance, chance])
    mean, variance = chances.sum(), (chances * (1 - chances)).sum()
    counts = np.array([40, 50, 75, 85])
    tails = [distribution[: k + 1].sum() if k < mean else distribution[k:].sum() for k in counts]
    exact = np.where(counts > mean, norm.isf(tails), -norm.isf(tails))
    np.testing.assert_allclose(exact_z(counts, mean, variance), exact, rtol=0.02)


def test_alarms_come_at_most_as_often_as_they_say() -> None:
    """Under the null at most 2 in 1,000 counts lie beyond the two-sided 99.8 % limit."""
    limit = norm.isf(0.001)
    for n, chance in ((15, 0.1), (60, 0.4), (1000, 0.03)):
        counts = np.arange(n + 1)
        beyond = np.abs(exact_z(counts, n * chance, n * chance * (1 - chance))) > limit
        assert binom.pmf(counts, n, chance)[beyond].sum() <= 0.002


def test_far_counts_have_a_finite_deviate() -> None:
    """Where the tail is no number any more, the normal distance stands for it."""
    found = exact_z([0, 1000], [500, 500], [1, 1])
    assert found.tolist() == [-500, 500]
    assert np.isnan(exact_z([0], [0], [0]))
