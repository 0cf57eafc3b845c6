"""How unusual a count is, on the scale of a normal deviate."""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betainc, betaincc, gammainc, gammaincc, ndtri

__all__ = ["exact_z"]

_SMALLEST_TAIL: Final = 1e-250


def exact_z(observed: ArrayLike, expected: ArrayLike, variance: ArrayLike) -> NDArray[np.float64]:
    """Return the deviate whose one-sided tail is the exact tail of a count.

    The count is a sum of unequal Bernoulli trials; the binomial of the same mean and variance
    stands for it, and the Poisson where the variance is not below the mean. The tail holds the
    observed count itself, so that a limit is crossed at most as often as it says.

    Parameters
    ----------
    observed : array-like of shape (n,)
        Events.
    expected : array-like of shape (n,)
        Their expectation, above 0.
    variance : array-like of shape (n,)
        Their variance, above 0.

    Returns
    -------
    ndarray of shape (n,)
        Positive above the expectation; 0 where the count is as usual as can be; NaN where
        nothing is expected.

    Examples
    --------
    >>> exact_z([10, 30, 50], [30, 30, 30], [21, 21, 21]).round(2)
    array([-4.66,  0.  ,  4.08])
    """
    count, mean, spread = np.broadcast_arrays(
        *(np.asarray(values, dtype=np.float64) for values in (observed, expected, variance))
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = np.where(spread < mean, 1 - spread / mean, np.nan)
        trials = mean / chance
        is_above = count > mean
        tail = np.where(
            np.isnan(chance),
            np.where(is_above, gammainc(count, mean), gammaincc(count + 1, mean)),
            np.where(
                is_above,
                _betainc(betainc, count, trials - count + 1, chance, beyond=0.0),
                _betainc(betaincc, count + 1, trials - count, chance, beyond=1.0),
            ),
        )
        distance = np.abs(count - mean) / np.sqrt(spread)
    # So far out the tail is no number any more; the normal distance is, and is near it.
    z = np.where(tail > _SMALLEST_TAIL, -ndtri(np.minimum(tail, 0.5)), distance)
    return np.where(mean > 0, np.where(is_above, z, -z), np.nan)


def _betainc(
    function: Callable[..., NDArray[np.float64]],
    first: NDArray[np.float64],
    second: NDArray[np.float64],
    chance: NDArray[np.float64],
    *,
    beyond: float,
) -> NDArray[np.float64]:
    # The number of trials need not be whole; a count above it cannot be.
    is_inside = (first > 0) & (second > 0)
    values = function(np.where(is_inside, first, 1.0), np.where(is_inside, second, 1.0), chance)
    return np.where(is_inside, values, beyond)
