"""Intervals for the ratio of observed to expected events, and for a rate."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import gammainccinv, gammaincinv, ndtri

from lapor_lab.stats.checked_numbers import numbers_at_least
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["byar_interval", "poisson_interval", "ratio_interval"]

_FEWEST_FOR_BYAR: Final = 10


def ratio_interval(
    observed: ArrayLike, expected: ArrayLike, confidence_level: float = 0.95
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the interval of observed over expected events: exact below 10 events, else Byar.

    With the time or the population at risk as `expected` it is the interval of a rate. The
    events are taken as Poisson. Where they are common (more than about a tenth of the cases)
    that is too wide, and `binomial_ratio_interval` tells more.

    Parameters
    ----------
    observed : array-like of shape (n,)
        Events, at least 0; may be fractional.
    expected : array-like of shape (n,)
        Expected events, or what a rate is per; where it is 0 both ends are NaN.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    lower, upper : ndarray of shape (n,)
        Ends of the interval; NaN where an argument is NaN.

    Raises
    ------
    ParameterError
        If a number is negative or the level is not in (0, 1).

    Examples
    --------
    >>> lower, upper = ratio_interval([5, 410], [4, 444.2])
    >>> lower.round(3), upper.round(3)
    (array([0.406, 0.836]), array([2.917, 1.017]))
    """
    exact = poisson_interval(observed, expected, confidence_level)
    approximate = byar_interval(observed, expected, confidence_level)
    is_small = np.asarray(observed, dtype=np.float64) < _FEWEST_FOR_BYAR
    lower, upper = (
        np.where(is_small, few, many) for few, many in zip(exact, approximate, strict=True)
    )
    return lower, upper


def byar_interval(
    observed: ArrayLike, expected: ArrayLike = 1.0, confidence_level: float = 0.95
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return Byar's approximate Poisson interval, whatever the number of events.

    Parameters
    ----------
    observed : array-like of shape (n,)
        Events, at least 0; may be fractional.
    expected : array-like of shape (n,), default=1.0
        What the events are divided by; where it is 0 both ends are NaN.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    lower, upper : ndarray of shape (n,)
        Ends of the interval; NaN where the approximation has no lower end: without any
        event, and with very few at a high level.

    Raises
    ------
    ParameterError
        If a number is negative or the level is not in (0, 1).

    References
    ----------
    .. [1] Breslow & Day (1987), Statistical Methods in Cancer Research II, p. 69.

    Examples
    --------
    >>> lower, upper = byar_interval(65)
    >>> round(float(lower), 4), round(float(upper), 4)
    (50.1632, 82.8491)
    """
    events, divisor = _checked(observed, expected, confidence_level)
    z = ndtri((1 + confidence_level) / 2)
    more = events + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        root = 1 - 1 / (9 * events) - z / (3 * np.sqrt(events))
        lower = np.where(root > 0, events * root**3, np.nan)
    upper = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return lower / divisor, upper / divisor


def poisson_interval(
    observed: ArrayLike, expected: ArrayLike = 1.0, confidence_level: float = 0.95
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the exact Poisson interval, which never covers less than it says.

    Parameters
    ----------
    observed : array-like of shape (n,)
        Events, at least 0; may be fractional.
    expected : array-like of shape (n,), default=1.0
        What the events are divided by; where it is 0 both ends are NaN.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    lower, upper : ndarray of shape (n,)
        Ends of the interval; the lower one is 0 without any event.

    Raises
    ------
    ParameterError
        If a number is negative or the level is not in (0, 1).

    References
    ----------
    .. [1] Garwood (1936), Biometrika 28, 437-442.

    Examples
    --------
    >>> lower, upper = poisson_interval([0, 5])
    >>> lower.round(3), upper.round(3)
    (array([0.   , 1.623]), array([ 3.689, 11.668]))
    """
    events, divisor = _checked(observed, expected, confidence_level)
    tail = (1 - confidence_level) / 2
    some = np.where(events > 0, events, np.nan)
    lower = np.where(events == 0, 0.0, gammaincinv(some, tail))
    upper = gammainccinv(events + 1, tail)
    return lower / divisor, upper / divisor


def _checked(
    observed: ArrayLike, expected: ArrayLike, confidence_level: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    check_confidence_level(confidence_level)
    events = numbers_at_least("observed", observed, 0)
    divisor = numbers_at_least("expected", expected, 0)
    return events, np.where(divisor > 0, divisor, np.nan)
