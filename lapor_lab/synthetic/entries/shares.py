"""Draw categories with given shares."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["draw_positions"]


def draw_positions(
    shares: Sequence[float] | npt.NDArray[np.float64], uniform: npt.NDArray[np.float64]
) -> npt.NDArray[np.int64]:
    """Draw positions with given shares.

    Parameters
    ----------
    shares : sequence of float of shape (n_choices,)
        Shares or weights, none negative.
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
    return np.minimum(drawn, len(bounds) - 1)
