"""Operational time: seconds of office hours since the first day, and back to the wall clock.

Where all servers of a station share a calendar, a queue may run in operational time and be
mapped back: the result is exact.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import overload

import numpy as np
import numpy.typing as npt

from lapor_lab.calendar.days import UNKNOWN, as_seconds

__all__ = ["OperationalTime"]

_SECONDS_PER_DAY = 86_400
_NOT_A_TIME = np.datetime64("NaT", "s")
_Int64 = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class OperationalTime:
    """A map between the wall clock and seconds of office hours.

    Parameters
    ----------
    first_day : datetime64[D]
        Day 0.
    opens : ndarray of int64 of shape (n_days,)
        Opening, in seconds after midnight.
    lengths : ndarray of int64 of shape (n_days,)
        Seconds that the office is open, 0 on a non-working day.
    """

    first_day: np.datetime64
    opens: _Int64
    lengths: _Int64
    _origin: int = field(init=False, repr=False)
    _ends: _Int64 = field(init=False, repr=False)
    # Plain lists beside the arrays: one look-up in a list costs a tenth of one in an array.
    _end_list: list[int] = field(init=False, repr=False)
    _shift_list: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        ends = np.cumsum(self.lengths)
        origin = int(self.first_day.astype("datetime64[s]").astype(np.int64))
        midnights = origin + _SECONDS_PER_DAY * np.arange(len(ends))
        shift = midnights + self.opens - (ends - self.lengths)
        object.__setattr__(self, "_origin", origin)
        object.__setattr__(self, "_ends", ends)
        object.__setattr__(self, "_end_list", ends.tolist())
        object.__setattr__(self, "_shift_list", shift.tolist())

    @property
    def total(self) -> int:
        """The seconds of office hours up to the end of the last day."""
        return self._end_list[-1]

    @overload
    def work_seconds(self, times: np.datetime64) -> int: ...
    @overload
    def work_seconds(self, times: npt.ArrayLike) -> _Int64: ...
    def work_seconds(self, times: npt.ArrayLike) -> int | _Int64:
        """Return the seconds of office hours up to each moment.

        Parameters
        ----------
        times : array-like of datetime64
            Naive local times.

        Returns
        -------
        ndarray of int64, or int for one datetime64
            Of the same shape; `UNKNOWN` for NaT and outside the days known.
        """
        if isinstance(times, np.datetime64):
            return self._work_second(times)
        seconds = as_seconds(times)
        # As unsigned numbers, NaT and what lies before day 0 become larger than any day.
        since = np.atleast_1d(seconds).view(np.int64) - self._origin
        n_seconds = len(self.lengths) * _SECONDS_PER_DAY
        is_known = since.view(np.uint64) < n_seconds
        day, second = np.divmod(np.where(is_known, since, 0), _SECONDS_PER_DAY)
        lengths = self.lengths[day]
        worked = np.clip(second - self.opens[day], 0, lengths)
        passed = self._ends[day] - lengths + worked
        return np.where(is_known, passed, UNKNOWN).reshape(seconds.shape)

    @overload
    def wall_times(self, work_seconds: int) -> np.datetime64: ...
    @overload
    def wall_times(self, work_seconds: npt.ArrayLike) -> npt.NDArray[np.datetime64]: ...
    def wall_times(self, work_seconds: npt.ArrayLike) -> np.datetime64 | npt.NDArray[np.datetime64]:
        """Return the moment at which so many seconds of office hours have passed.

        A finish exactly at closing stays on that day. 0 is the first opening.

        Parameters
        ----------
        work_seconds : array-like of int
            Seconds of office hours since day 0.

        Returns
        -------
        ndarray of datetime64[s], or datetime64[s] for one int
            Of the same shape; NaT for `UNKNOWN` and past the last day.
        """
        if isinstance(work_seconds, int | np.integer):
            return self._wall_time(int(work_seconds))
        work = np.asarray(work_seconds, dtype=np.int64)
        is_known = (work >= 0) & (work <= self.total)
        inside = np.where(is_known, work, 0)
        day = np.searchsorted(self._ends, np.maximum(inside, 1), side="left")
        starts = self._ends[day] - self.lengths[day]
        wall = self._origin + day * _SECONDS_PER_DAY + self.opens[day] + inside - starts
        return np.where(is_known, wall.astype("datetime64[s]"), _NOT_A_TIME)

    def _work_second(self, time: np.datetime64) -> int:
        since = int(time.astype("datetime64[s]").astype(np.int64)) - self._origin
        day = since // _SECONDS_PER_DAY
        if not 0 <= day < len(self._end_list):
            return UNKNOWN
        end = self._end_list[day]
        start = self._end_list[day - 1] if day else 0
        passed = since + self._origin - self._shift_list[day]
        return min(max(passed, start), end)

    def _wall_time(self, work_second: int) -> np.datetime64:
        if not 0 <= work_second <= self.total:
            return _NOT_A_TIME
        day = bisect_left(self._end_list, max(work_second, 1))
        return np.datetime64(self._shift_list[day] + work_second, "s")
