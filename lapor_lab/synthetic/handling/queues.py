"""A network of multi-server queues in operational time: one event heap, first come first served.

The rule that makes it exact: visits are taken in the order in which they become ready, and
whatever follows from a visit is ready no earlier than the visit was finished. So each station
sees its visitors in order, and needs no more than the times at which its servers fall free.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush, heapreplace

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.handling.clock import NEVER, OfficeClock
from lapor_lab.synthetic.handling.windows import moment_in_window

__all__ = ["Served", "Visits", "serve", "single_visits"]

_SERVER_BITS = 12
_NOT_SERVED = -1

_Int64 = npt.NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Visits:
    """Chains of visits: each visit follows the one before it, but the first of a chain.

    A visit that follows is ready `delay` seconds after the one before was finished, but not
    after `cap` if that still lies ahead; or, where `window_days` is set, at a moment between
    the finish and the end of so many working days.

    Parameters
    ----------
    station : ndarray of int64 of shape (n_visits,)
        Where each is served.
    service : ndarray of int64 of shape (n_visits,)
        Seconds that it takes, at least 1.
    ready : ndarray of int64 of shape (n_visits,)
        Operational second from which the first visit of a chain can be served; -1 for others.
    delay, cap : ndarray of int64 of shape (n_visits,)
        For the others.
    window_days : ndarray of int64 of shape (n_visits,)
        Working days of the window; 0 for none.
    window_part : ndarray of float of shape (n_visits,)
        Part of the window that has passed, in [0, 1).
    is_evening : ndarray of bool of shape (n_visits,)
        Whether the moment is put off to the closing of its day.
    """

    station: _Int64
    service: _Int64
    ready: _Int64
    delay: _Int64
    cap: _Int64
    window_days: _Int64
    window_part: npt.NDArray[np.float64]
    is_evening: npt.NDArray[np.bool_]

    def part(self, start: int, end: int) -> "Visits":
        """Return some of the visits.

        Parameters
        ----------
        start, end : int
            From `start` to before `end`; no chain is cut.

        Returns
        -------
        Visits
            Views of the same numbers.
        """
        return Visits(**{name: values[start:end] for name, values in vars(self).items()})

    def followed_by(self, more: "Visits") -> "Visits":
        """Return these visits and others behind them.

        Parameters
        ----------
        more : Visits
            Chains of their own.

        Returns
        -------
        Visits
            All of them.
        """
        return Visits(
            **{name: np.append(values, getattr(more, name)) for name, values in vars(self).items()}
        )


def single_visits(station: _Int64, ready: _Int64, service: _Int64) -> Visits:
    """Make chains of one visit each.

    Parameters
    ----------
    station, ready, service : ndarray of int64 of shape (n_visits,)
        Where, from when, and how long.

    Returns
    -------
    Visits
        Nothing follows any of them.
    """
    nothing = np.zeros(len(station), dtype=np.int64)
    return Visits(
        station=station,
        service=service,
        ready=ready,
        delay=nothing,
        cap=nothing + NEVER,
        window_days=nothing,
        window_part=nothing.astype(np.float64),
        is_evening=nothing > 0,
    )


@dataclass(frozen=True, eq=False)
class Served:
    """When visits were served, and by whom.

    Parameters
    ----------
    started, finished : ndarray of int64 of shape (n_visits,)
        Operational seconds; -1 for a visit that was not begun.
    server : ndarray of int64 of shape (n_visits,)
        Number of the server within the station; -1 for a visit that was not begun.
    """

    started: _Int64
    finished: _Int64
    server: _Int64

    def columns(self) -> tuple[_Int64, _Int64, _Int64]:
        """Return the three arrays in the order of the parameters.

        Returns
        -------
        tuple of ndarray
            `started`, `finished` and `server`.
        """
        return self.started, self.finished, self.server


def serve(visits: Visits, n_servers: Sequence[int], clock: OfficeClock, *, until: int) -> Served:
    """Serve all visits that become ready up to a moment.

    Parameters
    ----------
    visits : Visits
        Who comes; ties go to the smaller number.
    n_servers : sequence of int
        Servers of each station, from 1 to 4,096.
    clock : OfficeClock
        Working days, for the windows.
    until : int
        Visits that become ready after this second are not begun.

    Returns
    -------
    Served
        Exact to the second.
    """
    n_visits = len(visits.station)
    # Seconds stand above the lowest bits, in which a number stands: of a visit, or, where a
    # server falls free, of the server. So one comparison orders times and breaks ties.
    shift = max(n_visits.bit_length(), _SERVER_BITS)
    number_bits = (1 << shift) - 1
    time_bits = ~number_bits
    last = (until << shift) | number_bits
    arrivals = _arrivals(visits, shift)
    free = [list(range(count)) for count in n_servers]
    servers_of = [free[station] for station in visits.station.tolist()]
    service = (visits.service << shift).tolist()
    wait, cap = _following(visits, shift, until)
    windows = _windows(visits)
    taken = [_NOT_SERVED] * n_visits
    waiting = [last + 1]
    pop, push, replace = heappop, heappush, heapreplace
    upcoming = iter(arrivals)
    arrival = next(upcoming)
    while True:
        if arrival < waiting[0]:
            key = arrival
            arrival = next(upcoming)
        else:
            key = pop(waiting)
        if key > last:
            break
        visit = key & number_bits
        servers = servers_of[visit]
        started = servers[0]
        if started < key:
            started = key - visit + (started & number_bits)
        taken[visit] = started
        finished = started + service[visit]
        replace(servers, finished)
        visit += 1
        delay = wait[visit]
        if delay > 0:
            key = (finished & time_bits) + delay
            if key > cap[visit]:
                key = max(cap[visit], finished & time_bits | visit)
        elif delay:
            days, part, is_evening = windows[visit]
            second = moment_in_window(clock, finished >> shift, days, part, is_evening=is_evening)
            key = second << shift | visit
        else:
            continue
        if key <= last:
            push(waiting, key)
    return _served(np.fromiter(taken, dtype=np.int64, count=n_visits), visits, shift)


def _arrivals(visits: Visits, shift: int) -> list[int]:
    first = np.flatnonzero(visits.ready >= 0)
    keys: list[int] = np.sort((visits.ready[first] << shift) | first).tolist()
    return [*keys, NEVER << shift]


def _following(visits: Visits, shift: int, until: int) -> tuple[list[int], list[int]]:
    """Return delay and cap of each visit, both with its number; 0 and -1 are no delay.

    Of 0 the visit does not follow, of -1 it has a window. One more than there are visits, so
    that the last has a next that does not follow.
    """
    number = np.arange(len(visits.station))
    # What comes after the end is not begun, however long after.
    wait, cap = (
        np.append((np.minimum(seconds, until + 1) << shift) | number, 0)
        for seconds in (visits.delay, visits.cap)
    )
    wait[:-1][visits.ready >= 0] = 0
    wait[:-1][visits.window_days > 0] = -1
    return wait.tolist(), cap.tolist()


def _windows(visits: Visits) -> dict[int, tuple[int, float, bool]]:
    number = np.flatnonzero(visits.window_days > 0)
    columns = (visits.window_days, visits.window_part, visits.is_evening)
    values = zip(*(column[number].tolist() for column in columns), strict=True)
    return dict(zip(number.tolist(), values, strict=True))


def _served(taken: _Int64, visits: Visits, shift: int) -> Served:
    is_served = taken >= 0
    started = taken >> shift
    return Served(
        started=started,
        finished=np.where(is_served, started + visits.service, _NOT_SERVED),
        server=np.where(is_served, taken & ((1 << shift) - 1), _NOT_SERVED),
    )
