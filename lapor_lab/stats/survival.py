"""Time to an event when some have not had it yet: Kaplan-Meier from counts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from lapor_lab.errors import ParameterError
from lapor_lab.stats.proportion import check_confidence_level

__all__ = [
    "SurvivalCurve",
    "kaplan_meier",
    "survival_quantile",
    "survival_quantile_interval",
]


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
        If a duration is negative or not finite.

    References
    ----------
    .. [1] Kaplan & Meier (1958), J. Am. Stat. Assoc. 53, 457-481.

    Examples
    --------
    >>> kaplan_meier([1, 2, 3], [True, False, True]).survival.round(3)
    array([0.667, 0.   ])
    """
    times = np.asarray(duration, dtype=np.float64)
    observed = np.asarray(event_observed, dtype=bool)
    counts = np.ones(len(times)) if weight is None else np.asarray(weight, dtype=np.float64)
    wrong = ~(np.isfinite(times) & (times >= 0))
    if wrong.any():
        raise ParameterError(
            "parameter_range",
            name="duration",
            allowed="finite and at least 0",
            value=float(times[wrong][0]),
            remedy="Leave out what cannot be timed.",
        )
    levels, position = np.unique(times, return_inverse=True)
    leaving = np.bincount(position, weights=counts, minlength=len(levels))
    events = np.bincount(position, weights=counts * observed, minlength=len(levels))
    at_risk = leaving[::-1].cumsum()[::-1]
    happened = events > 0
    d, n = events[happened], at_risk[happened]
    with np.errstate(divide="ignore"):
        variance = np.cumsum(d / (n * (n - d)))
    last_time = float(levels[-1]) if len(levels) else float("nan")
    return SurvivalCurve(levels[happened], np.cumprod(1 - d / n), variance, last_time)


def survival_quantile(
    duration: ArrayLike, event_observed: ArrayLike, probability: float = 0.5
) -> float:
    """Return the time by which a share of all has had the event.

    Where the curve lies exactly at the level over an interval, its midpoint is returned
    (the convention of R's survival package). A level that is not reached gives NaN.

    Parameters
    ----------
    duration : array-like of shape (n,)
        Time to the event, or to the end of observation.
    event_observed : array-like of shape (n,)
        Whether the event was seen.
    probability : float, default=0.5
        Share that has had the event, in (0, 1).

    Returns
    -------
    float
        Time, in the unit of `duration`; NaN if not reached.

    Raises
    ------
    ParameterError
        If a duration is negative or the probability is not in (0, 1).

    Examples
    --------
    >>> survival_quantile([1, 2, 3, 4], [True, True, True, True])
    2.5
    """
    _check_probability(probability)
    curve = kaplan_meier(duration, event_observed)
    return _crossing(curve, curve.survival, 1 - probability)


def survival_quantile_interval(
    curve: SurvivalCurve, probability: float = 0.5, confidence_level: float = 0.95
) -> tuple[float, float, float]:
    """Return a quantile of a curve with its complementary log-log interval.

    Parameters
    ----------
    curve : SurvivalCurve
        As `kaplan_meier` gives.
    probability : float, default=0.5
        Share that has had the event, in (0, 1).
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    quantile, lower, upper : float
        NaN where the curve or its limit does not reach the level.

    Raises
    ------
    ParameterError
        If a level is not in (0, 1).

    References
    ----------
    .. [1] Brookmeyer & Crowley (1982), Biometrics 38, 29-41.

    Examples
    --------
    >>> curve = kaplan_meier([1, 2, 2, 3, 4, 5, 6, 9], [True] * 7 + [False])
    >>> survival_quantile_interval(curve)
    (3.5, 1.0, 6.0)
    """
    _check_probability(probability)
    check_confidence_level(confidence_level)
    z = ndtri((1 + confidence_level) / 2)
    level = 1 - probability
    with np.errstate(divide="ignore", invalid="ignore"):
        log_survival = np.log(curve.survival)
        spread = z * np.sqrt(curve.variance_sum) / np.abs(log_survival)
        low, high = curve.survival ** np.exp(spread), curve.survival ** np.exp(-spread)
    # After the last event of a complete sample the curve is 0 and has no limits.
    low, high = (np.where(curve.survival > 0, end, np.nan) for end in (low, high))
    return (
        _crossing(curve, curve.survival, level),
        _crossing(curve, low, level),
        _crossing(curve, high, level),
    )


def _crossing(curve: SurvivalCurve, values: NDArray[np.float64], level: float) -> float:
    # As R's quantile.survfit: the first time at or below the level; where the values lie on
    # the level, the midpoint up to the next step, or up to the last time if there is none.
    tolerance = 1e-12
    below = np.flatnonzero(np.nan_to_num(values, nan=np.inf) < level + tolerance)
    if len(below) == 0:
        return float("nan")
    first = below[0]
    start = float(curve.time[first])
    if abs(values[first] - level) > tolerance:
        return start
    end = curve.time[first + 1] if first + 1 < len(curve.time) else curve.last_time
    return (start + float(end)) / 2


def _check_probability(probability: float) -> None:
    if not 0 < probability < 1:
        raise ParameterError(
            "parameter_range",
            name="probability",
            allowed="in (0, 1)",
            value=probability,
            remedy="Write 0.5 for the median.",
        )
