"""Posterior probabilities of ranks, against exact integration and draws."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import rank_intervals, rank_probabilities


def test_surgical_hospitals(reference: Path) -> None:
    """The matrix of 12 hospitals is the reference integration to 1e-5, its summaries too."""
    table = pd.read_csv(reference / "ranks/surgical_rank_posterior_expected.csv")
    expected = np.loadtxt(reference / "ranks/surgical_rank_probability_matrix.csv", delimiter=",")

    found = rank_probabilities(table["r"], table["n"])

    np.testing.assert_allclose(found, expected, atol=1e-7)
    ranks = np.arange(1, 13)
    np.testing.assert_allclose(found @ ranks, table["mean_rank"], atol=1e-5)
    np.testing.assert_allclose(found[:, 0], table["P_best"], atol=1e-5)
    np.testing.assert_allclose(found[:, -1], table["P_worst"], atol=1e-5)
    low, high = rank_intervals(found)
    assert low.tolist() == table["rank_2.5"].tolist()
    assert high.tolist() == table["rank_97.5"].tolist()


def test_two_units_have_a_closed_form() -> None:
    """One success in one trial beats none in one trial with probability 5 / 6."""
    np.testing.assert_allclose(
        rank_probabilities([0, 1], [1, 1]), [[5 / 6, 1 / 6], [1 / 6, 5 / 6]], rtol=1e-9
    )


def test_equal_units_share_all_ranks() -> None:
    """60 units with the same counts have each rank with probability 1 / 60."""
    np.testing.assert_allclose(rank_probabilities([3] * 60, [40] * 60), 1 / 60, atol=1e-9)


@pytest.mark.parametrize("largest", [10, 1_000, 10_000_000])
def test_rows_and_columns_sum_to_one(largest: int, rng: np.random.Generator) -> None:
    """Each unit has one rank and each rank one unit, from one case to ten million."""
    n = np.exp(rng.uniform(0, np.log(largest), 30)).astype(int)
    found = rank_probabilities(rng.binomial(n, rng.beta(8, 40, 30)), n)

    np.testing.assert_allclose(found.sum(axis=0), 1, atol=1e-6)
    np.testing.assert_allclose(found.sum(axis=1), 1, atol=1e-6)


def test_very_unequal_units_agree_with_draws(rng: np.random.Generator) -> None:
    """Units of 0 to 100 million cases have the probabilities that 100,000 draws have."""
    n = np.array([0, 1, 5, 1_000_000, 10_000_000, 100_000_000])
    r = np.array([0, 1, 1, 100_000, 1_000_000, 100_000_000])
    order = rng.beta(1 + r, 1 + n - r, (100_000, 6)).argsort(axis=1)
    drawn = np.stack([np.bincount(column, minlength=6) for column in order.T], axis=1) / 100_000

    np.testing.assert_allclose(rank_probabilities(r, n), drawn, atol=0.007)


def test_many_units_are_drawn_and_agree_with_the_integral() -> None:
    """A 61st unit beyond all others leaves the ranks of the 60 as they were, to chance."""
    n = np.arange(20, 80)
    r = n // 4
    exact = rank_probabilities(r, n)

    found = rank_probabilities([*r, 100_000], [*n, 100_000], rng=1)

    np.testing.assert_allclose(found[:60, :60], exact, atol=0.008)
    assert found[60, 60] == 1
    np.testing.assert_array_equal(found, rank_probabilities([*r, 100_000], [*n, 100_000], rng=1))


def test_a_unit_without_cases_may_have_any_rank() -> None:
    """Nothing known leaves every rank possible, and so does a NaN."""
    found = rank_probabilities([0, 5, np.nan], [0, 50, 10])

    low, high = rank_intervals(found)
    assert (low[0], high[0], low[2], high[2]) == (1, 3, 1, 3)


def test_mirrored_shares_have_mirrored_ranks() -> None:
    """Counting the other outcome reverses the order."""
    r, n = np.array([1, 30, 160, 7]), np.array([4, 50, 200, 40])

    np.testing.assert_allclose(
        rank_probabilities(n - r, n), rank_probabilities(r, n)[:, ::-1], atol=1e-9
    )


def test_the_interval_holds_its_level() -> None:
    """No end of an interval leaves more than its tail outside."""
    found = rank_probabilities([1, 30, 160, 7], [4, 50, 200, 40])
    low, high = rank_intervals(found, 0.9)
    for row, first, last in zip(found, low, high, strict=True):
        assert row[: first - 1].sum() < 0.05
        assert row[last:].sum() <= 0.05 + 1e-9


def test_bad_arguments_are_refused() -> None:
    """Too few draws are refused."""
    message = "`n_draws` must be at least 1000, got 10. Leave it out: 20,000 are drawn."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        rank_probabilities([1], [2], n_draws=10)
