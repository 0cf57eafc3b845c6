"""Working days in operational time: for the loop in plain lists, for tables in arrays."""

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from functools import cache

import numpy as np
import numpy.typing as npt

from lapor_lab.calendar import WorkingCalendar
from lapor_lab.errors import ParameterError

__all__ = ["NEVER", "OfficeClock", "make_office_clock"]

# A second past all that a calendar knows, and small enough to be added to another.
NEVER = 1 << 40
# Shorter than any working day, so that a bucket holds no more than one closing.
_BUCKET_BITS = 10

_Int64 = npt.NDArray[np.int64]
_Times = npt.NDArray[np.datetime64]


@dataclass(frozen=True, eq=False)
class OfficeClock:
    """Working days of a calendar, from its first day.

    Parameters
    ----------
    ends : ndarray of int64 of shape (n_days,)
        Operational second at which each working day closes.
    shifts : ndarray of int64 of shape (n_days,)
        Unix second of the wall clock minus the operational second, on each working day.
    day_seconds : int
        Median length of a working day.
    """

    ends: _Int64
    shifts: _Int64
    day_seconds: int
    end_list: list[int] = field(init=False, repr=False)
    _bucket: _Int64 = field(init=False, repr=False)

    def __post_init__(self) -> None:
        n_buckets = (int(self.ends[-1]) >> _BUCKET_BITS) + 1
        starts = np.arange(n_buckets, dtype=np.int64) << _BUCKET_BITS
        object.__setattr__(self, "end_list", self.ends.tolist())
        object.__setattr__(self, "_bucket", np.searchsorted(self.ends, starts, side="left"))

    def end_of_day(self, second: int, n_days: int = 0) -> int:
        """Return the end of a working day.

        Parameters
        ----------
        second : int
            Operational second; one at closing belongs to the day that closes.
        n_days : int, default=0
            How many working days after it, 0 or more.

        Returns
        -------
        int
            Operational second, `NEVER` past the calendar's end.
        """
        position = bisect_left(self.end_list, second) + n_days
        return self.end_list[position] if position < len(self.end_list) else NEVER

    def ends_of_days(self, seconds: _Int64, n_days: int | _Int64 = 0) -> _Int64:
        """Return the ends of working days, as `end_of_day` does for one.

        Parameters
        ----------
        seconds : ndarray of int64 of shape (n,)
            Operational seconds within the calendar.
        n_days : int or ndarray of int64 of shape (n,), default=0
            How many working days after them.

        Returns
        -------
        ndarray of int64 of shape (n,)
            Operational seconds, `NEVER` past the calendar's end.
        """
        position = self._days(seconds) + n_days
        known = position < len(self.ends)
        return np.where(known, self.ends[np.where(known, position, 0)], NEVER)

    def wall_times(self, seconds: _Int64) -> _Times:
        """Return the moments of operational seconds; a closing stays on the day that closes.

        Parameters
        ----------
        seconds : ndarray of int64 of shape (n,)
            Operational seconds from 1 to the calendar's end.

        Returns
        -------
        ndarray of datetime64[s] of shape (n,)
            Within office hours.
        """
        return (seconds + self.shifts[self._days(seconds)]).view("datetime64[s]")

    def _days(self, seconds: _Int64) -> _Int64:
        day = self._bucket[seconds >> _BUCKET_BITS]
        return np.asarray(day + (self.ends[day] < seconds))


@cache
def make_office_clock(calendar: WorkingCalendar) -> OfficeClock:
    """Make the clock of a calendar.

    Parameters
    ----------
    calendar : WorkingCalendar
        The working calendar.

    Returns
    -------
    OfficeClock
        From its first to its last day.
    """
    days = np.arange(np.datetime64(calendar.first_day), np.datetime64(calendar.last_day) + 1)
    days = days[calendar.office_seconds(days) > 0]
    lengths = calendar.office_seconds(days)
    _, closes = calendar.office_hours(days)
    ends = np.cumsum(lengths)
    return OfficeClock(ends, closes.view(np.int64) - ends, int(np.median(lengths)))


def check_period(calendar: WorkingCalendar, period: tuple[date, date]) -> None:
    """Refuse a period that the calendar does not know.

    Parameters
    ----------
    calendar : WorkingCalendar
        The working calendar.
    period : tuple of (date, date)
        First day, and day of the snapshot.

    Raises
    ------
    ParameterError
        If a day lies outside.
    """
    if not (calendar.first_day <= period[0] and period[1] <= calendar.last_day):
        raise ParameterError(
            "parameter_range",
            name="as_of",
            allowed=f"{calendar.first_day} … {calendar.last_day}",
            value=period[1].isoformat(),
            remedy="The calendar must hold the whole period.",
        )
