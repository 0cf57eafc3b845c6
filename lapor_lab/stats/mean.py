"""Intervals for a mean and for the mean of paired differences."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import stdtrit

from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["mean_interval", "paired_difference"]


def mean_interval(
    n: ArrayLike, total: ArrayLike, total_square: ArrayLike, confidence_level: float = 0.95
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return a mean and Student's interval from sums.

    Sums add up over parts, so that no value need be kept. One value gives a mean without
    an interval.

    Parameters
    ----------
    n : array-like of shape (m,)
        Number of values.
    total : array-like of shape (m,)
        Their sum.
    total_square : array-like of shape (m,)
        Sum of their squares.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    mean, lower, upper : ndarray of shape (m,)
        NaN where there are too few values.

    Raises
    ------
    ParameterError
        If the level is not in (0, 1).

    Examples
    --------
    >>> mean, lower, upper = mean_interval(4, 16, 70)
    >>> round(float(mean), 2), round(float(lower), 2), round(float(upper), 2)
    (4.0, 1.75, 6.25)
    """
    check_confidence_level(confidence_level)
    count, s1, s2 = (np.asarray(x, dtype=np.float64) for x in (n, total, total_square))
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.where(count > 0, s1 / count, np.nan)
        degrees = np.where(count > 1, count - 1, np.nan)
        # Cancellation may leave a tiny negative sum of squares where all values are equal.
        variance = np.maximum(s2 - count * mean**2, 0) / degrees
        half = stdtrit(degrees, (1 + confidence_level) / 2) * np.sqrt(variance / count)
    return mean, mean - half, mean + half


def paired_difference(
    base: ArrayLike, changed: ArrayLike, confidence_level: float = 0.95
) -> tuple[float, float, float]:
    """Return the mean of `changed - base` over pairs, with Student's interval.

    Parameters
    ----------
    base, changed : array-like of shape (n_pairs,)
        Values of the same pair under both conditions; pairs with a NaN are left out.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    difference, lower, upper : float
        NaN where there are too few pairs.

    Raises
    ------
    ParameterError
        If the level is not in (0, 1).

    Examples
    --------
    >>> difference, lower, upper = paired_difference([1, 2, 3], [2, 3, 5])
    >>> round(difference, 3), round(lower, 3), round(upper, 3)
    (1.333, -0.101, 2.768)
    """
    change = np.asarray(changed, dtype=np.float64) - np.asarray(base, dtype=np.float64)
    change = change[~np.isnan(change)]
    mean, lower, upper = mean_interval(
        len(change), change.sum(), (change**2).sum(), confidence_level
    )
    return float(mean), float(lower), float(upper)
