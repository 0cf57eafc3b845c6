"""Variance between units, against R's metafor."""

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.errors import ParameterError
from lapor_lab.stats import between_variance
from lapor_lab.stats.between_variance import adjusted_between_variance


@pytest.mark.parametrize("data", ["eight_schools", "bcg_logRR"])
@pytest.mark.parametrize("method", ["DL", "PM", "REML"])
def test_equals_metafor(reference: Path, data: str, method: Any) -> None:
    """The three methods give metafor 3.8-1's tau squared to 1e-6: 0 for the eight schools."""
    case = json.loads((reference / "shrinkage/expected.json").read_text())[data]

    found = between_variance(case["yi"], case["vi"], method)

    assert found == pytest.approx(case[method]["tau2"], rel=1e-6, abs=1e-12)


def test_equal_errors_have_a_closed_form() -> None:
    """With equal variances all three are the sample variance less that of chance."""
    estimate = [1.0, 3.0, 8.0, 4.0]
    expected = np.var(estimate, ddof=1) - 2

    for method in ("DL", "PM", "REML"):
        assert between_variance(estimate, [2] * 4, method) == pytest.approx(expected)


def test_no_more_spread_than_chance_gives_none() -> None:
    """An estimate below 0 is cut at 0, by each method; so is one value of all."""
    for method in ("DL", "PM", "REML"):
        assert between_variance([1, 1.1, 0.9], [4, 4, 4], method) == 0
        assert between_variance([1, 1], [4, 5], method) == 0


def test_the_likelihood_is_greatest_there() -> None:
    """Where the likelihood has two hills, REML stands on the higher one."""
    estimate = np.array([0.0, 0.01, 0.0, 5.0, -5.0, 9.0])
    variance = np.array([1e-4, 1e-4, 1e-4, 30.0, 30.0, 30.0])

    def log_likelihood(between: float) -> float:
        weight = 1 / (variance + between)
        mean = (weight * estimate).sum() / weight.sum()
        squares = weight * (estimate - mean) ** 2
        return float((np.log(weight) - squares).sum() - np.log(weight.sum()))

    found = between_variance(estimate, variance, "REML")

    grid = [0.0, *np.geomspace(1e-8, 100, 2000)]
    assert log_likelihood(found) >= max(map(log_likelihood, grid)) - 1e-9


@given(st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=8), st.floats(0.01, 100))
def test_a_change_of_unit_changes_its_square(estimate: list[float], unit: float) -> None:
    """In another unit of measure the variance is that of the same units, and never negative."""
    variance = np.linspace(0.5, 2, len(estimate))
    for method in ("DL", "PM", "REML"):
        found = between_variance(np.multiply(estimate, unit), variance * unit**2, method)
        base = between_variance(estimate, variance, method)
        assert found >= 0
        assert found == pytest.approx(base * unit**2, rel=1e-5, abs=1e-6 * unit**2)


def test_recovers_what_was_planted(rng: np.random.Generator) -> None:
    """From 4,000 units all methods find a planted variance to 10 %."""
    own = rng.uniform(0.5, 4, 4000)
    estimate = rng.normal(3, np.sqrt(1.5 + own))

    for method in ("DL", "PM", "REML"):
        assert between_variance(estimate, own, method) == pytest.approx(1.5, rel=0.1)


def test_the_adjusted_one_has_a_closed_form() -> None:
    """With equal variances v it solves S / (v + A)^2 - (k - 1) / (v + A) + 2 / A = 0."""
    estimate, v = np.array([1.0, 3.0, 8.0, 4.0, 6.0]), 2.0
    squares = ((estimate - estimate.mean()) ** 2).sum()

    value, variance = adjusted_between_variance(estimate, [v] * 5)

    assert squares / (v + value) ** 2 - 4 / (v + value) + 2 / value == pytest.approx(0, abs=1e-9)
    assert variance == pytest.approx(1 / (4 / (v + value) ** 2 / 2 + 1 / value**2))


def test_the_adjusted_one_is_never_zero() -> None:
    """Units that do not differ at all leave some doubt; three units are too few to tell."""
    value, variance = adjusted_between_variance([1, 1, 1, 1, 1], [2, 3, 2, 1, 2])
    assert value > 0
    assert variance > 0
    assert np.isnan(adjusted_between_variance([1, 2, 3], [1, 1, 1])).all()


def test_unknown_units_are_left_out() -> None:
    """A unit with a NaN changes nothing; fewer than two known units have no variance."""
    assert between_variance([1, np.nan, 5], [1, 1, 1]) == between_variance([1, 5], [1, 1])
    assert np.isnan(between_variance([1, np.nan], [1, 1]))


def test_bad_arguments_are_refused() -> None:
    """A variance of 0 and an unknown method are named."""
    message = (
        "`variance` must be above 0 and finite, got 0.0. "
        "Leave out a unit whose error is not known, or give NaN."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        between_variance([1, 2], [1, 0])
    message = "`method` must be one of DL, PM, REML, got 'ML'. Choose one of them."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        between_variance([1, 2], [1, 1], "ML")  # type: ignore[arg-type]
