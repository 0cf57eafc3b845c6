"""Moments on a scale of working days, so that spans between them are working time."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.calendar import UNKNOWN, WorkingCalendar

__all__ = ["working_position"]


def working_position(calendar: WorkingCalendar, moments: ArrayLike) -> NDArray[np.float64]:
    """Return how many working days, whole and begun, lie before each moment.

    A day passes evenly between the opening and the closing of offices, so that every working
    day counts 1, also a short one in Ramadan. The difference of two moments is the working
    time between them.

    Parameters
    ----------
    calendar : WorkingCalendar
        Working days and office hours.
    moments : array-like of datetime64
        Naive local times.

    Returns
    -------
    ndarray of float64
        Of the same shape; NaN for NaT and outside the frozen years.

    Examples
    --------
    >>> from lapor_lab.calendar import load_calendar
    >>> at = np.array(["2022-08-12T16:30", "2022-08-15T07:30", "2022-08-15T11:45"], "M8[s]")
    >>> np.diff(working_position(load_calendar(), at)).tolist()
    [0.0, 0.5]
    """
    at = np.asarray(moments)
    days = at.astype("datetime64[D]")
    # Everything but the hour is the same for all moments of a day: asked once a day.
    unique, place = np.unique(days, return_inverse=True)
    place = place.reshape(at.shape)
    known = calendar.covers(unique)
    through = calendar.working_days(np.datetime64(calendar.first_day), unique)
    before = np.where(known, through - calendar.is_working_day(unique), np.nan)
    midnight = unique.astype("datetime64[s]")
    opened = calendar.work_seconds(midnight)
    length = calendar.office_seconds(unique)
    worked = calendar.work_seconds(at)
    passed = np.where(worked == UNKNOWN, 0, worked - opened[place])
    share = np.divide(passed, length[place], out=np.zeros(at.shape), where=length[place] > 0)
    return np.asarray(before[place] + share)
