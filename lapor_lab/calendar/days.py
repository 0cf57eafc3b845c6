"""Moments as days: the one conversion that every look-up starts from."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

__all__ = ["UNKNOWN", "as_days", "as_seconds"]

# What cannot be known (no date, a date outside the frozen years, a limit that no one can lay).
UNKNOWN: Final = -1


def as_days(moments: npt.ArrayLike) -> npt.NDArray[np.datetime64]:
    """Return the day of each moment.

    Parameters
    ----------
    moments : array-like of datetime64, date or ISO text
        Naive local times.

    Returns
    -------
    ndarray of datetime64[D]
        Of the same shape; NaT stays NaT.

    Examples
    --------
    >>> str(as_days("2026-03-13T23:59:59"))
    '2026-03-13'
    """
    return _as_datetime(moments).astype("datetime64[D]")


def as_seconds(moments: npt.ArrayLike) -> npt.NDArray[np.datetime64]:
    """Return the second of each moment, what is finer cut off.

    Parameters
    ----------
    moments : array-like of datetime64, date or ISO text
        Naive local times.

    Returns
    -------
    ndarray of datetime64[s]
        Of the same shape; NaT stays NaT.
    """
    return _as_datetime(moments).astype("datetime64[s]")


def _as_datetime(moments: npt.ArrayLike) -> npt.NDArray[Any]:
    values = np.asarray(moments)
    return values if values.dtype.kind == "M" else values.astype("datetime64[s]")
