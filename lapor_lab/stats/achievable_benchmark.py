"""What the best already reach, where the best are not the luckiest of the small."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.stats.beta_binomial import beta_binomial_shrinkage
from lapor_lab.stats.checked_numbers import check_draws
from lapor_lab.stats.event_counts import check_events
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["AchievableBenchmark", "achievable_benchmark"]


@dataclass(frozen=True, kw_only=True)
class AchievableBenchmark:
    """A pared mean, and how far each unit is from it.

    Parameters
    ----------
    benchmark : float
        Share of the units in the set, taken together; NaN where there is no case.
    lower, upper : float
        Interval of what the best truly reach. Picking the best picks luck too, so that it lies
        lower than `benchmark`, and may lie wholly below it.
    is_in_set : ndarray of bool of shape (n_units,)
        Which units set the benchmark.
    gap : ndarray of shape (n_units,)
        Benchmark less the unit's share; negative where the unit is beyond it, NaN without cases.
    gap_lower, gap_upper : ndarray of shape (n_units,)
        Interval of the true gap.
    cases_to_move : ndarray of shape (n_units,)
        More events that would close the gap; 0 for a unit at or beyond the benchmark.
    cases_to_move_lower, cases_to_move_upper : ndarray of shape (n_units,)
        Interval, cut at 0.
    """

    benchmark: float
    lower: float
    upper: float
    is_in_set: NDArray[np.bool_]
    gap: NDArray[np.float64]
    gap_lower: NDArray[np.float64]
    gap_upper: NDArray[np.float64]
    cases_to_move: NDArray[np.float64]
    cases_to_move_lower: NDArray[np.float64]
    cases_to_move_upper: NDArray[np.float64]


def achievable_benchmark(
    numerator: ArrayLike,
    denominator: ArrayLike,
    confidence_level: float = 0.95,
    *,
    smallest_share: float = 0.1,
    n_draws: int = 2_000,
    rng: int | np.random.Generator = 0,
) -> AchievableBenchmark:
    """Return the pared mean of the best units that hold a share of all cases.

    Units enter by (x + 1) / (n + 2), so that 3 out of 3 does not come first, until they hold
    `smallest_share` of all cases. The intervals come from a bootstrap: true shares are drawn
    around the shrunken ones, cases anew from those, and the interval allows for how far the
    pared mean of the new cases is from that of the true shares.

    Parameters
    ----------
    numerator : array-like of shape (n_units,)
        Wanted events, from 0 to `denominator`.
    denominator : array-like of shape (n_units,)
        Cases.
    confidence_level : float, default=0.95
        In (0, 1).
    smallest_share : float, default=0.1
        Share of all cases that the best must hold together, in (0, 1].
    n_draws : int, default=2_000
        Of the bootstrap, at least 1,000.
    rng : int or Generator, default=0
        Seed of the bootstrap.

    Returns
    -------
    AchievableBenchmark
        Benchmark, gaps and cases to move, each with an interval. Where units hardly differ, so
        that the best cannot be told from the others, the intervals are too short.

    Raises
    ------
    ParameterError
        If an argument lies outside its range.

    References
    ----------
    .. [1] Weissman et al. (1999), J. Eval. Clin. Pract. 5, 269-281.

    Examples
    --------
    >>> best = achievable_benchmark([3, 95, 48, 180, 340, 700], [3, 100, 50, 200, 400, 1000])
    >>> round(best.benchmark, 4), best.is_in_set.tolist()
    (0.9229, [False, True, True, True, False, False])
    >>> best.cases_to_move.round(1).tolist()
    [0.0, 0.0, 0.0, 4.6, 29.1, 222.9]
    """
    check_confidence_level(confidence_level)
    check_draws(n_draws, 2_000)
    if not 0 < smallest_share <= 1:
        raise ParameterError(
            "parameter_range",
            name="smallest_share",
            allowed="in (0, 1]",
            value=smallest_share,
            remedy="Write 0.1 for 10 %.",
        )
    events, trials = check_events(numerator, denominator)
    with np.errstate(invalid="ignore"):
        share = events / trials
    benchmark, is_in_set = _pared_mean(events, trials, smallest_share)
    gap = benchmark - share
    true_share, drawn = _draw(events, trials, n_draws, np.random.default_rng(rng))
    error = _pared_mean(drawn, trials, smallest_share)[0] - _true_mean(
        true_share, trials, smallest_share
    )
    with np.errstate(invalid="ignore"):
        gap_error = error[:, None] - (drawn / trials - true_share)
    # What is too high in most of the draws is lowered.
    tails = np.array([1 + confidence_level, 1 - confidence_level]) / 2
    lower, upper = np.clip(benchmark - np.quantile(error, tails), 0, 1)
    gap_lower, gap_upper = np.clip(gap - np.quantile(gap_error, tails, axis=0), -1, 1)
    cases, cases_lower, cases_upper = (
        np.maximum(distance * trials, 0.0) for distance in (gap, gap_lower, gap_upper)
    )
    return AchievableBenchmark(
        benchmark=float(benchmark),
        lower=float(lower),
        upper=float(upper),
        is_in_set=is_in_set,
        gap=gap,
        gap_lower=gap_lower,
        gap_upper=gap_upper,
        cases_to_move=cases,
        cases_to_move_lower=cases_lower,
        cases_to_move_upper=cases_upper,
    )


def _pared_mean(
    events: NDArray[np.float64], trials: NDArray[np.float64], smallest_share: float
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    return _best_mean(events, trials, (events + 1) / (trials + 2), smallest_share)


def _true_mean(
    share: NDArray[np.float64], trials: NDArray[np.float64], smallest_share: float
) -> NDArray[np.float64]:
    # A true share is not due to luck: units enter by it, as it is.
    return _best_mean(share * trials, trials, share, smallest_share)[0]


def _best_mean(
    events: NDArray[np.float64],
    trials: NDArray[np.float64],
    order_by: NDArray[np.float64],
    smallest_share: float,
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    # The last axis is that of units; those without a case come last.
    order = np.argsort(np.where(trials > 0, -order_by, np.inf), axis=-1, kind="stable")
    n = np.broadcast_to(trials, events.shape)
    sorted_n = np.take_along_axis(n, order, axis=-1)
    held = sorted_n.cumsum(axis=-1)
    # The unit that brings them over the line is the last to enter.
    needed = smallest_share * trials.sum() * (1 - 1e-12)
    enters = (held - sorted_n < needed) & (sorted_n > 0)
    is_in_set = np.zeros(events.shape, dtype=bool)
    np.put_along_axis(is_in_set, order, enters, axis=-1)
    with np.errstate(invalid="ignore"):
        mean = (events * is_in_set).sum(axis=-1) / (n * is_in_set).sum(axis=-1)
    return mean, is_in_set


def _draw(
    events: NDArray[np.float64],
    trials: NDArray[np.float64],
    n_draws: int,
    generator: np.random.Generator,
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    shrunken = beta_binomial_shrinkage(events, trials)
    mean, variance = shrunken.estimate, shrunken.standard_error**2
    # A unit without cases, or alone, or all of whose peers agree on 0 or 1, has no such law.
    is_known = variance > 0
    size = np.where(is_known, mean * (1 - mean) / np.where(is_known, variance, 1) - 1, 1)
    first = np.where(is_known, mean * size, events + 0.5)
    second = np.where(is_known, (1 - mean) * size, trials - events + 0.5)
    true_share = generator.beta(first, second, (n_draws, len(trials)))
    drawn = generator.binomial(np.rint(trials).astype(np.int64), true_share)
    return true_share, drawn.astype(np.float64)
