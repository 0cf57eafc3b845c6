"""Shares drawn towards that of all units, the true ones being beta."""

from functools import partial
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaincinv, digamma, gammaln, polygamma

from lapor_lab.stats.event_counts import check_events
from lapor_lab.stats.proportion import check_confidence_level
from lapor_lab.stats.shrinkage import ShrunkenEstimates, all_alike
from lapor_lab.stats.two_parameters import Likelihood, maximise, rise

__all__ = ["beta_binomial_shrinkage"]

_TRIGAMMA: Final = partial(polygamma, 1)


def beta_binomial_shrinkage(
    numerator: ArrayLike, denominator: ArrayLike, confidence_level: float = 0.95
) -> ShrunkenEstimates:
    """Return shares as posterior means, after the beta of greatest likelihood.

    Where the units differ no more than chance makes them, each has the pooled share. The
    intervals do not take that for certain: they rest on the likelihood times the correlation
    within units, whose greatest value never lies at 0, and carry the error of the beta.

    Parameters
    ----------
    numerator : array-like of shape (n_units,)
        Events, whole or fractional, from 0 to `denominator`.
    denominator : array-like of shape (n_units,)
        Cases; a unit without any, or with a NaN, gets no estimate.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    ShrunkenEstimates
        Shares. With m the mean and v the variance between units, the beta has the parameters
        m M and (1 - m) M, where M = m (1 - m) / v - 1.

    Raises
    ------
    ParameterError
        If a numerator is not in [0, denominator] or the level is not in (0, 1).

    References
    ----------
    .. [1] Tarone (1979), Biometrika 66, 585-590: whether the units differ at all.
    .. [2] Morris & Tang (2011), Stat. Sci. 26, 271-287: the adjusted likelihood.
    .. [3] Kass & Steffey (1989), J. Am. Stat. Assoc. 84, 717-726: the error of the beta.

    Examples
    --------
    >>> beta_binomial_shrinkage([1, 30, 160], [4, 50, 200]).estimate.round(3)
    array([0.575, 0.614, 0.79 ])
    """
    check_confidence_level(confidence_level)
    events, trials = check_events(numerator, denominator)
    other = trials - events
    total = trials.sum()
    pooled = float(events.sum() / total) if total > 0 else float("nan")
    probability = np.array([1 - confidence_level, 1 + confidence_level]) / 2
    has_data = trials > 0
    if not (0 < pooled < 1 and has_data.sum() > 1):
        ends = betaincinv(events.sum() + 0.5, other.sum() + 0.5, probability)
        return all_alike(pooled, ends, has_data)
    start = _start(events, trials, pooled)
    trials = np.where(has_data, trials, np.nan)
    adjusted = maximise(_likelihood(events[has_data], other[has_data], adjustment=1), start)
    alpha, beta = adjusted.parameters
    middle = (alpha + events) / (alpha + beta + trials)
    slopes = np.stack([1 - middle, -middle]) / (alpha + beta + trials)
    variance = middle * (1 - middle) / (alpha + beta + trials + 1) + adjusted.variance_of(slopes)
    # A beta of the same mean and variance.
    size = middle * (1 - middle) / variance - 1
    lower, upper = (betaincinv(middle * size, (1 - middle) * size, p) for p in probability)
    # The slope of the likelihood where the units do not differ.
    if _pairs(events) / pooled + _pairs(other) / (1 - pooled) > _pairs(trials):
        likelihood = _likelihood(events[has_data], other[has_data])
        alpha, beta = maximise(likelihood, start).parameters
        mean, strength = alpha / (alpha + beta), alpha + beta
    else:
        mean, strength = pooled, np.inf
    own_weight = trials / (strength + trials)
    estimate = mean + own_weight * (events / trials - mean)
    return ShrunkenEstimates(
        estimate=estimate,
        standard_error=np.sqrt(variance),
        lower=np.minimum(lower, estimate),
        upper=np.maximum(upper, estimate),
        own_weight=own_weight,
        mean=float(mean),
        between_variance=float(mean * (1 - mean) / (strength + 1)),
    )


def _likelihood(
    events: NDArray[np.float64], other: NDArray[np.float64], adjustment: int = 0
) -> Likelihood:
    trials = events + other

    def likelihood(
        parameters: NDArray[np.float64],
    ) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
        alpha, beta = parameters
        strength = alpha + beta
        value = rise(gammaln, alpha, events) + rise(gammaln, beta, other)
        first = np.array([rise(digamma, alpha, events), rise(digamma, beta, other)])
        second = np.diag([rise(_TRIGAMMA, alpha, events), rise(_TRIGAMMA, beta, other)])
        return (
            value - rise(gammaln, strength, trials) - adjustment * float(np.log1p(strength)),
            first - rise(digamma, strength, trials) - adjustment / (1 + strength),
            second - rise(_TRIGAMMA, strength, trials) + adjustment / (1 + strength) ** 2,
        )

    return likelihood


def _start(
    events: NDArray[np.float64], trials: NDArray[np.float64], pooled: float
) -> NDArray[np.float64]:
    # By moments, within what a fit can start from.
    by_chance = trials * pooled * (1 - pooled)
    excess = float(((events - trials * pooled) ** 2 - by_chance).sum())
    pairs = max(_pairs(trials), 1.0) * pooled * (1 - pooled)
    correlation = np.clip(excess / pairs, 0.003, 0.5)
    return np.array([pooled, 1 - pooled]) * (1 / float(correlation) - 1)


def _pairs(counts: NDArray[np.float64]) -> float:
    return float(np.nansum(counts * (counts - 1)))
