"""Operational time: there and back without loss, and never outside office hours."""

import timeit

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.calendar import UNKNOWN, WorkingCalendar, load_calendar

SECONDS = st.integers(0, load_calendar().total_work_seconds)


def test_there_and_back_is_exact(calendar: WorkingCalendar, rng: np.random.Generator) -> None:
    """For 300,000 numbers of seconds, and both ends, wall clock and back give the number."""
    work = rng.integers(0, calendar.total_work_seconds + 1, 300_000)
    work[:2] = 0, calendar.total_work_seconds

    np.testing.assert_array_equal(calendar.work_seconds(calendar.wall_times(work)), work)


def test_no_moment_lies_outside_office_hours(
    calendar: WorkingCalendar, rng: np.random.Generator
) -> None:
    """Every wall time lies on a working day between opening and closing."""
    times = calendar.wall_times(rng.integers(0, calendar.total_work_seconds + 1, 300_000))
    opens_at, closes_at = calendar.office_hours(times)

    assert calendar.is_working_day(times).all()
    assert ((times >= opens_at) & (times <= closes_at)).all()


def test_the_end_of_each_day_stays_on_that_day(
    calendar: WorkingCalendar, every_day: np.ndarray
) -> None:
    """A finish exactly at closing is that day's closing, on every working day of 16 years."""
    _, closes_at = calendar.office_hours(every_day[calendar.is_working_day(every_day)])

    np.testing.assert_array_equal(calendar.wall_times(calendar.work_seconds(closes_at)), closes_at)


@given(SECONDS)
def test_one_second_gives_what_many_give(work: int) -> None:
    """The fast way for one number equals the way for arrays, in both directions."""
    calendar = load_calendar()

    wall = calendar.wall_times(work)

    assert isinstance(wall, np.datetime64)
    assert wall == calendar.wall_times([work])[0]
    assert calendar.work_seconds(wall) == calendar.work_seconds(np.array([wall]))[0] == work


@given(st.integers(-100_000, 600_000_000))
def test_one_moment_gives_what_many_give(second: int) -> None:
    """Any moment, in or outside office hours or the frozen years, is read alike by both ways."""
    calendar = load_calendar()
    time = np.datetime64("2012-01-01T00:00:00") + second

    assert calendar.work_seconds(time) == calendar.work_seconds(np.array([time]))[0]


def test_a_closed_office_does_not_work(calendar: WorkingCalendar) -> None:
    """From Friday's closing before Lebaran 2026 to the next opening not one second passes."""
    moments = ["2026-03-17T15:00:00", "2026-03-20T10:00:00", "2026-03-25T07:30:00"]

    work = calendar.work_seconds(np.array(moments, dtype="datetime64[s]"))

    assert len(set(work.tolist())) == 1


def test_work_grows_with_the_clock(calendar: WorkingCalendar, every_day: np.ndarray) -> None:
    """Over a day work grows by the day's office hours, and over all days by their sum."""
    midnights = every_day.astype("datetime64[s]")
    lengths = calendar.office_seconds(every_day)

    np.testing.assert_array_equal(np.diff(calendar.work_seconds(midnights)), lengths[:-1])
    assert lengths.sum() == calendar.total_work_seconds


def test_the_first_second_is_the_first_opening(calendar: WorkingCalendar) -> None:
    """0 is Monday 2 January 2012, 07:30: the day before was a Sunday and a holiday."""
    assert str(calendar.wall_times(0)) == "2012-01-02T07:30:00"
    assert calendar.work_seconds(np.datetime64("2012-01-01T00:00:00")) == 0


@pytest.mark.parametrize("wrap", [lambda value: value, lambda value: np.array([value])])
def test_what_cannot_be_known_is_unknown(calendar: WorkingCalendar, wrap: object) -> None:
    """NaT and moments outside the years give UNKNOWN; UNKNOWN and too much work give NaT."""
    for moment in ("NaT", "2011-12-31T23:59:59", "2028-01-01T00:00:00"):
        assert calendar.work_seconds(wrap(np.datetime64(moment, "s"))) == UNKNOWN
    for work in (UNKNOWN, calendar.total_work_seconds + 1):
        assert np.isnat(calendar.wall_times(wrap(work)))


def test_fractions_of_a_second_are_cut_off(calendar: WorkingCalendar) -> None:
    """Nanoseconds are read, and what is finer than a second does not count."""
    time = np.array(["2026-01-05T07:30:01.999999999"], dtype="datetime64[ns]")

    opening = calendar.work_seconds(np.datetime64("2026-01-05T07:30:00"))

    assert calendar.work_seconds(time)[0] - opening == 1


def test_one_number_is_quick(calendar: WorkingCalendar) -> None:
    """One number alone costs less than half of what it costs inside an array of one."""
    array = np.array([12_345_678])

    alone = min(timeit.repeat(lambda: calendar.wall_times(12_345_678), number=2000, repeat=5))
    inside = min(timeit.repeat(lambda: calendar.wall_times(array), number=2000, repeat=5))

    assert alone < inside / 2
