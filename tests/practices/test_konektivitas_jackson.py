"""Konektivitas at Kemendikbudristek against the closed forms of a Jackson network.

They hold where services are exponential and first come is first served at stations that treat
all alike, with Poisson arrivals; or for services of any law where nobody waits. The maker
itself has lognormal services, office hours and absences: so its queues are held to the one
case, and its whole office, with staff enough, to the other.
"""

from dataclasses import replace

import numpy as np
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.practices import KONEKTIVITAS
from lapor_lab.stats import jackson_network, traffic_equations
from lapor_lab.synthetic import InstitutionModel, Scenario
from lapor_lab.synthetic.block import plan_blocks
from lapor_lab.synthetic.entries import draw_entries
from lapor_lab.synthetic.handling import handle_block
from lapor_lab.synthetic.handling.clock import NEVER, make_office_clock
from lapor_lab.synthetic.handling.load import WORKING_DAYS_PER_YEAR, unit_shares
from lapor_lab.synthetic.handling.queues import Visits, serve

WHO = "kemendikbudristek"
CLOCK = make_office_clock(load_calendar())
DAY = CLOCK.day_seconds
OPEN_HOURS = DAY / 3600
MAX_TURNS = 12


def before_and_after(scenario: Scenario) -> tuple[InstitutionModel, InstitutionModel]:
    """Return the institution without and with konektivitas."""
    return scenario.institution(WHO), KONEKTIVITAS.apply(scenario, WHO).institution(WHO)


def read_days(model: InstitutionModel) -> np.ndarray:
    """Return the mean days until each unit reads."""
    active, inactive = model.read_delay_active_days, model.read_delay_inactive_days
    return np.where(model.is_active, active, inactive)


def admin_days(model: InstitutionModel) -> float:
    """Return the mean days that an administrator spends on a report."""
    return model.verify_minutes / 60 / model.admin_hours_per_day


def assert_agrees(replications, expected: float) -> None:
    """Hold the mean of replications to a value, within 4 standard errors."""
    values = np.asarray(replications, dtype=float)
    error = values.std(ddof=1) / np.sqrt(len(values))
    assert abs(values.mean() - expected) < 4 * error, (values.mean(), expected, error)


def expected_queues(model: InstitutionModel, shares: np.ndarray, per_day: float) -> float:
    """Return the mean days from entry to answer where officers are queues."""
    n, wrong = len(shares), model.misrouted_share
    right = (1 - wrong) * shares
    strayed = wrong * (1 - shares) / (n - 1)
    routing = np.zeros((n + 1, n + 1))
    routing[0, 1:] = right + strayed
    routing[1:, 0] = strayed / (right + strayed)
    unit_rate = model.officer_hours_per_day / model.answer_hours
    network = jackson_network(
        [per_day, *[0.0] * n],
        [1 / admin_days(model), *[unit_rate] * n],
        [model.n_admins, *(unit.n_officers for unit in model.units)],
        routing,
    )
    # Reading is a station at which nobody waits for anybody.
    return network.sojourn_time_days + float(network.visits[1:] @ read_days(model))


def simulate_queues(
    model: InstitutionModel, shares: np.ndarray, per_day: float, seed: int, n_cases: int
) -> float:
    """Return the mean days of cases in the queues of the maker, but for the first tenth.

    Every number belongs to a case and a turn, so that both worlds use the same.
    """
    rng = np.random.default_rng(seed)
    ready = np.cumsum(rng.standard_exponential(n_cases) / per_day * DAY).astype(np.int64)
    strayed = rng.random((n_cases, MAX_TURNS)) < model.misrouted_share
    strayed[:, -1] = False
    n_turns = np.argmin(strayed, axis=1) + 1
    own = rng.choice(len(shares), n_cases, p=shares)
    other = (rng.random((n_cases, MAX_TURNS)) * (len(shares) - 1)).astype(np.int64)
    other += other >= own[:, None]
    unit = np.where(strayed, other, own[:, None])
    effort = rng.standard_exponential((n_cases, MAX_TURNS, 2))
    reading = rng.standard_exponential((n_cases, MAX_TURNS)) * read_days(model)[unit] * DAY
    is_made = np.repeat(np.arange(MAX_TURNS) < n_turns[:, None], 2, axis=1)

    def by_visit(admin: np.ndarray, officer: np.ndarray) -> np.ndarray:
        pairs = np.stack([admin, officer], axis=2)
        return np.rint(pairs.reshape(n_cases, -1)[is_made]).astype(np.int64)

    nothing = np.zeros((n_cases, MAX_TURNS))
    first = nothing - 1
    first[:, 0] = ready
    service = by_visit(
        effort[:, :, 0] * admin_days(model) * DAY,
        effort[:, :, 1] * model.answer_hours / model.officer_hours_per_day * DAY,
    )
    none = np.zeros(len(service), dtype=np.int64)
    visits = Visits(
        station=by_visit(nothing, 1 + unit),
        service=np.maximum(service, 1),
        ready=by_visit(first, nothing - 1),
        delay=by_visit(nothing, reading),
        cap=none + NEVER,
        window_days=none,
        window_part=none.astype(float),
        is_evening=none > 0,
    )
    servers = [model.n_admins, *(each.n_officers for each in model.units)]
    served = serve(visits, servers, CLOCK, until=1 << 39)
    last = np.append(np.flatnonzero(visits.ready >= 0)[1:] - 1, len(service) - 1)
    return float(((served.finished[last] - ready) / DAY)[n_cases // 10 :].mean())


@pytest.mark.parametrize(
    ("busier", "n_replications", "n_cases"),
    [
        pytest.param(1.0, 8, 8_000, id="as-it-is"),
        pytest.param(2.0, 8, 8_000, id="twice-as-busy"),
        pytest.param(2.0, 20, 80_000, id="long", marks=pytest.mark.verify),
    ],
)
def test_queues_shorten_as_jackson_says(
    scenario: Scenario, busier: float, n_replications: int, n_cases: int
) -> None:
    """Days to the answer without and with konektivitas, and what it saves, with queues."""
    now, then = before_and_after(scenario)
    assert now.return_hours == now.answer_hours  # else a unit would not treat all alike
    shares = unit_shares(now, scenario.reporters)
    per_day = busier * now.volume_per_year / WORKING_DAYS_PER_YEAR
    expected = [expected_queues(each, shares, per_day) for each in (now, then)]
    found = np.array(
        [
            [simulate_queues(each, shares, per_day, seed, n_cases) for each in (now, then)]
            for seed in range(n_replications)
        ]
    )
    assert_agrees(found[:, 0], expected[0])
    assert_agrees(found[:, 1], expected[1])
    assert_agrees(found[:, 1] - found[:, 0], expected[1] - expected[0])
    assert expected[1] < expected[0]


def expected_path(
    model: InstitutionModel, shares: np.ndarray, effort: float
) -> tuple[float, float]:
    """Return the mean days to the first answer where nobody waits, and those of going astray.

    Stations are the administrators and, for each unit, four desks: answers, returns, and what
    is passed on to it from the unit above, rightly and wrongly.
    """
    n, wrong = len(shares), model.misrouted_share
    position = {unit.name: i for i, unit in enumerate(model.units)}
    parent = np.array([position.get(unit.parent, -1) for unit in model.units])
    relay = np.where(parent >= 0, model.relayed_share, 0.0)
    right, strayed = (1 - wrong) * shares, wrong * (1 - shares) / (n - 1)
    answer, returned, passed, misled = (1 + k * n + np.arange(n) for k in range(4))
    routing = np.zeros((1 + 4 * n, 1 + 4 * n))
    routing[0, answer], routing[0, passed] = right * (1 - relay), right * relay
    routing[0, returned], routing[0, misled] = strayed * (1 - relay), strayed * relay
    routing[passed, answer] = routing[misled, returned] = routing[returned, 0] = 1
    visits = traffic_equations([1.0, *[0.0] * (4 * n)], routing)
    hours = model.officer_hours_per_day
    read = read_days(model)
    days = np.zeros(1 + 4 * n)
    days[0] = admin_days(model)
    days[answer] = read + model.answer_hours * effort / hours
    days[returned] = read + model.return_hours / hours
    days[passed] = days[misled] = read[parent] + model.relay_hours / hours
    astray = (visits[0] - 1) * days[0] + visits[returned] @ days[returned]
    astray += visits[misled] @ days[misled]
    return float(visits @ days), float(astray)


def days_to_first_answer(world: Scenario, seed: int) -> float:
    """Return the mean working days to the first answer of reports that came early enough."""
    (block,) = plan_blocks(world, world.split_cases())
    entries = draw_entries(world.reporters, block, seed)
    handled = handle_block(block, entries, world.reporters, seed)
    calendar = load_calendar()
    is_early = entries.submitted_at < np.datetime64(block.period[0]) + np.timedelta64(230, "D")
    ends = calendar.work_seconds(handled.progress.responded_at[is_early])
    assert (ends >= 0).mean() > 0.999
    spent = ends - calendar.work_seconds(entries.submitted_at[is_early])
    return float(spent[ends >= 0].mean() / DAY)


@pytest.mark.parametrize(
    ("n_replications", "volume"),
    [
        pytest.param(8, 4_000, id="short"),
        pytest.param(30, 20_000, id="long", marks=pytest.mark.verify),
    ],
)
def test_the_office_shortens_as_its_visits_say(
    scenario: Scenario, n_replications: int, volume: int
) -> None:
    """With staff enough the maker's days to the answer, and what konektivitas saves of them."""
    units = tuple(replace(unit, n_officers=60) for unit in scenario.institution(WHO).units)
    roomy = scenario.replace_institution(
        WHO,
        volume_per_year=volume,
        units=units,
        n_admins=300,
        absences_per_year=0.0,
        moves_per_year=0.0,
        misaddressed_share=0.0,
        archived_share=0.0,
        duplicate_archived_share=0.0,
        hold_share=0.0,
        unread_share=0.0,
        reminded_share=0.0,
    )
    worlds = [
        replace(each, institutions=(each.institution(WHO),))
        for each in (roomy, KONEKTIVITAS.apply(roomy, WHO))
    ]
    models = [each.institution(WHO) for each in worlds]
    shares = unit_shares(models[0], scenario.reporters)
    effort = sum(
        share * scenario.reporters.class_effort[name]
        for name, share in models[0].class_shares.items()
    )
    expected = [expected_path(each, shares, effort) for each in models]
    found = np.array(
        [[days_to_first_answer(each, seed) for each in worlds] for seed in range(n_replications)]
    )
    assert_agrees(found[:, 0], expected[0][0])
    assert_agrees(found[:, 1], expected[1][0])
    assert_agrees(found[:, 1] - found[:, 0], expected[1][0] - expected[0][0])
    # Of what is saved a part is the path of those that went astray.
    assert 0 < expected[0][1] - expected[1][1] < expected[0][0] - expected[1][0]


def test_only_going_astray_less_saves_its_own_path(scenario: Scenario) -> None:
    """With the other levers left aside, all that is saved is the path of the misrouted."""
    now = scenario.institution(WHO)
    shares = unit_shares(now, scenario.reporters)
    then = replace(now, misrouted_share=before_and_after(scenario)[1].misrouted_share)
    (whole_now, astray_now), (whole_then, astray_then) = (
        expected_path(each, shares, 1.0) for each in (now, then)
    )
    assert whole_now - whole_then == pytest.approx(astray_now - astray_then)
    # 3/5 of the dispositions go wrong that did, and each further turn is one of as many.
    ratio = (0.054 / (1 - 0.054)) / (0.09 / (1 - 0.09))
    assert astray_then / astray_now == pytest.approx(ratio)
