"""Draw categories with given shares, and members of groups."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["draw_from", "draw_positions"]

_Int64 = npt.NDArray[np.int64]


def draw_positions(
    shares: Sequence[float] | npt.NDArray[np.float64], uniform: npt.NDArray[np.float64]
) -> _Int64:
    """Draw positions with given shares.

    Parameters
    ----------
    shares : sequence of float of shape (n_choices,)
        Shares or weights, none negative, not all 0.
    uniform : ndarray of float of shape (n,)
        Uniforms.

    Returns
    -------
    ndarray of int64 of shape (n,)
        Positions; one of weight 0 is never drawn.

    Examples
    --------
    >>> draw_positions([0.5, 0.0, 0.5], np.array([0.1, 0.5, 0.9])).tolist()
    [0, 2, 2]
    """
    bounds = np.cumsum(shares)
    drawn = np.searchsorted(bounds, uniform * bounds[-1], side="right")
    # Rounding may lift the largest uniform onto the last bound.
    return np.asarray(np.minimum(drawn, int(np.flatnonzero(shares)[-1])))


def draw_from(
    groups: Sequence[Sequence[int] | npt.NDArray[np.integer]],
    group: npt.NDArray[np.integer],
    uniform: npt.NDArray[np.float64],
) -> _Int64:
    """Draw a member of a group, each as likely.

    Parameters
    ----------
    groups : sequence of sequences of int
        Members of each group.
    group : ndarray of int of shape (n,)
        Position of the group to draw from; it has a member.
    uniform : ndarray of float of shape (n,)
        Uniforms.

    Returns
    -------
    ndarray of int64 of shape (n,)
        Members.

    Examples
    --------
    >>> draw_from([[7], [8, 9]], np.array([0, 1, 1]), np.array([0.9, 0.4, 0.6])).tolist()
    [7, 8, 9]
    """
    length = np.array([len(members) for members in groups], dtype=np.int64)
    start = np.cumsum(length) - length
    flat = np.array([member for members in groups for member in members], dtype=np.int64)
    return np.asarray(flat[start[group] + (uniform * length[group]).astype(np.int64)])
