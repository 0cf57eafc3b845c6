"""Whether several groups have the same time to an event."""

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.special import chdtrc

from lapor_lab.errors import ParameterError
from lapor_lab.stats.survival import check_sample

__all__ = ["LogRank", "log_rank"]


@dataclass(frozen=True, kw_only=True)
class LogRank:
    """Result of a log-rank test.

    Parameters
    ----------
    statistic : float
        Chi-square; NaN where there is nothing to compare.
    degrees_of_freedom : int
        Groups that could be compared, less 1.
    p_value : float
        Chance of a statistic at least so large if all groups were alike.
    groups : tuple
        Names of the groups, in order of their first row.
    observed, expected : ndarray of shape (n_groups,)
        Events, and the events if all groups were alike; above its expectation a group is
        faster.
    """

    statistic: float
    degrees_of_freedom: int
    p_value: float
    groups: tuple[Hashable, ...]
    observed: NDArray[np.float64]
    expected: NDArray[np.float64]


def log_rank(
    duration: ArrayLike,
    event_observed: ArrayLike,
    group: ArrayLike,
    weight: ArrayLike | None = None,
) -> LogRank:
    """Test whether groups have the same time to the event (Mantel-Haenszel log-rank).

    Parameters
    ----------
    duration : array-like of shape (n,)
        Time to the event, or to the end of observation.
    event_observed : array-like of shape (n,)
        Whether the event was seen.
    group : array-like of shape (n,)
        Group of each row, a missing one being a group of its own; at least two differ.
    weight : array-like of shape (n,) or None, default=None
        How many cases each row stands for; 1 by default.

    Returns
    -------
    LogRank
        A large p-value is no proof that the groups are alike.

    Raises
    ------
    ParameterError
        If a duration is negative or there is one group only.

    References
    ----------
    .. [1] Mantel (1966), Cancer Chemother. Rep. 50, 163-170.

    Examples
    --------
    >>> days = [1, 2, 3, 4, 5, 6, 7, 8]
    >>> test = log_rank(days, [True] * 8, ["A"] * 4 + ["B"] * 4)
    >>> round(test.statistic, 3), test.degrees_of_freedom, round(test.p_value, 4)
    (7.344, 1, 0.0067)
    """
    times, has_event, counts = check_sample(duration, event_observed, weight)
    code, distinct = pd.factorize(np.asarray(group), use_na_sentinel=False)
    names = tuple(distinct.tolist())
    if len(names) <= 1:
        raise ParameterError(
            "parameter_range",
            name="group",
            allowed="of two groups at least",
            value=list(names),
            remedy="Give the rows of those that are to be compared.",
        )
    at_risk, events = _tables(times, has_event, code, counts)
    n, d = at_risk.sum(axis=1), events.sum(axis=1)
    share = at_risk / n[:, None]
    expected = (d[:, None] * share).sum(axis=0)
    observed = events.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        factor = np.where(n > 1, d * (n - d) / (n - 1), 0.0)
    covariance = np.diag(factor @ share) - share.T @ (factor[:, None] * share)
    # The last of the comparable groups follows from the others.
    used = np.flatnonzero(expected > 0)[:-1]
    if len(used) == 0 or not factor.any():
        statistic = p_value = float("nan")
    else:
        excess = (observed - expected)[used]
        statistic = float(
            excess @ np.linalg.lstsq(covariance[np.ix_(used, used)], excess, rcond=None)[0]
        )
        p_value = float(chdtrc(len(used), statistic))
    return LogRank(
        statistic=statistic,
        degrees_of_freedom=len(used),
        p_value=p_value,
        groups=names,
        observed=observed,
        expected=expected,
    )


def _tables(
    times: NDArray[np.float64],
    has_event: NDArray[np.bool_],
    code: NDArray[np.intp],
    counts: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    # At risk and events, one row a time at which there was an event, one column a group.
    levels, position = np.unique(times, return_inverse=True)
    shape = (len(levels), int(code.max()) + 1)
    cell = position * shape[1] + code
    leaving = np.bincount(cell, weights=counts, minlength=shape[0] * shape[1]).reshape(shape)
    events = np.bincount(cell, weights=counts * has_event, minlength=shape[0] * shape[1]).reshape(
        shape
    )
    at_risk = leaving[::-1].cumsum(axis=0)[::-1]
    happened = events.sum(axis=1) > 0
    return at_risk[happened], events[happened]
