"""Draw categories with given shares, and members of groups."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["draw_from", "draw_positions"]

_MANY: Final = 16
# A power of two, so that the cell of a uniform is exact.
_N_CELLS: Final = 1 << 12

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
    drawn = _search(bounds, uniform)
    # Rounding may lift the largest uniform onto the last bound.
    return np.asarray(np.minimum(drawn, int(np.flatnonzero(shares)[-1])))


def _search(bounds: npt.NDArray[np.float64], uniform: npt.NDArray[np.float64]) -> _Int64:
    if len(bounds) < _MANY or len(uniform) < _N_CELLS:
        return np.asarray(np.searchsorted(bounds, uniform * bounds[-1], side="right"))
    # Most cells of the unit interval hold no bound, and need no search.
    edges = np.arange(_N_CELLS + 1) / _N_CELLS
    first = np.searchsorted(bounds, edges * bounds[-1], side="right")
    cell = (uniform * _N_CELLS).astype(np.int64)
    drawn: _Int64 = first[cell]
    split = np.flatnonzero((np.diff(first) > 0)[cell])
    drawn[split] = np.searchsorted(bounds, uniform[split] * bounds[-1], side="right")
    return drawn


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
