"""Working time passes in office hours alone, and a working day is one."""

import numpy as np
import pandas as pd

from lapor_lab.calendar import load_calendar
from lapor_lab.process.working_time import working_position

CALENDAR = load_calendar()


def span(start: str, end: str) -> float:
    """Working days between two moments."""
    at = working_position(CALENDAR, np.array([start, end], dtype="datetime64[s]"))
    return float(at[1] - at[0])


def test_whole_days_are_those_of_the_calendar() -> None:
    """At closing time the scale agrees with the count of working days."""
    days = np.arange(np.datetime64("2022-01-01"), np.datetime64("2023-01-01"))
    evening = days.astype("datetime64[s]") + np.timedelta64(20, "h")

    position = working_position(CALENDAR, evening)

    counted = CALENDAR.working_days(days[0], days)
    np.testing.assert_allclose(position - position[0], counted, rtol=0, atol=1e-9)


def test_a_short_day_in_ramadan_is_a_day() -> None:
    """Whatever its hours."""
    assert span("2026-03-13T08:00", "2026-03-13T15:30") == 1
    assert span("2022-08-15T07:30", "2022-08-15T16:00") == 1


def test_nights_and_holidays_take_no_time() -> None:
    """A night passes in no time, and the fortnight of Lebaran 2026 in 5 working days."""
    assert span("2022-08-15T16:00", "2022-08-16T07:30") == 0
    assert span("2026-03-13T15:30", "2026-03-27T16:30") == 5


def test_half_a_day_is_half_the_office_hours() -> None:
    """A day passes evenly."""
    assert span("2022-08-15T07:30", "2022-08-15T11:45") == 0.5


def test_time_never_runs_backwards(rng: np.random.Generator) -> None:
    """Later moments have no lower position."""
    seconds = np.sort(rng.integers(0, 400 * 86_400, 5000))
    moments = np.datetime64("2022-01-01", "s") + seconds.astype("timedelta64[s]")

    assert (np.diff(working_position(CALENDAR, moments)) >= 0).all()


def test_what_the_calendar_does_not_know_is_missing() -> None:
    """NaN for no moment and for one outside the frozen years, in any shape."""
    moments = pd.to_datetime([None, "1999-01-04", "2022-08-15"]).to_numpy().reshape(3, 1)

    assert np.isnan(working_position(CALENDAR, moments)).ravel().tolist() == [True, True, False]
