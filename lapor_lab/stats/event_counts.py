"""Events out of cases, checked before anything is made of them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError

__all__ = ["check_events"]


def check_events(
    numerator: ArrayLike, denominator: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return events and cases as arrays, or refuse them.

    Parameters
    ----------
    numerator : array-like of shape (n_units,)
        Events, whole or fractional, from 0 to `denominator`.
    denominator : array-like of shape (n_units,)
        Cases, at least 0.

    Returns
    -------
    events, trials : ndarray of shape (n_units,)
        The same numbers; both 0 where one of them is missing.

    Raises
    ------
    ParameterError
        If a numerator is not in [0, denominator].

    Examples
    --------
    >>> check_events([1, float("nan")], [2, 9])
    (array([1., 0.]), array([2., 0.]))
    """
    events, trials = np.broadcast_arrays(
        *(np.asarray(values, dtype=np.float64) for values in (numerator, denominator))
    )
    is_missing = np.isnan(events) | np.isnan(trials)
    wrong = ~is_missing & ~((events >= 0) & (events <= trials))
    if wrong.any():
        raise ParameterError(
            "parameter_range",
            name="numerator",
            allowed="in [0, denominator]",
            value=float(events[wrong][0]),
            remedy="Count each event once.",
        )
    return np.where(is_missing, 0.0, events), np.where(is_missing, 0.0, trials)
