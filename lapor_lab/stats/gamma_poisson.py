"""Ratios of observed to expected drawn towards that of all units, the true ones being gamma."""

from functools import partial
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import digamma, gammaincinv, gammaln, polygamma

from lapor_lab.stats.checked_numbers import numbers_at_least
from lapor_lab.stats.proportion import check_confidence_level
from lapor_lab.stats.shrinkage import ShrunkenEstimates, all_alike
from lapor_lab.stats.two_parameters import Likelihood, maximise, rise

__all__ = ["gamma_poisson_shrinkage"]

_TRIGAMMA: Final = partial(polygamma, 1)


def gamma_poisson_shrinkage(
    observed: ArrayLike, expected: ArrayLike, confidence_level: float = 0.95
) -> ShrunkenEstimates:
    """Return ratios as posterior means, after the gamma of greatest likelihood.

    Where the units differ no more than chance makes them, each has the pooled ratio. The
    intervals do not take that for certain: they rest on an adjusted likelihood, whose greatest
    value never lies there, and carry the error of the gamma.

    Parameters
    ----------
    observed : array-like of shape (n_units,)
        Events, at least 0.
    expected : array-like of shape (n_units,)
        Their expectation, at least 0; a unit with 0, or with a NaN, gets no estimate.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    ShrunkenEstimates
        Ratios. With m the mean and v the variance between units, the gamma has the shape
        m**2 / v and the rate m / v.

    Raises
    ------
    ParameterError
        If an argument is negative or the level is not in (0, 1).

    References
    ----------
    .. [1] Clayton & Kaldor (1987), Biometrics 43, 671-681.
    .. [2] Morris & Tang (2011), Stat. Sci. 26, 271-287: the adjusted likelihood.
    .. [3] Kass & Steffey (1989), J. Am. Stat. Assoc. 84, 717-726: the error of the gamma.

    Examples
    --------
    >>> gamma_poisson_shrinkage([0, 30, 80], [2, 20, 100]).estimate.round(3)
    array([0.84 , 1.321, 0.819])
    """
    check_confidence_level(confidence_level)
    events, exposure = np.broadcast_arrays(
        numbers_at_least("observed", observed, 0), numbers_at_least("expected", expected, 0)
    )
    has_data = ~np.isnan(events) & (exposure > 0)
    events, exposure = (np.where(has_data, values, np.nan) for values in (events, exposure))
    total = float(np.nansum(exposure))
    pooled = float(np.nansum(events)) / total if total > 0 else float("nan")
    probability = np.array([1 - confidence_level, 1 + confidence_level]) / 2
    if not (pooled > 0 and has_data.sum() > 1):
        ends = gammaincinv(np.nansum(events) + 0.5, probability) / (total or np.nan)
        return all_alike(pooled, ends, has_data)
    # The slope of the likelihood where the units do not differ.
    slope = float(np.nansum((events - pooled * exposure) ** 2 - events))
    between = np.clip(slope / np.nansum(exposure**2) / pooled**2, 0.003, 1.0) * pooled**2
    start = np.array([pooled**2, pooled]) / between
    adjusted = maximise(_likelihood(events[has_data], exposure[has_data], adjustment=1), start)
    shape, rate = adjusted.parameters
    middle = (shape + events) / (rate + exposure)
    slopes = np.stack([np.ones_like(middle), -middle]) / (rate + exposure)
    variance = middle / (rate + exposure) + adjusted.variance_of(slopes)
    # A gamma of the same mean and variance.
    size = middle**2 / variance
    lower, upper = (gammaincinv(size, p) * middle / size for p in probability)
    if slope > 0:
        shape, rate = maximise(_likelihood(events[has_data], exposure[has_data]), start).parameters
        mean = shape / rate
    else:
        mean, rate = pooled, np.inf
    own_weight = exposure / (rate + exposure)
    estimate = mean + own_weight * (events / exposure - mean)
    return ShrunkenEstimates(
        estimate=estimate,
        standard_error=np.sqrt(variance),
        lower=np.minimum(lower, estimate),
        upper=np.maximum(upper, estimate),
        own_weight=own_weight,
        mean=float(mean),
        between_variance=float(mean / rate),
    )


def _likelihood(
    events: NDArray[np.float64], exposure: NDArray[np.float64], adjustment: int = 0
) -> Likelihood:
    def likelihood(
        parameters: NDArray[np.float64],
    ) -> tuple[float, NDArray[np.float64], NDArray[np.float64]]:
        shape, rate = parameters
        known = rate + exposure
        middle = (shape + events) / known
        log_rise = np.log1p(exposure / rate)
        value = rise(gammaln, shape, events) - float(
            (shape * log_rise + events * np.log(known)).sum()
        )
        first = np.array(
            [
                rise(digamma, shape, events) - float(log_rise.sum()),
                float((shape / rate - middle).sum()) - adjustment / (1 + rate),
            ]
        )
        cross = float((1 / rate - 1 / known).sum())
        last = float((middle / known - shape / rate**2).sum())
        second = np.array(
            [
                [rise(_TRIGAMMA, shape, events), cross],
                [cross, last + adjustment / (1 + rate) ** 2],
            ]
        )
        return value - adjustment * float(np.log1p(rate)), first, second

    return likelihood
