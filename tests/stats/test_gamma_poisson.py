"""Shrinkage of ratios, against R's negative binomial."""

import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import gamma_poisson_shrinkage, ratio_interval


def test_equals_the_negative_binomial_of_r(reference: Path) -> None:
    """Shape, mean and ratios of 54 providers are those of R to 1e-6."""
    expected = json.loads((reference / "shrinkage/expected.json").read_text())
    expected = expected["medpar_gamma_poisson"]
    table = pd.read_csv(reference / "funnelplotr/medpar_los_by_provider_input.csv", dtype=str)
    assert table["group"].tolist() == expected["group"]

    found = gamma_poisson_shrinkage(table["num"].astype(float), table["denom"].astype(float))

    assert found.mean == pytest.approx(expected["mean_ratio"], rel=1e-6)
    shape = found.mean**2 / found.between_variance
    assert shape == pytest.approx(expected["theta"], rel=1e-6)
    np.testing.assert_allclose(found.estimate, expected["eb"], rtol=1e-6)


@pytest.mark.parametrize(("n_units", "shape", "n_worlds"), [(8, 10, 60), (12, 100, 60)])
def test_intervals_cover(
    n_units: int, shape: float, n_worlds: int, rng: np.random.Generator
) -> None:
    """True ratios lie in 93-99.5 % of their intervals, a tenth shorter than units' own.

    Where few units hardly differ they cover more than 95 %, as that is not taken for certain.
    """
    covered, relative_width = [], []
    for _ in range(n_worlds):
        truth = rng.gamma(shape, 1 / shape, n_units)
        expected = np.exp(rng.uniform(1, 5, n_units))
        observed = rng.poisson(expected * truth)
        found = gamma_poisson_shrinkage(observed, expected)
        covered.append((found.lower <= truth) & (truth <= found.upper))
        own_lower, own_upper = ratio_interval(observed, expected)
        relative_width.append((found.upper - found.lower) / (own_upper - own_lower))

    assert 0.93 <= np.mean(covered) <= 0.995
    assert np.mean(relative_width) < 0.9


def test_units_that_do_not_differ_share_a_value() -> None:
    """With less spread than chance makes, each unit gets the pooled ratio."""
    found = gamma_poisson_shrinkage([10, 11, 9], [10, 10, 10])

    assert found.between_variance == 0
    assert found.estimate.tolist() == [1, 1, 1]
    assert (found.lower < 1).all()
    assert (found.upper > 1).all()


def test_nothing_observed_has_an_interval() -> None:
    """Without any event the ratio is 0, and its upper end is not."""
    found = gamma_poisson_shrinkage([0, 0], [2, 3])

    assert found.estimate.tolist() == [0, 0]
    assert (found.upper > 0.3).all()


def test_nothing_expected_no_ratio() -> None:
    """A unit with nothing expected, or a NaN, gets none; the others are as without it."""
    alone = gamma_poisson_shrinkage([0, 30, 80], [2, 20, 100])

    found = gamma_poisson_shrinkage([0, 30, 80, 1, np.nan], [2, 20, 100, 0, 5])

    np.testing.assert_allclose(found.estimate[:3], alone.estimate)
    assert np.isnan(found.estimate[3:]).all()
    assert np.isnan(gamma_poisson_shrinkage([], []).mean)


def test_a_negative_number_is_refused() -> None:
    """Counts and expectations below 0 are refused by name."""
    message = "`observed` must be at least 0, got -1.0. "
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}"):
        gamma_poisson_shrinkage([-1], [1])
