"""Numbers that lie within their range, or are refused."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError

__all__ = ["check_draws", "numbers_above", "numbers_at_least", "shares"]

_FEWEST_DRAWS: Final = 1_000


def numbers_at_least(name: str, values: ArrayLike, least: float) -> NDArray[np.float64]:
    """Return numbers as an array, or refuse one that is too small.

    Parameters
    ----------
    name : str
        What a message calls them.
    values : array-like
        Numbers; NaN passes.
    least : float
        Smallest that is allowed.

    Returns
    -------
    ndarray
        The same numbers.

    Raises
    ------
    ParameterError
        If one is smaller.

    Examples
    --------
    >>> numbers_at_least("expected", [0, 2.5], 0)
    array([0. , 2.5])
    """
    found = np.asarray(values, dtype=np.float64)
    _refuse(name, found, found < least, f"at least {least:g}")
    return found


def numbers_above(name: str, values: ArrayLike, bound: float) -> NDArray[np.float64]:
    """Return numbers as an array, or refuse one that is not above a bound.

    Parameters
    ----------
    name : str
        What a message calls them.
    values : array-like
        Numbers; NaN passes.
    bound : float
        What they must exceed.

    Returns
    -------
    ndarray
        The same numbers.

    Raises
    ------
    ParameterError
        If one does not.

    Examples
    --------
    >>> numbers_above("expected", [0.5, 2.5], 0)
    array([0.5, 2.5])
    """
    found = np.asarray(values, dtype=np.float64)
    _refuse(name, found, found <= bound, f"above {bound:g}")
    return found


def shares(name: str, values: ArrayLike) -> NDArray[np.float64]:
    """Return shares as an array, or refuse one that is none.

    Parameters
    ----------
    name : str
        What a message calls them.
    values : array-like
        Shares in [0, 1]; NaN passes.

    Returns
    -------
    ndarray
        The same numbers.

    Raises
    ------
    ParameterError
        If one is not in [0, 1].

    Examples
    --------
    >>> shares("target", 90)
    Traceback (most recent call last):
        ...
    lapor_lab.errors.ParameterError: `target` must be in [0, 1], got 90.0. Write 0.9 for 90 %.
    """
    found = np.asarray(values, dtype=np.float64)
    _refuse(name, found, (found < 0) | (found > 1), "in [0, 1]", "Write 0.9 for 90 %.")
    return found


def check_draws(n_draws: int, n_default: int = 20_000) -> None:
    """Refuse a number of draws from which a result would be read by chance.

    Parameters
    ----------
    n_draws : int
        At least 1,000.
    n_default : int, default=20_000
        What a message says is drawn if nothing is given.

    Raises
    ------
    ParameterError
        If there are fewer.

    Examples
    --------
    >>> check_draws(10, 2_000)
    Traceback (most recent call last):
        ...
    lapor_lab.errors.ParameterError: `n_draws` must be at least 1000, got 10. Leave it out: \
2,000 are drawn.
    """
    if n_draws < _FEWEST_DRAWS:
        raise ParameterError(
            "parameter_range",
            name="n_draws",
            allowed=f"at least {_FEWEST_DRAWS}",
            value=n_draws,
            remedy=f"Leave it out: {n_default:,} are drawn.",
        )


def _refuse(
    name: str,
    values: NDArray[np.float64],
    is_wrong: NDArray[np.bool_],
    allowed: str,
    remedy: str = "Leave out what is unknown, or give NaN.",
) -> None:
    if is_wrong.any():
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed=allowed,
            value=float(values[is_wrong].flat[0]),
            remedy=remedy,
        )
