"""SimPy and Ciw, two simulators by others, agree with the kernel case by case, to the second."""

from dataclasses import dataclass

import ciw
import numpy as np
import pytest
import simpy

from lapor_lab.calendar import load_calendar
from lapor_lab.synthetic.handling.clock import NEVER, make_office_clock
from lapor_lab.synthetic.handling.queues import Visits, serve

UNTIL = 1 << 39
# Long enough that no two visits become ready in the same second: each simulator breaks such
# ties in a way of its own.
SERVICE_SECONDS = 50_000_000
HOUR = 3600
OFFICE_HOURS = 8


@dataclass(frozen=True)
class World:
    """Cases, each with the stations that it visits in turn, and the seconds spent there."""

    n_servers: list[int]
    arrivals: list[int]
    stations: list[list[int]]
    services: list[list[int]]

    def visits(self, ready: list[int]) -> Visits:
        """Return the chains of the kernel."""
        lengths = [len(route) for route in self.stations]
        first = np.cumsum([0, *lengths[:-1]])
        times = np.full(sum(lengths), -1)
        times[first] = ready
        nothing = np.zeros(len(times), dtype=np.int64)
        return Visits(
            station=np.concatenate(self.stations),
            service=np.concatenate(self.services),
            ready=times,
            delay=nothing,
            cap=nothing + NEVER,
            window_days=nothing,
            window_part=nothing.astype(float),
            is_evening=nothing > 0,
        )


def one_station(n_servers: int, n_cases: int, mean_seconds: int) -> World:
    """Draw a station that is busy nine tenths of the time."""
    rng = np.random.default_rng(n_servers)
    gaps = rng.standard_exponential(n_cases) * mean_seconds / n_servers / 0.9
    services = np.maximum(rng.standard_exponential(n_cases) * mean_seconds, 1)
    return World(
        [n_servers],
        np.cumsum(gaps).astype(int).tolist(),
        [[0]] * n_cases,
        [[seconds] for seconds in services.astype(int).tolist()],
    )


def office(n_cases: int, mean_seconds: int, misrouted_share: float = 0.2) -> World:
    """Draw administrators, four units, and cases that come back from wrong ones."""
    rng = np.random.default_rng(4)
    gaps = rng.standard_exponential(n_cases) * mean_seconds / 5
    stations: list[list[int]] = []
    services: list[list[int]] = []
    for n_turns in rng.geometric(1 - misrouted_share, n_cases):
        units = rng.integers(1, 5, n_turns).tolist()
        stations.append([station for unit in units for station in (0, unit)])
        lengths = rng.standard_exponential(2 * n_turns) * mean_seconds
        # An administrator is quicker than an officer.
        lengths[::2] /= 3
        services.append(np.maximum(lengths, 1).astype(int).tolist())
    return World([3, 2, 2, 2, 2], np.cumsum(gaps).astype(int).tolist(), stations, services)


CASES = [
    pytest.param(one_station(1, 2_000, SERVICE_SECONDS), id="one-server"),
    pytest.param(one_station(5, 2_000, SERVICE_SECONDS), id="five-servers"),
    pytest.param(office(1_000, SERVICE_SECONDS), id="office"),
]


@pytest.fixture(scope="module")
def calendar():
    """Return the frozen calendar."""
    return load_calendar()


@pytest.fixture(scope="module")
def clock(calendar):
    """Return the clock of the frozen calendar."""
    return make_office_clock(calendar)


def run_kernel(world, clock, ready):
    """Return when each visit was finished."""
    visits = world.visits(ready)
    served = serve(visits, world.n_servers, clock, until=UNTIL)
    followed = visits.ready < 0
    ready_at = np.where(followed, np.roll(served.finished, 1), visits.ready)
    return served.finished.tolist(), ready_at


def run_simpy(world, arrivals, finish):
    """Let SimPy serve the cases; `finish` says when work that begins at a moment is done."""
    environment = simpy.Environment()
    desks = [simpy.Resource(environment, count) for count in world.n_servers]
    finished = [[0] * len(route) for route in world.stations]

    def handle(case):
        yield environment.timeout(arrivals[case])
        steps = zip(world.stations[case], world.services[case], strict=True)
        for step, (station, seconds) in enumerate(steps):
            with desks[station].request() as turn:
                yield turn
                yield environment.timeout(finish(environment.now, seconds) - environment.now)
                finished[case][step] = environment.now

    for case in range(len(arrivals)):
        environment.process(handle(case))
    environment.run()
    return [moment for steps in finished for moment in steps]


class Given(ciw.dists.Distribution):
    """Services that were drawn before, by case and visit."""

    def __init__(self, services):
        """Remember them."""
        self.services = services

    def sample(self, t=None, ind=None):
        """Return the next service of a case; Ciw numbers cases from 1."""
        del t
        return self.services[ind.id_number - 1][len(ind.data_records)]


def run_ciw(world, arrivals, servers):
    """Let Ciw serve the cases and return when each visit was finished."""
    gaps = np.diff([0, *arrivals]).tolist()
    elsewhere = [None] * (len(servers) - 1)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Sequential([*gaps, np.inf]), *elsewhere],
        service_distributions=[Given(world.services)] * len(servers),
        number_of_servers=servers,
        routing=ciw.routing.ProcessBased(
            lambda case, _: [station + 1 for station in world.stations[case.id_number - 1][1:]]
        ),
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(len(arrivals), method="Finish")
    # What a closing interrupts has a record of its own.
    records = simulation.get_all_records(only=["service"])
    return [moment for _, moment in sorted((r.id_number, r.exit_date) for r in records)]


@pytest.mark.parametrize("world", CASES)
def test_simpy_and_ciw_finish_every_visit_in_the_same_second(world, clock):
    """Three simulators that share no code agree on every visit, returns to the desk included."""
    finished, ready_at = run_kernel(world, clock, world.arrivals)
    assert len(set(ready_at.tolist())) == len(ready_at)
    assert run_simpy(world, world.arrivals, lambda now, seconds: now + seconds) == finished
    assert run_ciw(world, world.arrivals, world.n_servers) == finished


def test_simpy_in_office_hours_ends_at_the_same_wall_times(calendar, clock):
    """SimPy by the wall clock, day by day, agrees with queues in operational time.

    Reports come in at night and on holidays too, and work stops at closing.
    """
    world = office(1_000, 4 * HOUR)
    start = np.datetime64("2022-04-01T00:00:00")
    # Ten hours of every day and night are as long as one of the office.
    wall = [int(start.astype("int64")) + 4 * second for second in world.arrivals]
    moments = np.array(wall).view("datetime64[s]")
    days = np.arange(calendar.first_day, calendar.last_day, dtype="datetime64[D]")
    days = days[calendar.is_working_day(days)]
    opens, closes = (moment.astype("datetime64[s]") for moment in calendar.office_hours(days))
    hours = list(zip(opens.astype(int).tolist(), closes.astype(int).tolist(), strict=True))

    def finish(now, seconds):
        # Work by the day: what is left at closing goes on at the next opening.
        position = int(np.searchsorted(closes.astype(int), now, side="right"))
        while True:
            begins, ends = max(hours[position][0], now), hours[position][1]
            if seconds <= ends - begins:
                return begins + seconds
            seconds -= ends - begins
            position += 1

    finished, _ = run_kernel(world, clock, calendar.work_seconds(moments).tolist())
    expected = clock.wall_times(np.array(finished)).astype(int).tolist()
    assert run_simpy(world, wall, finish) == expected
    is_night = calendar.work_seconds(moments) == calendar.work_seconds(moments + 1)
    assert 0.5 < is_night.mean() < 0.95


@pytest.mark.parametrize("n_servers", [1, 5])
def test_ciw_with_a_schedule_resumes_as_operational_time_does(n_servers, clock):
    """Ciw's servers that come and go, work resumed, are a queue in hours of work."""
    world = one_station(n_servers, 500, HOUR)
    day, office_day = 24 * HOUR, OFFICE_HOURS * HOUR

    def to_wall(seconds):
        # A moment at closing stays on the day that closes.
        whole, rest = np.divmod(np.array(seconds) - 1, office_day)
        return (whole * day + rest + 1).tolist()

    finished, _ = run_kernel(world, clock, world.arrivals)
    schedule = ciw.Schedule([n_servers, 0], [office_day, day], preemption="resume")
    in_wall_time = run_ciw(world, to_wall(world.arrivals), [schedule])
    assert in_wall_time == to_wall(finished)
