"""Which rank a unit's true share may have, as probabilities."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betainc, betaincinv, betaln, xlog1py, xlogy

from lapor_lab.stats.checked_numbers import check_draws
from lapor_lab.stats.event_counts import check_events
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["rank_intervals", "rank_probabilities"]

_N_UNITS_EXACT: Final = 60
_N_DRAWS_AT_ONCE: Final = 500
# Between neighbouring quantiles of any unit all densities are smooth.
_TAILS: Final = (1e-12, 1e-9, 1e-6, 1e-4, 0.003, 0.03, 0.12, 0.3)
_QUANTILES: Final = np.array([*_TAILS, 0.5, *(1 - tail for tail in reversed(_TAILS))])
_N_NODES: Final = 5
# So many at least in all, where few units differ and few quantiles part the axis.
_N_NODES_IN_ALL: Final = 1_000


def rank_probabilities(
    numerator: ArrayLike,
    denominator: ArrayLike,
    *,
    n_draws: int = 20_000,
    rng: int | np.random.Generator = 0,
) -> NDArray[np.float64]:
    """Return how probable each rank of each unit's share is, after flat priors.

    Up to 60 units the integral is computed, to about ten digits; above that it is drawn.

    Parameters
    ----------
    numerator : array-like of shape (n_units,)
        Events, from 0 to `denominator`.
    denominator : array-like of shape (n_units,)
        Cases; a unit without any, or with a NaN, may have every rank.
    n_draws : int, default=20_000
        Draws above 60 units, at least 1,000.
    rng : int or Generator, default=0
        Seed of the draws.

    Returns
    -------
    ndarray of shape (n_units, n_units)
        Unit by rank; rank 1 is the smallest share. Rows and columns sum to 1.

    Raises
    ------
    ParameterError
        If a numerator is not in [0, denominator] or there are too few draws.

    References
    ----------
    .. [1] Goldstein & Spiegelhalter (1996), J. R. Stat. Soc. A 159, 385-443.

    Examples
    --------
    >>> rank_probabilities([0, 3, 9], [10, 10, 10]).round(3)
    array([[0.955, 0.045, 0.   ],
           [0.045, 0.951, 0.004],
           [0.   , 0.004, 0.996]])
    """
    check_draws(n_draws)
    events, trials = check_events(numerator, denominator)
    alpha, beta = 1 + events, 1 + trials - events
    if len(alpha) <= _N_UNITS_EXACT:
        return _integrate(alpha, beta)
    return _draw(alpha, beta, n_draws, np.random.default_rng(rng))


def rank_intervals(
    probabilities: ArrayLike, confidence_level: float = 0.95
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the interval of each unit's rank: equal tails of its probabilities.

    Parameters
    ----------
    probabilities : array-like of shape (n_units, n_ranks)
        As `rank_probabilities` gives.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    low, high : ndarray of shape (n_units,)
        First and last rank. Each unit by itself: several at once call for `rank_sets`.

    Raises
    ------
    ParameterError
        If the level is not in (0, 1).

    Examples
    --------
    >>> low, high = rank_intervals(rank_probabilities([0, 3, 9], [10, 10, 10]))
    >>> low.tolist(), high.tolist()
    ([1, 1, 3], [2, 2, 3])
    """
    check_confidence_level(confidence_level)
    below = np.cumsum(np.asarray(probabilities, dtype=np.float64), axis=1)
    tail = (1 - confidence_level) / 2
    # Sums of a thousand shares may fall short of 1 in the last digits.
    reached = (below >= level - 1e-9 for level in (tail, 1 - tail))
    low, high = (1 + is_reached.argmax(axis=1) for is_reached in reached)
    return low, high


def _draw(
    alpha: NDArray[np.float64],
    beta: NDArray[np.float64],
    n_draws: int,
    generator: np.random.Generator,
) -> NDArray[np.float64]:
    n = len(alpha)
    counts = np.zeros(n * n, dtype=np.int64)
    for start in range(0, n_draws, _N_DRAWS_AT_ONCE):
        n_rows = min(_N_DRAWS_AT_ONCE, n_draws - start)
        unit_at_rank = generator.beta(alpha, beta, (n_rows, n)).argsort(axis=1)
        counts += np.bincount((unit_at_rank * n + np.arange(n)).ravel(), minlength=n * n)
    return counts.reshape(n, n) / n_draws


def _integrate(alpha: NDArray[np.float64], beta: NDArray[np.float64]) -> NDArray[np.float64]:
    # A unit at x has as many units below it as unequal Bernoulli trials have successes. Their
    # law for all units is built once, and each unit's own trial is divided out again.
    n = len(alpha)
    value, weight = _nodes(alpha, beta)
    below = betainc(alpha, beta, value[:, None])
    above = betainc(beta, alpha, 1 - value[:, None])
    log_density = (
        xlogy(alpha - 1, value[:, None]) + xlog1py(beta - 1, -value[:, None]) - betaln(alpha, beta)
    )
    mass = weight[:, None] * np.exp(log_density)
    law = np.zeros((len(value), n + 1))
    law[:, 0] = 1
    for unit in range(n):
        stays = law[:, : unit + 2] * above[:, [unit]]
        stays[:, 1:] += law[:, : unit + 1] * below[:, [unit]]
        law[:, : unit + 2] = stays
    # Dividing by the larger of the two keeps the division stable, from either end.
    is_low = below <= above
    result = np.zeros((n, n))
    for ranks, ends, is_mine, step, stop in (
        (range(n), law[:, :n], is_low, below, above),
        (range(n - 1, -1, -1), law[:, 1:], ~is_low, above, below),
    ):
        share = np.where(is_mine, mass, 0)
        ratio, divisor = (np.where(is_mine, x / np.where(is_mine, stop, 1), 0) for x in (step, 1.0))
        rest = np.zeros_like(share)
        for rank in ranks:
            rest = ends[:, [rank]] * divisor - ratio * rest
            result[:, rank] += (share * rest).sum(axis=0)
    return result.clip(0, 1)


def _nodes(
    alpha: NDArray[np.float64], beta: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    quantiles = betaincinv(alpha[:, None], beta[:, None], _QUANTILES)
    edges = np.unique(np.concatenate([[0.0], quantiles.ravel(), [1.0]]))
    n_nodes = max(_N_NODES, _N_NODES_IN_ALL // len(edges))
    position, weight = np.polynomial.legendre.leggauss(n_nodes)
    half = np.diff(edges)[:, None] / 2
    value = edges[:-1, None] + half * (1 + position)
    return value.ravel(), (half * weight).ravel()
