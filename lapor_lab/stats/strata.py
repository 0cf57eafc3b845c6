"""Events and cases by unit and stratum: what every standardisation starts from."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError

__all__ = ["check_strata", "pooled_share", "shared_share"]


def check_strata(
    numerator: ArrayLike,
    denominator: ArrayLike,
    *,
    is_share: bool = True,
    name: str = "numerator",
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return two tables of units by strata as arrays, or refuse them.

    Parameters
    ----------
    numerator : array-like of shape (n_units, n_strata)
        Events.
    denominator : array-like of shape (n_units, n_strata)
        Cases, or the population at risk.
    is_share : bool, default=True
        Whether there cannot be more events than cases.
    name : str, default="numerator"
        What a message calls the numerator.

    Returns
    -------
    events, trials : ndarray of shape (n_units, n_strata)
        The same numbers.

    Raises
    ------
    ParameterError
        If the shapes are not the same two-dimensional one, a number is missing or negative,
        or there are more events than cases.

    Examples
    --------
    >>> check_strata([[1, 2]], [[3, 4]])
    (array([[1., 2.]]), array([[3., 4.]]))
    """
    events = np.asarray(numerator, dtype=np.float64)
    trials = np.asarray(denominator, dtype=np.float64)
    if trials.ndim != 2 or events.shape != trials.shape:  # noqa: PLR2004 - units by strata
        raise ParameterError(
            "work_shape",
            name=name,
            allowed="(n_units, n_strata) as `denominator`",
            value=f"{events.shape} beside {trials.shape}",
        )
    _check_range("denominator", trials, trials >= 0, "at least 0")
    if is_share:
        is_right = (events >= 0) & (events <= trials)
        _check_range(name, events, is_right, "in [0, denominator]")
    else:
        _check_range(name, events, events >= 0, "at least 0")
    return events, trials


def pooled_share(
    numerator: NDArray[np.float64], denominator: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the share of each stratum over all units together.

    Parameters
    ----------
    numerator, denominator : ndarray of shape (n_units, n_strata)
        Events and cases.

    Returns
    -------
    ndarray of shape (n_strata,)
        0 for a stratum that nobody has, which then adds nothing.

    Examples
    --------
    >>> pooled_share(np.array([[1.0, 0], [2, 0]]), np.array([[4.0, 0], [2, 0]]))
    array([0.5, 0. ])
    """
    events, trials = numerator.sum(axis=0), denominator.sum(axis=0)
    share: NDArray[np.float64] = np.divide(
        events, trials, out=np.zeros_like(trials), where=trials > 0
    )
    return share


def shared_share(denominator: ArrayLike) -> NDArray[np.float64]:
    """Return how large a part of a unit's cases lies in strata that other units have too.

    Cases of a stratum that nobody else has are compared with themselves: they draw the ratio
    towards 1 and say nothing. A unit with a small shared part cannot be compared.

    Parameters
    ----------
    denominator : array-like of shape (n_units, n_strata)
        Cases.

    Returns
    -------
    ndarray of shape (n_units,)
        In [0, 1]; NaN for a unit without any case.

    Examples
    --------
    >>> shared_share([[10, 30], [20, 0]])
    array([0.25, 1.  ])
    """
    trials = np.asarray(denominator, dtype=np.float64)
    # Counted and not subtracted: a rounding error must not look like another's case.
    others = (trials > 0).sum(axis=0) - (trials > 0)
    total = trials.sum(axis=1)
    shared = np.where(others > 0, trials, 0).sum(axis=1)
    part: NDArray[np.float64] = shared / np.where(total > 0, total, np.nan)
    return part


def _check_range(
    name: str, values: NDArray[np.float64], is_right: NDArray[np.bool_], allowed: str
) -> None:
    if not is_right.all():
        raise ParameterError(
            "parameter_range",
            name=name,
            allowed=allowed,
            value=float(values[~is_right][0]),
            remedy="Count each event and each case once; write 0 where there is none.",
        )
