"""On which side of a line values lie."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["side_of"]

# A mean of equal values may differ from them in the last digit.
_ROUNDING: Final = 1e-12


def side_of(value: ArrayLike, line: ArrayLike) -> NDArray[np.int8]:
    """Return on which side of a line each value lies.

    Parameters
    ----------
    value : array-like of shape (n,)
        Values.
    line : array-like of shape (n,)
        A centre or a limit.

    Returns
    -------
    ndarray of shape (n,)
        1 above, -1 below, 0 on the line (but for rounding) or where one of both is missing.

    Examples
    --------
    >>> side_of([0.1 + 0.2, 1, 0, float("nan")], 0.3)
    array([ 0,  1, -1,  0], dtype=int8)
    """
    values, lines = np.broadcast_arrays(
        np.asarray(value, dtype=np.float64), np.asarray(line, dtype=np.float64)
    )
    distance = values - lines
    near = np.abs(distance) <= _ROUNDING * np.maximum(np.abs(values), np.abs(lines))
    return np.where(near | np.isnan(distance), 0, np.sign(np.nan_to_num(distance))).astype(np.int8)
