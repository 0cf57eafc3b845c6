"""What an import notices of the rows while they pass: small counts that add up."""

from collections import Counter
from dataclasses import dataclass, field

import pandas as pd

from lapor_lab.exchange.imports.buckets import count_contradictions
from lapor_lab.schema import SYNTHETIC_PREFIX, UNKNOWN_GROUP

__all__ = ["Observations"]


@dataclass(kw_only=True)
class Observations:
    """Counts over all rows that were accepted.

    Parameters
    ----------
    n_synthetic, n_real : int, default=0
        Cases that were made up, and the others.
    first, last : Timestamp or None, default=None
        First and last submission.
    statuses : Counter of tuple of (str, int, str)
        Cases by institution, year of submission and status.
    hours : Counter of tuple of (str, int)
        Cases by file and hour of submission, where the file has a clock time.
    buckets : Counter of tuple of (str, str, bool)
        Rows by file, bucket column and whether the bucket contradicts the dates.
    """

    n_synthetic: int = 0
    n_real: int = 0
    first: pd.Timestamp | None = None
    last: pd.Timestamp | None = None
    statuses: Counter[tuple[str, int, str]] = field(default_factory=Counter)
    hours: Counter[tuple[str, int]] = field(default_factory=Counter)
    buckets: Counter[tuple[str, str, bool]] = field(default_factory=Counter)

    def add(self, cases: pd.DataFrame, cells: pd.DataFrame, *, file: str) -> None:
        """Take some cases in.

        Parameters
        ----------
        cases : DataFrame of shape (n_cases, n_columns)
            Cases as read, identifiers in clear.
        cells : DataFrame of shape (n_rows, n_cells)
            The rows' own cells; its index holds that of `cases`.
        file : str
            Name of the file.
        """
        if cases.empty:
            return
        submitted = cases["submitted_at"]
        is_synthetic = cases["case_id"].str.startswith(SYNTHETIC_PREFIX)
        self.n_synthetic += int(is_synthetic.sum())
        self.n_real += int((~is_synthetic).sum())
        self.first = min(filter(pd.notna, (self.first, submitted.min())))
        self.last = max(filter(pd.notna, (self.last, submitted.max())))
        status = cases.get("status", pd.Series(pd.NA, index=cases.index, dtype="string"))
        keys = zip(
            cases["institution"], submitted.dt.year, status.fillna(UNKNOWN_GROUP), strict=True
        )
        self.statuses.update(keys)
        has_clock = submitted != submitted.dt.normalize()
        self.hours.update((file, int(hour)) for hour in submitted[has_clock].dt.hour)
        for column, n_wrong, n in count_contradictions(cases, cells.loc[cases.index]):
            self.buckets[file, column, True] += n_wrong
            self.buckets[file, column, False] += n - n_wrong

    @property
    def institutions(self) -> set[str]:
        """Names of the institutions that have a case."""
        return {institution for institution, _, _ in self.statuses}

    def status_table(self) -> pd.DataFrame:
        """Return the cases by institution, year and status.

        Returns
        -------
        DataFrame of shape (n_cells, 4)
            `institution, year, status, n`.
        """
        rows = [(*key, n) for key, n in self.statuses.items()]
        table = pd.DataFrame(rows, columns=["institution", "year", "status", "n"])
        return table.sort_values(["institution", "year", "status"], ignore_index=True)
