"""Shrinkage of shares, against R and published posterior means."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.stats import betabinom

from lapor_lab.stats import ShrunkenEstimates, beta_binomial_shrinkage


def beta_of(found: ShrunkenEstimates) -> tuple[float, float]:
    """Return the parameters of the beta that units were drawn from."""
    strength = found.mean * (1 - found.mean) / found.between_variance - 1
    return found.mean * strength, (1 - found.mean) * strength


@pytest.fixture(scope="module")
def surgical(reference: Path) -> dict[str, Any]:
    """Return deaths after heart surgery on infants in 12 hospitals, with oracles."""
    case: dict[str, Any] = json.loads((reference / "shrinkage/expected.json").read_text())
    found: dict[str, Any] = case["surgical"]
    return found


def test_equals_the_reference_fit(surgical: dict[str, Any]) -> None:
    """Parameters and estimates are those of the reference to 1e-5, at which its search ended."""
    expected = surgical["betabinomial_mle"]

    found = beta_binomial_shrinkage(surgical["r"], surgical["n"])

    assert beta_of(found) == pytest.approx((expected["alpha"], expected["beta"]), rel=1e-5)
    assert found.mean == pytest.approx(expected["mean"], rel=1e-6)
    np.testing.assert_allclose(found.estimate, expected["p_eb"], rtol=1e-5)


def test_no_other_beta_is_likelier(surgical: dict[str, Any]) -> None:
    """By scipy's beta-binomial the parameters beat the reference's and all neighbours."""
    r, n = np.array(surgical["r"]), np.array(surgical["n"])
    alpha, beta = beta_of(beta_binomial_shrinkage(r, n))

    def log_likelihood(factor: float, other: float) -> float:
        return float(betabinom.logpmf(r, n, alpha * factor, beta * other).sum())

    best = log_likelihood(1, 1)
    assert best >= -surgical["betabinomial_mle"]["negloglik"] - 1e-9
    for factor in (0.999, 1.001):
        assert best > max(log_likelihood(factor, 1), log_likelihood(1, factor))
        assert best > log_likelihood(factor, factor)


def test_published_posterior_means(surgical: dict[str, Any]) -> None:
    """Estimates are within .0025 of OpenBUGS's published means; crude ones are .05 away."""
    published = np.array(surgical["openbugs_published"]["p_mean"])
    crude = np.divide(surgical["r"], surgical["n"])

    found = beta_binomial_shrinkage(surgical["r"], surgical["n"])

    assert np.abs(found.estimate - published).max() < 0.0025
    assert np.abs(crude - published).max() > 0.05
    errors = found.standard_error / np.array(surgical["openbugs_published"]["p_sd"])
    assert (errors > 0.9).all()
    assert (errors < 1.25).all()


@pytest.mark.parametrize(
    ("n_units", "strength", "n_worlds"), [(8, 50, 60), (12, 500, 80), (100, 100, 20)]
)
def test_intervals_cover(
    n_units: int, strength: float, n_worlds: int, rng: np.random.Generator
) -> None:
    """True shares lie in 93-98.5 % of their intervals, few units that hardly differ too."""
    covered, n_alike = [], 0
    for _ in range(n_worlds):
        truth = rng.beta(0.2 * strength, 0.8 * strength, n_units)
        n = np.exp(rng.uniform(3, 7, n_units)).astype(int)
        found = beta_binomial_shrinkage(rng.binomial(n, truth), n)
        covered.append((found.lower <= truth) & (truth <= found.upper))
        n_alike += found.between_variance == 0

    assert 0.93 <= np.mean(covered) <= 0.985
    # The case in which an interval of the pooled share would be far too short.
    assert (n_alike > 15) == (strength == 500)


def test_units_that_do_not_differ_share_a_value() -> None:
    """With less spread than chance makes, each unit gets the pooled share, inside an interval."""
    found = beta_binomial_shrinkage([10, 11, 9], [100, 100, 100])

    assert found.between_variance == 0
    assert found.estimate.tolist() == pytest.approx([0.1] * 3)
    assert found.own_weight.tolist() == [0, 0, 0]
    assert (found.lower < 0.1).all()
    assert (found.upper > 0.1).all()


@pytest.mark.parametrize("events", [0, 1])
def test_all_or_nothing_has_an_interval(events: int) -> None:
    """Where no unit had an event, or each always, the interval says what was not seen."""
    n = np.array([30, 40])

    found = beta_binomial_shrinkage(events * n, n)

    assert found.estimate.tolist() == [events, events]
    assert (found.upper - found.lower > 0.02).all()


def test_no_case_no_estimate() -> None:
    """A unit without cases or with a NaN gets none; the others are as without it."""
    alone = beta_binomial_shrinkage([1, 30, 160], [4, 50, 200])

    found = beta_binomial_shrinkage([1, 30, 160, 0, np.nan], [4, 50, 200, 0, 9])

    np.testing.assert_allclose(found.estimate[:3], alone.estimate)
    np.testing.assert_allclose(found.lower[:3], alone.lower)
    for values in (found.estimate, found.lower, found.upper, found.own_weight):
        assert np.isnan(values[3:]).all()
    assert np.isnan(beta_binomial_shrinkage([], []).mean)
    assert beta_binomial_shrinkage([3], [10]).estimate.tolist() == [0.3]


def test_complements_mirror() -> None:
    """Late and in time are shrunken alike."""
    late, n = np.array([3, 30, 12]), np.array([10, 60, 80])

    found, mirrored = beta_binomial_shrinkage(late, n), beta_binomial_shrinkage(n - late, n)

    np.testing.assert_allclose(found.estimate, 1 - mirrored.estimate, rtol=1e-6)
    np.testing.assert_allclose(found.lower, 1 - mirrored.upper, rtol=1e-6)
