"""Claims about how many people an institution is given."""

import dataclasses
from collections.abc import Callable

import pytest

from lapor_lab.synthetic import Scenario
from lapor_lab.synthetic.handling.load import expected_load
from lapor_lab.synthetic.scenario_files.staff_size import staff_institution


@pytest.fixture(scope="module")
def daerah(shipped: Callable[[str], Scenario]) -> Scenario:
    """The scenario of provinces, cities and regencies."""
    return shipped("daerah")


@pytest.mark.parametrize("limit", [0.9, 0.4])
def test_people_are_added_until_the_limit_holds_and_no_more(daerah: Scenario, limit: float) -> None:
    """Every station is at most as busy as said, and would be busier with one person fewer."""
    crowded = dataclasses.replace(daerah.institution("kota-contoh-01"), volume_per_year=40_000)
    made = staff_institution(crowded, daerah.reporters, [limit] * len(crowded.units), limit)
    load = expected_load(made, daerah.reporters)

    fewest = [crowded.n_admins, *(unit.n_officers for unit in crowded.units)]
    for station, n in zip((load.administrators, *load.units), fewest, strict=True):
        assert station.utilisation <= limit
        if station.n_servers > n:
            assert station.utilisation * station.n_servers / (station.n_servers - 1) > limit


def test_nobody_is_sent_away(daerah: Scenario) -> None:
    """Who has more people than the limit asks for keeps them."""
    quiet = dataclasses.replace(daerah.institution("kota-contoh-01"), volume_per_year=10)

    assert staff_institution(quiet, daerah.reporters, [0.9] * len(quiet.units), 0.9) is quiet


@pytest.mark.parametrize("name", ["daerah", "nasional", "pemisahan_2025"])
def test_no_shipped_queue_of_these_scenarios_grows_without_end(
    name: str, shipped: Callable[[str], Scenario]
) -> None:
    """Where staff follows from a limit, every station is below it, season apart."""
    scenario = shipped(name)
    for institution in scenario.institutions[:: 1 + len(scenario.institutions) // 60]:
        load = expected_load(institution, scenario.reporters)
        assert max(s.utilisation for s in (load.administrators, *load.units)) <= 0.7
