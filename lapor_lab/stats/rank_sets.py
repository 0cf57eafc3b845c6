"""Which ranks cannot be ruled out: confidence sets of ranks from pairwise comparisons."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.stats.checked_numbers import check_draws
from lapor_lab.stats.largest_difference import joint_critical_value, own_critical_values
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["rank_sets", "top_sets"]


def rank_sets(
    estimate: ArrayLike,
    standard_error: ArrayLike,
    confidence_level: float = 0.95,
    *,
    is_simultaneous: bool = True,
    n_draws: int = 20_000,
    rng: int | np.random.Generator = 0,
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first and last rank that each unit may have.

    A unit ranks behind those that are surely smaller and before those that are surely larger,
    where *surely* allows for the number of comparisons, by steps down.

    Parameters
    ----------
    estimate : array-like of shape (n_units,)
        Independent estimates. Rank 1 is the smallest: negate them to rank the largest first.
        A unit with a NaN may have any rank, and the sets of the others allow for it.
    standard_error : array-like of shape (n_units,)
        Of each estimate, above 0.
    confidence_level : float, default=0.95
        In (0, 1).
    is_simultaneous : bool, default=True
        Whether all sets hold at once, as a table needs, or each by itself, for who looks at
        one unit that was named beforehand.
    n_draws : int, default=20_000
        Draws for simultaneous sets, at least 1,000; below 10,000 a rank may change with the
        seed. Sets of single units are integrated.
    rng : int or Generator, default=0
        Seed of the draws.

    Returns
    -------
    low, high : ndarray of shape (n_units,)
        First and last rank.

    Raises
    ------
    ParameterError
        If an argument lies outside its range.

    References
    ----------
    .. [1] Mogstad, Romano, Shaikh & Wilhelm (2024), Rev. Econ. Stud. 91, 476-518.

    Examples
    --------
    >>> low, high = rank_sets([1, 2, 9], [1, 1, 1])
    >>> low.tolist(), high.tolist()
    ([1, 1, 3], [2, 2, 3])
    """
    check_confidence_level(confidence_level)
    check_draws(n_draws)
    values, error = np.broadcast_arrays(
        *(np.asarray(numbers, dtype=np.float64) for numbers in (estimate, standard_error))
    )
    is_known = ~(np.isnan(values) | np.isnan(error))
    wrong = is_known & ~((error > 0) & np.isfinite(error))
    if wrong.any():
        raise ParameterError(
            "parameter_range",
            name="standard_error",
            allowed="above 0 and finite",
            value=float(error[wrong][0]),
            remedy="Give NaN where it is not known.",
        )
    known, known_error = values[is_known], error[is_known]
    with np.errstate(over="ignore"):
        distance = np.subtract.outer(known, known) / np.hypot(known_error[:, None], known_error)
    if is_simultaneous:
        seed = int(np.random.default_rng(rng).integers(2**63))
        is_larger = _step_down_together(
            distance, known_error, confidence_level, n_draws=n_draws, seed=seed
        )
        is_smaller = is_larger.T
    else:
        is_larger, is_smaller = _step_down_alone(distance, known_error, confidence_level)
    low, high = np.ones(len(values), dtype=np.int64), np.full(len(values), len(values))
    low[is_known] += is_larger.sum(axis=1)
    high[is_known] -= is_smaller.sum(axis=1)
    return low, high


def top_sets(
    estimate: ArrayLike,
    standard_error: ArrayLike,
    k: int,
    confidence_level: float = 0.95,
    *,
    n_draws: int = 20_000,
    rng: int | np.random.Generator = 0,
) -> NDArray[np.bool_]:
    """Return which units could be among the first k.

    With the given confidence all true first k are among them.

    Parameters
    ----------
    estimate : array-like of shape (n_units,)
        Independent estimates. Rank 1 is the smallest: negate them for the k largest.
    standard_error : array-like of shape (n_units,)
        Of each estimate, above 0.
    k : int
        At least 1.
    confidence_level : float, default=0.95
        In (0, 1).
    n_draws : int, default=20_000
        Draws, at least 1,000.
    rng : int or Generator, default=0
        Seed of the draws.

    Returns
    -------
    ndarray of shape (n_units,)
        Whether the unit could be.

    Raises
    ------
    ParameterError
        If an argument lies outside its range.

    References
    ----------
    .. [1] Mogstad, Romano, Shaikh & Wilhelm (2024), Rev. Econ. Stud. 91, 476-518.

    Examples
    --------
    >>> top_sets([1, 2, 9], [1, 1, 1], 1)
    array([ True,  True, False])
    """
    if k < 1:
        raise ParameterError(
            "parameter_range",
            name="k",
            allowed="at least 1",
            value=k,
            remedy="Say how many first ranks are meant.",
        )
    low, _ = rank_sets(estimate, standard_error, confidence_level, n_draws=n_draws, rng=rng)
    return np.asarray(low <= k)


def _step_down_together(
    distance: NDArray[np.float64],
    error: NDArray[np.float64],
    confidence_level: float,
    *,
    n_draws: int,
    seed: int,
) -> NDArray[np.bool_]:
    # A difference that is settled leaves the family, its reverse stays. The critical value only
    # falls, so that the last one settles all that was settled before.
    family = ~np.eye(len(error), dtype=bool)
    while True:
        critical = joint_critical_value(error, family, confidence_level, n_draws=n_draws, seed=seed)
        is_larger = distance > critical
        if not (family & is_larger).any():
            return is_larger
        family &= ~is_larger


def _step_down_alone(
    distance: NDArray[np.float64], error: NDArray[np.float64], confidence_level: float
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    # Each row is a family of its own, and is done once nothing more of it is settled.
    over = under = ~np.eye(len(error), dtype=bool)
    critical = np.zeros((len(error), 1))
    rows = np.arange(len(error))
    while len(rows) > 0:
        critical[rows, 0] = own_critical_values(
            error[rows], error, over[rows], under[rows], confidence_level
        )
        is_larger, is_smaller = distance > critical, -distance > critical
        is_settled = (over & is_larger) | (under & is_smaller)
        over, under = over & ~is_larger, under & ~is_smaller
        rows = np.flatnonzero(is_settled.any(axis=1))
    return distance > critical, -distance > critical
