"""Multi-server queues in operational time: one event heap, first come first served.

The rule that makes it exact: visits are taken in the order in which they become ready, and
whatever follows from a visit is ready no earlier than the visit was finished. So each station
sees its visitors in order, and needs no more than the times at which its servers fall free.
"""

from collections.abc import Callable, Iterable, Sequence
from heapq import heapify, heappop, heappush, heapreplace
from typing import NamedTuple, TypeAlias

__all__ = ["Taken", "Visit", "run_queues"]


class Visit(NamedTuple):
    """One case that is ready at one station; ties go to the smaller case.

    Parameters
    ----------
    ready : int
        Operational second from which it can be served.
    case : int
        Number of the case; a case waits at one place at a time.
    step : int
        What shall be done, for whoever takes it.
    station : int
        Number of the station.
    enabled_by : int
        Number of the event that led here, for whoever takes it.
    """

    ready: int
    case: int
    step: int
    station: int
    enabled_by: int


Taken: TypeAlias = tuple[int, Visit | None]


def run_queues(
    visits: Iterable[Visit],
    n_servers: Sequence[int],
    take: Callable[[Visit, int, int], Taken],
    *,
    until: int,
) -> None:
    """Serve visits, and the visits that follow from them, up to a moment.

    Parameters
    ----------
    visits : iterable of Visit
        First visit of each case.
    n_servers : sequence of int
        Servers of each station, at least 1.
    take : callable
        Called as ``take(visit, server, started)`` when a visit is begun; returns when it is
        finished (after `started`) and the visit that follows, or None.
    until : int
        Visits that become ready after this second are not begun.
    """
    heap = list(visits)
    heapify(heap)
    free = [[(0, server) for server in range(count)] for count in n_servers]
    while heap and heap[0].ready <= until:
        visit = heappop(heap)
        servers = free[visit.station]
        free_at, server = servers[0]
        finished, following = take(visit, server, max(visit.ready, free_at))
        heapreplace(servers, (finished, server))
        if following is not None:
            heappush(heap, following)
