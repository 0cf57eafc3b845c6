"""Claims about streams, service times, staff, ratings and the office clock."""

from datetime import date

import numpy as np

from lapor_lab.calendar import load_calendar
from lapor_lab.synthetic import Scenario
from lapor_lab.synthetic.draws import draw_handling
from lapor_lab.synthetic.office_clock import make_office_clock
from lapor_lab.synthetic.places import load_regencies
from lapor_lab.synthetic.rating import draw_ratings
from lapor_lab.synthetic.staffing import staff_for
from lapor_lab.synthetic.streams import Stream, open_stream, stable_number


def test_streams_are_apart() -> None:
    """Every stream, institution, chunk and seed has its own numbers."""
    drawn = {
        float(open_stream(rng, name, stream, chunk).random())
        for rng in (0, 1)
        for name in ("kemenkumham", "kemendikbudristek")
        for stream in Stream
        for chunk in (0, 1)
    }
    assert len(drawn) == 2 * 2 * len(Stream) * 2


def test_the_number_of_an_institution_never_changes() -> None:
    """Case numbers of logs made with earlier versions stay valid."""
    assert stable_number("kemendikbudristek") == 44906526


def test_service_times_have_the_mean_and_spread_given(scenario: Scenario) -> None:
    """Answers are lognormal with the mean hours and the spread of the logarithm given."""
    model = scenario.institution("kementerian-a")
    n = 20_000
    draws = draw_handling(model, scenario.reporters, np.ones(n), (1.0, 1.0), rng=1)
    hours = np.array(draws.answer_seconds)[:, 0] / 3600
    error = hours.std() / np.sqrt(n)
    assert abs(hours.mean() - model.answer_hours) < 4 * error
    spread = np.log(hours).std()
    assert abs(spread - model.service_spread) < 4 * model.service_spread / np.sqrt(2 * n)


def test_staff_grows_with_the_volume_and_stays_as_busy(scenario: Scenario) -> None:
    """Servers times nothing else: volume x service time / servers is what it was."""
    model = scenario.institution("kemenkumham")
    own = staff_for(model, 1.0)
    assert own.service_scales == (1.0, 1.0)
    assert staff_for(model, 0.1) == own
    for factor in (1.3, 2.5, 10.0):
        staff = staff_for(model, factor)
        for part, scale in ((slice(0, 1), 0), (slice(1, None), 1)):
            before, after = sum(own.n_servers[part]), sum(staff.n_servers[part])
            busy = factor * staff.service_scales[scale] / after
            assert abs(busy * before - 1) < 1e-12


def test_ratings_have_the_mean_given() -> None:
    """Ratings lie within 1 to 5 and have the mean asked for, within 4 standard errors."""
    uniform = np.random.default_rng(2).random(20_000)
    for mean in (1.0, 2.2, 3.0, 4.4, 5.0):
        ratings = draw_ratings(np.full(len(uniform), mean), uniform)
        assert set(ratings) <= {1, 2, 3, 4, 5}
        assert abs(ratings.mean() - mean) <= 4 * ratings.std() / np.sqrt(len(uniform))


def test_the_office_clock_ends_days_as_the_calendar_does() -> None:
    """The n-th working day's end in operational time is its closing on the wall clock."""
    calendar, as_of = load_calendar(), date(2022, 8, 15)
    clock = make_office_clock(calendar, as_of, 365)
    for text in ("2022-04-27T10:00", "2022-04-29T05:00", "2022-05-05T12:00"):
        moment = np.datetime64(text, "s")
        second = int(calendar.work_seconds(np.array([moment]))[0])
        day = calendar.wall_times(np.array([clock.end_of_day(max(second, 1), 10)]))
        reached = calendar.wall_times(np.array([max(second, 1)]))
        expected = calendar.office_hours(calendar.add_working_days(reached, 10))[1]
        assert day == expected
    assert clock.end_of_day(calendar.total_work_seconds, 10) == clock.never


def test_places_are_34_provinces_with_regencies_of_their_own() -> None:
    """Each province has at least three regencies or cities, and none has another's."""
    places = load_regencies()
    assert len(places) == 34
    assert min(len(names) for names in places.values()) >= 3
    every = [name for names in places.values() for name in names]
    assert len(set(every)) == len(every)


def test_provinces_of_the_scenario_have_places(scenario: Scenario) -> None:
    """Reports come from provinces that have regencies."""
    assert set(scenario.reporters.province_shares) == set(load_regencies())
