"""Intervals by resampling where rows come in clusters: what scipy's bootstrap lacks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr, ndtri

from lapor_lab.errors import ParameterError
from lapor_lab.stats.checked_numbers import check_draws
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["BootstrapInterval", "cluster_bootstrap"]

_METHODS: Final = ("BCa", "percentile")


@dataclass(frozen=True, kw_only=True)
class BootstrapInterval:
    """A statistic with what resampling tells of it.

    Parameters
    ----------
    estimate : ndarray of shape (n_values,) or ()
        The statistic of all rows.
    standard_error : ndarray of shape (n_values,) or ()
        Its standard deviation over the resamples.
    lower, upper : ndarray of shape (n_values,) or ()
        Ends of the interval.
    """

    estimate: NDArray[np.float64]
    standard_error: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]


def cluster_bootstrap(
    statistic: Callable[[NDArray[np.float64]], ArrayLike],
    cluster: ArrayLike,
    confidence_level: float = 0.95,
    *,
    method: Literal["BCa", "percentile"] = "BCa",
    n_draws: int = 2_000,
    rng: int | np.random.Generator = 0,
) -> BootstrapInterval:
    """Return a statistic with its interval, whole clusters being drawn with replacement.

    Rows of one cluster go together: reports of one event are no independent news of an
    institution.

    Parameters
    ----------
    statistic : callable
        Takes how often each row counts, an array of shape (n_rows,), and returns a number or
        an array of shape (n_values,).
    cluster : array-like of shape (n_rows,)
        Which cluster each row belongs to; all different where there are none.
    confidence_level : float, default=0.95
        In (0, 1).
    method : {"BCa", "percentile"}, default="BCa"
        Corrected for bias and skewness (which calls the statistic once more for each cluster),
        or plain.
    n_draws : int, default=2_000
        Resamples, at least 1,000.
    rng : int or Generator, default=0
        Seed of the resamples.

    Returns
    -------
    BootstrapInterval
        NaN ends where there are fewer than two clusters, or where the statistic of a resample
        is NaN.

    Raises
    ------
    ParameterError
        If an argument lies outside its range.

    References
    ----------
    .. [1] Efron (1987), J. Am. Stat. Assoc. 82, 171-185.
    .. [2] Davison & Hinkley (1997), Bootstrap Methods and their Application, section 3.8.

    Examples
    --------
    >>> late = np.array([1, 1, 1, 0, 0, 1, 0, 0, 0, 0])
    >>> event = [1, 1, 1, 2, 3, 4, 5, 6, 7, 8]
    >>> result = cluster_bootstrap(lambda weight: weight @ late / weight.sum(), event)
    >>> float(result.estimate), bool(result.upper > 0.6)
    (0.4, True)
    """
    check_confidence_level(confidence_level)
    check_draws(n_draws, 2_000)
    if method not in _METHODS:
        raise ParameterError(
            "parameter_range",
            name="method",
            allowed=f"one of {', '.join(_METHODS)}",
            value=method,
            remedy="Choose one of them.",
        )
    names, position = np.unique(np.asarray(cluster), return_inverse=True)
    n = len(names)

    def evaluate(counts: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(statistic(counts[position]), dtype=np.float64)

    estimate = evaluate(np.ones(n))
    if n < 2:  # noqa: PLR2004 - one cluster says nothing of others
        unknown = np.full_like(estimate, np.nan)
        return BootstrapInterval(
            estimate=estimate, standard_error=unknown, lower=unknown, upper=unknown
        )
    generator = np.random.default_rng(rng)
    draws = generator.multinomial(n, np.full(n, 1 / n), n_draws).astype(np.float64)
    values = np.stack([evaluate(draw) for draw in draws])
    levels = np.array([1 - confidence_level, 1 + confidence_level]) / 2
    tails = np.multiply.outer(levels, np.ones_like(estimate))
    if method == "BCa":
        left_out = np.stack([evaluate(counts) for counts in 1 - np.eye(n)])
        tails = _corrected(tails, estimate, values, left_out)
    lower, upper = (_quantile(values, tail) for tail in tails)
    return BootstrapInterval(
        estimate=estimate, standard_error=values.std(axis=0, ddof=1), lower=lower, upper=upper
    )


def _corrected(
    tails: NDArray[np.float64],
    estimate: NDArray[np.float64],
    values: NDArray[np.float64],
    left_out: NDArray[np.float64],
) -> NDArray[np.float64]:
    # A resample that equals the estimate is half below it.
    bias = ndtri(((values < estimate) + 0.5 * (values == estimate)).mean(axis=0))
    change = left_out.mean(axis=0) - left_out
    spread = (change**2).sum(axis=0)
    acceleration = (change**3).sum(axis=0) / (6 * np.where(spread > 0, spread, 1) ** 1.5)
    with np.errstate(invalid="ignore"):
        shifted = bias + ndtri(tails)
        return np.asarray(ndtr(bias + shifted / (1 - acceleration * shifted)))


def _quantile(values: NDArray[np.float64], tail: NDArray[np.float64]) -> NDArray[np.float64]:
    flat = values.reshape(len(values), -1)
    ends = [
        np.nan if np.isnan(level) else np.quantile(column, level)
        for column, level in zip(flat.T, np.ravel(tail), strict=True)
    ]
    return np.array(ends, dtype=np.float64).reshape(values.shape[1:])
