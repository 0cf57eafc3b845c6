"""How often pairs of numbers occur, in memory that grows with the pairs alone."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Tally"]

_Int64 = NDArray[np.int64]
# Cells of a table of counters that is worth its memory for one batch: 32 MB.
_SMALL: Final = 1 << 22
# So many cells of batches are kept before they are added up.
_PENDING: Final = 1 << 21


class Tally:
    """Counters of pairs, which are added to batch by batch.

    Parameters
    ----------
    n_seconds : int
        The second number of every pair is below this.
    """

    def __init__(self, n_seconds: int) -> None:
        self._n_seconds = n_seconds
        self._codes: list[_Int64] = []
        self._counts: list[_Int64] = []
        self._n_pending = 0

    def add(self, first: _Int64, second: _Int64) -> None:
        """Count the pairs of some cases.

        Parameters
        ----------
        first, second : ndarray of int64 of shape (n_cases,)
            Numbers >= 0.
        """
        if not len(first):
            return
        low = int(second.min())
        width = int(second.max()) - low + 1
        code = first * width + (second - low)
        if (int(first.max()) + 1) * width <= _SMALL:
            every = np.bincount(code)
            found = np.flatnonzero(every)
            counts = every[found]
        else:
            found, counts = np.unique(code, return_counts=True)
        major, minor = np.divmod(found, width)
        self._codes.append(major * self._n_seconds + minor + low)
        self._counts.append(counts)
        self._n_pending += len(counts)
        if self._n_pending > _PENDING:
            self._merge()
            self._n_pending = 0

    def pairs(self) -> tuple[_Int64, _Int64, _Int64]:
        """Return what was counted.

        Returns
        -------
        first, second, n : ndarray of int64 of shape (n_pairs,)
            Each pair once, in order.
        """
        self._merge()
        return *np.divmod(self._codes[0], self._n_seconds), self._counts[0]

    def _merge(self) -> None:
        nothing = np.array([], dtype=np.int64)
        codes, counts = np.concatenate([nothing, *self._codes]), [nothing, *self._counts]
        order = np.argsort(codes, kind="stable")
        codes = codes[order]
        starts = np.flatnonzero(np.diff(codes, prepend=-1))
        self._codes = [codes[starts]]
        self._counts = [np.add.reduceat(np.concatenate(counts)[order], starts)]
