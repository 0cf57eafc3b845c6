"""Closed forms of queueing theory: what a simulated office must come to on average.

All hold in the steady state, for Poisson arrivals, first come first served, in days of work
time. What is an approximation says so.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError

__all__ = [
    "QueueMeans",
    "allen_cunneen_waiting_time_days",
    "erlang_b",
    "erlang_c",
    "mean_number_present",
    "mg1_queue",
    "mmc_queue",
    "mmc_waiting_tail",
]


@dataclass(frozen=True, kw_only=True)
class QueueMeans:
    """Steady state of one station.

    Parameters
    ----------
    utilisation : float
        Share of the time in which a server is busy, in (0, 1).
    waiting_share : float
        Share of arrivals that find all servers busy.
    waiting_time_days : float
        Mean time from arrival to the start of service.
    sojourn_time_days : float
        Mean time from arrival to the end of service.
    """

    utilisation: float
    waiting_share: float
    waiting_time_days: float
    sojourn_time_days: float


def erlang_b(offered_load: float, n_servers: int) -> float:
    """Return the share that is turned away where nobody waits (Erlang B, M/G/c/c).

    Parameters
    ----------
    offered_load : float
        Arrival rate times mean service time, at least 0.
    n_servers : int
        Servers, at least 1.

    Returns
    -------
    float
        In [0, 1).

    Raises
    ------
    ParameterError
        If an argument lies outside its range.

    References
    ----------
    .. [1] Erlang (1917), Elektroteknikeren 13, 5-13; the recursion is that of Jagerman (1974),
       Bell Syst. Tech. J. 53, 525-551.

    Examples
    --------
    >>> round(erlang_b(10, 10), 4)
    0.2146
    """
    _check_at_least("offered_load", offered_load, 0)
    _check_at_least("n_servers", n_servers, 1)
    blocked = 1.0
    for server in range(1, n_servers + 1):
        blocked = offered_load * blocked / (server + offered_load * blocked)
    return blocked


def erlang_c(offered_load: float, n_servers: int) -> float:
    """Return the share that finds all servers busy and waits (Erlang C, M/M/c).

    Parameters
    ----------
    offered_load : float
        Arrival rate times mean service time, at least 0 and below `n_servers`.
    n_servers : int
        Servers, at least 1.

    Returns
    -------
    float
        In [0, 1).

    Raises
    ------
    ParameterError
        If an argument lies outside its range; a utilisation of 1 or more has no steady state.

    References
    ----------
    .. [1] Erlang (1917), Elektroteknikeren 13, 5-13.

    Examples
    --------
    >>> round(erlang_c(2, 3), 4)
    0.4444
    """
    blocked = erlang_b(offered_load, n_servers)
    utilisation = _stable(offered_load / n_servers)
    return blocked / (1 - utilisation * (1 - blocked))


def mmc_queue(
    arrival_rate_per_day: float, service_rate_per_day: float, n_servers: int = 1
) -> QueueMeans:
    """Return the steady state of exponential services at equal servers (M/M/c).

    Parameters
    ----------
    arrival_rate_per_day : float
        Arrivals a day, above 0.
    service_rate_per_day : float
        Services a day that one server can do, above 0.
    n_servers : int, default=1
        Servers, at least 1.

    Returns
    -------
    QueueMeans
        Exact.

    Raises
    ------
    ParameterError
        If an argument lies outside its range; a utilisation of 1 or more has no steady state.

    References
    ----------
    .. [1] Gross, Shortle, Thompson & Harris (2008), Fundamentals of Queueing Theory, 4th ed.,
       section 2.3.

    Examples
    --------
    >>> queue = mmc_queue(0.2, 0.1, 3)
    >>> round(queue.waiting_share, 4), round(queue.waiting_time_days, 4)
    (0.4444, 4.4444)
    """
    load = _offered_load(arrival_rate_per_day, service_rate_per_day)
    waiting_share = erlang_c(load, n_servers)
    waiting = waiting_share / (n_servers * service_rate_per_day - arrival_rate_per_day)
    return QueueMeans(
        utilisation=load / n_servers,
        waiting_share=waiting_share,
        waiting_time_days=waiting,
        sojourn_time_days=waiting + 1 / service_rate_per_day,
    )


def mmc_waiting_tail(
    days: ArrayLike,
    arrival_rate_per_day: float,
    service_rate_per_day: float,
    n_servers: int = 1,
) -> NDArray[np.float64]:
    """Return the share that waits longer than a time, P(W > t) of M/M/c.

    Parameters
    ----------
    days : array-like of shape (n,)
        Waiting times, at least 0.
    arrival_rate_per_day : float
        Arrivals a day, above 0.
    service_rate_per_day : float
        Services a day that one server can do, above 0.
    n_servers : int, default=1
        Servers, at least 1.

    Returns
    -------
    ndarray of shape (n,)
        Shares.

    Raises
    ------
    ParameterError
        If an argument lies outside its range; a utilisation of 1 or more has no steady state.

    References
    ----------
    .. [1] Gross et al. (2008), as for `mmc_queue`, equation 2.39.

    Examples
    --------
    >>> mmc_waiting_tail([0, 5], 0.8, 1).round(4)
    array([0.8   , 0.2943])
    """
    times = np.asarray(days, dtype=np.float64)
    _check_at_least("days", float(times.min(initial=0)), 0)
    queue = mmc_queue(arrival_rate_per_day, service_rate_per_day, n_servers)
    spare = n_servers * service_rate_per_day - arrival_rate_per_day
    return np.asarray(queue.waiting_share * np.exp(-spare * times))


def mg1_queue(
    arrival_rate_per_day: float, service_rate_per_day: float, service_cv: float = 1.0
) -> QueueMeans:
    """Return the steady state of one server with services of any law (M/G/1).

    Parameters
    ----------
    arrival_rate_per_day : float
        Arrivals a day, above 0.
    service_rate_per_day : float
        Services a day that the server can do, above 0.
    service_cv : float, default=1.0
        Standard deviation over mean of the service times, at least 0.

    Returns
    -------
    QueueMeans
        Exact (Pollaczek-Khinchine).

    Raises
    ------
    ParameterError
        If an argument lies outside its range; a utilisation of 1 or more has no steady state.

    References
    ----------
    .. [1] Pollaczek (1930), Math. Z. 32, 64-100; Khinchine (1932), Mat. Sb. 39, 73-84.

    Examples
    --------
    >>> round(mg1_queue(0.8, 1, 0).waiting_time_days, 4)
    2.0
    """
    _check_at_least("service_cv", service_cv, 0)
    utilisation = _stable(_offered_load(arrival_rate_per_day, service_rate_per_day))
    mean = 1 / service_rate_per_day
    mean_square = mean**2 * (1 + service_cv**2)
    waiting = arrival_rate_per_day * mean_square / (2 * (1 - utilisation))
    return QueueMeans(
        utilisation=utilisation,
        waiting_share=utilisation,
        waiting_time_days=waiting,
        sojourn_time_days=waiting + mean,
    )


def allen_cunneen_waiting_time_days(
    arrival_rate_per_day: float,
    service_rate_per_day: float,
    n_servers: int,
    *,
    service_cv: float,
    arrival_cv: float = 1.0,
) -> float:
    """Return about how long one waits at several servers with services of any law (G/G/c).

    An approximation: that of M/M/c times the mean of the squared coefficients of variation.
    It is exact for M/M/c and M/G/1, and a few per cent off elsewhere.

    Parameters
    ----------
    arrival_rate_per_day : float
        Arrivals a day, above 0.
    service_rate_per_day : float
        Services a day that one server can do, above 0.
    n_servers : int
        Servers, at least 1.
    service_cv : float
        Standard deviation over mean of the service times, at least 0.
    arrival_cv : float, default=1.0
        The same of the times between arrivals; 1 for Poisson arrivals.

    Returns
    -------
    float
        Approximate mean waiting time, in days.

    Raises
    ------
    ParameterError
        If an argument lies outside its range; a utilisation of 1 or more has no steady state.

    References
    ----------
    .. [1] Allen (1990), Probability, Statistics and Queueing Theory, 2nd ed., section 5.3.

    Examples
    --------
    >>> round(allen_cunneen_waiting_time_days(4.5, 1, 5, service_cv=0), 4)
    0.7625
    """
    _check_at_least("service_cv", service_cv, 0)
    _check_at_least("arrival_cv", arrival_cv, 0)
    queue = mmc_queue(arrival_rate_per_day, service_rate_per_day, n_servers)
    return queue.waiting_time_days * (arrival_cv**2 + service_cv**2) / 2


def mean_number_present(arrival_rate_per_day: float, time_days: float) -> float:
    """Return how many are present on average: Little's law, L = lambda W.

    With the waiting time it gives those who wait, with the sojourn time those in the station.
    With the mean service time it gives those in service; where nobody waits (M/G/infinity)
    these are all, and their number is Poisson with this mean.

    Parameters
    ----------
    arrival_rate_per_day : float
        Arrivals a day, at least 0.
    time_days : float
        Mean time that each is present, at least 0.

    Returns
    -------
    float
        Mean number.

    Raises
    ------
    ParameterError
        If an argument is negative.

    References
    ----------
    .. [1] Little (1961), Oper. Res. 9, 383-387.

    Examples
    --------
    >>> mean_number_present(12, 5.5)
    66.0
    """
    _check_at_least("arrival_rate_per_day", arrival_rate_per_day, 0)
    _check_at_least("time_days", time_days, 0)
    return arrival_rate_per_day * time_days


def _offered_load(arrival_rate_per_day: float, service_rate_per_day: float) -> float:
    for name, rate in (
        ("arrival_rate_per_day", arrival_rate_per_day),
        ("service_rate_per_day", service_rate_per_day),
    ):
        if not 0 < rate < math.inf:
            raise _out_of_range(name, rate, "> 0", "Give the mean of a day.")
    return arrival_rate_per_day / service_rate_per_day


def _stable(utilisation: float) -> float:
    if not utilisation < 1:
        remedy = "The backlog grows without end: add servers or shorten services."
        raise _out_of_range("utilisation", round(utilisation, 6), "< 1", remedy)
    return utilisation


def _check_at_least(name: str, value: float, minimum: int) -> None:
    if not value >= minimum:
        raise _out_of_range(name, value, f">= {minimum}", "Give a larger one.")


def _out_of_range(name: str, value: float, allowed: str, remedy: str) -> ParameterError:
    return ParameterError("parameter_range", name=name, allowed=allowed, value=value, remedy=remedy)
