"""Which ranks the categories of one sample may have: exact, without a normal law."""

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betainc

from lapor_lab.errors import ParameterError
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["multinomial_rank_sets"]


def multinomial_rank_sets(
    count: ArrayLike, confidence_level: float = 0.95, *, is_simultaneous: bool = True
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first and last rank that each category's true frequency may have.

    Two counts are compared given their sum, which is exact in samples of any size; Holm's
    method allows for the number of comparisons.

    Parameters
    ----------
    count : array-like of shape (n_categories,)
        How often each category was seen. Rank 1 is the rarest.
    confidence_level : float, default=0.95
        In (0, 1).
    is_simultaneous : bool, default=True
        Whether all sets hold at once, or each by itself.

    Returns
    -------
    low, high : ndarray of shape (n_categories,)
        First and last rank.

    Raises
    ------
    ParameterError
        If a count is negative, missing or not whole, or the level is not in (0, 1).

    References
    ----------
    .. [1] Bazylik, Mogstad, Romano, Shaikh & Wilhelm (2025), J. Econom. 247, on ranks from
       multinomial data.
    .. [2] Holm (1979), Scand. J. Stat. 6, 65-70.

    Examples
    --------
    >>> low, high = multinomial_rank_sets([5, 60, 71])
    >>> low.tolist(), high.tolist()
    ([1, 2, 2], [1, 3, 3])
    """
    check_confidence_level(confidence_level)
    counts = np.asarray(count, dtype=np.float64)
    wrong = ~((counts >= 0) & (counts == np.floor(counts)) & np.isfinite(counts))
    if wrong.any():
        raise ParameterError(
            "parameter_range",
            name="count",
            allowed="whole numbers, at least 0",
            value=float(counts[wrong][0]),
            remedy="Give how often each category was seen.",
        )
    n = len(counts)
    other = ~np.eye(n, dtype=bool)
    # Chance that, were both as frequent, the row's count came to as much or more.
    chance = np.where(
        counts[:, None] > 0, betainc(np.maximum(counts[:, None], 1), counts + 1, 0.5), 1.0
    )
    alpha = 1 - confidence_level
    if is_simultaneous:
        is_larger = np.zeros((n, n), dtype=bool)
        is_larger[other] = _holm(chance[other], alpha)
        is_smaller = is_larger.T
    else:
        is_larger, is_smaller = np.zeros((2, n, n), dtype=bool)
        for category, others in enumerate(other):
            both = np.concatenate([chance[category, others], chance[others, category]])
            is_larger[category, others], is_smaller[category, others] = np.split(
                _holm(both, alpha), 2
            )
    return 1 + is_larger.sum(axis=1), n - is_smaller.sum(axis=1)


def _holm(chance: NDArray[np.float64], alpha: float) -> NDArray[np.bool_]:
    order = chance.argsort(kind="stable")
    holds = chance[order] <= alpha / np.arange(len(chance), 0, -1)
    is_rejected = np.zeros(len(chance), dtype=bool)
    is_rejected[order] = np.logical_and.accumulate(holds)
    return is_rejected
