"""The expected load against hand calculation, against made logs, and where it is too much."""

from dataclasses import replace

import numpy as np
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.schema import Activity
from lapor_lab.synthetic import InstitutionModel, Scenario, UnitModel, make_complaint_log
from lapor_lab.synthetic.block import plan_blocks
from lapor_lab.synthetic.entries import draw_entries
from lapor_lab.synthetic.handling.clock import make_office_clock
from lapor_lab.synthetic.handling.draws import draw_handling
from lapor_lab.synthetic.handling.handle import servers_of
from lapor_lab.synthetic.handling.incoming import receive
from lapor_lab.synthetic.handling.load import ADMINISTRATORS, expected_load, unit_shares
from lapor_lab.synthetic.handling.queues import serve
from lapor_lab.synthetic.handling.routes import Slot, plan_routes

WHO = "kemendikbudristek"
DAYS = 250.0
TWO_UNITS = (
    UnitModel(name="A", level="UPT", n_officers=2),
    UnitModel(name="B", level="UPT", parent="A"),
)
NOTHING = {
    "archived_share": 0.0,
    "duplicate_archived_share": 0.0,
    "hold_share": 0.0,
    "misrouted_share": 0.0,
    "relayed_share": 0.0,
    "active_liaison_share": 1.0,
    "absences_per_year": 0.0,
    "moves_per_year": 0.0,
    "further_share": 0.0,
    "reply_share": 0.0,
    "closed_by_admin_share": 0.0,
    "closed_by_reporter_share": 0.0,
}


@pytest.fixture
def plain(scenario: Scenario) -> Scenario:
    """Reporters without copies, whose classes all need the same effort."""
    reporters = replace(
        scenario.reporters,
        duplicate_share=0.0,
        same_event_share=0.0,
        series_share=0.0,
        class_effort=dict.fromkeys(scenario.reporters.class_effort, 1.0),
    )
    return replace(scenario, reporters=reporters)


@pytest.fixture
def bare(plain: Scenario) -> InstitutionModel:
    """Two units, 2,500 reports a year, and nothing that happens twice."""
    return replace(
        plain.institution(WHO),
        units=TWO_UNITS,
        level_shares={"UPT": 1.0},
        volume_per_year=2500,
        n_admins=2,
        admin_hours_per_day=3.0,
        verify_minutes=15.0,
        officer_hours_per_day=4.0,
        answer_hours=1.5,
        return_hours=1.0,
        relay_hours=0.5,
        **NOTHING,
    )


def test_one_visit_each(plain: Scenario, bare: InstitutionModel) -> None:
    """10 reports a day: 2.5 of 6 hours of verification, 7.5 of 8 and of 4 hours of answers."""
    load = expected_load(bare, plain.reporters, working_days_per_year=DAYS)
    admins, (first, second) = load.administrators, load.units

    assert load.reports_per_day == 10
    assert (admins.name, admins.n_servers) == (ADMINISTRATORS, 2)
    assert (admins.visits_per_day, admins.service_hours) == (10, 0.25)
    assert admins.utilisation == pytest.approx(2.5 / 6)
    assert (first.arrival_rate_per_day, first.service_hours) == pytest.approx((5, 1.5))
    assert first.utilisation == pytest.approx(7.5 / 8)
    assert second.utilisation == pytest.approx(7.5 / 4)
    assert load.officer_utilisation == pytest.approx(15 / 12)
    assert load.busiest_unit is load.busiest_station is second


def test_what_cannot_be_done_piles_up(plain: Scenario, bare: InstitutionModel) -> None:
    """5 reports a day come to one who can do 4 / 1.5: the backlog grows by the difference."""
    load = expected_load(bare, plain.reporters, working_days_per_year=DAYS)

    assert [station.name for station in load.saturated] == ["B"]
    assert load.backlog_growth_per_day == pytest.approx(5 - 4 / 1.5)


def test_a_full_desk_in_front_spares_those_behind(plain: Scenario, bare: InstitutionModel) -> None:
    """Administrators who do 6 of 10 reports leave 3 a day to each unit."""
    slow = replace(bare, verify_minutes=60.0)
    load = expected_load(slow, plain.reporters, working_days_per_year=DAYS)

    assert [station.name for station in load.saturated] == [ADMINISTRATORS, "B"]
    assert load.administrators.backlog_growth_per_day == pytest.approx(10 - 6)
    assert load.backlog_growth_per_day == pytest.approx(4 + 3 - 4 / 1.5)


def test_a_wrong_disposition_costs_three_visits(plain: Scenario, bare: InstitutionModel) -> None:
    """A return, a new disposition, and (seen from the right unit) nothing more."""
    share = 0.2
    strayed = share + share**2 + share**3  # the fourth disposition is always right
    load = expected_load(
        replace(bare, misrouted_share=share), plain.reporters, working_days_per_year=DAYS
    )

    assert load.administrators.visits_per_day == pytest.approx(10 * (1 + strayed))
    for unit in load.units:
        assert unit.visits_per_day == pytest.approx(5 * (1 + strayed))
        assert unit.hours_per_day == pytest.approx(5 * (1.5 + strayed))


def test_a_relay_is_a_visit_of_the_unit_above(plain: Scenario, bare: InstitutionModel) -> None:
    """Half of what goes to B passes through A first; what goes to A never does."""
    load = expected_load(
        replace(bare, relayed_share=0.5), plain.reporters, working_days_per_year=DAYS
    )

    assert [unit.visits_per_day for unit in load.units] == pytest.approx([5 + 2.5, 5])
    assert load.units[0].hours_per_day == pytest.approx(7.5 + 2.5 * 0.5)


def test_held_archived_and_closed_reports(plain: Scenario, bare: InstitutionModel) -> None:
    """Archived ones stop; held ones are verified twice if completed; closing takes half."""
    changed = replace(
        bare,
        archived_share=0.2,
        hold_share=0.25,
        hold_completed_share=0.5,
        closed_by_admin_share=1.0,
    )
    load = expected_load(changed, plain.reporters, working_days_per_year=DAYS)
    goes_on = 0.8 * (0.75 + 0.125)

    assert load.archived_share == pytest.approx(0.2)
    assert load.administrators.visits_per_day == pytest.approx(10 * (1 + 0.1 + goes_on))
    assert load.administrators.hours_per_day == pytest.approx(2.5 * (1 + 0.1 + goes_on / 2))
    assert load.units[1].visits_per_day == pytest.approx(5 * goes_on)


def test_answers_repeat(plain: Scenario, bare: InstitutionModel) -> None:
    """A further answer, and up to two after replies that reopen."""
    changed = replace(bare, further_share=0.3, reply_share=0.4, reopened_share=0.5)
    load = expected_load(changed, plain.reporters, working_days_per_year=DAYS)

    assert load.units[1].visits_per_day == pytest.approx(5 * (1 + 0.3 + 0.2 + 0.04))
    assert load.units[1].arrival_rate_per_day == pytest.approx(5)


def test_effort_of_a_class_counts_for_the_further_answer_too(
    plain: Scenario, bare: InstitutionModel
) -> None:
    """Twice the effort takes twice the time and is twice as often not done at once."""
    reporters = replace(
        plain.reporters, class_effort=dict.fromkeys(plain.reporters.class_effort, 2.0)
    )
    load = expected_load(replace(bare, further_share=0.3), reporters, working_days_per_year=DAYS)
    assert load.units[1].hours_per_day == pytest.approx(5 * 1.5 * 2 * (1 + 0.6))


def test_whoever_is_away_leaves_less_capacity(plain: Scenario, bare: InstitutionModel) -> None:
    """Leave takes hours from all; a move and its vacancy only from officers."""
    changed = replace(
        bare, absences_per_year=2.5, absence_days=10.0, moves_per_year=1.0, vacancy_days=25.0
    )
    load = expected_load(changed, plain.reporters, working_days_per_year=DAYS)

    assert load.administrators.capacity_hours_per_day == pytest.approx(6 * 0.9)
    assert load.units[0].capacity_hours_per_day == pytest.approx(8 * 0.8)
    gone = expected_load(replace(changed, vacancy_days=999.0), plain.reporters)
    assert gone.units[0].utilisation == np.inf
    assert gone.units[0].backlog_growth_per_day == pytest.approx(gone.units[0].arrival_rate_per_day)


def test_longer_days_have_more_hours(plain: Scenario, bare: InstitutionModel) -> None:
    """Where the office is open for a fifth more than the usual 8.5 hours, four hours are 4.8."""
    load = expected_load(bare, plain.reporters, working_days_per_year=DAYS, open_hours_per_day=10.2)
    assert load.units[1].capacity_hours_per_day == pytest.approx(4.8)
    assert load.administrators.capacity_hours_per_day == pytest.approx(2 * 3 * 1.2)


def test_unread_dispositions_make_no_work(plain: Scenario, bare: InstitutionModel) -> None:
    """What an inactive unit never reads is answered only where it is reminded of it."""
    changed = replace(bare, active_liaison_share=0.0, unread_share=0.6, reminded_share=0.5)
    load = expected_load(changed, plain.reporters, working_days_per_year=DAYS)
    assert load.units[0].visits_per_day == pytest.approx(5 * (0.5 + 0.5 * 0.4))


def test_a_season_moves_work_to_its_unit(plain: Scenario) -> None:
    """Without its season, the unit that answers for the season's topic has a smaller share."""
    model = plain.institution(WHO)
    season = model.seasons[0]
    quiet = unit_shares(replace(model, seasons=()), plain.reporters)
    busy = unit_shares(model, plain.reporters)
    (unit,) = model.main_units_for(season.subtopic)

    assert busy.sum() == pytest.approx(1)
    assert quiet.sum() == pytest.approx(1)
    assert busy[unit] > quiet[unit]


def test_a_made_log_has_the_expected_visits(plain: Scenario) -> None:
    """Follow-ups and returns a report, and reports a unit, lie within 4 standard errors."""
    model = replace(plain.institution(WHO), relayed_share=0.0)
    world = replace(plain, institutions=(model,))
    log = make_complaint_log(world, n_cases=2160, rng=3)
    load = expected_load(model, world.reporters)

    early = log.cases.loc[log.cases["submitted_at"] < "2022-02-01", "case_id"]
    events = log.events[log.events["case_id"].isin(early)]
    visits = events[events["activity"].isin([Activity.FOLLOW_UP, Activity.RETURN])]
    made = visits.groupby("case_id").size().reindex(early, fill_value=0)
    expected = sum(unit.visits_per_day for unit in load.units) / load.reports_per_day
    assert abs(made.mean() - expected) < 4 * made.std() / np.sqrt(len(made))

    units = log.truth["true_unit"].value_counts()
    counts = np.array([units.get(unit.name, 0) for unit in model.units])
    shares = unit_shares(model, world.reporters)
    error = np.sqrt(len(log.cases) * shares * (1 - shares))
    # Provinces send many reports to one office: all 75 units at once, at 4.5.
    assert (np.abs(counts - len(log.cases) * shares) < 4.5 * np.maximum(error, 1)).all()


def test_planned_visits_are_as_expected(scenario: Scenario) -> None:
    """Visits and hours at administrators and at all units lie within 1.5 % over 20,000 reports."""
    model = scenario.institution(WHO)
    # Nobody waits, so that within seven years nearly all is done.
    crowd = tuple(replace(unit, n_officers=20) for unit in model.units)
    model = replace(model, n_admins=50, units=crowd)
    world = replace(scenario, institutions=(model,))
    (block,) = plan_blocks(world, {WHO: 20_000})
    calendar = load_calendar()
    clock = make_office_clock(calendar)
    entries = draw_entries(world.reporters, block, 1)
    incoming = receive(entries, world.reporters, calendar, clock)
    draws = draw_handling(block, len(Slot), 1)
    visits = plan_routes(block, incoming, draws, clock, window_days=10).visits
    last = int(clock.ends[-1])
    is_served = serve(visits, servers_of(block), clock, until=last).started >= 0

    is_admin = visits.station % (1 + len(model.units)) == 0
    load = expected_load(model, world.reporters)
    hours = visits.service / 3600
    for chosen, stations, share in (
        (is_served & is_admin, [load.administrators], model.admin_hours_per_day / 8.5),
        (is_served & ~is_admin, load.units, model.officer_hours_per_day / 8.5),
    ):
        per_report = [
            sum(getattr(station, name) for station in stations) / load.reports_per_day
            for name in ("visits_per_day", "hours_per_day")
        ]
        n_all = len(entries.office)
        assert chosen.sum() / n_all == pytest.approx(per_report[0], rel=0.015)
        assert hours[chosen].sum() * share / n_all == pytest.approx(per_report[1], rel=0.015)


def test_what_is_said_to_grow_grows(plain: Scenario) -> None:
    """Under twice the work that can be done, what waits at the end is the growth times the days."""
    model = replace(
        plain.institution("kementerian-b"),
        **{**NOTHING, "moves_per_year": 0.0},
        seasons=(),
        officer_hours_per_day=7.5,
        read_delay_active_days=0.0,
        volume_per_year=3000,
    )
    # Of the year before the snapshot, breaks not taken out.
    year = {"working_days_per_year": 245, "open_hours_per_day": 2080 / 245}
    busy = expected_load(model, plain.reporters, **year).busiest_unit
    model = replace(model, answer_hours=model.answer_hours * 2 / busy.utilisation)
    load = expected_load(model, plain.reporters, **year)
    assert load.busiest_unit.utilisation == pytest.approx(2)

    log = make_complaint_log(replace(plain, institutions=(model,)), rng=1)
    n_waiting = log.cases["responded_at"].isna().sum()
    expected = load.backlog_growth_per_day * 245
    # Whoever waits where nothing is saturated comes on top: a few reports.
    assert n_waiting == pytest.approx(expected, rel=0.1)
