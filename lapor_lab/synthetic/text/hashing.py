"""Numbers that depend on a key only: the same person, text or place gives the same ones."""

from typing import Final

import numpy as np
import numpy.typing as npt

__all__ = ["index", "mixed", "uniform"]

Keys = npt.NDArray[np.uint64]

# Constants of SplitMix64 (Steele, Lea and Flood 2014).
_GOLDEN: Final = 0x9E3779B97F4A7C15
_FIRST: Final = np.uint64(0xBF58476D1CE4E5B9)
_SECOND: Final = np.uint64(0x94D049BB133111EB)
_MASK: Final = 2**64 - 1


def mixed(key: Keys, number: int | Keys = 0) -> Keys:
    """Mix a key with a number.

    Parameters
    ----------
    key : ndarray of uint64
        Keys.
    number : int or ndarray of uint64, default=0
        What the numbers are for.

    Returns
    -------
    ndarray of uint64
        Evenly spread numbers.

    Examples
    --------
    >>> key = np.array([1, 1, 2], dtype=np.uint64)
    >>> (mixed(key)[0] == mixed(key)[1]), (mixed(key)[0] == mixed(key)[2])
    (np.True_, np.False_)
    """
    step = (
        np.uint64(((int(number) + 1) * _GOLDEN) & _MASK)
        if isinstance(number, int)
        else ((number + np.uint64(1)) * np.uint64(_GOLDEN))
    )
    x = key + step
    x ^= x >> np.uint64(30)
    x *= _FIRST
    x ^= x >> np.uint64(27)
    x *= _SECOND
    x ^= x >> np.uint64(31)
    return x


def uniform(numbers: Keys) -> npt.NDArray[np.float64]:
    """Turn mixed numbers into numbers in [0, 1).

    Parameters
    ----------
    numbers : ndarray of uint64
        Mixed numbers.

    Returns
    -------
    ndarray of float64
        Evenly spread.

    Examples
    --------
    >>> uniform(np.array([2**63], dtype=np.uint64))
    array([0.5])
    """
    return (numbers >> np.uint64(11)).astype(np.float64) * 2.0**-53


def index(numbers: Keys, size: int) -> npt.NDArray[np.int32]:
    """Turn mixed numbers into positions.

    Parameters
    ----------
    numbers : ndarray of uint64
        Mixed numbers.
    size : int
        Number of positions, below 2**31.

    Returns
    -------
    ndarray of int32
        In [0, size).

    Examples
    --------
    >>> index(np.array([2**63], dtype=np.uint64), 10)
    array([5], dtype=int32)
    """
    return (((numbers >> np.uint64(33)) * np.uint64(size)) >> np.uint64(31)).astype(np.int32)
