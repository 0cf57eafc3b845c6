"""What a unit of a given size could show: silence of a funnel is no acquittal."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import (
    betainc,
    betaincc,
    betaincinv,
    gammainc,
    gammaincc,
    gammainccinv,
    gammaincinv,
)

from lapor_lab.errors import ParameterError
from lapor_lab.stats.checked_numbers import numbers_at_least, shares
from lapor_lab.stats.funnel import FunnelForm, funnel_limits, level_suffix, ratio_funnel_limits

__all__ = [
    "chance_to_flag",
    "ratio_chance_to_flag",
    "smallest_detectable",
    "smallest_detectable_ratio",
]


def chance_to_flag(
    denominator: ArrayLike,
    target: ArrayLike,
    true_share: ArrayLike,
    level: float = 0.998,
    *,
    inflation: ArrayLike = 1.0,
    form: FunnelForm = "exact",
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the chances that a unit of a true share is found below or above the limits.

    Parameters
    ----------
    denominator : array-like of shape (n,)
        Cases, whole, at least 0; chances are NaN where it is 0.
    target : array-like of shape (n,)
        Share on which the funnel stands, in [0, 1].
    true_share : array-like of shape (n,)
        What the unit's share would be if it had endless cases, in [0, 1].
    level : float, default=0.998
        Two-sided level of the limits, in (0, 1).
    inflation : array-like of shape (n,), default=1.0
        As in `funnel_limits`.
    form : {"exact", "interpolated", "wilson"}, default="exact"
        As in `funnel_limits`.

    Returns
    -------
    below, above : ndarray of shape (n,)
        Chances in [0, 1], from the exact distribution of the count.

    Raises
    ------
    ParameterError
        If a number lies outside its range.

    Examples
    --------
    >>> below, above = chance_to_flag([50, 500], 0.2, 0.3)
    >>> below.round(3), above.round(3)
    (array([0., 0.]), array([0.085, 0.983]))
    """
    truth = shares("true_share", true_share)
    limits = funnel_limits(denominator, target, (level,), inflation=inflation, form=form)
    n, truth = np.broadcast_arrays(np.asarray(denominator, dtype=np.float64), truth)
    low, high = _flagged_counts(limits, level, n)
    below, above = _beta_parameters(low, high, n)
    return (
        np.where(low < 0, 0.0, betaincc(*below, truth)),
        np.where(high > n, 0.0, betainc(*above, truth)),
    )


def ratio_chance_to_flag(
    expected: ArrayLike,
    true_ratio: ArrayLike,
    level: float = 0.998,
    *,
    inflation: ArrayLike = 1.0,
    form: FunnelForm = "exact",
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the chances that a unit of a true ratio is found below or above the limits.

    Parameters
    ----------
    expected : array-like of shape (n,)
        Expected events, at least 0; chances are NaN where it is 0.
    true_ratio : array-like of shape (n,)
        What the ratio would be if the unit had endless events, at least 0.
    level : float, default=0.998
        Two-sided level of the limits, in (0, 1).
    inflation : array-like of shape (n,), default=1.0
        As in `funnel_limits`.
    form : {"exact", "interpolated"}, default="exact"
        As in `ratio_funnel_limits`.

    Returns
    -------
    below, above : ndarray of shape (n,)
        Chances in [0, 1], from the exact distribution of the count.

    Raises
    ------
    ParameterError
        If a number lies outside its range.

    Examples
    --------
    >>> below, above = ratio_chance_to_flag([5, 20], 2)
    >>> below.round(3), above.round(3)
    (array([0., 0.]), array([0.136, 0.758]))
    """
    ratio = numbers_at_least("true_ratio", true_ratio, 0)
    limits = ratio_funnel_limits(expected, (level,), inflation=inflation, form=form)
    mean, ratio = np.broadcast_arrays(np.asarray(expected, dtype=np.float64), ratio)
    low, high = _flagged_counts(limits, level, mean)
    below = np.where(low < 0, 0.0, gammaincc(low + 1, ratio * mean))
    return below, gammainc(high, ratio * mean)


def smallest_detectable(
    denominator: ArrayLike,
    target: ArrayLike,
    level: float = 0.998,
    power: float = 0.8,
    *,
    inflation: ArrayLike = 1.0,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the true shares nearest to the target that would probably be found outside.

    Parameters
    ----------
    denominator : array-like of shape (n,)
        Cases, whole, at least 0; shares are NaN where it is 0.
    target : array-like of shape (n,)
        Share on which the funnel stands, in [0, 1].
    level : float, default=0.998
        Two-sided level of the exact limits, in (0, 1).
    power : float, default=0.8
        Chance of being found outside, in (0, 1).
    inflation : array-like of shape (n,), default=1.0
        As in `funnel_limits`.

    Returns
    -------
    lower, upper : ndarray of shape (n,)
        Shares; NaN where even 0 (or 1) would not be told apart.

    Raises
    ------
    ParameterError
        If a number lies outside its range.

    Examples
    --------
    >>> lower, upper = smallest_detectable([12, 100, 1000], 0.2)
    >>> lower.round(3), upper.round(3)
    (array([  nan, 0.065, 0.152]), array([0.731, 0.376, 0.252]))
    """
    _check_power(power)
    limits = funnel_limits(denominator, target, (level,), inflation=inflation)
    n = np.asarray(denominator, dtype=np.float64)
    below, above = _beta_parameters(*_flagged_counts(limits, level, n), n)
    return betaincinv(*below, 1 - power), betaincinv(*above, power)


def smallest_detectable_ratio(
    expected: ArrayLike,
    level: float = 0.998,
    power: float = 0.8,
    *,
    inflation: ArrayLike = 1.0,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the true ratios nearest to 1 that would probably be found outside.

    Parameters
    ----------
    expected : array-like of shape (n,)
        Expected events, at least 0; ratios are NaN where it is 0.
    level : float, default=0.998
        Two-sided level of the exact limits, in (0, 1).
    power : float, default=0.8
        Chance of being found outside, in (0, 1).
    inflation : array-like of shape (n,), default=1.0
        As in `funnel_limits`.

    Returns
    -------
    lower, upper : ndarray of shape (n,)
        Ratios; the lower one is NaN where not even a ratio of 0 would be told apart.

    Raises
    ------
    ParameterError
        If a number lies outside its range.

    Examples
    --------
    >>> lower, upper = smallest_detectable_ratio([5, 20, 500])
    >>> lower.round(3), upper.round(3)
    (array([  nan, 0.279, 0.829]), array([3.403, 2.046, 1.184]))
    """
    _check_power(power)
    limits = ratio_funnel_limits(expected, (level,), inflation=inflation)
    mean = np.asarray(expected, dtype=np.float64)
    low, high = _flagged_counts(limits, level, mean)
    some = np.where(mean > 0, mean, np.nan)
    lower = np.where(low < 0, np.nan, gammainccinv(low + 1, power))
    return lower / some, gammaincinv(high, power) / some


def _flagged_counts(
    limits: dict[str, NDArray[np.float64]], level: float, divisor: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    # The largest count that is strictly below, the smallest that is strictly above.
    lower, upper = (limits[f"{end}_{level_suffix(level)}"] * divisor for end in ("lower", "upper"))
    return np.ceil(lower) - 1, np.floor(upper) + 1


def _beta_parameters(
    low: NDArray[np.float64], high: NDArray[np.float64], n: NDArray[np.float64]
) -> tuple[tuple[NDArray[np.float64], ...], tuple[NDArray[np.float64], ...]]:
    # Of the incomplete beta functions that are the tails of a binomial up to `low` and from
    # `high` on; NaN where a count below 0 or above n, which cannot be, would be needed.
    low, high = np.where(low < 0, np.nan, low), np.where(high > n, np.nan, high)
    return (low + 1, n - low), (high, n - high + 1)


def _check_power(power: float) -> None:
    if not 0 < power < 1:
        raise ParameterError(
            "parameter_range",
            name="power",
            allowed="in (0, 1)",
            value=power,
            remedy="Write 0.8 for 80 %.",
        )
