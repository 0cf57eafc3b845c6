"""Legal limits by stage, class and day of submission."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from lapor_lab.calendar.csv_rows import data_file
from lapor_lab.calendar.days import UNKNOWN, as_days
from lapor_lab.calendar.legal_limit import STAGES, LegalLimit, read_limits
from lapor_lab.errors import UnknownNameError
from lapor_lab.schema import ReportClass

__all__ = ["Limits", "load_limits"]

# Code 0 is a class that is missing or that no limit knows.
_CODES: Final = {str(name): code for code, name in enumerate(ReportClass, start=1)}
_Int64 = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Limits:
    """The dated table of limits.

    A case falls under the row of its stage and class that was the latest in force on the day
    of its submission; a row without a class serves the classes that have none of their own.

    Parameters
    ----------
    rows : tuple of LegalLimit
        All limits, past and present.
    """

    rows: tuple[LegalLimit, ...]

    def days(self, stage: str, report_class: npt.ArrayLike, submitted_at: npt.ArrayLike) -> _Int64:
        """Return the limit of each case.

        Parameters
        ----------
        stage : str
            One of `STAGES`.
        report_class : array-like of str
            Class of each case, missing where it is not known; a pandas Categorical or a
            categorical Series is read by its codes, which is faster.
        submitted_at : array-like of datetime64
            When each case was submitted; the two broadcast.

        Returns
        -------
        ndarray of int64
            Working days; `UNKNOWN` where no limit can be laid on the case.

        Raises
        ------
        UnknownNameError
            If there is no such stage.

        Examples
        --------
        >>> load_limits().days("completed", ["Aspirasi", None], "2023-01-02").tolist()
        [14, -1]
        """
        if stage not in STAGES:
            raise UnknownNameError(
                "unknown_name", kind="stage", value=stage, allowed=", ".join(STAGES)
            )
        starts = sorted({row.berlaku_sejak for row in self.rows if row.stage == stage})
        table = np.full((len(starts) + 1, len(_CODES) + 1), UNKNOWN, dtype=np.int64)
        for period, start in enumerate(starts, start=1):
            rows = [row for row in self.in_force(start) if row.stage == stage]
            for row in sorted(rows, key=lambda row: row.report_class != ""):
                codes = _CODES[row.report_class] if row.report_class else slice(None)
                table[period, codes] = row.days
        return np.asarray(table[_periods(starts, submitted_at), _class_codes(report_class)])

    def in_force(self, day: date) -> tuple[LegalLimit, ...]:
        """Return the limits under which a case of a day falls.

        Parameters
        ----------
        day : date
            Day of submission.

        Returns
        -------
        tuple of LegalLimit
            One by stage and class, in the order of the table.

        Examples
        --------
        >>> {row.legal_base for row in load_limits().in_force(date(2022, 8, 15))}
        {'PermenPANRB 62/2018'}
        """
        latest: dict[tuple[str, str], LegalLimit] = {}
        for row in sorted(self.rows, key=lambda row: row.berlaku_sejak):
            if row.berlaku_sejak <= day:
                latest[row.stage, row.report_class] = row
        chosen = set(latest.values())
        return tuple(row for row in self.rows if row in chosen)

    def is_unverified(self, submitted_at: npt.ArrayLike) -> npt.NDArray[np.bool_]:
        """Return whether any limit in force on a day was never checked against its source.

        Parameters
        ----------
        submitted_at : array-like of datetime64
            When each case was submitted.

        Returns
        -------
        ndarray of bool
            Of the same shape; False for NaT and before the first limit, where there is none.

        Examples
        --------
        >>> load_limits().is_unverified(["2022-08-15", "2026-01-05"]).tolist()
        [False, True]
        """
        starts = sorted({row.berlaku_sejak for row in self.rows})
        doubts = [any(row.diperiksa_pada is None for row in self.in_force(s)) for s in starts]
        return np.asarray(np.array([False, *doubts])[_periods(starts, submitted_at)])


def load_limits(path: Path | None = None) -> Limits:
    """Load the limits that ship with the kit, or those of a file.

    Parameters
    ----------
    path : Path or None, default=None
        CSV file with the columns of `LegalLimit`.

    Returns
    -------
    Limits
        The table; one that ships is loaded once.

    Raises
    ------
    InputFileError
        If the file cannot be read, or a row cannot be used.
    ColumnNotFoundError
        If a column is absent.

    Examples
    --------
    >>> load_limits().days("first_followed_up", None, "2022-08-15").item()
    5
    """
    return _frozen_limits() if path is None else Limits(read_limits(path))


@cache
def _frozen_limits() -> Limits:
    return Limits(read_limits(data_file("limits.csv")))


def _periods(starts: Sequence[date], submitted_at: npt.ArrayLike) -> _Int64:
    # Starts are few, so that comparing with each is faster than a search; NaT is never later.
    days = as_days(submitted_at)
    period = np.zeros(days.shape, dtype=np.int64)
    for start in starts:
        period += days >= np.datetime64(start)
    return period


def _class_codes(report_class: Any) -> _Int64:
    categorical = getattr(report_class, "cat", report_class)
    if hasattr(categorical, "categories"):
        of_category = [_CODES.get(name, 0) for name in categorical.categories]
        # Code -1, a missing value, takes the last entry.
        by_code = np.array([*of_category, 0], dtype=np.int64)
        return by_code[np.asarray(categorical.codes, dtype=np.int64)]
    names = np.asarray(report_class, dtype=object)
    codes = [_CODES.get(name, 0) for name in names.reshape(-1).tolist()]
    return np.array(codes, dtype=np.int64).reshape(names.shape)
