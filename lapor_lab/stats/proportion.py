"""Intervals for a share."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError

__all__ = ["check_confidence_level", "wilson_interval"]


def check_confidence_level(confidence_level: float) -> None:
    """Refuse a confidence level that is not a share.

    Parameters
    ----------
    confidence_level : float
        Must lie in (0, 1).

    Raises
    ------
    ParameterError
        If it does not.

    Examples
    --------
    >>> check_confidence_level(95)
    Traceback (most recent call last):
        ...
    lapor_lab.errors.ParameterError: `confidence_level` must be in (0, 1), got 95. \
Write 0.95 for 95 %.
    """
    if not 0 < confidence_level < 1:
        raise ParameterError(
            "parameter_range",
            name="confidence_level",
            allowed="in (0, 1)",
            value=confidence_level,
            remedy="Write 0.95 for 95 %.",
        )


def wilson_interval(
    numerator: ArrayLike, denominator: ArrayLike, confidence_level: float = 0.95
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return Wilson's score interval of a share.

    Parameters
    ----------
    numerator : array-like of shape (n,)
        Events, whole or fractional, from 0 to `denominator`.
    denominator : array-like of shape (n,)
        Trials; where it is 0 both ends are NaN.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    lower, upper : ndarray of shape (n,)
        Ends of the interval, in [0, 1]; NaN where an argument is NaN.

    Raises
    ------
    ParameterError
        If a numerator is not in [0, denominator] or the level is not in (0, 1).

    References
    ----------
    .. [1] Wilson (1927), J. Am. Stat. Assoc. 22, 209-212.

    Examples
    --------
    >>> lower, upper = wilson_interval(915, 1324)
    >>> round(float(lower), 4), round(float(upper), 4)
    (0.6657, 0.7154)
    """
    from statsmodels.stats.proportion import proportion_confint  # noqa: PLC0415 (1.4 s to import)

    check_confidence_level(confidence_level)
    events = np.asarray(numerator, dtype=np.float64)
    trials = np.asarray(denominator, dtype=np.float64)
    wrong = (events < 0) | (events > trials)
    if wrong.any():
        raise ParameterError(
            "parameter_range",
            name="numerator",
            allowed="in [0, denominator]",
            value=float(np.broadcast_to(events, wrong.shape)[wrong][0]),
            remedy="Count each event once.",
        )
    some = np.where(trials > 0, trials, np.nan)
    lower, upper = proportion_confint(events, some, alpha=1 - confidence_level, method="wilson")
    return np.asarray(lower), np.asarray(upper)
