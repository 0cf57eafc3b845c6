"""The working calendar of Indonesian government offices, as look-up tables."""

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import ClassVar, overload

import numpy as np
import numpy.typing as npt

from lapor_lab.calendar.days import UNKNOWN, as_days
from lapor_lab.calendar.non_working_days import (
    NonWorkingTable,
    load_non_working_days,
    with_override,
)
from lapor_lab.calendar.office_hours import OfficeHours, load_office_hours
from lapor_lab.calendar.operational_time import OperationalTime
from lapor_lab.errors import ParameterError

__all__ = ["WorkingCalendar", "load_calendar"]

_WEEKDAYS_ONLY = "1111100"
_Int64 = npt.NDArray[np.int64]
_Datetime64 = npt.NDArray[np.datetime64]
_Bool = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, eq=False)
class WorkingCalendar:
    """Working days and office hours of the years that are frozen.

    Every method takes one moment or many, and gives `UNKNOWN` or NaT where there is no moment
    or where it lies outside those years; it never guesses.

    Parameters
    ----------
    non_working : NonWorkingTable
        Non-working days beside Saturdays and Sundays.
    hours : OfficeHours
        Office hours.

    Examples
    --------
    >>> int(load_calendar().working_days("2026-03-13", "2026-03-27"))
    5
    """

    UNKNOWN: ClassVar[int] = UNKNOWN

    non_working: NonWorkingTable
    hours: OfficeHours = field(repr=False)
    _origin: int = field(init=False, repr=False)
    _is_working: _Bool = field(init=False, repr=False)
    _n_through: _Int64 = field(init=False, repr=False)
    _working_positions: _Int64 = field(init=False, repr=False)
    _operational: OperationalTime = field(init=False, repr=False)

    def __post_init__(self) -> None:
        first, last = np.datetime64(self.first_day), np.datetime64(self.last_day)
        days = np.arange(first, last + 1)
        closed = np.array([entry.day for entry in self.non_working.days], dtype="datetime64[D]")
        is_working = np.is_busday(days, weekmask=_WEEKDAYS_ONLY, holidays=closed)
        opens, lengths = self.hours.by_day(days, is_working)
        derived = {
            "_origin": int(first.astype(np.int64)),
            # One more entry stands for all that is unknown: a look-up then needs no branch.
            "_is_working": np.append(is_working, values=False),
            "_n_through": np.append(np.cumsum(is_working), 0),
            "_working_positions": np.flatnonzero(is_working),
            "_operational": OperationalTime(first_day=first, opens=opens, lengths=lengths),
        }
        for name, value in derived.items():
            object.__setattr__(self, name, value)

    @property
    def version(self) -> str:
        """Where the dates are from, when they were frozen, and which file changed them."""
        return self.non_working.version

    @property
    def first_day(self) -> date:
        """The first day that the calendar covers."""
        return self.non_working.first_day

    @property
    def last_day(self) -> date:
        """The last day that the calendar covers."""
        return self.non_working.last_day

    @property
    def estimated_years(self) -> tuple[int, ...]:
        """The years with a date that a decree may still move."""
        return tuple(sorted({e.day.year for e in self.non_working.days if e.is_estimated}))

    @property
    def total_work_seconds(self) -> int:
        """The seconds of office hours from the first day to the last."""
        return self._operational.total

    def covers(self, times: npt.ArrayLike) -> _Bool:
        """Return whether each moment lies in the years that are frozen.

        Parameters
        ----------
        times : array-like of datetime64
            Naive local times.

        Returns
        -------
        ndarray of bool
            Of the same shape; False for NaT.
        """
        return np.asarray(self._positions(times) < self._n_days)

    def is_working_day(self, days: npt.ArrayLike) -> _Bool:
        """Return whether offices are open on each day.

        Parameters
        ----------
        days : array-like of datetime64
            Days, or moments on them.

        Returns
        -------
        ndarray of bool
            Of the same shape; False for NaT and outside the frozen years.
        """
        return np.asarray(self._is_working[self._positions(days)])

    def working_days(self, received: npt.ArrayLike, closed: npt.ArrayLike) -> _Int64:
        """Count the working days from one day to another: ``(received, closed]``.

        The day of receipt does not count, the day of closing does; the hour does not matter.

        Parameters
        ----------
        received, closed : array-like of datetime64
            Days, or moments on them; they broadcast.

        Returns
        -------
        ndarray of int64
            `UNKNOWN` where either is NaT or outside the frozen years, or where `closed` is a
            day before `received`.
        """
        start, end = self._positions(received), self._positions(closed)
        counted = self._n_through[end] - self._n_through[start]
        is_known = (start <= end) & (end < self._n_days)
        return np.where(is_known, counted, UNKNOWN)

    def add_working_days(self, received: npt.ArrayLike, n_days: npt.ArrayLike) -> _Datetime64:
        """Return the n-th working day after a day: the last one within a limit of n days.

        Parameters
        ----------
        received : array-like of datetime64
            Days, or moments on them.
        n_days : array-like of int
            Working days, >= 1, or `UNKNOWN`; they broadcast.

        Returns
        -------
        ndarray of datetime64[D]
            NaT where `received` is NaT or outside the frozen years, where `n_days` is
            `UNKNOWN`, or where the day would lie past the frozen years.

        Raises
        ------
        ParameterError
            If a number of days is below 1 and not `UNKNOWN`.

        Examples
        --------
        >>> str(load_calendar().add_working_days("2026-03-13", 5))
        '2026-03-27'
        """
        n = np.asarray(n_days, dtype=np.int64)
        wrong = n[(n < 1) & (n != UNKNOWN)]
        if wrong.size:
            raise ParameterError(
                "parameter_range",
                name="n_days",
                allowed=">= 1",
                value=int(wrong[0]),
                remedy="Give a number of working days.",
            )
        start = self._positions(received)
        rank = self._n_through[start] + n - 1
        n_ranks = len(self._working_positions)
        is_known = (start < self._n_days) & (n != UNKNOWN) & (rank < n_ranks)
        found = self._origin + self._working_positions[np.where(is_known, rank, 0)]
        return np.where(is_known, found.astype("datetime64[D]"), np.datetime64("NaT", "D"))

    def office_seconds(self, days: npt.ArrayLike) -> _Int64:
        """Return how long offices are open on each day.

        Parameters
        ----------
        days : array-like of datetime64
            Days, or moments on them.

        Returns
        -------
        ndarray of int64
            Seconds, 0 on a non-working day; `UNKNOWN` outside the frozen years.
        """
        return np.append(self._operational.lengths, UNKNOWN)[self._positions(days)]

    def office_hours(self, days: npt.ArrayLike) -> tuple[_Datetime64, _Datetime64]:
        """Return when offices open and close on each day.

        Parameters
        ----------
        days : array-like of datetime64
            Days, or moments on them.

        Returns
        -------
        opens_at, closes_at : ndarray of datetime64[s]
            NaT on a non-working day and outside the frozen years.

        Examples
        --------
        >>> [str(at) for at in load_calendar().office_hours("2026-03-13")]
        ['2026-03-13T08:00:00', '2026-03-13T15:30:00']
        """
        position = self._positions(days)
        opens = np.append(self._operational.opens, 0)[position]
        lengths = self.office_seconds(days)
        opens_at = as_days(days).astype("datetime64[s]") + opens.astype("timedelta64[s]")
        closes_at = opens_at + lengths.astype("timedelta64[s]")
        is_open, never = lengths > 0, np.datetime64("NaT", "s")
        return np.where(is_open, opens_at, never), np.where(is_open, closes_at, never)

    @overload
    def work_seconds(self, times: np.datetime64) -> int: ...
    @overload
    def work_seconds(self, times: npt.ArrayLike) -> _Int64: ...
    def work_seconds(self, times: npt.ArrayLike) -> int | _Int64:
        """Return the seconds of office hours from the first day, 00:00, to each moment.

        Parameters
        ----------
        times : array-like of datetime64
            Naive local times.

        Returns
        -------
        ndarray of int64, or int for one datetime64
            Operational time; `UNKNOWN` for NaT and outside the frozen years.
        """
        return self._operational.work_seconds(times)

    @overload
    def wall_times(self, work_seconds: int) -> np.datetime64: ...
    @overload
    def wall_times(self, work_seconds: npt.ArrayLike) -> _Datetime64: ...
    def wall_times(self, work_seconds: npt.ArrayLike) -> np.datetime64 | _Datetime64:
        """Return the moment at which so many seconds of office hours have passed.

        A finish exactly at closing stays on that day. 0 is the first opening.

        Parameters
        ----------
        work_seconds : array-like of int
            Operational time, as `work_seconds` gives it.

        Returns
        -------
        ndarray of datetime64[s], or datetime64[s] for one int
            Always within office hours; NaT for `UNKNOWN` and past the last day.

        Examples
        --------
        >>> calendar = load_calendar()
        >>> work = calendar.work_seconds(np.datetime64("2026-03-13T15:00:00"))
        >>> [str(calendar.wall_times(work + s)) for s in (1800, 1801)]
        ['2026-03-13T15:30:00', '2026-03-16T08:00:01']
        """
        return self._operational.wall_times(work_seconds)

    @property
    def _n_days(self) -> int:
        return len(self._is_working) - 1

    def _positions(self, moments: npt.ArrayLike) -> _Int64:
        # As unsigned numbers, NaT and days before the first become larger than any position.
        days = as_days(moments)
        since = np.atleast_1d(days).view(np.int64) - self._origin
        clipped = np.minimum(since.view(np.uint64), np.uint64(self._n_days))
        return clipped.view(np.int64).reshape(days.shape)


def load_calendar(override: Path | None = None) -> WorkingCalendar:
    """Load the calendar that ships with the kit, changed by a file where one is given.

    Parameters
    ----------
    override : Path or None, default=None
        CSV file with columns `date` (2026-03-20), `action` (``libur`` adds a non-working day,
        ``kerja`` strikes one) and `name`.

    Returns
    -------
    WorkingCalendar
        Its `version` says which file changed it.

    Raises
    ------
    InputFileError
        If the file cannot be read, or a row cannot be used.
    ColumnNotFoundError
        If a column is absent.

    Examples
    --------
    >>> load_calendar().estimated_years
    (2027,)
    """
    if override is None:
        return _frozen_calendar()
    return WorkingCalendar(
        non_working=with_override(load_non_working_days(), override), hours=load_office_hours()
    )


@cache
def _frozen_calendar() -> WorkingCalendar:
    return WorkingCalendar(non_working=load_non_working_days(), hours=load_office_hours())
