"""The network of queues is exact to the second."""

import numpy as np
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.synthetic.handling.clock import NEVER, make_office_clock
from lapor_lab.synthetic.handling.queues import Visits, serve, single_visits

UNTIL = 1 << 27


@pytest.fixture(scope="module")
def clock():
    """Return the clock of the frozen calendar."""
    return make_office_clock(load_calendar())


def chain(stations, services, *, ready, delays=(), caps=()):
    """Make one chain of visits."""
    n = len(stations)
    return Visits(
        station=np.array(stations),
        service=np.array(services),
        ready=np.array([ready] + [-1] * (n - 1)),
        delay=np.array([0, *delays] if delays else [0] * n),
        cap=np.array([NEVER, *caps] if caps else [NEVER] * n),
        window_days=np.zeros(n, dtype=np.int64),
        window_part=np.zeros(n),
        is_evening=np.zeros(n, dtype=bool),
    )


def one_queue(n: int, n_servers: int, seed: int):
    """Draw arrivals and services of one station, busy nine tenths of the time."""
    rng = np.random.default_rng(seed)
    ready = np.cumsum(rng.integers(0, 200, n))
    service = rng.integers(1, int(200 * n_servers * 0.9), n)
    return ready, service


def test_one_server_follows_lindley(clock):
    """With one server the wait is Lindley's recursion, as whole seconds."""
    ready, service = one_queue(3_000, 1, 3)
    served = serve(single_visits(ready * 0, ready, service), [1], clock, until=UNTIL)
    finish, expected = 0, []
    for at, seconds in zip(ready.tolist(), service.tolist(), strict=True):
        finish = max(at, finish) + seconds
        expected.append(finish)
    assert served.finished.tolist() == expected


@pytest.mark.parametrize("n_servers", [2, 5])
def test_work_is_conserved(clock, n_servers):
    """No server serves two at once, each starts at the first free second, none is overtaken."""
    ready, service = one_queue(2_000, n_servers, 4)
    served = serve(single_visits(ready * 0, ready, service), [n_servers], clock, until=UNTIL)
    assert (np.diff(served.started) >= 0).all()
    assert set(served.server.tolist()) == set(range(n_servers))
    last_free = np.full(len(ready), -1)
    for server in range(n_servers):
        mine = served.server == server
        assert (served.started[mine][1:] >= served.finished[mine][:-1]).all()
        last_free[np.flatnonzero(mine)[1:]] = served.finished[mine][:-1]
    np.testing.assert_array_equal(served.started, np.maximum(ready, last_free))


def test_littles_law_is_an_identity(clock):
    """The number present, added up over every second, is the sum of the times spent."""
    ready, service = one_queue(2_000, 3, 5)
    served = serve(single_visits(ready * 0, ready, service), [3], clock, until=UNTIL)
    change = np.zeros(int(served.finished.max()) + 1, dtype=np.int64)
    np.add.at(change, ready, 1)
    np.add.at(change, served.finished, -1)
    assert int(np.cumsum(change).sum()) == int((served.finished - ready).sum())


def test_what_follows_waits_its_delay_and_no_longer_than_its_cap(clock):
    """A delay holds until the cap, and a cap in the past lets go at once."""
    visits = chain([0, 0, 0], [10, 10, 10], ready=100, delays=(50, 500), caps=(NEVER, 175))
    served = serve(visits, [1], clock, until=UNTIL)
    assert served.started.tolist() == [100, 160, 175]
    late = chain([0, 0], [10, 10], ready=100, delays=(50,), caps=(20,))
    assert serve(late, [1], clock, until=UNTIL).started.tolist() == [100, 110]


def test_what_becomes_ready_after_the_end_is_not_begun(clock):
    """A chain stops where the snapshot comes first, and what was begun is finished."""
    visits = chain([0, 0], [10, 10], ready=100, delays=(50,))
    served = serve(visits, [1], clock, until=159)
    assert (served.started.tolist(), served.finished.tolist()) == ([100, -1], [110, -1])
    assert serve(visits, [1], clock, until=99).server.tolist() == [-1, -1]


def test_an_absence_keeps_a_server_busy(clock):
    """Whoever comes while the only officer is away waits for the return."""
    report = chain([0], [10], ready=100)
    absence = single_visits(np.array([0]), np.array([50]), np.array([500]))
    served = serve(report.followed_by(absence), [1], clock, until=UNTIL)
    assert served.started.tolist() == [550, 50]


def test_ties_go_to_the_smaller_number(clock):
    """Two who come in the same second are served in the order of their numbers."""
    ready = np.array([7, 7, 7])
    served = serve(single_visits(ready * 0, ready, ready), [1], clock, until=UNTIL)
    assert served.started.tolist() == [7, 14, 21]
