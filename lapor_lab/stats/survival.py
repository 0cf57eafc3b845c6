"""Share that has not had an event yet when some are still open: Kaplan-Meier from counts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from lapor_lab.errors import ParameterError
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["SurvivalCurve", "check_sample", "kaplan_meier", "loglog_limits", "survival_at"]


@dataclass(frozen=True)
class SurvivalCurve:
    """Share that has not had the event, after each time at which one happened.

    Parameters
    ----------
    time : ndarray of shape (n_times,)
        Times with at least one event, ascending.
    survival : ndarray of shape (n_times,)
        Share still without the event just after `time`.
    variance_sum : ndarray of shape (n_times,)
        Greenwood's sum of d / (n (n - d)).
    last_time : float
        Latest duration, of an event or of a censored case; NaN where there is no case.
    """

    time: NDArray[np.float64]
    survival: NDArray[np.float64]
    variance_sum: NDArray[np.float64]
    last_time: float


def kaplan_meier(
    duration: ArrayLike, event_observed: ArrayLike, weight: ArrayLike | None = None
) -> SurvivalCurve:
    """Return the Kaplan-Meier curve.

    Parameters
    ----------
    duration : array-like of shape (n,)
        Time to the event, or to the end of observation.
    event_observed : array-like of shape (n,)
        Whether the event was seen; False is right-censored, at risk through its duration.
    weight : array-like of shape (n,) or None, default=None
        How many cases each row stands for; 1 by default.

    Returns
    -------
    SurvivalCurve
        Empty where there is no event.

    Raises
    ------
    ParameterError
        If a duration is negative or not finite, whether an event was seen is missing, or a
        weight is negative or not finite.

    References
    ----------
    .. [1] Kaplan & Meier (1958), J. Am. Stat. Assoc. 53, 457-481.

    Examples
    --------
    >>> kaplan_meier([1, 2, 3], [True, False, True]).survival.round(3)
    array([0.667, 0.   ])
    """
    times, observed, counts = check_sample(duration, event_observed, weight)
    levels, position = np.unique(times, return_inverse=True)
    leaving = np.bincount(position, weights=counts, minlength=len(levels))
    events = np.bincount(position, weights=counts * observed, minlength=len(levels))
    at_risk = leaving[::-1].cumsum()[::-1]
    happened = events > 0
    d, n = events[happened], at_risk[happened]
    with np.errstate(divide="ignore"):
        variance = np.cumsum(d / (n * (n - d)))
    present = levels[leaving > 0]
    last_time = float(present[-1]) if len(present) else float("nan")
    return SurvivalCurve(levels[happened], np.cumprod(1 - d / n), variance, last_time)


def survival_at(
    curve: SurvivalCurve, time: ArrayLike, confidence_level: float = 0.95
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return the share still without the event at given times, with its interval.

    With `curve.time` it is the whole curve, as it is drawn. The interval is the complementary
    log-log one; it needs an event before and a case after.

    Parameters
    ----------
    curve : SurvivalCurve
        As `kaplan_meier` gives.
    time : array-like of shape (n,)
        In the unit of the durations.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    survival, lower, upper : ndarray of shape (n,)
        NaN for times that nobody was followed to; the ends are NaN too where the share is 1
        or 0.

    Raises
    ------
    ParameterError
        If the level is not in (0, 1).

    References
    ----------
    .. [1] Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd
       ed., sect. 1.4.

    Examples
    --------
    >>> curve = kaplan_meier([1, 2, 3, 4], [True, True, True, False])
    >>> survival, lower, upper = survival_at(curve, [0, 2, 5])
    >>> survival, lower.round(3), upper.round(3)
    (array([1. , 0.5, nan]), array([  nan, 0.058,   nan]), array([  nan, 0.845,   nan]))
    """
    check_confidence_level(confidence_level)
    times = np.asarray(time, dtype=np.float64)
    n_before = np.searchsorted(curve.time, times, side="right")
    levels = np.concatenate(([1.0], curve.survival))
    has_ended = levels[-1] <= 0
    is_known = (times <= curve.last_time) | (has_ended & (times > curve.last_time))
    ends = (
        np.concatenate(([np.nan], limit))[n_before]
        for limit in loglog_limits(curve, confidence_level)
    )
    survival, lower, upper = (
        np.where(is_known, values, np.nan) for values in (levels[n_before], *ends)
    )
    return survival, lower, upper


def loglog_limits(
    curve: SurvivalCurve, confidence_level: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the complementary log-log limits of a curve just after each of its times.

    Parameters
    ----------
    curve : SurvivalCurve
        As `kaplan_meier` gives.
    confidence_level : float
        In (0, 1).

    Returns
    -------
    lower, upper : ndarray of shape (n_times,)
        NaN after the last event of a complete sample, where the curve is 0.

    Examples
    --------
    >>> lower, upper = loglog_limits(kaplan_meier([1, 2], [True, True]), 0.95)
    >>> lower.round(3), upper.round(3)
    (array([0.006,   nan]), array([0.91,  nan]))
    """
    z = ndtri((1 + confidence_level) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = z * np.sqrt(curve.variance_sum) / np.abs(np.log(curve.survival))
        low, high = curve.survival ** np.exp(spread), curve.survival ** np.exp(-spread)
    lower, upper = (np.where(curve.survival > 0, end, np.nan) for end in (low, high))
    return lower, upper


def check_sample(
    duration: ArrayLike, event_observed: ArrayLike, weight: ArrayLike | None = None
) -> tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.float64]]:
    """Return a sample as arrays, or refuse it.

    Parameters
    ----------
    duration : array-like of shape (n,)
        Finite and at least 0.
    event_observed : array-like of shape (n,)
        Whether the event was seen.
    weight : array-like of shape (n,) or None, default=None
        Finite and at least 0; 1 by default.

    Returns
    -------
    duration, event_observed, weight : ndarray of shape (n,)
        As numbers, truth values and numbers.

    Raises
    ------
    ParameterError
        If one of them is out of its range.

    Examples
    --------
    >>> check_sample([1, 2], [True, False])
    (array([1., 2.]), array([ True, False]), array([1., 1.]))
    """
    times = np.asarray(duration, dtype=np.float64)
    seen = np.asarray(event_observed, dtype=np.float64)
    counts = np.ones(len(times)) if weight is None else np.asarray(weight, dtype=np.float64)
    for name, values, wrong, allowed, remedy in (
        ("duration", times, times < 0, "finite and at least 0", "Leave out what cannot be timed."),
        ("event_observed", seen, (seen != 0) & (seen != 1), "true or false", "Say it of each."),
        ("weight", counts, counts < 0, "finite and at least 0", "Count the cases of each row."),
    ):
        refused = values[wrong | ~np.isfinite(values)]
        if len(refused):
            raise ParameterError(
                "parameter_range",
                name=name,
                allowed=allowed,
                value=float(refused[0]),
                remedy=remedy,
            )
    return times, seen == 1, counts
