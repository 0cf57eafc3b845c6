"""How large the largest of many standardised differences is by chance alone.

Every unit's error is normal and independent of the others'. A family says which differences
count: where its row i and column j is True, the difference of unit i over unit j.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

__all__ = ["joint_critical_value", "own_critical_values"]

_N_DRAWS_AT_ONCE: Final = 500
_N_EXTREME: Final = 12
_N_UNITS_AT_ONCE: Final = 32
# The normal deviate of a unit, and how many nodes stand for the errors of all others.
_DEVIATE: Final = np.linspace(-6.5, 6.5, 105)
_N_ERRORS: Final = 16
_N_STEPS: Final = 60
_TOLERANCE: Final = 1e-5


def joint_critical_value(
    standard_error: NDArray[np.float64],
    family: NDArray[np.bool_],
    confidence_level: float,
    *,
    n_draws: int,
    seed: int,
) -> float:
    """Return what all differences of a family stay below at once.

    The same seed gives the same draws, so that a part of a family never has a larger value.

    Parameters
    ----------
    standard_error : ndarray of shape (n_units,)
        Above 0.
    family : ndarray of shape (n_units, n_units)
        Which differences count; none of a unit over itself.
    confidence_level : float
        In (0, 1).
    n_draws : int
        Draws of all units. Memory does not grow with it, but for two numbers each.
    seed : int
        Of the draws, at least 0.

    Returns
    -------
    float
        In standard errors of a difference, at least 0.

    Examples
    --------
    >>> family = ~np.eye(2, dtype=bool)
    >>> round(joint_critical_value(np.ones(2), family, 0.95, n_draws=200_000, seed=0), 1)
    2.0
    """
    n = len(standard_error)
    pair_error = np.hypot(standard_error[:, None], standard_error)
    precision = np.where(family, 1 / pair_error, 0.0)
    least, most = np.zeros(n_draws), np.full(n_draws, np.inf)
    critical, n_extreme = -1.0, min(_N_EXTREME, n)
    # The largest difference needs an extreme deviate: of each draw only pairs of those are tried.
    # More are tried where what was left out might still exceed the critical value.
    is_open = np.ones(n_draws, dtype=bool)
    while is_open.any():
        for number, start in enumerate(range(0, n_draws, _N_DRAWS_AT_ONCE)):
            rows = np.flatnonzero(is_open[start : start + _N_DRAWS_AT_ONCE])
            if len(rows) > 0:
                generator = np.random.default_rng([seed, number])
                deviate = generator.standard_normal((_N_DRAWS_AT_ONCE, n))[rows]
                least[start + rows], most[start + rows] = _largest(
                    deviate, standard_error, precision, n_extreme
                )
        critical = float(np.quantile(least, confidence_level, method="higher"))
        n_extreme = min(4 * n_extreme, n)
        is_open = (most > least) & (most > critical)
    return critical


def own_critical_values(
    own_error: NDArray[np.float64],
    other_error: NDArray[np.float64],
    over: NDArray[np.bool_],
    under: NDArray[np.bool_],
    confidence_level: float,
) -> NDArray[np.float64]:
    """Return for each unit what its own differences, in both directions, stay below at once.

    Integrated over the unit's own error, given which the others are independent: nothing is
    drawn. With more than 16 different errors, those of the others are interpolated.

    Parameters
    ----------
    own_error : ndarray of shape (n_rows,)
        Standard errors of the units asked for, above 0.
    other_error : ndarray of shape (n_units,)
        Those of all units, above 0.
    over, under : ndarray of shape (n_rows, n_units)
        For the unit of the row, whether its difference over that of the column counts, and
        the reverse; none of a unit over itself.
    confidence_level : float
        In (0, 1).

    Returns
    -------
    ndarray of shape (n_rows,)
        In standard errors of a difference; 0 for a unit none of whose differences counts.

    Examples
    --------
    >>> other = ~np.eye(2, dtype=bool)
    >>> own_critical_values(np.ones(2), np.ones(2), other, other, 0.95).round(2)
    array([1.96, 1.96])
    """
    nodes, share = _error_nodes(np.log(other_error))
    # How many others of each error are compared in both directions, or in one.
    counts = np.stack([kind @ share for kind in (over & under, over & ~under, under & ~over)])
    critical = np.zeros(len(own_error))
    for start in range(0, len(critical), _N_UNITS_AT_ONCE):
        part = slice(start, start + _N_UNITS_AT_ONCE)
        critical[part] = _solve(
            own_error[part], np.exp(nodes), counts[:, part], 1 - confidence_level
        )
    return np.where((over | under).any(axis=1), critical, 0.0)


def _error_nodes(
    log_error: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    # Nodes, and the weights with which a smooth function at an error is read from the nodes:
    # the different errors themselves, or Chebyshev's nodes and barycentric interpolation.
    nodes, position = np.unique(log_error, return_inverse=True)
    if len(nodes) <= _N_ERRORS:
        return nodes, np.eye(len(nodes))[position]
    angle = np.pi * (np.arange(_N_ERRORS) + 0.5) / _N_ERRORS
    middle, half = (nodes[0] + nodes[-1]) / 2, (nodes[-1] - nodes[0]) / 2
    nodes = middle + half * np.cos(angle)
    gap = log_error[:, None] - nodes
    # An error that is a node has a gap of 0: as good as none, and no division by it.
    gap = np.where(np.abs(gap) < 1e-12 * half, 1e-12 * half, gap)
    weight = (-1.0) ** np.arange(_N_ERRORS) * np.sin(angle) / gap
    return nodes, weight / weight.sum(axis=1, keepdims=True)


def _largest(
    deviate: NDArray[np.float64],
    standard_error: NDArray[np.float64],
    precision: NDArray[np.float64],
    n_extreme: int,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    # Bounds of the largest difference of each draw: the largest among the extreme units, and
    # what any other pair could come to (a difference never exceeds the root of the two
    # deviates' squares).
    n = deviate.shape[1]
    size = np.abs(deviate)
    order = np.argpartition(size, max(n - n_extreme - 1, 0), axis=1)
    chosen = order[:, n - n_extreme :]
    error = np.take_along_axis(deviate, chosen, axis=1) * standard_error[chosen]
    difference = error[:, :, None] - error[:, None, :]
    difference *= precision.ravel()[chosen[:, :, None] * n + chosen[:, None, :]]
    least = difference.max(axis=(1, 2), initial=0.0)
    if n_extreme == n:
        return least, least
    largest = np.take_along_axis(size, chosen, axis=1).max(axis=1)
    beyond = np.take_along_axis(size, order[:, [n - n_extreme - 1]], axis=1)[:, 0]
    return least, np.maximum(least, np.hypot(largest, beyond))


def _solve(
    own: NDArray[np.float64],
    other: NDArray[np.float64],
    counts: NDArray[np.float64],
    alpha: float,
) -> NDArray[np.float64]:
    # The logarithm of the chance to exceed is nearly linear in the square: secants, kept within
    # the bracket by halving.
    def excess(square: NDArray[np.float64]) -> NDArray[np.float64]:
        chance = _chance_within(np.sqrt(square), own, other, counts)
        return np.asarray(np.log(np.maximum(1 - chance, 1e-15) / alpha))

    n_others = np.maximum(counts.sum(axis=(0, 2)).round(), 1)
    low, high = np.zeros(len(own)), np.full(len(own), 80.0)
    before = ndtri(1 - alpha / 2 / n_others) ** 2
    now = 0.9 * before
    height_before = excess(before)
    for _ in range(_N_STEPS):
        height = excess(now)
        low, high = np.where(height > 0, now, low), np.where(height > 0, high, now)
        with np.errstate(divide="ignore", invalid="ignore"):
            step = now - height * (now - before) / (height - height_before)
        is_inside = (step > low) & (step < high)
        before, height_before = now, height
        now = np.where(is_inside, step, (low + high) / 2)
        if (np.abs(now - before) < _TOLERANCE).all():
            break
    return np.asarray(np.sqrt(now))


def _chance_within(
    critical: NDArray[np.float64],
    own: NDArray[np.float64],
    other: NDArray[np.float64],
    counts: NDArray[np.float64],
) -> NDArray[np.float64]:
    # Axes: unit, error of the other, deviate of the unit.
    limit = critical[:, None] * np.hypot(own[:, None], other) / other
    beyond = ndtr(np.multiply.outer(own[:, None] / other, _DEVIATE) - limit[..., None])
    below = beyond[..., ::-1]
    log_chance = np.zeros((len(own), len(_DEVIATE)))
    for count, outside in zip(counts, (beyond + below, beyond, below), strict=True):
        if count.any():
            inside = np.log1p(-np.minimum(outside, 1 - 1e-15))
            log_chance += np.matmul(count[:, None, :], inside)[:, 0, :]
    weight = np.exp(-(_DEVIATE**2) / 2)
    return np.asarray(np.exp(np.minimum(log_chance, 0.0)) @ (weight / weight.sum()))
