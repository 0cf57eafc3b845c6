"""Estimates drawn towards the mean of all units, the more the less each knows by itself."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from lapor_lab.errors import ParameterError
from lapor_lab.stats.between_variance import (
    adjusted_between_variance,
    between_variance,
    check_estimates,
)
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["ShrunkenEstimates", "all_alike", "normal_shrinkage"]


@dataclass(frozen=True, kw_only=True)
class ShrunkenEstimates:
    """Empirical-Bayes estimates, and the population that they were drawn from.

    A unit without data has none.

    Parameters
    ----------
    estimate : ndarray of shape (n_units,)
        Between the unit's own value and `mean`.
    standard_error : ndarray of shape (n_units,)
        Of the true value around `estimate`; the error of `mean` is in it. An interval may
        allow for more.
    lower, upper : ndarray of shape (n_units,)
        Ends of the interval.
    own_weight : ndarray of shape (n_units,)
        Weight of the unit's own value in `estimate`, in [0, 1]; the rest is that of `mean`.
    mean : float
        Mean of the true values of units.
    between_variance : float
        Their variance; 0 where the units differ no more than chance makes them.
    """

    estimate: NDArray[np.float64]
    standard_error: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    own_weight: NDArray[np.float64]
    mean: float
    between_variance: float


def normal_shrinkage(
    estimate: ArrayLike,
    variance: ArrayLike,
    tau2: float | None = None,
    *,
    confidence_level: float = 0.95,
) -> ShrunkenEstimates:
    """Return best linear unbiased predictions of normal true values.

    Parameters
    ----------
    estimate : array-like of shape (n_units,)
        Estimates; a unit with a NaN gets none.
    variance : array-like of shape (n_units,)
        Square of each estimate's own standard error, above 0.
    tau2 : float or None, default=None
        Variance between units, at least 0, taken for certain; by `between_variance` with its
        default method if not given.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    ShrunkenEstimates
        Where `tau2` is not given, the intervals allow for its error from four units on: they
        rest on `adjusted_between_variance`. The standard errors do not.

    Raises
    ------
    ParameterError
        If an argument lies outside its range.

    References
    ----------
    .. [1] Robinson (1991), Stat. Sci. 6, 15-32.

    Examples
    --------
    >>> normal_shrinkage([0, 4], [1, 1], tau2=3).estimate
    array([0.5, 3.5])
    """
    check_confidence_level(confidence_level)
    values, own = check_estimates(estimate, variance)
    between = between_variance(values, own) if tau2 is None else tau2
    if between < 0:
        raise ParameterError(
            "parameter_range",
            name="tau2",
            allowed="at least 0",
            value=tau2,
            remedy="Cut a negative estimate at 0.",
        )
    mean, own_weight, middle, error = _predict(values, own, between)
    centre, spread = middle, error
    if tau2 is None:
        adjusted, its_variance = adjusted_between_variance(values, own)
        if not np.isnan(adjusted):
            adjusted_mean, _, centre, spread = _predict(values, own, adjusted)
            slope = own / (own + adjusted) ** 2 * (values - adjusted_mean)
            spread = np.sqrt(spread**2 + slope**2 * its_variance)
    half = ndtri((1 + confidence_level) / 2) * spread
    return ShrunkenEstimates(
        estimate=middle,
        standard_error=error,
        lower=np.minimum(centre - half, middle),
        upper=np.maximum(centre + half, middle),
        own_weight=own_weight,
        mean=mean,
        between_variance=float(between),
    )


def _predict(
    values: NDArray[np.float64], own: NDArray[np.float64], between: float
) -> tuple[float, NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    # Mean of the population, weight of each unit's own value, predictions and their errors.
    weight = 1 / (own + between)
    total = np.nansum(weight)
    mean = float(np.nansum(weight * values) / total) if total > 0 else float("nan")
    own_weight = between * weight
    middle = own_weight * values + (1 - own_weight) * mean
    error = np.sqrt(own_weight * own + (1 - own_weight) ** 2 / total)
    return mean, own_weight, middle, error


def all_alike(
    pooled: float, ends: NDArray[np.float64], has_data: NDArray[np.bool_]
) -> ShrunkenEstimates:
    """Return the pooled value as that of each unit, where nothing tells them apart.

    Parameters
    ----------
    pooled : float
        Value of all units together.
    ends : ndarray of shape (2,)
        Ends of its interval, widened to hold it.
    has_data : ndarray of bool of shape (n_units,)
        Which units have a value at all.

    Returns
    -------
    ShrunkenEstimates
        Without a standard error, which one value cannot have.

    Examples
    --------
    >>> all_alike(0.0, np.array([0.0, 0.1]), np.array([True, False])).upper
    array([0.1, nan])
    """

    def each(value: float) -> NDArray[np.float64]:
        return np.where(has_data, value, np.nan)

    return ShrunkenEstimates(
        estimate=each(pooled),
        standard_error=each(np.nan),
        lower=each(min(float(ends[0]), pooled)),
        upper=each(max(float(ends[1]), pooled)),
        own_weight=each(0.0),
        mean=pooled,
        between_variance=0.0,
    )
