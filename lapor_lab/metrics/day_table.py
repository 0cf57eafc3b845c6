"""The days of a calendar as places in tables, looked up once for all that is asked of a day."""

import numpy as np
from numpy.typing import NDArray

from lapor_lab.calendar import WorkingCalendar

__all__ = ["DayTable"]

_Int64 = NDArray[np.int64]
_Days = NDArray[np.datetime64]


class DayTable:
    """Working days of a calendar, by place of the day.

    Parameters
    ----------
    calendar : WorkingCalendar
        Working days.
    """

    def __init__(self, calendar: WorkingCalendar) -> None:
        first, last = np.datetime64(calendar.first_day), np.datetime64(calendar.last_day)
        self.days: _Days = np.arange(first, last + 1)
        self._unknown = calendar.UNKNOWN
        # One more place stands for every day that is missing or not covered.
        self._through = np.append(calendar.working_days(first, self.days), 0)

    def __len__(self) -> int:
        return len(self.days)

    def places(self, days: _Days) -> _Int64:
        """Return where days stand in tables.

        Parameters
        ----------
        days : ndarray of datetime64[D] of shape (n_cases,)
            Days.

        Returns
        -------
        ndarray of int64 of shape (n_cases,)
            Places from 0; the number of days for what is missing or not covered.
        """
        # As unsigned numbers, NaT and days before the first become larger than any place.
        since = (days - self.days[0]).view(np.uint64)
        places: _Int64 = np.minimum(since, np.uint64(len(self.days))).view(np.int64)
        return places

    def working_days(self, start: _Int64, end: _Int64) -> _Int64:
        """Count working days as `WorkingCalendar.working_days` does.

        Parameters
        ----------
        start, end : ndarray of int64
            Places of days; they broadcast.

        Returns
        -------
        ndarray of int64
            Working days after the first up to the second; `UNKNOWN` where either is not
            covered, or the second is the earlier.
        """
        counted = self._through[end] - self._through[start]
        is_known = (start <= end) & (end < len(self.days))
        return np.where(is_known, counted, self._unknown)
