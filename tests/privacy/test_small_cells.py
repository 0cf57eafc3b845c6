"""Suppression of small counts."""

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.privacy import suppress_small_cells


def is_fixed(hidden: np.ndarray) -> np.ndarray:
    """Mark hidden cells that totals fix, by the null space of the sums: slow and certain."""
    rows, columns = np.nonzero(hidden)
    sums = [rows == r for r in range(hidden.shape[0])] + [
        columns == c for c in range(hidden.shape[1])
    ]
    _, sizes, basis = np.linalg.svd(np.array(sums, dtype=float))
    free = basis[int((sizes > 1e-9).sum()) :]
    fixed = np.zeros(hidden.shape, dtype=bool)
    fixed[rows, columns] = (np.abs(free) < 1e-9).all(axis=0)
    return fixed


def test_a_small_count_takes_three_others_with_it() -> None:
    """With totals beside the table, four cells in a rectangle are the fewest that protect one."""
    table = pd.DataFrame({"a": [3, 20, 40], "b": [30, 9, 50], "c": [25, 8, 60]}, index=list("xyz"))
    shown = suppress_small_cells(table)
    expected = pd.DataFrame(
        {"a": [None, None, 40], "b": [30, 9, 50], "c": [None, None, 60]}, index=list("xyz")
    ).astype("Int64")
    pd.testing.assert_frame_equal(shown, expected)


@pytest.mark.parametrize("seed", range(20))
def test_totals_give_no_hidden_count_away(seed: int) -> None:
    """No hidden cell is fixed, and no line hides less than five, while anything is left to hide."""
    rng = np.random.default_rng(seed)
    shape = rng.integers(3, 9), rng.integers(3, 7)
    table = pd.DataFrame(rng.poisson(12, shape) * (rng.random(shape) < 0.9))
    hidden = suppress_small_cells(table).isna().to_numpy()
    counts = table.to_numpy()
    assert hidden[(counts > 0) & (counts < 5)].all()
    if hidden.any():
        assert not is_fixed(hidden).any()
    for axis in (0, 1):
        sums = (counts * hidden).sum(axis=axis)
        assert (sums[hidden.any(axis=axis) & ~hidden.all(axis=axis)] >= 5).all()


def test_zeros_and_large_counts_are_shown() -> None:
    """Nothing is hidden where nothing is small."""
    table = pd.DataFrame({"a": [0, 5], "b": [6, 0]})
    shown = suppress_small_cells(table)
    assert not shown.isna().any().any()
    assert (shown == table).all().all()


def test_two_ones_are_not_safe_together() -> None:
    """A remainder of two in two cells of at least one each would be exact."""
    shown = suppress_small_cells(pd.DataFrame({"a": [1, 1, 40]}))
    assert shown["a"].isna().all()


def test_a_large_table_takes_no_time() -> None:
    """Five hundred institutions by 38 provinces are done at once, and the argument is kept."""
    table = pd.DataFrame(np.random.default_rng(0).poisson(5, (500, 38)))
    before = table.copy()
    assert suppress_small_cells(table, smallest=3).isna().any().any()
    pd.testing.assert_frame_equal(table, before)


@pytest.mark.parametrize(
    ("table", "smallest", "message"),
    [
        ([[1]], 0, "`smallest` must be at least 1, got 0. Choose a larger value."),
        (
            [[-1]],
            5,
            "`table` must be counts of at least 0, got 'a negative count'. Choose a larger value.",
        ),
    ],
)
def test_what_are_no_counts_is_refused(table: list[list[int]], smallest: int, message: str) -> None:
    """A negative count or a limit of zero is a mistake of the caller."""
    with pytest.raises(ParameterError) as caught:
        suppress_small_cells(pd.DataFrame(table), smallest=smallest)
    assert str(caught.value) == message
