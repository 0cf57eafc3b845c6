"""Combinations of codes as whole numbers, the same in every batch."""

from collections.abc import Sequence
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
            Codes >= 0, at least one column.

        Returns
        -------
        ndarray of int64 of shape (n_cases,)
            Numbers.
        """
        code, size = _combined(columns)
        if size > max(_SMALL, len(code)):
            _, rows, places = np.unique(code, return_index=True, return_inverse=True)
            return self._numbered(columns, rows)[places]
        row_of = np.full(size, -1, dtype=np.int64)
        # Any row of a combination tells which it is.
        row_of[code] = np.arange(len(code))
        found = np.flatnonzero(row_of >= 0)
        row_of[found] = self._numbered(columns, row_of[found])
        return row_of[code]

    def _numbered(self, columns: Sequence[_Int64], rows: _Int64) -> _Int64:
        known = self._numbers
        seen = zip(*(column[rows].tolist() for column in columns), strict=True)
        return np.array([known.setdefault(each, len(known)) for each in seen], dtype=np.int64)


def _combined(columns: Sequence[_Int64]) -> tuple[_Int64, int]:
    code, size = columns[0], _size(columns[0])
    for column in columns[1:]:
        n = _size(column)
        if size > _LARGEST // n:
            code = np.unique(code, return_inverse=True)[1]
            size = _size(code)
        code = code * n + column
        size *= n
    return code, size


def _size(codes: _Int64) -> int:
    return int(codes.max(initial=0)) + 1
