"""Closed forms of a network of queues in which cases may come back (Jackson)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.stats.queueing import QueueMeans, mmc_queue

__all__ = ["NetworkMeans", "jackson_network", "traffic_equations"]


@dataclass(frozen=True, kw_only=True)
class NetworkMeans:
    """Steady state of a network.

    Parameters
    ----------
    arrival_rate_per_day : ndarray of shape (n_stations,)
        Arrivals a day at each station, those that come back included.
    visits : ndarray of shape (n_stations,)
        Mean visits of a case to each station.
    stations : tuple of QueueMeans
        Each station by itself.
    sojourn_time_days : float
        Mean time of a case from entry to exit, all visits included.
    """

    arrival_rate_per_day: NDArray[np.float64]
    visits: NDArray[np.float64]
    stations: tuple[QueueMeans, ...]
    sojourn_time_days: float


def traffic_equations(entry_rate_per_day: ArrayLike, routing: ArrayLike) -> NDArray[np.float64]:
    """Return the arrival rate of each station, those that come back included.

    Parameters
    ----------
    entry_rate_per_day : array-like of shape (n_stations,)
        Arrivals from outside.
    routing : array-like of shape (n_stations, n_stations)
        Share of those that leave a station (row) and go on to a station (column); what a row
        lacks to 1 leaves the network.

    Returns
    -------
    ndarray of shape (n_stations,)
        The solution of rate = entry + rate @ routing.

    Raises
    ------
    ParameterError
        If a share is negative, a row sums to more than 1, or cases never leave.

    References
    ----------
    .. [1] Jackson (1957), Oper. Res. 5, 518-521.

    Examples
    --------
    >>> traffic_equations([8, 0], [[0, 1], [0.2, 0]])
    array([10., 10.])
    """
    entry = np.asarray(entry_rate_per_day, dtype=np.float64)
    shares = np.asarray(routing, dtype=np.float64)
    rows = shares.sum(axis=1)
    wrong = (shares < 0).any(axis=1) | (rows > 1 + 1e-9)
    if wrong.any():
        row = int(np.flatnonzero(wrong)[0])
        raise _bad_routing(
            "shares that sum to at most 1 in each row", shares[row].tolist(), "Mend that row."
        )
    if np.abs(np.linalg.eigvals(shares)).max() >= 1 - 1e-12:
        raise _bad_routing(
            "such that each case leaves in the end", shares.tolist(), "Let some row sum to less."
        )
    return np.asarray(np.linalg.solve(np.eye(len(entry)) - shares.T, entry))


def jackson_network(
    entry_rate_per_day: ArrayLike,
    service_rate_per_day: Sequence[float],
    n_servers: Sequence[int],
    routing: ArrayLike,
) -> NetworkMeans:
    """Return the steady state of stations with exponential services and random routing.

    Each station is as an M/M/c of its own, although its arrivals are not Poisson where cases
    come back.

    Parameters
    ----------
    entry_rate_per_day : array-like of shape (n_stations,)
        Arrivals from outside; somebody must come.
    service_rate_per_day : sequence of float
        Services a day that one server of each station can do.
    n_servers : sequence of int
        Servers of each station.
    routing : array-like of shape (n_stations, n_stations)
        As for `traffic_equations`. Every station must be reached.

    Returns
    -------
    NetworkMeans
        Exact.

    Raises
    ------
    ParameterError
        If an argument lies outside its range; a utilisation of 1 or more has no steady state.

    References
    ----------
    .. [1] Jackson (1957), Oper. Res. 5, 518-521.

    Examples
    --------
    >>> network = jackson_network([0.4], [1.0], [1], [[0.5]])
    >>> network.arrival_rate_per_day, network.visits, round(network.sojourn_time_days, 6)
    (array([0.8]), array([2.]), 10.0)
    """
    rates = traffic_equations(entry_rate_per_day, routing)
    stations = tuple(
        mmc_queue(float(rate), service_rate, servers)
        for rate, service_rate, servers in zip(rates, service_rate_per_day, n_servers, strict=True)
    )
    visits = rates / np.asarray(entry_rate_per_day, dtype=np.float64).sum()
    sojourns = np.array([station.sojourn_time_days for station in stations])
    return NetworkMeans(
        arrival_rate_per_day=rates,
        visits=visits,
        stations=stations,
        sojourn_time_days=float(visits @ sojourns),
    )


def _bad_routing(allowed: str, value: object, remedy: str) -> ParameterError:
    return ParameterError(
        "parameter_range", name="routing", allowed=allowed, value=value, remedy=remedy
    )
