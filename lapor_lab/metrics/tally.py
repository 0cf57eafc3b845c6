"""How often pairs of numbers occur, in memory that grows with the pairs alone."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

__all__ = ["Tally"]

_Int64 = NDArray[np.int64]
# So many cases are counted at once, so that pairs that recur are kept once.
_N_CASES: Final = 1 << 21
# A table of counters is used up to so many cells a case; else pairs are sorted.
_DENSE: Final = 8
# So many counted pairs are kept before they are added up.
_PENDING: Final = 1 << 21


class Tally:
    """Counters of pairs, which are added to batch by batch.

    Parameters
    ----------
    n_seconds : int
        The second number of every pair is below this.
    n_near : int, default=64
        Most second numbers lie within so many from the least of the first cases: these have a
        table of counters, and what lies beyond is sorted.
    """

    def __init__(self, n_seconds: int, n_near: int = 64) -> None:
        self._n_seconds = n_seconds
        self._n_near = n_near
        self._low = -1
        self._near: list[_Int64] = []
        self._n_cases = self._n_far = 0
        self._pairs: list[tuple[_Int64, _Int64]] = []
        self._n_pairs = 0

    def add(self, first: _Int64, second: _Int64) -> None:
        """Count the pairs of some cases.

        Parameters
        ----------
        first, second : ndarray of int64 of shape (n_cases,)
            Numbers >= 0.
        """
        if self._low < 0:
            self._low = int(second.min(initial=self._n_seconds))
        place = second - self._low
        code = first * self._n_near + place
        # As unsigned numbers those below the least are far, too.
        far = np.flatnonzero(place.view(np.uint64) >= self._n_near)
        if len(far):
            self._keep(*np.unique(first[far] * self._n_seconds + second[far], return_counts=True))
            # Counted in a cell that is put right afterwards.
            code[far] = 0
            self._n_far += len(far)
        self._near.append(code)
        self._n_cases += len(code)
        if self._n_cases >= _N_CASES:
            self._count()

    def pairs(self) -> tuple[_Int64, _Int64, _Int64]:
        """Return what was counted.

        Returns
        -------
        first, second, n : ndarray of int64 of shape (n_pairs,)
            Each pair once, in order.
        """
        self._count()
        self._merge()
        codes, counts = self._pairs[0]
        return *np.divmod(codes, self._n_seconds), counts

    def _count(self) -> None:
        if not self._n_cases:
            return
        code = np.concatenate(self._near)
        if int(code.max()) < _DENSE * len(code):
            counts = np.bincount(code)
            counts[0] -= self._n_far
            found = np.flatnonzero(counts)
            counts = counts[found]
        else:
            found, counts = np.unique(code, return_counts=True)
            counts = counts - np.where(found == 0, self._n_far, 0)
            found, counts = found[counts > 0], counts[counts > 0]
        first, place = np.divmod(found, self._n_near)
        self._near, self._n_cases, self._n_far = [], 0, 0
        self._keep(first * self._n_seconds + place + self._low, counts)

    def _keep(self, codes: _Int64, counts: _Int64) -> None:
        self._pairs.append((codes, counts))
        self._n_pairs += len(codes)
        if self._n_pairs > _PENDING:
            self._merge()

    def _merge(self) -> None:
        nothing = np.array([], dtype=np.int64)
        pairs = zip((nothing, nothing), *self._pairs, strict=True)
        codes, counts = (np.concatenate(parts) for parts in pairs)
        order = np.argsort(codes, kind="stable")
        codes = codes[order]
        starts = np.flatnonzero(np.diff(codes, prepend=-1))
        self._pairs = [(codes[starts], np.add.reduceat(counts[order], starts))]
        # Growth is what is counted: adding up again what is all different would gain nothing.
        self._n_pairs = 0
