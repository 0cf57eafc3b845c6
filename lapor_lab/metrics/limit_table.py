"""The limits of one stage as a table to look up in."""

import numpy as np
from numpy.typing import NDArray

from lapor_lab.calendar import Limits
from lapor_lab.metrics.case_batch import CaseBatch
from lapor_lab.metrics.day_table import DayTable
from lapor_lab.metrics.flow import UNKNOWN_DAYS, is_divided_by_class
from lapor_lab.metrics.value_codes import ValueCodes
from lapor_lab.schema import Stage

__all__ = ["LimitTable"]

_Int64 = NDArray[np.int64]


class LimitTable:
    """Limits by class and day of submission, of the days that the calendar covers.

    Parameters
    ----------
    stage : Stage
        The stage.
    limits : Limits
        Legal limits by stage and class.
    table : DayTable
        Days that the calendar covers.
    """

    def __init__(self, stage: Stage, limits: Limits, table: DayTable) -> None:
        self._limits = limits
        self._stage = stage
        self._table = table
        self._is_by_class = is_divided_by_class(stage, limits)
        self._classes = ValueCodes(str)
        self._rows: list[_Int64] = []

    def of(self, batch: CaseBatch) -> _Int64:
        """Return the limit of each case.

        Parameters
        ----------
        batch : CaseBatch
            Cases.

        Returns
        -------
        ndarray of int64 of shape (n_cases,) or (1,)
            Working days, or `UNKNOWN_DAYS`; of no meaning where the calendar does not cover
            the day of submission, as no days can be counted there. One for all if it is.
        """
        if self._stage is Stage.CLOSED:
            return np.array([UNKNOWN_DAYS])
        if self._is_by_class and "report_class" in batch:
            codes = self._classes.of(batch.column("report_class"))
        else:
            codes = self._classes.of_values([""])
        for name in self._classes.seen[len(self._rows) :]:
            limit = self._limits.days(self._stage, name, self._table.days)
            self._rows.append(np.append(limit, limit[-1]))
        by_day = np.stack(self._rows)
        if (by_day == by_day[:, :1]).all():
            # No limit has changed as long as there is a calendar.
            return np.asarray(by_day[codes, 0])
        return np.asarray(by_day[codes, batch.places("submitted_at", self._table)])
