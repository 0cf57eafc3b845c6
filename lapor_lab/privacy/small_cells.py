"""Hide small counts, and enough of the others that no total gives them away."""

from collections.abc import Callable

import numpy as np
import pandas as pd

from lapor_lab.errors import ParameterError

__all__ = ["suppress_small_cells"]


def suppress_small_cells(table: pd.DataFrame, smallest: int = 5) -> pd.DataFrame:
    """Blank counts of 1 to 4, and further ones until totals reveal none of them.

    Totals of rows and columns may then be shown beside the table. A cell is open to
    inference while the totals fix its value, or while the hidden cells of its row or column
    add up to less than `smallest`; the smallest count beside it is hidden too, until no cell
    is open or nothing is left to hide. In a table of a single row or column a total across
    it would be the cell itself: it must not be shown.

    Parameters
    ----------
    table : DataFrame of int of shape (n_rows, n_columns)
        Counts without totals; missing ones count as hidden already.
    smallest : int, default=5
        Least count from 1 up that may be shown; 0 is always shown unless it must protect
        another cell.

    Returns
    -------
    DataFrame of Int64 of shape (n_rows, n_columns)
        A new table; what is hidden is missing.

    Raises
    ------
    ParameterError
        If `smallest` is below 1 or a count is negative.

    Examples
    --------
    >>> counts = pd.DataFrame({"a": [3, 20, 40], "b": [30, 9, 50], "c": [25, 8, 60]})
    >>> suppress_small_cells(counts).isna().sum().sum().item()
    4
    """
    if smallest < 1:
        _refuse("smallest", "at least 1", smallest)
    counts = table.astype("Float64").to_numpy(dtype=float, na_value=np.nan)
    if (counts < 0).any():
        _refuse("table", "counts of at least 0", "a negative count")
    hidden = np.isnan(counts) | ((counts > 0) & (counts < smallest))
    counts = np.nan_to_num(counts)
    while (cell := _next_to_hide(counts, hidden, smallest)) is not None:
        hidden[cell] = True
    return table.astype("Int64").mask(hidden)


def _refuse(name: str, allowed: str, value: object) -> None:
    raise ParameterError(
        "parameter_range", name=name, allowed=allowed, value=value, remedy="Choose a larger value."
    )


def _next_to_hide(counts: np.ndarray, hidden: np.ndarray, smallest: int) -> tuple[int, int] | None:
    """Find the smallest shown count on a line that gives a hidden one away."""
    if not hidden.any():
        return None
    candidates = _beside(hidden, lambda axis: _is_bare(counts, hidden, smallest, axis))
    if not candidates.any():
        fixed = _fixed_cells(hidden)
        candidates = _beside(hidden, lambda axis: np.asarray(fixed.any(axis=axis, keepdims=True)))
    if not candidates.any():
        return None
    # A zero protects least: who knows that it cannot occur, knows it in spite of all.
    sizes = np.where(candidates, np.where(counts > 0, counts, np.finfo(float).max), np.inf)
    row, column = np.unravel_index(int(sizes.argmin()), sizes.shape)
    return int(row), int(column)


def _beside(hidden: np.ndarray, lines: Callable[[int], np.ndarray]) -> np.ndarray:
    candidates = np.zeros(hidden.shape, dtype=bool)
    for axis in (0, 1):
        if hidden.shape[axis] > 1:
            candidates |= lines(axis)
    return np.asarray(candidates & ~hidden)


def _is_bare(counts: np.ndarray, hidden: np.ndarray, smallest: int, axis: int) -> np.ndarray:
    n_hidden = hidden.sum(axis=axis, keepdims=True)
    n_within = (counts * hidden).sum(axis=axis, keepdims=True)
    return np.asarray((n_hidden == 1) | ((n_hidden > 0) & (n_within < smallest)))


def _fixed_cells(hidden: np.ndarray) -> np.ndarray:
    """Mark the hidden cells that the totals of rows and columns fix.

    Read a hidden cell as an edge between its row and its column: it can change only along a
    cycle of such edges, so that those on no cycle, the bridges, are fixed. Bridges are found
    by depth-first search (Tarjan 1974).
    """
    fixed = np.zeros(hidden.shape, dtype=bool)
    if 1 in hidden.shape:
        return fixed
    n_rows, n_columns = hidden.shape
    beside = [list(n_rows + np.flatnonzero(line)) for line in hidden]
    beside += [list(np.flatnonzero(line)) for line in hidden.T]
    entered = np.full(n_rows + n_columns, -1)
    lowest = np.zeros(n_rows + n_columns, dtype=int)
    for root in range(n_rows):
        path = [] if entered[root] >= 0 else [(root, -1)]
        while path:
            line, parent = path[-1]
            if entered[line] < 0:
                entered[line] = lowest[line] = entered.max() + 1
            if beside[line]:
                after = int(beside[line].pop())
                if entered[after] < 0:
                    path.append((after, line))
                elif after != parent:
                    lowest[line] = min(lowest[line], entered[after])
                continue
            path.pop()
            if parent >= 0:
                lowest[parent] = min(lowest[parent], lowest[line])
                if lowest[line] > entered[parent]:
                    fixed[min(line, parent), max(line, parent) - n_rows] = True
    return fixed
