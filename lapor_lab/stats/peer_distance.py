"""How far a unit is from the middle of its peers, in a scale that outliers cannot stretch."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["PeerDistance", "peer_distance"]

# Median absolute deviation of a normal variable: 0.6745 standard deviations.
_NORMAL_SCALE: Final = 1.4826022185056018
_SMALLEST_GROUP: Final = 3


@dataclass(frozen=True, kw_only=True)
class PeerDistance:
    """Each unit beside its peers.

    Parameters
    ----------
    median : ndarray of shape (n_units,)
        Of the unit's peer group, the unit among them; NaN below three known units.
    spread : ndarray of shape (n_units,)
        Median absolute deviation of the group times 1.4826: a standard deviation where values
        are normal.
    distance : ndarray of shape (n_units,)
        Estimate less median, in spreads; NaN where the spread is 0 and the unit is elsewhere.
    """

    median: NDArray[np.float64]
    spread: NDArray[np.float64]
    distance: NDArray[np.float64]


def peer_distance(estimate: ArrayLike, peer_group: ArrayLike | None = None) -> PeerDistance:
    """Return the distance of each unit from the median of its peers.

    It describes, and judges nothing: it does not know how certain an estimate is.

    Parameters
    ----------
    estimate : array-like of shape (n_units,)
        Estimates; one that is NaN is in no median and gets no distance.
    peer_group : array-like of shape (n_units,) or None, default=None
        Which group each unit belongs to; all are peers if not given.

    Returns
    -------
    PeerDistance
        Median, spread and distance.

    References
    ----------
    .. [1] Rousseeuw & Croux (1993), J. Am. Stat. Assoc. 88, 1273-1283.

    Examples
    --------
    >>> peer_distance([1, 2, 3, 4, 100]).distance.round(2)
    array([-1.35, -0.67,  0.  ,  0.67, 65.43])
    """
    values = np.asarray(estimate, dtype=np.float64)
    groups = np.zeros(len(values)) if peer_group is None else np.asarray(peer_group)
    names, position = np.unique(groups, return_inverse=True)
    middles, spreads = np.full((2, len(names)), np.nan)
    for number in range(len(names)):
        known = values[(position == number) & ~np.isnan(values)]
        if len(known) >= _SMALLEST_GROUP:
            middles[number] = np.median(known)
            spreads[number] = _NORMAL_SCALE * np.median(np.abs(known - middles[number]))
    median, spread = middles[position], spreads[position]
    away = values - median
    with np.errstate(divide="ignore", invalid="ignore"):
        distance = np.where(away == 0, 0.0, away / np.where(spread > 0, spread, np.nan))
    return PeerDistance(median=median, spread=spread, distance=distance)
