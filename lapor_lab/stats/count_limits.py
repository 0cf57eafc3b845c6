"""How far a count may lie from what is expected before its tail is too small."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betainc, betaincc, gammainc, gammaincc, ndtr

from lapor_lab.stats.exact_z import exact_z

__all__ = ["exact_count_limits", "interpolated_count_limits"]

_MOST_STEPS: Final = 60
_CLOSE_ENOUGH: Final = 1e-10


def exact_count_limits(
    mean: ArrayLike, trials: ArrayLike, deviate: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the counts whose own tail is that of a normal deviate.

    A whole count is beyond a limit if and only if its tail, itself included, is smaller.

    Parameters
    ----------
    mean : array-like of shape (n,)
        Expected count; NaN gives NaN.
    trials : array-like of shape (n,)
        Most that the count can be: binomial; infinite: Poisson.
    deviate : array-like of shape (n,)
        How far, at least 1 about; its one-sided tail is the tail of the limit.

    Returns
    -------
    lower, upper : ndarray of shape (n,)
        Counts, not whole; 0 and `trials` where no count that is possible has so small a tail.

    Examples
    --------
    >>> lower, upper = exact_count_limits([2, 20], [np.inf, 50], 3.0902)
    >>> lower.round(2), upper.round(2)
    (array([0.  , 9.25]), array([ 8.06, 31.34]))
    """
    centre, most, reach = _arrays(mean, trials, deviate)
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = centre * (1 - centre / most)
    # Bernstein's bound holds the upper crossing between the mean and there.
    farthest = centre + reach * np.sqrt(spread) + reach**2 + 1
    inside = np.stack([centre, centre])
    outside = np.stack([0 * farthest, np.minimum(farthest, most)])

    def excess(count: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.abs(exact_z(count, centre, spread)) - reach

    found = _crossing(excess, inside, outside)
    # At a share of 0 or 1 nothing varies: both limits are the mean.
    lower, upper = np.where(spread == 0, centre, found)
    return lower, upper


def interpolated_count_limits(
    mean: ArrayLike, trials: ArrayLike, deviate: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the counts at which the distribution function, drawn with straight lines, is the tail.

    Below, a count is beyond the limit if and only if its tail, itself included, is smaller;
    above, one event sooner.

    Parameters
    ----------
    mean : array-like of shape (n,)
        Expected count; NaN gives NaN.
    trials : array-like of shape (n,)
        Most that the count can be: binomial; infinite: Poisson.
    deviate : array-like of shape (n,)
        How far; its one-sided tail is the tail of the limit.

    Returns
    -------
    lower, upper : ndarray of shape (n,)
        Counts, not whole; at least 0.

    References
    ----------
    .. [1] Spiegelhalter (2005), Stat. Med. 24, 1185-1202, appendix A.1.1.

    Examples
    --------
    >>> lower, upper = interpolated_count_limits([2, 20], [np.inf, 50], 3.0902)
    >>> lower.round(2), upper.round(2)
    (array([0.  , 9.17]), array([ 7.11, 30.44]))
    """
    centre, most, reach = _arrays(mean, trials, deviate)
    lower, upper = exact_count_limits(centre, most, reach)
    tail = ndtr(-reach)
    # The first whole counts whose distribution function reaches the tail, and 1 less the tail.
    low = np.ceil(lower)
    high = np.where(upper >= most, most, np.ceil(upper - 1))
    ends = []
    for count, is_upper in ((low, False), (high, True)):
        here, before = (_tail(k, centre, most, is_upper=is_upper) for k in (count, count - 1))
        with np.errstate(divide="ignore", invalid="ignore"):
            share = (here - tail) / (here - before)
        ends.append(np.maximum(np.where(centre * (most - centre) == 0, centre, count - share), 0))
    return ends[0], ends[1]


def _arrays(*values: ArrayLike) -> list[NDArray[np.float64]]:
    return [np.array(x) for x in np.broadcast_arrays(*(np.asarray(v, dtype=float) for v in values))]


def _tail(
    count: NDArray[np.float64],
    mean: NDArray[np.float64],
    trials: NDArray[np.float64],
    *,
    is_upper: bool,
) -> NDArray[np.float64]:
    # More than the count above, at most the count below.
    poisson, binomial = (gammainc, betainc) if is_upper else (gammaincc, betaincc)
    is_poisson = np.isinf(trials)
    n = np.where(is_poisson, count + 2, trials)
    is_inside = (count >= 0) & (count < n)
    within = binomial(
        np.where(is_inside, count + 1, 1.0), np.where(is_inside, n - count, 1.0), mean / n
    )
    certain = (count < 0) == is_upper
    tail: NDArray[np.float64] = np.where(
        is_poisson & (count >= 0),
        poisson(np.maximum(count, 0) + 1, mean),
        np.where(is_inside, within, certain.astype(float)),
    )
    return tail


def _crossing(
    excess: Callable[[NDArray[np.float64]], NDArray[np.float64]],
    inside: NDArray[np.float64],
    outside: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return where the excess is 0, by the Illinois form of the false position."""
    near, far = excess(inside), excess(outside)
    # Where even the farthest count is within the limit, that count is the end.
    is_found = ~(far > 0) | np.isinf(far)
    guess, was_far = outside, np.zeros(outside.shape, dtype=bool)
    for step in range(_MOST_STEPS):
        slope = np.where(is_found, 1.0, far - near)
        guess = np.where(is_found, guess, outside - far * (outside - inside) / slope)
        value = excess(guess)
        is_found |= np.abs(value) < _CLOSE_ENOUGH
        if is_found.all():
            break
        is_far = value > 0
        is_same = (is_far == was_far) & (step > 0)
        near = np.where(is_far, np.where(is_same, near / 2, near), value)
        far = np.where(is_far, value, np.where(is_same, far / 2, far))
        inside, outside = np.where(is_far, inside, guess), np.where(is_far, guess, outside)
        was_far = is_far
    return guess
