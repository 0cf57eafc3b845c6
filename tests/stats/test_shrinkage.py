"""Normal shrinkage, against R's metafor."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import between_variance, normal_shrinkage
from lapor_lab.stats.shrinkage import all_alike


@pytest.mark.parametrize("data", ["eight_schools", "bcg_logRR"])
@pytest.mark.parametrize("method", ["DL", "REML"])
def test_predictions_equal_metafor(reference: Path, data: str, method: Any) -> None:
    """Predictions, their errors and the mean are metafor 3.8-1's `blup` to 1e-6."""
    case = json.loads((reference / "shrinkage/expected.json").read_text())[data]
    expected = case[method]

    found = normal_shrinkage(
        case["yi"], case["vi"], between_variance(case["yi"], case["vi"], method)
    )

    np.testing.assert_allclose(found.estimate, expected["blup"], rtol=1e-6)
    np.testing.assert_allclose(found.standard_error, expected["blup_se"], rtol=1e-6)
    assert found.mean == pytest.approx(expected["mu"], rel=1e-6)


def test_the_default_is_reml(reference: Path) -> None:
    """Without a given variance that of REML is used."""
    case = json.loads((reference / "shrinkage/expected.json").read_text())["bcg_logRR"]

    found = normal_shrinkage(case["yi"], case["vi"])

    assert found.between_variance == pytest.approx(case["REML"]["tau2"], rel=1e-6)


def test_the_less_a_unit_knows_the_more_it_is_drawn() -> None:
    """A precise unit keeps its value, a vague one gets that of all, others lie between."""
    found = normal_shrinkage([0, 10, 10], [1e-9, 1e-9, 1e9], tau2=4)

    np.testing.assert_allclose(found.estimate[:2], [0, 10], atol=1e-6)
    assert found.estimate[2] == pytest.approx(found.mean, abs=1e-6)
    assert found.own_weight[0] > 0.999
    assert found.own_weight[2] < 0.001


@pytest.mark.parametrize(("n_units", "between"), [(8, 1.0), (12, 0.1), (60, 1.0)])
def test_intervals_cover(n_units: int, between: float, rng: np.random.Generator) -> None:
    """True values lie in 93-99.5 % of their intervals, few units that hardly differ too."""
    covered = []
    for _ in range(150):
        own = rng.uniform(0.2, 3, n_units)
        truth = rng.normal(5, np.sqrt(between), n_units)
        found = normal_shrinkage(rng.normal(truth, np.sqrt(own)), own)
        covered.append((found.lower <= truth) & (truth <= found.upper))

    assert 0.93 <= np.mean(covered) <= 0.995


def test_a_given_variance_is_certain() -> None:
    """With a given variance the interval is the normal one of the standard error."""
    found = normal_shrinkage([1, 2, 6, 9, 3], [1] * 5, tau2=2)

    np.testing.assert_allclose(found.upper - found.estimate, 1.959964 * found.standard_error)


def test_what_is_missing_stays_missing() -> None:
    """A unit with a NaN gets none, and the others are as without it."""
    found = normal_shrinkage([1, np.nan, 5], [1, 1, 1], tau2=2)

    assert np.isnan(found.estimate[1])
    np.testing.assert_array_equal(
        found.estimate[[0, 2]], normal_shrinkage([1, 5], [1, 1], tau2=2).estimate
    )
    assert np.isnan(normal_shrinkage([np.nan], [1]).mean)


def test_pooled_values_hold_their_interval() -> None:
    """One value for all has an interval that is widened to hold it."""
    found = all_alike(0.5, np.array([0.6, 0.9]), np.array([True, False]))

    assert (found.lower[0], found.upper[0]) == (0.5, 0.9)
    assert np.isnan(found.estimate[1])


def test_bad_arguments_are_refused() -> None:
    """A negative variance between units and a level in per cent are refused."""
    message = "`tau2` must be at least 0, got -1. Cut a negative estimate at 0."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        normal_shrinkage([1, 2], [1, 1], -1)
    message = "`confidence_level` must be in (0, 1), got 95. Write 0.95 for 95 %."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        normal_shrinkage([1, 2], [1, 1], confidence_level=95)
