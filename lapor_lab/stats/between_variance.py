"""How much true values differ between units, beyond what chance adds to each."""

from typing import Final, Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError

__all__ = ["adjusted_between_variance", "between_variance", "check_estimates"]

_METHODS: Final = ("DL", "PM", "REML")
_N_GRID: Final = 200
# Below this share of the squared range a variance is as good as none.
_SMALLEST_SHARE: Final = 1e-8
_TOO_FEW_TO_ADJUST: Final = 3


def between_variance(
    estimate: ArrayLike, variance: ArrayLike, method: Literal["DL", "PM", "REML"] = "REML"
) -> float:
    """Return the variance of true values between units, tau squared.

    Never below 0, where the units differ no more than chance makes them.

    Parameters
    ----------
    estimate : array-like of shape (n_units,)
        Estimates; a unit with a NaN is left out.
    variance : array-like of shape (n_units,)
        Square of each estimate's own standard error, above 0.
    method : {"DL", "PM", "REML"}, default="REML"
        DerSimonian and Laird's moments, in closed form; those of Paule and Mandel, which weigh
        by the result itself; or restricted maximum likelihood.

    Returns
    -------
    float
        In the squared unit of `estimate`; NaN for fewer than two units.

    Raises
    ------
    ParameterError
        If a variance is not above 0 or the method is unknown.

    References
    ----------
    .. [1] DerSimonian & Laird (1986), Control. Clin. Trials 7, 177-188.
    .. [2] Paule & Mandel (1982), J. Res. Natl. Bur. Stand. 87, 377-385.
    .. [3] Viechtbauer (2005), J. Educ. Behav. Stat. 30, 261-293.

    Examples
    --------
    >>> between_variance([1, 3, 5], [1, 1, 1], "DL")
    3.0
    >>> between_variance([1, 1, 2], [4, 4, 4], "PM")
    0.0
    """
    if method not in _METHODS:
        raise ParameterError(
            "parameter_range",
            name="method",
            allowed=f"one of {', '.join(_METHODS)}",
            value=method,
            remedy="Choose one of them.",
        )
    values, own = check_estimates(estimate, variance)
    is_known = ~np.isnan(values)
    values, own = values[is_known], own[is_known]
    if len(values) < 2:  # noqa: PLR2004 - a variance needs two
        return float("nan")
    # No method gives more than this, the square of the range.
    most = float(np.ptp(values)) ** 2
    if most == 0:
        return 0.0
    if method == "DL":
        return _moments(values, own)
    return _root_of_moments(values, own, most) if method == "PM" else _reml(values, own, most)


def adjusted_between_variance(estimate: ArrayLike, variance: ArrayLike) -> tuple[float, float]:
    """Return a variance between units that is never 0, for intervals, and its own variance.

    The restricted likelihood times the variance itself is greatest there. An interval that
    rests on it does not take for certain that units are alike, or how much they differ.

    Parameters
    ----------
    estimate : array-like of shape (n_units,)
        Estimates; a unit with a NaN is left out.
    variance : array-like of shape (n_units,)
        Square of each estimate's own standard error, above 0.

    Returns
    -------
    value, variance : float
        NaN for fewer than four units, to which it does not apply.

    Raises
    ------
    ParameterError
        If a variance is not above 0.

    References
    ----------
    .. [1] Morris & Tang (2011), Stat. Sci. 26, 271-287.

    Examples
    --------
    >>> value, _ = adjusted_between_variance([1, 2, 3, 4, 5, 6], [4, 4, 4, 4, 4, 4])
    >>> round(value, 2)
    6.22
    """
    from scipy.optimize import brentq  # noqa: PLC0415 (only where it is asked for)

    values, own = check_estimates(estimate, variance)
    is_known = ~np.isnan(values)
    values, own = values[is_known], own[is_known]
    if len(values) <= _TOO_FEW_TO_ADJUST:
        return float("nan"), float("nan")

    def scaled_slope(log_between: float) -> float:
        between = float(np.exp(log_between))
        return _slope(values, own, between) * between + 2

    # Far above all differences and errors the likelihood falls.
    high = float(np.log(4 * len(values) * (np.ptp(values) ** 2 + own.max())))
    between = float(np.exp(brentq(scaled_slope, np.log(own.min()) - 30, high)))
    weight = 1 / (own + between)
    total, squared = weight.sum(), (weight**2).sum()
    trace = squared - 2 * (weight**3).sum() / total + (squared / total) ** 2
    return between, float(1 / (trace / 2 + 1 / between**2))


def check_estimates(
    estimate: ArrayLike, variance: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return estimates and their variances as arrays, or refuse them.

    Parameters
    ----------
    estimate : array-like of shape (n_units,)
        Estimates.
    variance : array-like of shape (n_units,)
        Square of each estimate's own standard error, above 0.

    Returns
    -------
    values, own : ndarray of shape (n_units,)
        The same numbers; both NaN where one of them is missing.

    Raises
    ------
    ParameterError
        If a variance is not above 0 and finite.

    Examples
    --------
    >>> check_estimates([1, float("nan")], [2, 9])
    (array([ 1., nan]), array([ 2., nan]))
    """
    values, own = np.broadcast_arrays(
        *(np.asarray(numbers, dtype=np.float64) for numbers in (estimate, variance))
    )
    is_missing = np.isnan(values) | np.isnan(own)
    wrong = ~is_missing & ~((own > 0) & np.isfinite(own) & np.isfinite(values))
    if wrong.any():
        raise ParameterError(
            "parameter_range",
            name="variance",
            allowed="above 0 and finite",
            value=float(own[wrong][0]),
            remedy="Leave out a unit whose error is not known, or give NaN.",
        )
    return np.where(is_missing, np.nan, values), np.where(is_missing, np.nan, own)


def _spread(
    values: NDArray[np.float64], own: NDArray[np.float64], between: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    # Weights and squared distances from the weighted mean, one row a value of `between`.
    weight = 1 / (own + np.asarray(between, dtype=np.float64)[..., None])
    mean = (weight * values).sum(axis=-1, keepdims=True) / weight.sum(axis=-1, keepdims=True)
    return weight, (values - mean) ** 2


def _moments(values: NDArray[np.float64], own: NDArray[np.float64]) -> float:
    weight, squares = _spread(values, own, 0.0)
    scale = weight.sum() - (weight**2).sum() / weight.sum()
    excess = (weight * squares).sum() - (len(values) - 1)
    return max(0.0, float(excess / scale))


def _root_of_moments(values: NDArray[np.float64], own: NDArray[np.float64], most: float) -> float:
    from scipy.optimize import brentq  # noqa: PLC0415 (only where it is asked for)

    def excess(between: float) -> float:
        weight, squares = _spread(values, own, between)
        return float((weight * squares).sum()) - (len(values) - 1)

    if excess(0.0) <= 0:
        return 0.0
    return float(brentq(excess, 0.0, most, xtol=most * 1e-15, rtol=1e-13))


def _reml(values: NDArray[np.float64], own: NDArray[np.float64], most: float) -> float:
    from scipy.optimize import brentq  # noqa: PLC0415 (only where it is asked for)

    # The likelihood may have several hills: the highest of a grid is climbed.
    grid = np.concatenate([[0.0], most * np.geomspace(_SMALLEST_SHARE, 1, _N_GRID)])
    weight, squares = _spread(values, own, grid)
    height = (np.log(weight) - weight * squares).sum(axis=1) - np.log(weight.sum(axis=1))
    best = int(height.argmax())
    low, high = grid[max(best - 1, 0)], grid[min(best + 1, _N_GRID)]
    if _slope(values, own, low) <= 0 or _slope(values, own, high) >= 0:
        return float(grid[best])
    root = brentq(lambda x: _slope(values, own, x), low, high, xtol=most * 1e-15, rtol=1e-13)
    return float(root)


def _slope(values: NDArray[np.float64], own: NDArray[np.float64], between: float) -> float:
    # Twice that of the restricted likelihood.
    weight, squares = _spread(values, own, between)
    trace = weight.sum() - (weight**2).sum() / weight.sum()
    return float((weight**2 * squares).sum() - trace)
