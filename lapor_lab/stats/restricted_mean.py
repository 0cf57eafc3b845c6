"""Mean time to an event within a limit, when some have not had it yet."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtri

from lapor_lab.errors import ParameterError
from lapor_lab.stats.proportion import check_confidence_level
from lapor_lab.stats.survival import SurvivalCurve, kaplan_meier

__all__ = ["restricted_mean", "restricted_mean_difference", "restricted_mean_of"]


def restricted_mean(
    duration: ArrayLike,
    event_observed: ArrayLike,
    limit: float,
    weight: ArrayLike | None = None,
) -> tuple[float, float]:
    """Return the mean time to the event within a limit (RMST) and its standard error.

    It is the mean of the smaller of time and limit: the area under the Kaplan-Meier curve up
    to the limit. With a legal limit it says how much of the time allowed was used. Unlike a
    median it always exists once cases were followed to the limit.

    Parameters
    ----------
    duration : array-like of shape (n,)
        Time to the event, or to the end of observation.
    event_observed : array-like of shape (n,)
        Whether the event was seen; False is right-censored, at risk through its duration.
    limit : float
        In the unit of `duration`, finite and above 0.
    weight : array-like of shape (n,) or None, default=None
        How many cases each row stands for; 1 by default.

    Returns
    -------
    mean, standard_error : float
        In the unit of `duration`, the error by Greenwood's formula; both NaN where nobody was
        followed to the limit although cases were open then.

    Raises
    ------
    ParameterError
        If a duration is negative or the limit is not above 0.

    References
    ----------
    .. [1] Klein & Moeschberger (2003), Survival Analysis, 2nd ed., eq. 4.5.1-4.5.2.

    Examples
    --------
    >>> mean, error = restricted_mean([1, 2, 4, 9], [True, True, False, True], 5)
    >>> round(mean, 3), round(error, 3)
    (3.25, 0.893)
    """
    return restricted_mean_of(kaplan_meier(duration, event_observed, weight), limit)


def restricted_mean_of(curve: SurvivalCurve, limit: float) -> tuple[float, float]:
    """Return the restricted mean of a curve and its standard error.

    Parameters
    ----------
    curve : SurvivalCurve
        As `kaplan_meier` gives.
    limit : float
        Finite and above 0.

    Returns
    -------
    mean, standard_error : float
        As of `restricted_mean`.

    Raises
    ------
    ParameterError
        If the limit is not above 0.

    Examples
    --------
    >>> from lapor_lab.stats import kaplan_meier
    >>> restricted_mean_of(kaplan_meier([2, 4], [True, False]), 5)
    (nan, nan)
    """
    if not 0 < limit < np.inf:
        raise ParameterError(
            "parameter_range",
            name="limit",
            allowed="finite and above 0",
            value=limit,
            remedy="Give the longest time that is to count.",
        )
    ends_at_zero = len(curve.survival) > 0 and curve.survival[-1] <= 0
    if not (limit <= curve.last_time or ends_at_zero):
        return float("nan"), float("nan")
    is_within = curve.time <= limit
    steps = np.concatenate(([1.0], curve.survival[is_within]))
    edges = np.concatenate(([0.0], curve.time[is_within], [limit]))
    areas = steps * np.diff(edges)
    # What is left of the area after each event.
    left = areas[::-1].cumsum()[::-1][1:]
    terms = np.diff(curve.variance_sum[is_within], prepend=0.0)
    # Where all that were at risk have had the event the term is infinite, and nothing is left.
    has_left = left > 0
    variance = left[has_left] ** 2 @ terms[has_left]
    return float(areas.sum()), float(np.sqrt(variance))


def restricted_mean_difference(
    base: SurvivalCurve, changed: SurvivalCurve, limit: float, confidence_level: float = 0.95
) -> tuple[float, float, float]:
    """Return the difference `changed - base` of two restricted means with its normal interval.

    Parameters
    ----------
    base, changed : SurvivalCurve
        Of independent groups, as `kaplan_meier` gives.
    limit : float
        Finite and above 0.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    difference, lower, upper : float
        In the unit of the durations; NaN where one of the means is.

    Raises
    ------
    ParameterError
        If the limit is not above 0 or the level is not in (0, 1).

    References
    ----------
    .. [1] Uno et al. (2014), J. Clin. Oncol. 32, 2380-2385.

    Examples
    --------
    >>> from lapor_lab.stats import kaplan_meier
    >>> slow = kaplan_meier([3, 5, 8, 9], [True] * 4)
    >>> fast = kaplan_meier([1, 2, 4, 8], [True] * 4)
    >>> difference, lower, upper = restricted_mean_difference(slow, fast, 8)
    >>> round(difference, 2), round(lower, 2), round(upper, 2)
    (-2.25, -5.6, 1.1)
    """
    check_confidence_level(confidence_level)
    base_mean, base_error = restricted_mean_of(base, limit)
    mean, error = restricted_mean_of(changed, limit)
    difference = mean - base_mean
    half = float(ndtri((1 + confidence_level) / 2)) * float(np.hypot(error, base_error))
    return difference, difference - half, difference + half
