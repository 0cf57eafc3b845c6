"""When a reporter acts within a window: mostly early, often in the evening."""

from bisect import bisect_left

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.handling.clock import NEVER, OfficeClock

__all__ = ["moment_in_window", "moments_in_windows"]

_Int64 = npt.NDArray[np.int64]


def moment_in_window(
    clock: OfficeClock, after: int, n_days: int, part: float, *, is_evening: bool
) -> int:
    """Return a moment between a second and the end of a window of working days.

    Parameters
    ----------
    clock : OfficeClock
        Working days.
    after : int
        Operational second at which the window opens.
    n_days : int
        Working days that it lasts.
    part : float
        Part of it that has passed, in [0, 1).
    is_evening : bool
        Whether the moment is put off to the closing of its day, if the window still holds it.

    Returns
    -------
    int
        Operational second, `NEVER` where the window ends past the calendar.
    """
    ends = clock.end_list
    day = bisect_left(ends, after)
    if day + n_days >= len(ends):
        return NEVER
    end = ends[day + n_days]
    second = after + 1 + int((end - after - 1) * part)
    if is_evening:
        closing = ends[bisect_left(ends, second, day)]
        if closing < end:
            return closing
    return second


def moments_in_windows(
    clock: OfficeClock,
    after: _Int64,
    n_days: int,
    part: npt.NDArray[np.float64],
    is_evening: npt.NDArray[np.bool_],
) -> tuple[_Int64, _Int64, npt.NDArray[np.bool_]]:
    """Return many moments, as `moment_in_window` returns one.

    Parameters
    ----------
    clock : OfficeClock
        Working days.
    after : ndarray of int64 of shape (n,)
        Operational seconds at which the windows open.
    n_days : int
        Working days that they last.
    part : ndarray of float of shape (n,)
        Parts that have passed.
    is_evening : ndarray of bool of shape (n,)
        Whether a moment is put off to closing.

    Returns
    -------
    moment, end : ndarray of int64 of shape (n,)
        Operational seconds, `NEVER` where the window ends past the calendar.
    is_put_off : ndarray of bool of shape (n,)
        Whether a moment is a closing.
    """
    end = clock.ends_of_days(after, n_days)
    known = end < NEVER
    length = np.where(known, end, after + 1) - after - 1
    second = after + 1 + (length * part).astype(np.int64)
    closing = clock.ends_of_days(second)
    is_put_off = is_evening & known & (closing < end)
    return np.where(known, np.where(is_put_off, closing, second), NEVER), end, is_put_off
