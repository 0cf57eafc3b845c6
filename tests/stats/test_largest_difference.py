"""Critical values of many differences, against tables and direct simulation."""

import numpy as np
import pytest
from scipy.stats import studentized_range

from lapor_lab.stats.largest_difference import joint_critical_value, own_critical_values


def everyone(n: int) -> np.ndarray:
    """Return the family of all differences."""
    return ~np.eye(n, dtype=bool)


@pytest.mark.parametrize("n", [3, 10, 60])
def test_equal_errors_give_tukeys_range(n: int) -> None:
    """With equal errors the joint value is the studentised range over root two, to .02."""
    expected = studentized_range.ppf(0.95, n, np.inf) / np.sqrt(2)

    found = joint_critical_value(np.ones(n), everyone(n), 0.95, n_draws=40_000, seed=3)

    assert found == pytest.approx(expected, abs=0.02)


def test_trying_few_pairs_loses_nothing(rng: np.random.Generator) -> None:
    """The value is exactly that of trying all pairs of the same draws, in parts of a family too."""
    n, n_draws, seed = 40, 2_000, 11
    error = np.exp(rng.normal(0, 1, n))
    pair_error = np.hypot(error[:, None], error)
    deviates = np.concatenate(
        [np.random.default_rng([seed, part]).standard_normal((500, n)) for part in range(4)]
    )
    differences = (deviates * error)[:, :, None] - (deviates * error)[:, None, :]
    for share in (1.0, 0.3, 0.01):
        family = everyone(n) & (rng.random((n, n)) < share)
        largest = np.where(family, differences / pair_error, 0).max(axis=(1, 2))
        for level in (0.5, 0.95):
            found = joint_critical_value(error, family, level, n_draws=n_draws, seed=seed)
            expected = np.quantile(largest, level, method="higher")
            assert found == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize("n", [12, 80])
def test_own_values_agree_with_draws(n: int, rng: np.random.Generator) -> None:
    """Integrated values of single units are those of 60,000 draws, with unequal errors."""
    error = np.exp(rng.normal(0, 0.7, n))
    over, under = (everyone(n) & (rng.random((n, n)) < share) for share in (0.8, 0.4))

    found = own_critical_values(error, error, over, under, 0.95)

    drawn = rng.standard_normal((60_000, n)) * error
    for unit in (0, 1, int(error.argmax()), int(error.argmin())):
        distance = (drawn[:, [unit]] - drawn) / np.hypot(error[unit], error)
        largest = np.maximum(
            np.where(over[unit], distance, -9).max(axis=1),
            np.where(under[unit], -distance, -9).max(axis=1),
        )
        assert found[unit] == pytest.approx(np.quantile(largest, 0.95), abs=0.035)


def test_own_values_have_a_closed_form_against_the_certain() -> None:
    """Against units that are known for certain, only one's own deviate counts."""
    error = np.array([1.0, 1e-6, 1e-6, 1e-6])

    found = own_critical_values(error[:1], error, everyone(4)[:1], everyone(4)[:1], 0.95)

    assert found[0] == pytest.approx(1.959964, abs=0.06)


def test_nothing_to_compare_needs_nothing() -> None:
    """An empty family has the value 0, and so has a single unit."""
    none = np.zeros((3, 3), dtype=bool)

    assert own_critical_values(np.ones(3), np.ones(3), none, none, 0.95).tolist() == [0, 0, 0]
    assert joint_critical_value(np.ones(3), none, 0.95, n_draws=1000, seed=1) == 0
    assert joint_critical_value(np.ones(1), none[:1, :1], 0.95, n_draws=1000, seed=1) == 0
