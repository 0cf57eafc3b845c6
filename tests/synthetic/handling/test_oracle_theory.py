"""The kernel comes to what queueing theory says, within 4 standard errors of replications."""

from dataclasses import dataclass

import numpy as np
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.stats import (
    allen_cunneen_waiting_time_days,
    jackson_network,
    mean_number_present,
    mg1_queue,
    mmc_queue,
    mmc_waiting_tail,
)
from lapor_lab.synthetic.handling.clock import NEVER, make_office_clock
from lapor_lab.synthetic.handling.queues import Visits, serve, single_visits

UNTIL = 1 << 39
# Rounding to whole seconds moves no mean that is asked for here.
DAY = 100_000
MAX_TURNS = 20
CLOCK = make_office_clock(load_calendar())


@dataclass(frozen=True)
class Size:
    """How long is simulated."""

    n_replications: int
    n_cases: int

    @property
    def warm_up(self) -> int:
        """Cases that are left out, as the first find nobody before them."""
        return self.n_cases // 10


SIZES = [
    pytest.param(Size(10, 20_000), id="short"),
    pytest.param(Size(20, 200_000), id="long", marks=pytest.mark.verify),
]


def arrivals(rng, n_cases, rate):
    """Draw Poisson arrivals."""
    return np.cumsum(rng.standard_exponential(n_cases) / rate * DAY).astype(np.int64)


def simulate(size, rate, n_servers, draw_services):
    """Return waits in days, one row a replication."""
    waits = []
    for seed in range(size.n_replications):
        rng = np.random.default_rng(seed)
        ready = arrivals(rng, size.n_cases, rate)
        service = np.maximum(np.rint(draw_services(rng, size.n_cases) * DAY), 1).astype(np.int64)
        served = serve(
            single_visits(np.zeros_like(ready), ready, service), [n_servers], CLOCK, until=UNTIL
        )
        waits.append((served.started - ready)[size.warm_up :] / DAY)
    return np.array(waits)


def exponential(rng, n):
    """Draw exponential services of mean 1."""
    return rng.standard_exponential(n)


def lognormal(service_cv):
    """Return a law of mean 1 with a coefficient of variation."""
    sigma = np.sqrt(np.log1p(service_cv**2))
    return lambda rng, n: rng.lognormal(-(sigma**2) / 2, sigma, n)


def constant(rng, n):
    """Return services that all take 1."""
    del rng
    return np.ones(n)


def erlang_4(rng, n):
    """Draw sums of four exponentials, of mean 1."""
    return rng.standard_gamma(4, n) / 4


def assert_agrees(replications, expected):
    """Hold the mean of replications to a value."""
    means = np.asarray(replications, dtype=float)
    error = means.std(ddof=1) / np.sqrt(len(means))
    assert abs(means.mean() - expected) < 4 * error, (means.mean(), expected, error)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("n_servers", "utilisation", "days"),
    [(1, 0.5, 5), (1, 0.8, 5), (1, 0.9, 5), (2, 0.8, 0.5), (5, 0.9, 0.5), (20, 0.95, 0.5)],
)
def test_exponential_services_wait_as_erlang_says(size, n_servers, utilisation, days):
    """Mean wait, share that waits, and share that waits longer than a limit, of M/M/c."""
    rate = utilisation * n_servers
    waits = simulate(size, rate, n_servers, exponential)
    queue = mmc_queue(rate, 1, n_servers)
    assert_agrees(waits.mean(axis=1), queue.waiting_time_days)
    assert_agrees((waits > 0).mean(axis=1), queue.waiting_share)
    assert_agrees((waits > days).mean(axis=1), float(mmc_waiting_tail(days, rate, 1, n_servers)))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("draw_services", "service_cv"),
    [(constant, 0), (erlang_4, 0.5), (lognormal(1), 1), (lognormal(1.5), 1.5)],
    ids=["constant", "erlang-4", "lognormal-1", "lognormal-1.5"],
)
def test_other_services_wait_as_pollaczek_and_khinchine_say(size, draw_services, service_cv):
    """Mean wait at one server is decided by mean and spread of the services alone."""
    waits = simulate(size, 0.8, 1, draw_services)
    assert_agrees(waits.mean(axis=1), mg1_queue(0.8, 1, service_cv).waiting_time_days)


@pytest.mark.parametrize(
    ("draw_services", "service_cv"), [(constant, 0), (lognormal(1), 1)], ids=["constant", "log"]
)
def test_the_approximation_is_off_by_some_per_cent(draw_services, service_cv):
    """Allen and Cunneen's wait at five servers is within 8 % of the simulated one."""
    waits = simulate(Size(10, 20_000), 4.5, 5, draw_services)
    about = allen_cunneen_waiting_time_days(4.5, 1, 5, service_cv=service_cv)
    assert waits.mean() == pytest.approx(about, rel=0.08)


def test_servers_without_end_hold_a_poisson_number():
    """With 400 servers for a load of 30 the number present has mean and variance 30."""
    rng = np.random.default_rng(5)
    n_cases, rate = 60_000, 15.0
    ready = arrivals(rng, n_cases, rate)
    service = np.maximum(np.rint(2 * lognormal(1)(rng, n_cases) * DAY), 1).astype(np.int64)
    served = serve(single_visits(np.zeros_like(ready), ready, service), [400], CLOCK, until=UNTIL)
    assert (served.started == ready).all()
    # Looked at so seldom that hardly anybody is seen twice.
    moments = np.arange(50 * DAY, ready[-1], 20 * DAY)
    present = np.searchsorted(ready, moments, side="right")
    present -= np.searchsorted(np.sort(served.finished), moments, side="right")
    expected = mean_number_present(rate, 2.0)
    n = len(moments)
    assert abs(present.mean() - expected) < 4 * np.sqrt(expected / n)
    assert abs(present.var(ddof=1) / expected - 1) < 4 * np.sqrt(2 / n)


# An office: three administrators, four units of two officers; times in hours.
RATE_PER_HOUR = 0.8
ADMIN_HOURS, UNIT_HOURS = 0.4, 6.5
N_SERVERS = [3, 2, 2, 2, 2]


def expected_office(misrouted_share):
    """Return the closed form of the office."""
    routing = np.zeros((5, 5))
    routing[0, 1:] = 0.25
    routing[1:, 0] = misrouted_share
    rates = [1 / ADMIN_HOURS, *[1 / UNIT_HOURS] * 4]
    return jackson_network([RATE_PER_HOUR, 0, 0, 0, 0], rates, N_SERVERS, routing)


def run_office(seed, size, misrouted_share):
    """Return visits, what became of them, and the case of each.

    Every number belongs to a case and a turn, so that two shares of misrouting use the same.
    """
    rng = np.random.default_rng(seed)
    n = size.n_cases
    ready = arrivals(rng, n, RATE_PER_HOUR)
    strayed = rng.random((n, MAX_TURNS)) < misrouted_share
    n_turns = np.where(strayed.all(axis=1), MAX_TURNS, np.argmin(strayed, axis=1) + 1)
    is_made = np.arange(2 * MAX_TURNS) < 2 * n_turns[:, None]
    station = np.zeros((n, 2 * MAX_TURNS), dtype=np.int64)
    station[:, 1::2] = rng.integers(1, 5, (n, MAX_TURNS))
    hours = rng.standard_exponential((n, 2 * MAX_TURNS))
    hours[:, ::2] *= ADMIN_HOURS
    hours[:, 1::2] *= UNIT_HOURS
    first = np.full((n, 2 * MAX_TURNS), -1)
    first[:, 0] = ready
    n_visits = int(is_made.sum())
    nothing = np.zeros(n_visits, dtype=np.int64)
    visits = Visits(
        station=station[is_made],
        service=np.maximum(np.rint(hours[is_made] * DAY), 1).astype(np.int64),
        ready=first[is_made],
        delay=nothing,
        cap=nothing + NEVER,
        window_days=nothing,
        window_part=nothing.astype(float),
        is_evening=nothing > 0,
    )
    return visits, serve(visits, N_SERVERS, CLOCK, until=UNTIL), ready


def sojourns(seed, size, misrouted_share):
    """Return the hours of each case from entry to the end, but for the first."""
    visits, served, ready = run_office(seed, size, misrouted_share)
    last = np.append(np.flatnonzero(visits.ready >= 0)[1:] - 1, len(visits.ready) - 1)
    return ((served.finished[last] - ready) / DAY)[size.warm_up :]


OFFICE_SIZES = [
    pytest.param(Size(10, 8_000), id="short"),
    pytest.param(Size(20, 100_000), id="long", marks=pytest.mark.verify),
]


@pytest.mark.parametrize("size", OFFICE_SIZES)
def test_an_office_with_returns_takes_as_long_as_jackson_says(size):
    """Misrouted reports, and what it saves to misroute 8 % instead of a fifth."""
    seeds = range(size.n_replications)
    before = np.array([sojourns(seed, size, 0.20).mean() for seed in seeds])
    after = np.array([sojourns(seed, size, 0.08).mean() for seed in seeds])
    many, few = (expected_office(share).sojourn_time_days for share in (0.20, 0.08))
    assert_agrees(before, many)
    assert_agrees(after, few)
    assert_agrees(after - before, few - many)
    # Shared numbers pay: pairs tell more than two samples of their own.
    assert (after - before).var(ddof=1) < before.var(ddof=1) + after.var(ddof=1)


def test_littles_law_holds_in_an_office_as_an_identity():
    """At each station and in all, numbers added over time are times added over cases."""
    visits, served, ready = run_office(1, Size(1, 4_000), 0.2)
    ready_at = np.where(visits.ready >= 0, visits.ready, np.roll(served.finished, 1))
    for station in range(len(N_SERVERS)):
        mine = visits.station == station
        arrived, left = ready_at[mine], served.finished[mine]
        assert _area(arrived, left) == int((left - arrived).sum())
    last = np.append(np.flatnonzero(visits.ready >= 0)[1:] - 1, len(visits.ready) - 1)
    spent = int((served.finished[last] - ready).sum())
    assert _area(ready, served.finished[last]) == spent
    # A case is always at exactly one station: the parts are the whole.
    assert int((served.finished - ready_at).sum()) == spent


def _area(arrived, left):
    moments = np.concatenate([arrived, left])
    change = np.repeat([1, -1], len(arrived))
    order = np.argsort(moments, kind="stable")
    present = np.cumsum(change[order])[:-1]
    return int((present * np.diff(moments[order])).sum())


def test_servers_are_busy_as_the_traffic_equations_say():
    """Busy time over capacity is the utilisation of each station, returns included."""
    shares = []
    for seed in range(10):
        visits, served, ready = run_office(seed, Size(1, 8_000), 0.2)
        busy = np.bincount(visits.station, weights=served.finished - served.started)
        shares.append(busy / np.array(N_SERVERS) / ready[-1])
    expected = expected_office(0.2).stations
    for station, column in enumerate(np.array(shares).T):
        assert_agrees(column, expected[station].utilisation)
