"""Which cases were met before, and where: a few bytes a case, whatever their number."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

__all__ = ["SeenCases"]


class SeenCases:
    """Remember where each case was first met.

    Identifiers are kept as 64-bit hashes: among a million cases, two different ones share a
    hash with a probability of 3 in 100 million.
    """

    def __init__(self) -> None:
        self._hashes: NDArray[np.uint64] = np.empty(0, dtype=np.uint64)
        self._sources: NDArray[np.int64] = np.empty(0, dtype=np.int64)
        self._rows: NDArray[np.int64] = np.empty(0, dtype=np.int64)

    def find(self, case_ids: pd.Series) -> pd.DataFrame:
        """Tell where cases were met before.

        Parameters
        ----------
        case_ids : Series of str of shape (n,)
            Identifiers.

        Returns
        -------
        DataFrame of shape (n, 2)
            `source` and `row`, both -1 for a case that is new; the index of `case_ids`.
        """
        hashes = _hash(case_ids)
        at = np.searchsorted(self._hashes, hashes)
        is_known = np.zeros(len(hashes), dtype=bool)
        inside = at < len(self._hashes)
        is_known[inside] = self._hashes[at[inside]] == hashes[inside]
        source = np.full(len(hashes), -1, dtype=np.int64)
        row = np.full(len(hashes), -1, dtype=np.int64)
        source[is_known] = self._sources[at[is_known]]
        row[is_known] = self._rows[at[is_known]]
        return pd.DataFrame({"source": source, "row": row}, index=case_ids.index)

    def add(self, case_ids: pd.Series, source: int) -> None:
        """Remember new cases.

        Parameters
        ----------
        case_ids : Series of str of shape (n,)
            Identifiers, each once and none of them seen before; the index is the row.
        source : int
            Number of the table that holds them.
        """
        hashes = np.concatenate([self._hashes, _hash(case_ids)])
        sources = np.concatenate([self._sources, np.full(len(case_ids), source)])
        rows = np.concatenate([self._rows, case_ids.index.to_numpy(dtype=np.int64)])
        order = np.argsort(hashes, kind="stable")
        self._hashes, self._sources, self._rows = hashes[order], sources[order], rows[order]


def _hash(case_ids: pd.Series) -> NDArray[np.uint64]:
    return pd.util.hash_array(case_ids.to_numpy(dtype=object), categorize=False)
