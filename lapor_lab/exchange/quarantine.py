"""Rows that cannot be used: kept, numbered and explained, never dropped."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from lapor_lab.schema import ComplaintLog

__all__ = ["Imported", "QuarantineList"]


@dataclass(frozen=True, kw_only=True)
class Imported:
    """What came out of a file.

    Parameters
    ----------
    log : ComplaintLog
        The rows that can be used.
    quarantine : DataFrame of shape (n_quarantined_rows, n_columns)
        `row` (line in the file, the header being 1), `case_id`, `reason`, and the row as
        it was read.
    n_rows : int
        Rows that the file holds: those used and those in quarantine.
    n_after_as_of : int, default=0
        Cases that were left out because they came after the common date of an import.
    """

    log: ComplaintLog
    quarantine: pd.DataFrame
    n_rows: int
    n_after_as_of: int = 0

    @property
    def n_quarantined_cases(self) -> int:
        """Number of cases that left with the rows; rows without an id count one each."""
        ids = self.quarantine["case_id"]
        return int(ids.nunique() + ids.isna().sum())


class QuarantineList:
    """Collect reasons by row while a file is read; the first reason of a row stays.

    Parameters
    ----------
    raw : DataFrame of shape (n_rows, n_columns)
        The file as text; the index is the number of each row in the file.
    case_ids : Series of shape (n_rows,)
        The case of each row, missing where there is none.
    """

    def __init__(self, raw: pd.DataFrame, case_ids: pd.Series) -> None:
        self._raw = raw
        self._case_ids = case_ids
        self._reasons = pd.Series(pd.NA, index=raw.index, dtype="string")

    def add(self, rows: pd.Series, reasons: str | Iterable[str]) -> None:
        """Put rows into quarantine.

        Parameters
        ----------
        rows : Series of bool of shape (n_rows,)
            Which rows.
        reasons : str or iterable of str
            Why: one for all, or one for each of the rows.
        """
        new = rows & self._reasons.isna()
        if isinstance(reasons, str):
            self._reasons[new] = reasons
        else:
            given = pd.Series(list(reasons), index=rows.index[rows], dtype="string")
            self._reasons[new] = given[new[rows]]

    @property
    def is_accepted(self) -> pd.Series:
        """Which rows can be used so far."""
        return self._reasons.isna()

    @property
    def first_reason(self) -> str:
        """The reason of the first row in quarantine, with its line number."""
        first = self.table().iloc[0]
        return f"baris {first['row']}: {first['reason']}"

    def table(self) -> pd.DataFrame:
        """Return the rows in quarantine with their reasons.

        Returns
        -------
        DataFrame of shape (n_quarantined_rows, n_columns)
            As `Imported.quarantine` describes.
        """
        kept = ~self.is_accepted
        head = pd.DataFrame(
            {
                "row": self._raw.index[kept],
                "case_id": self._case_ids[kept].to_numpy(),
                "reason": self._reasons[kept].to_numpy(),
            }
        )
        raw = self._raw[kept].reset_index(drop=True).add_prefix("isi: ")
        return pd.concat([head, raw], axis="columns")
