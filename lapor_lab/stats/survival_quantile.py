"""Time by which a share of all has had an event: quantiles of a survival curve."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.stats.proportion import check_confidence_level
from lapor_lab.stats.survival import SurvivalCurve, kaplan_meier, loglog_limits

__all__ = ["survival_quantile", "survival_quantile_interval"]


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
    >>> from lapor_lab.stats import kaplan_meier
    >>> curve = kaplan_meier([1, 2, 2, 3, 4, 5, 6, 9], [True] * 7 + [False])
    >>> survival_quantile_interval(curve)
    (3.5, 1.0, 6.0)
    """
    _check_probability(probability)
    check_confidence_level(confidence_level)
    level = 1 - probability
    low, high = loglog_limits(curve, confidence_level)
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
