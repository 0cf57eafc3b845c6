"""The clock of the office says what the working calendar says."""

import re
from datetime import date

import numpy as np
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.handling.clock import NEVER, check_period, make_office_clock
from lapor_lab.synthetic.handling.windows import moment_in_window, moments_in_windows


def some_seconds(n: int) -> np.ndarray:
    """Return operational seconds all over the calendar, closings among them."""
    clock = make_office_clock(load_calendar())
    rng = np.random.default_rng(1)
    anywhere = rng.integers(1, clock.ends[-1], n)
    return np.concatenate([anywhere, clock.ends[:200], clock.ends[:200] + 1, clock.ends[:200] - 1])


def test_wall_times_are_those_of_the_calendar():
    """A bucket and one comparison find the same day as a search through all of them."""
    calendar = load_calendar()
    seconds = some_seconds(20_000)
    found = make_office_clock(calendar).wall_times(seconds)
    np.testing.assert_array_equal(found, calendar.wall_times(seconds))


def test_operational_time_comes_back():
    """Operational to wall and back is the identity."""
    calendar = load_calendar()
    seconds = some_seconds(20_000)
    wall = make_office_clock(calendar).wall_times(seconds)
    np.testing.assert_array_equal(calendar.work_seconds(wall), seconds)


def test_arrays_and_lists_agree_on_ends_of_days():
    """`ends_of_days` is `end_of_day` for many, also past the calendar's end."""
    clock = make_office_clock(load_calendar())
    seconds = some_seconds(2_000)
    for n_days in (0, 1, 10, 10_000):
        one_by_one = [clock.end_of_day(second, n_days) for second in seconds.tolist()]
        assert clock.ends_of_days(seconds, n_days).tolist() == one_by_one
    assert clock.end_of_day(int(clock.ends[-1]), 1) == NEVER


def test_arrays_and_numbers_agree_on_moments_in_windows():
    """The loop and the tables put a reply at the same second."""
    clock = make_office_clock(load_calendar())
    rng = np.random.default_rng(2)
    after = rng.integers(1, clock.ends[-1] + 1, 3_000)
    part, is_evening = rng.random(3_000) ** 2, rng.random(3_000) < 0.4
    moments, ends, put_off = moments_in_windows(clock, after, 10, part, is_evening)
    columns = zip(after.tolist(), part.tolist(), is_evening.tolist(), strict=True)
    one_by_one = [moment_in_window(clock, a, 10, p, is_evening=e) for a, p, e in columns]
    assert moments.tolist() == one_by_one
    known = ends < NEVER
    assert (moments[known] > after[known]).all()
    assert (moments[known] <= ends[known]).all()
    assert np.isin(moments[put_off], clock.ends).all()
    assert not put_off[~is_evening].any()


def test_a_period_outside_the_calendar_is_refused():
    """The message names the days that the calendar knows."""
    calendar = load_calendar()
    whole = (
        f"`as_of` must be {calendar.first_day} … {calendar.last_day}, got '2099-01-01'. "
        "The calendar must hold the whole period."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(whole)}$"):
        check_period(calendar, (date(2098, 1, 1), date(2099, 1, 1)))
