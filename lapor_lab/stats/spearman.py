"""Whether two orders go together: Spearman's correlation with an interval that holds."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from lapor_lab.errors import ParameterError
from lapor_lab.stats.bootstrap import cluster_bootstrap
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["RankCorrelation", "spearman"]

Method = Literal["Bonett-Wright", "BCa"]
_METHODS: Final = ("Bonett-Wright", "BCa")
# Fisher's transformation has a variance from four pairs on.
_LOST_PAIRS: Final = 3
_ROUNDING: Final = 1e-12


@dataclass(frozen=True, kw_only=True)
class RankCorrelation:
    """Spearman's correlation and what is known of it.

    Parameters
    ----------
    estimate : float
        In [-1, 1]; NaN where all values of a variable are equal.
    lower, upper : float
        Ends of the interval.
    n : int
        Pairs of which both values are known.
    """

    estimate: float
    lower: float
    upper: float
    n: int


def spearman(
    x: ArrayLike,
    y: ArrayLike,
    confidence_level: float = 0.95,
    *,
    method: Method = "Bonett-Wright",
    n_draws: int = 2_000,
    rng: int | np.random.Generator = 0,
) -> RankCorrelation:
    """Return Spearman's correlation with its interval; ties share their middle rank.

    Parameters
    ----------
    x, y : array-like of shape (n_pairs,)
        Values; a pair of which one is NaN is left out.
    confidence_level : float, default=0.95
        In (0, 1).
    method : {"Bonett-Wright", "BCa"}, default="Bonett-Wright"
        Fisher's transformation with the standard error of Bonett and Wright, which holds from
        ten pairs on, tied or not; or pairs drawn anew, corrected for bias and skewness, which
        assumes less but falls a little short of its level where pairs are few.
    n_draws : int, default=2_000
        Resamples of BCa, at least 1,000.
    rng : int or Generator, default=0
        Seed of the resamples.

    Returns
    -------
    RankCorrelation
        NaN ends below four pairs and, by BCa, where a resample has equal values only.

    Raises
    ------
    ParameterError
        If an argument lies outside its range or the lengths differ.

    References
    ----------
    .. [1] Bonett & Wright (2000), Psychometrika 65, 23-28.
    .. [2] Efron (1987), J. Am. Stat. Assoc. 82, 171-185.

    Examples
    --------
    >>> found = spearman([1, 2, 3, 4, 5], [1, 3, 2, 5, 4])
    >>> round(found.estimate, 3), found.lower < 0.8 < found.upper
    (0.8, True)
    """
    check_confidence_level(confidence_level)
    if method not in _METHODS:
        raise ParameterError(
            "parameter_range",
            name="method",
            allowed=f"one of {', '.join(_METHODS)}",
            value=method,
            remedy="Choose one of them.",
        )
    first, second = (np.asarray(values, dtype=np.float64) for values in (x, y))
    if first.ndim != 1 or first.shape != second.shape:
        raise ParameterError("work_shape", name="y", allowed=first.shape, value=second.shape)
    is_known = ~(np.isnan(first) | np.isnan(second))
    codes = [np.unique(each[is_known], return_inverse=True)[1] for each in (first, second)]
    n = int(is_known.sum())
    estimate = _of_weights(np.ones(n), *codes)
    if method == "BCa":
        drawn = cluster_bootstrap(
            lambda weight: _of_weights(weight, *codes),
            np.arange(n),
            confidence_level,
            n_draws=n_draws,
            rng=rng,
        )
        lower, upper = float(drawn.lower), float(drawn.upper)
    else:
        lower, upper = _bonett_wright(estimate, n, confidence_level)
    return RankCorrelation(estimate=estimate, lower=lower, upper=upper, n=n)


def _bonett_wright(estimate: float, n: int, confidence_level: float) -> tuple[float, float]:
    if n <= _LOST_PAIRS:
        return float("nan"), float("nan")
    if abs(estimate) > 1 - _ROUNDING:
        # The transformation has no end there; the next possible order of n values has one.
        next_order = 1 - 12 / (n * (n**2 - 1))
        inner, _ = _bonett_wright(next_order, n, confidence_level)
        return (inner, 1.0) if estimate > 0 else (-1.0, -inner)
    half = ndtri((1 + confidence_level) / 2) * np.sqrt((1 + estimate**2 / 2) / (n - _LOST_PAIRS))
    centre = np.arctanh(estimate)
    return float(np.tanh(centre - half)), float(np.tanh(centre + half))


def _of_weights(
    weight: NDArray[np.float64], x_code: NDArray[np.intp], y_code: NDArray[np.intp]
) -> float:
    """Return the correlation of the ranks that rows have where each counts so often."""
    x, y = (_ranks(weight, code) for code in (x_code, y_code))
    n = weight.sum()
    x, y = (ranks - (n + 1) / 2 for ranks in (x, y))
    spread = (weight @ x**2) * (weight @ y**2)
    return float((weight * x) @ y / np.sqrt(spread)) if spread > 0 else float("nan")


def _ranks(weight: NDArray[np.float64], code: NDArray[np.intp]) -> NDArray[np.float64]:
    held = np.bincount(code, weight)
    return np.asarray((np.cumsum(held) - held / 2 + 0.5)[code])
