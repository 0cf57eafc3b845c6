"""Working days in operational time, for the loop: plain lists, no arrays."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from lapor_lab.calendar import WorkingCalendar
from lapor_lab.errors import ParameterError

__all__ = ["OfficeClock", "make_office_clock"]


@dataclass(frozen=True)
class OfficeClock:
    """Ends of working days in operational seconds.

    Parameters
    ----------
    day_ends : list of int
        Operational second at which each working day ends, in order.
    day_seconds : int
        Median length of a working day.
    until : int
        Operational second of the snapshot.
    never : int
        A second past all that the calendar knows.
    """

    day_ends: list[int]
    day_seconds: int
    until: int
    never: int

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
            Operational second, `never` past the calendar's end.
        """
        position = bisect_left(self.day_ends, second) + n_days
        return self.day_ends[position] if position < len(self.day_ends) else self.never


def make_office_clock(calendar: WorkingCalendar, as_of: date, period_days: int) -> OfficeClock:
    """Make the clock of a period.

    Parameters
    ----------
    calendar : WorkingCalendar
        The working calendar.
    as_of : date
        Day of the snapshot.
    period_days : int
        Days before it on which reports come in.

    Returns
    -------
    OfficeClock
        From the first day to the end of the calendar.

    Raises
    ------
    ParameterError
        If the period is not inside the calendar, or holds no working day.
    """
    first = as_of - timedelta(days=period_days)
    if not (calendar.first_day <= first and as_of <= calendar.last_day):
        raise ParameterError(
            "parameter_range",
            name="as_of",
            allowed=f"{calendar.first_day} … {calendar.last_day}",
            value=as_of.isoformat(),
            remedy="The calendar must hold the whole period.",
        )
    days = np.arange(np.datetime64(first), np.datetime64(calendar.last_day) + 1)
    lengths = calendar.office_seconds(days)
    start = calendar.work_seconds(np.datetime64(first, "s"))
    ends = start + np.cumsum(lengths)
    return OfficeClock(
        day_ends=ends[lengths > 0].tolist(),
        day_seconds=int(np.median(lengths[lengths > 0])),
        until=calendar.work_seconds(np.datetime64(as_of, "s")),
        never=calendar.total_work_seconds + 1,
    )
