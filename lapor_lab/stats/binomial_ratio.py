"""Observed against expected events that are common: binomial, not Poisson."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import expit, logit, ndtri

from lapor_lab.errors import ParameterError
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["binomial_ratio_interval", "binomial_z"]

# exp(-60) of a case is no case, whatever its volume.
_FARTHEST: Final = 60.0
_N_HALVINGS: Final = 50


def binomial_z(
    observed: ArrayLike, denominator: ArrayLike, share: ArrayLike
) -> NDArray[np.float64]:
    """Return how many standard deviations the observed events are from the expected ones.

    Events are a sum of Bernoulli trials with the share of their stratum, whose variance is
    the sum of n p (1 - p) and not, as for Poisson events, of n p.

    Parameters
    ----------
    observed : array-like of shape (n_units,)
        Events.
    denominator : array-like of shape (n_units, n_strata)
        Cases.
    share : array-like of shape (n_strata,)
        Expected share of events, in [0, 1].

    Returns
    -------
    ndarray of shape (n_units,)
        Positive above the expectation; NaN where nothing can vary.

    Raises
    ------
    ParameterError
        If the shapes do not fit or a share is not in [0, 1].

    Examples
    --------
    >>> binomial_z([30], [[100]], [0.4]).round(2)
    array([-2.04])
    """
    events, trials, chance = _checked(observed, denominator, share)
    variance = trials @ (chance * (1 - chance))
    gap = events - trials @ chance
    z: NDArray[np.float64] = gap / np.sqrt(np.where(variance > 0, variance, np.nan))
    return z


def binomial_ratio_interval(
    observed: ArrayLike,
    denominator: ArrayLike,
    share: ArrayLike,
    confidence_level: float = 0.95,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the score interval of observed over expected events under binomial variance.

    Byar's interval holds for rare events. Of common ones it overstates the variance: at a
    share of 41 % by a factor of 1 / 0.59, so that a unit whose deviate is -2.21 still gets an
    interval that covers 1. Here all strata of a unit move together on the scale of odds, and
    the interval holds each ratio from which the observed events are no more than a normal
    quantile away. Hence it leaves out 1 exactly where `binomial_z` is beyond that quantile,
    never asks for more events than cases, and with a single stratum is Wilson's interval over
    the expected share. The expected shares are taken as known.

    Parameters
    ----------
    observed : array-like of shape (n_units,)
        Events, from 0 to the cases of the unit.
    denominator : array-like of shape (n_units, n_strata)
        Cases.
    share : array-like of shape (n_strata,)
        Expected share of events, in [0, 1].
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    lower, upper : ndarray of shape (n_units,)
        Ends of the interval; NaN where nothing is expected or nothing can vary.

    Raises
    ------
    ParameterError
        If the shapes do not fit, or a share or the level is out of range.

    References
    ----------
    .. [1] Agresti & Coull (1998), Am. Stat. 52, 119-126: score intervals of a share.

    Examples
    --------
    >>> lower, upper = binomial_ratio_interval([30], [[100]], [0.4])
    >>> lower.round(3), upper.round(3)
    (array([0.547]), array([0.99]))
    """
    check_confidence_level(confidence_level)
    events, trials, chance = _checked(observed, denominator, share)
    z = float(ndtri((1 + confidence_level) / 2))
    with np.errstate(divide="ignore"):
        odds = logit(chance)

    def mean_at(shift: NDArray[np.float64]) -> NDArray[np.float64]:
        mean: NDArray[np.float64] = (trials * expit(odds + shift[:, None])).sum(axis=1)
        return mean

    def reach_at(shift: NDArray[np.float64]) -> NDArray[np.float64]:
        moved = expit(odds + shift[:, None])
        reach: NDArray[np.float64] = z * np.sqrt((trials * moved * (1 - moved)).sum(axis=1))
        return reach

    def is_too_low(shift: NDArray[np.float64]) -> NDArray[np.bool_]:
        inner = np.minimum(shift, centre)
        return events - mean_at(inner) > reach_at(inner)

    def is_not_too_high(shift: NDArray[np.float64]) -> NDArray[np.bool_]:
        inner = np.maximum(shift, centre)
        return mean_at(inner) - events < reach_at(inner)

    centre = _turn(lambda shift: mean_at(shift) < events, len(events))
    lower = mean_at(_turn(is_too_low, len(events)))
    upper = mean_at(_turn(is_not_too_high, len(events)))
    lower = np.where(events > 0, lower, 0.0)
    upper = np.where(events < trials.sum(axis=1), upper, trials.sum(axis=1))
    can_vary = trials @ (chance * (1 - chance)) > 0
    divisor = np.where(can_vary, trials @ chance, np.nan)
    return lower / divisor, upper / divisor


def _turn(
    is_below: Callable[[NDArray[np.float64]], NDArray[np.bool_]], n_units: int
) -> NDArray[np.float64]:
    # By bisection, all units at once: where a test that holds below a point ends to hold.
    low, high = np.full(n_units, -_FARTHEST), np.full(n_units, _FARTHEST)
    for _ in range(_N_HALVINGS):
        middle = (low + high) / 2
        below = is_below(middle)
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    turn: NDArray[np.float64] = (low + high) / 2
    return turn


def _checked(
    observed: ArrayLike, denominator: ArrayLike, share: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    events, trials, chance = (
        np.asarray(values, dtype=np.float64) for values in (observed, denominator, share)
    )
    if trials.ndim != 2 or events.shape != trials.shape[:1] or chance.shape != trials.shape[1:]:  # noqa: PLR2004
        raise ParameterError(
            "work_shape",
            name="denominator",
            allowed="(len(observed), len(share))",
            value=trials.shape,
        )
    for name, values, allowed, is_right in (
        ("share", chance, "in [0, 1]", (chance >= 0) & (chance <= 1)),
        ("denominator", trials, "at least 0", trials >= 0),
        (
            "observed",
            events,
            "in [0, sum of denominator]",
            (events >= 0) & (events <= trials.sum(axis=1)),
        ),
    ):
        if not is_right.all():
            raise ParameterError(
                "parameter_range",
                name=name,
                allowed=allowed,
                value=float(values[~is_right][0]),
                remedy="Leave out the units that are not known.",
            )
    return events, trials, chance
