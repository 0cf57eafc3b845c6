"""The months of days as codes."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.metrics.case_batch import CaseBatch
from lapor_lab.metrics.day_table import DayTable
from lapor_lab.metrics.value_codes import ValueCodes

__all__ = ["MonthCodes"]

_Int64 = NDArray[np.int64]


class MonthCodes:
    """A table of the months in which cases were submitted.

    Parameters
    ----------
    values : ValueCodes
        Where months are numbered, as ``"2022-08"``.
    table : DayTable
        Most days lie within it.
    """

    def __init__(self, values: ValueCodes, table: DayTable) -> None:
        self._values = values
        self._table = table
        self._codes = self._look_up(table.days)

    def of(self, batch: CaseBatch) -> _Int64:
        """Return the code of each case's month.

        Parameters
        ----------
        batch : CaseBatch
            Cases.

        Returns
        -------
        ndarray of int64 of shape (n_cases,)
            Codes.
        """
        places = batch.places("submitted_at", self._table)
        if places.max() < len(self._table):
            return np.asarray(self._codes[places])
        # Of the days few are different, so that few are turned into months.
        which, found = pd.factorize(batch.days("submitted_at").view(np.int64))
        return self._look_up(np.asarray(found).view("datetime64[D]"))[which]

    def _look_up(self, days: NDArray[np.datetime64]) -> _Int64:
        months = np.datetime_as_string(days.astype("datetime64[M]")).tolist()
        return self._values.of_values(None if month == "NaT" else month for month in months)
