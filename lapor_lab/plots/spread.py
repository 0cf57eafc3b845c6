"""Texts in a column that would lie on one another, moved apart as little as needed."""

import numpy as np
from numpy.typing import NDArray

__all__ = ["spread"]


def spread(
    centres: NDArray[np.float64], heights: NDArray[np.float64], lower: float, upper: float
) -> NDArray[np.float64]:
    """Move intervals of given heights apart until none overlaps another.

    The sum of squared moves is the smallest that there is (pool adjacent violators), but for
    what the ends require.

    Parameters
    ----------
    centres : ndarray of shape (n_texts,)
        Where the texts would like to be.
    heights : ndarray of shape (n_texts,)
        How much room each needs, above 0.
    lower, upper : float
        Ends between which the texts stay, if they have room there.

    Returns
    -------
    ndarray of shape (n_texts,)
        Where they are put, in the order of `centres`.

    Examples
    --------
    >>> spread(np.array([0.5, 0.5]), np.array([0.2, 0.2]), 0, 1)
    array([0.4, 0.6])
    """
    order = np.argsort(centres, kind="stable")
    tall = heights[order]
    # From the first text's centre to each other one's, if they were stacked without a gap.
    stacked = np.cumsum(tall) - tall / 2
    blocks: list[tuple[float, int]] = []
    for wish in centres[order] - stacked:
        mean, n = float(wish), 1
        while blocks and blocks[-1][0] > mean:
            before, n_before = blocks.pop()
            mean, n = (before * n_before + mean * n) / (n_before + n), n_before + n
        blocks.append((mean, n))
    starts = np.concatenate([np.full(n, mean) for mean, n in blocks])
    room = upper - float(tall.sum())
    placed = np.empty_like(stacked)
    placed[order] = np.clip(starts, lower, max(room, lower)) + stacked
    return placed
