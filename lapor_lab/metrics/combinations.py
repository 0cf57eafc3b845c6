"""Combinations of codes as whole numbers, the same in every batch."""

from collections.abc import Sequence
from math import prod
from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Combinations"]

_Int64 = NDArray[np.int64]
# Up to so many possible combinations a table of all of them is looked up, else they are sorted.
_SMALL: Final = 1 << 20
_LARGEST: Final = np.iinfo(np.int64).max


class Combinations:
    """A list of combinations that grows as new ones are seen."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, ...], int] = {}
        # The table of all combinations that were possible so far, -1 where one was not seen.
        self._sizes: tuple[int, ...] = ()
        self._table = np.array([], dtype=np.int64)

    def __len__(self) -> int:
        return len(self._numbers)

    def table(self) -> _Int64:
        """Return what was seen.

        Returns
        -------
        ndarray of int64 of shape (n_combinations, n_columns)
            Codes; a combination's number is its row.
        """
        return np.array(list(self._numbers), dtype=np.int64)

    def of(self, columns: Sequence[_Int64]) -> _Int64:
        """Return the number of each case's combination.

        Parameters
        ----------
        columns : sequence of ndarray of int64 of shape (n_cases,)
            Codes >= 0, at least one column and one case.

        Returns
        -------
        ndarray of int64 of shape (n_cases,)
            Numbers.
        """
        sizes = [int(column.max()) + 1 for column in columns]
        if self._sizes:
            sizes = [max(pair) for pair in zip(sizes, self._sizes, strict=True)]
        if prod(sizes) > _SMALL:
            _, rows, places = np.unique(
                _combined(columns, sizes), return_index=True, return_inverse=True
            )
            return self._numbered(columns, rows)[places]
        if tuple(sizes) != self._sizes:
            self._sizes = tuple(sizes)
            self._table = np.full(prod(sizes), -1)
        code = _combined(columns, sizes)
        numbers = self._table[code]
        is_new = numbers < 0
        if is_new.any():
            found, rows = np.unique(code[is_new], return_index=True)
            self._table[found] = self._numbered([column[is_new] for column in columns], rows)
            numbers = self._table[code]
        return numbers

    def _numbered(self, columns: Sequence[_Int64], rows: _Int64) -> _Int64:
        known = self._numbers
        seen = zip(*(column[rows].tolist() for column in columns), strict=True)
        return np.array([known.setdefault(each, len(known)) for each in seen], dtype=np.int64)


def _combined(columns: Sequence[_Int64], sizes: Sequence[int]) -> _Int64:
    code, size = columns[0], sizes[0]
    for column, n in zip(columns[1:], sizes[1:], strict=True):
        if size > _LARGEST // n:
            code = np.unique(code, return_inverse=True)[1]
            size = int(code.max()) + 1
        code = code * n + column
        size *= n
    return code
