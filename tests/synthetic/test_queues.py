"""Claims about the queue kernel."""

import csv
from pathlib import Path

import numpy as np
import pytest

from lapor_lab.synthetic.queues import Taken, Visit, run_queues

_DATA = Path(__file__).parents[1] / "data" / "mmc_expected.csv"
_SCALE = 100_000
_BUSIEST = 0.95
_FOREVER = 10**18


def _simulate(
    ready: list[int], service: list[int], n_servers: int
) -> tuple[np.ndarray, np.ndarray]:
    started = np.zeros(len(ready), dtype=np.int64)
    finished = np.zeros(len(ready), dtype=np.int64)

    def take(visit: Visit, server: int, at: int) -> Taken:
        assert 0 <= server < n_servers
        started[visit.case] = at
        finished[visit.case] = at + service[visit.case]
        return int(finished[visit.case]), None

    visits = [Visit(second, case, 0, 0, -1) for case, second in enumerate(ready)]
    run_queues(visits, [n_servers], take, until=_FOREVER)
    return started, finished


def _poisson(n: int, arrival: float, service: float, seed: int) -> tuple[list[int], list[int]]:
    rng = np.random.default_rng(seed)
    gaps = rng.standard_exponential(n) / arrival * _SCALE
    services = rng.standard_exponential(n) / service * _SCALE
    return np.cumsum(gaps).astype(np.int64).tolist(), services.astype(np.int64).tolist()


def _rows() -> list[dict[str, float]]:
    with _DATA.open(encoding="utf-8") as stream:
        rows = [{k: float(v) for k, v in row.items()} for row in csv.DictReader(stream)]
    # Close to full utilisation a path of bearable length says nothing of the mean.
    busy = [row["arrival_rate"] / row["service_rate"] / row["servers"] for row in rows]
    return [row for row, share in zip(rows, busy, strict=True) if share < _BUSIEST]


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"c{row['servers']:.0f}")
def test_poisson_toy_waits_as_erlang_c_says(row: dict[str, float]) -> None:
    """Share that waits and mean wait are Erlang C's, within 4 standard errors of batch means."""
    n, n_batches = 60_000, 30
    ready, service = _poisson(n, row["arrival_rate"], row["service_rate"], seed=7)
    started, _ = _simulate(ready, service, int(row["servers"]))
    wait = (started - np.array(ready))[n // n_batches :]
    for values, expected in (
        (wait / _SCALE, row["mean_wait"]),
        (wait > 0, row["p_wait"]),
    ):
        batches = np.array([part.mean() for part in np.array_split(values, n_batches - 1)])
        error = batches.std(ddof=1) / np.sqrt(len(batches))
        assert abs(batches.mean() - expected) < 4 * error


def test_one_server_follows_the_lindley_recursion_exactly() -> None:
    """With one server each start is the later of arrival and the finish before it."""
    ready, service = _poisson(5_000, 0.9, 1.0, seed=1)
    started, finished = _simulate(ready, service, 1)
    free = 0
    for case in range(len(ready)):
        assert started[case] == max(ready[case], free)
        free = int(finished[case])


def test_littles_law_holds_on_every_path() -> None:
    """The area under the number in the system is the sum of the sojourn times, to the second."""
    ready, service = _poisson(4_000, 4.0, 1.0, seed=3)
    _, finished = _simulate(ready, service, 5)
    steps = sorted([(t, 1) for t in ready] + [(int(t), -1) for t in finished])
    area, number, before = 0, 0, 0
    for moment, change in steps:
        area += number * (moment - before)
        number, before = number + change, moment
    assert area == int((finished - np.array(ready)).sum())


def test_more_servers_delay_no_one() -> None:
    """At a single first-come-first-served station a further server makes no case later."""
    ready, service = _poisson(3_000, 2.7, 1.0, seed=5)
    _, with_three = _simulate(ready, service, 3)
    _, with_four = _simulate(ready, service, 4)
    assert (with_four <= with_three).all()


def test_feedback_reaches_the_next_station_in_order_of_time() -> None:
    """What follows from a visit is served at its own station, no earlier than it is ready."""
    seen: list[tuple[int, int, int]] = []

    def take(visit: Visit, server: int, started: int) -> Taken:
        del server
        seen.append((visit.station, visit.case, started))
        finished = started + 10
        if visit.station == 0:
            return finished, Visit(finished + 5, visit.case, 1, 1, -1)
        return finished, None

    run_queues([Visit(0, 0, 0, 0, -1), Visit(1, 1, 0, 0, -1)], [1, 1], take, until=_FOREVER)
    assert seen == [(0, 0, 0), (0, 1, 10), (1, 0, 15), (1, 1, 25)]


def test_nothing_is_begun_after_the_end() -> None:
    """A visit that becomes ready after `until` is left alone."""
    begun: list[int] = []

    def take(visit: Visit, server: int, started: int) -> Taken:
        del server
        begun.append(visit.case)
        return started + 1, None

    run_queues([Visit(5, 0, 0, 0, -1), Visit(6, 1, 0, 0, -1)], [1], take, until=5)
    assert begun == [0]
