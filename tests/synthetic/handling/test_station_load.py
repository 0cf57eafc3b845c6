"""Load of one station and of several."""

import math

import pytest

from lapor_lab.synthetic.handling.station_load import OfficeLoad, StationLoad


def station(utilisation: float, *, arrivals: float = 4.0, **more: float) -> StationLoad:
    """Make a station with 10 hours a day."""
    return StationLoad(
        name=f"{utilisation}",
        n_servers=2,
        arrival_rate_per_day=arrivals,
        visits_per_day=2 * arrivals,
        hours_per_day=10 * utilisation,
        capacity_hours_per_day=10.0,
        utilisation=utilisation,
        **more,
    )


@pytest.mark.parametrize(("utilisation", "growth"), [(0.99, 0.0), (1.0, 0.0), (2.0, 2.0)])
def test_growth_is_arrivals_less_capacity(utilisation: float, growth: float) -> None:
    """Below capacity nothing grows; at twice the capacity half of what comes stays."""
    assert station(utilisation).backlog_growth_per_day == pytest.approx(growth)


def test_from_one_on_a_station_is_saturated() -> None:
    """At utilisation 1 a queue has no steady state."""
    assert not station(0.999).is_saturated
    assert station(1.0).is_saturated


def test_fewer_arrivals_behind_a_full_desk() -> None:
    """Where half gets through, twice the capacity is just met."""
    behind = station(2.0, arriving_share=0.5)
    assert behind.backlog_growth_per_day == pytest.approx(0)
    assert station(4.0, arriving_share=0.5).backlog_growth_per_day == pytest.approx(4 * 0.25)


def test_a_visit_takes_hours_over_visits() -> None:
    """A station without visits has no mean effort."""
    assert station(0.8).service_hours == pytest.approx(1.0)
    assert math.isnan(station(0.0, arrivals=0.0).service_hours)


def test_what_gets_done() -> None:
    """All of it below capacity, half at twice, nothing where nobody is there."""
    assert [station(u).passed_on for u in (0.0, 0.5, 2.0)] == [1, 1, 0.5]
    assert station(math.inf).passed_on == 0


def test_an_office_sums_its_stations() -> None:
    """Utilisation of all officers is hours over hours; growth adds up; the fullest is found."""
    load = OfficeLoad(
        reports_per_day=4.0,
        archived_share=0.1,
        administrators=station(2.0),
        units=(station(0.5), station(4.0)),
    )

    assert load.officer_utilisation == pytest.approx(2.25)
    assert load.busiest_unit is load.busiest_station is load.units[1]
    assert load.saturated == (load.administrators, load.units[1])
    assert load.backlog_growth_per_day == pytest.approx(2 + 3)
