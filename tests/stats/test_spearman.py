"""Spearman's correlation, against scipy, arithmetic and simulation."""

import re

import numpy as np
import pytest
from scipy.stats import spearmanr

from lapor_lab.errors import ParameterError
from lapor_lab.stats import spearman
from lapor_lab.stats.spearman import Method

LEVELS = [-0.84, -0.25, 0.25, 0.84]  # cut a normal variable into five levels of a fifth each


def rounds(
    n_rounds: int, n: int, latent: float, *, is_tied: bool, rng: np.random.Generator
) -> list[tuple[np.ndarray, np.ndarray]]:
    """Draw pairs of a normal law with a correlation; x is cut into levels where it is tied."""
    x = rng.standard_normal((n_rounds, n))
    y = latent * x + np.sqrt(1 - latent**2) * rng.standard_normal((n_rounds, n))
    return list(zip(np.digitize(x, LEVELS).astype(float) if is_tied else x, y, strict=True))


def coverage(
    pairs: list[tuple[np.ndarray, np.ndarray]], truth: float, method: Method = "Bonett-Wright"
) -> float:
    """Return the share of the rounds whose interval holds the truth."""
    found = [spearman(x, y, method=method, n_draws=1_000) for x, y in pairs]
    return float(np.mean([each.lower <= truth <= each.upper for each in found]))


@pytest.mark.parametrize("is_tied", [False, True])
def test_it_equals_scipy(is_tied: bool) -> None:
    """The correlation is scipy's, with and without ties."""
    for x, y in rounds(20, 15, 0.5, is_tied=is_tied, rng=np.random.default_rng(3)):
        assert spearman(x, y).estimate == pytest.approx(spearmanr(x, y).statistic, abs=1e-12)


def test_the_interval_is_that_of_bonett_and_wright() -> None:
    """At r = 0.8 of five pairs the ends are tanh(atanh 0.8 ± 1.96 sqrt(1.32 / 2))."""
    found = spearman([1, 2, 3, 4, 5], [1, 3, 2, 5, 4])

    half = 1.959963984540054 * np.sqrt(1.32 / 2)
    assert found.lower == pytest.approx(np.tanh(np.arctanh(0.8) - half))
    assert found.upper == pytest.approx(np.tanh(np.arctanh(0.8) + half))


@pytest.mark.parametrize("is_tied", [False, True])
@pytest.mark.parametrize("n", [10, 20, 40])
def test_nothing_planted_is_nothing_found(n: int, is_tied: bool) -> None:
    """Where nothing is planted, at least 93 % of 1,000 intervals hold 0."""
    pairs = rounds(1_000, n, 0, is_tied=is_tied, rng=np.random.default_rng(n))

    assert coverage(pairs, 0) >= 0.93


@pytest.mark.parametrize("n", [10, 20, 40])
def test_what_is_planted_is_recovered(n: int) -> None:
    """A planted 0.6 lies in at least 93 % of 1,000 intervals, and near their middle estimate."""
    # A normal law with this correlation has a Spearman correlation of 0.6.
    latent = 2 * np.sin(np.pi * 0.6 / 6)
    pairs = rounds(1_000, n, latent, is_tied=False, rng=np.random.default_rng(n))

    assert coverage(pairs, 0.6) >= 0.93
    # Its expectation at n is below, by 3 / (n + 1) of its distance to Kendall's tau.
    expected = 0.6 - 3 / (n + 1) * (0.6 - 2 / np.pi * np.arcsin(latent))
    estimates = [spearman(x, y).estimate for x, y in pairs]
    assert abs(np.mean(estimates) - expected) < 4 * np.std(estimates) / np.sqrt(1_000)


@pytest.mark.verify
@pytest.mark.parametrize("method", ["Bonett-Wright", "BCa"])
@pytest.mark.parametrize("latent", [0.0, 2 * np.sin(np.pi * 0.1)])
def test_both_methods_hold_their_level(method: Method, latent: float) -> None:
    """Of 20 tied pairs both intervals hold what is planted in at least 93 % of 1,000 rounds."""
    rng = np.random.default_rng(5)
    ((x, y),) = rounds(1, 400_000, latent, is_tied=True, rng=rng)
    truth = spearman(x, y).estimate

    pairs = rounds(1_000, 20, latent, is_tied=True, rng=rng)
    assert coverage(pairs, truth, method) >= 0.93


def test_resamples_agree_with_the_formula() -> None:
    """Of 200 pairs of a normal law both methods give ends that differ by less than 0.05."""
    ((x, y),) = rounds(1, 200, 0.5, is_tied=False, rng=np.random.default_rng(1))
    by_formula = spearman(x, y)
    by_draws = spearman(x, y, method="BCa", n_draws=1_000)

    assert by_draws.estimate == by_formula.estimate
    assert by_draws.lower == pytest.approx(by_formula.lower, abs=0.05)
    assert by_draws.upper == pytest.approx(by_formula.upper, abs=0.05)


@pytest.mark.parametrize("sign", [1, -1])
def test_the_same_order_is_no_proof(sign: int) -> None:
    """Ten pairs in the same (or the reverse) order have an interval of some width."""
    found = spearman(np.arange(10), sign * np.arange(10))

    assert found.estimate == pytest.approx(sign)
    inner, outer = (found.lower, found.upper) if sign > 0 else (-found.upper, -found.lower)
    assert outer == 1
    assert 0.9 < inner < 0.98


def test_a_pair_with_a_gap_is_left_out() -> None:
    """A missing value takes its pair along and no other."""
    found = spearman([1, 2, np.nan, 4, 5, 6], [2, 1, 3, np.nan, 5, 4])

    assert found == spearman([1, 2, 5, 6], [2, 1, 5, 4])
    assert found.n == 4


def test_equal_values_say_nothing() -> None:
    """Where a variable has one value, or there are three pairs, there is no interval."""
    flat = spearman(np.ones(12), np.arange(12))
    few = spearman([1, 2, 3], [1, 3, 2])
    drawn = spearman([0] * 9 + [1], np.arange(10), method="BCa", n_draws=1_000)

    assert np.isnan([flat.estimate, flat.lower, flat.upper]).all()
    assert few.estimate == pytest.approx(0.5)
    assert np.isnan([few.lower, few.upper]).all()
    assert np.isnan([drawn.lower, drawn.upper]).all()


def test_another_method_is_refused() -> None:
    """A method that is not known is refused with those that are."""
    message = "`method` must be one of Bonett-Wright, BCa, got 'delta'. Choose one of them."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        spearman([1, 2, 3, 4], [1, 2, 3, 4], method="delta")  # type: ignore[arg-type]


def test_unequal_lengths_are_refused() -> None:
    """Variables of unequal length are refused by shape."""
    message = "`y` must have shape (3,), got (2,)."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        spearman([1, 2, 3], [1, 2])
