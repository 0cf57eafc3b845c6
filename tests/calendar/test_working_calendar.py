"""Working days against 200 spans, numpy, and the laws that any calendar obeys."""

import pickle
import re
import timeit
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.calendar import UNKNOWN, WorkingCalendar, load_calendar
from lapor_lab.errors import ParameterError

DAYS = st.dates(date(2012, 1, 1), date(2027, 12, 31))


def test_200_spans_have_their_working_days(calendar: WorkingCalendar, spans: pd.DataFrame) -> None:
    """Each of the 200 spans counts (received, closed] with holidays and cuti bersama."""
    counted = calendar.working_days(spans["received"], spans["closed"])

    assert len(spans) == 200
    np.testing.assert_array_equal(counted, spans["working_days_public_plus_cuti"])


@pytest.mark.parametrize("n_days", [3, 5, 14, 60])
def test_200_spans_have_their_due_dates(
    calendar: WorkingCalendar, spans: pd.DataFrame, n_days: int
) -> None:
    """The last day within 3, 5, 14 and 60 working days is that of each of the 200 spans."""
    due = calendar.add_working_days(spans["received"], n_days)

    np.testing.assert_array_equal(due, spans[f"due_{n_days}wd"].to_numpy("datetime64[D]"))


def test_leaving_out_cuti_bersama_would_change_the_count(
    spans: pd.DataFrame, non_working: pd.DataFrame, tmp_path: Path
) -> None:
    """With national holidays alone 13-27 March 2026 is 9, not 5, and 102 of 200 spans differ."""
    cuti = non_working[
        (non_working["category"] == "cuti_bersama") & ~non_working["weekday"].isin(["Sat", "Sun"])
    ]
    path = tmp_path / "tanpa_cuti_bersama.csv"
    cuti.assign(action="kerja")[["date", "action", "name"]].to_csv(path, index=False)
    without = load_calendar(path)

    counted = without.working_days(spans["received"], spans["closed"])

    assert load_calendar().working_days("2026-03-13", "2026-03-27") == 5
    assert without.working_days("2026-03-13", "2026-03-27") == 9
    np.testing.assert_array_equal(counted, spans["working_days_public_only"])
    assert (counted != spans["working_days_public_plus_cuti"]).sum() == 102


def test_each_year_has_its_working_days(
    calendar: WorkingCalendar, days_per_year: pd.DataFrame, every_day: np.ndarray
) -> None:
    """Every year from 2012 to 2027 has its number of working days, such as 237 in 2025."""
    working = every_day[calendar.is_working_day(every_day)]
    years, counts = np.unique(
        working.astype("datetime64[Y]").astype(int) + 1970, return_counts=True
    )

    np.testing.assert_array_equal(years, days_per_year["year"])
    np.testing.assert_array_equal(counts, days_per_year["working_days_mon_fri"])


def test_numpy_counts_the_same(calendar: WorkingCalendar, rng: np.random.Generator) -> None:
    """On 100,000 spans numpy's busday_count, shifted by one day, gives the same numbers."""
    received = np.datetime64("2012-01-01") + rng.integers(0, 5000, 100_000)
    closed = received + rng.integers(0, 800, received.size)
    closed_days = [entry.day for entry in calendar.non_working.days]
    expected = np.busday_count(received + 1, closed + 1, holidays=closed_days)

    np.testing.assert_array_equal(calendar.working_days(received, closed), expected)


@given(st.tuples(DAYS, DAYS, DAYS).map(sorted))
def test_spans_add_up(days: list[date]) -> None:
    """From a to c there are as many working days as from a to b and from b to c together."""
    a, b, c = days
    calendar = load_calendar()

    parts = calendar.working_days(a, b) + calendar.working_days(b, c)

    assert calendar.working_days(a, c) == parts


@given(st.dates(date(2012, 1, 1), date(2026, 12, 31)), st.integers(1, 200))
def test_adding_and_counting_are_inverse(received: date, n_days: int) -> None:
    """The n-th working day after a day is a working day, n working days away."""
    calendar = load_calendar()

    due = calendar.add_working_days(received, n_days)

    assert calendar.working_days(received, due) == n_days
    assert calendar.is_working_day(due)
    assert calendar.working_days(received, due - 1) == n_days - 1


def test_the_hour_does_not_matter(calendar: WorkingCalendar) -> None:
    """One second before midnight counts as the day before; any unit of time is read."""
    received = pd.Series(pd.to_datetime(["2026-03-13 23:59:59", "2026-03-13 00:00:00"]))
    for unit in ("s", "ms", "us", "ns"):
        closed = np.array(["2026-03-27T23:59:59", "2026-03-26T23:59:59"], dtype=f"M8[{unit}]")
        assert calendar.working_days(received, closed).tolist() == [5, 4]


def test_what_cannot_be_known_is_unknown(calendar: WorkingCalendar) -> None:
    """NaT, a day outside the frozen years, and a closing before the receipt are UNKNOWN."""
    received = np.array(
        ["NaT", "2026-01-05", "2011-12-31", "2027-12-31", "2026-01-06", "2026-01-11", "2026-01-06"],
        dtype="datetime64[D]",
    )
    closed = np.array(
        ["2026-01-05", "NaT", "2012-01-04", "2028-01-01", "2026-01-05", "2026-01-10", "2026-01-06"],
        dtype="datetime64[D]",
    )

    counted = calendar.working_days(received, closed)

    assert counted.dtype == np.int64
    assert counted.tolist() == [UNKNOWN] * 6 + [0]
    assert WorkingCalendar.UNKNOWN == UNKNOWN == -1


def test_a_due_date_that_cannot_be_known_is_missing(calendar: WorkingCalendar) -> None:
    """No receipt, no limit, and a due date past the frozen years all give NaT."""
    received = np.array(
        ["NaT", "2026-03-13", "2027-12-30", "2027-12-30", "1990-01-01"], dtype="datetime64[s]"
    )

    due = calendar.add_working_days(received, [5, UNKNOWN, 1, 2, 5])

    np.testing.assert_array_equal(
        due, np.array(["NaT", "NaT", "2027-12-31", "NaT", "NaT"], dtype="datetime64[D]")
    )


def test_less_than_one_day_is_refused(calendar: WorkingCalendar) -> None:
    """A limit of no working day is refused with the way out."""
    message = "`n_days` must be >= 1, got 0. Give a number of working days."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        calendar.add_working_days("2026-03-13", [5, 0])


def test_the_calendar_says_what_it_covers(calendar: WorkingCalendar) -> None:
    """It covers 2012 to 2027, whole days included, and says that 2027 rests on estimates."""
    moments = ["2011-12-31T23:59:59", "2012-01-01", "2027-12-31T23:59:59", "2028-01-01", "NaT"]

    covered = calendar.covers(np.array(moments, dtype="datetime64[s]"))

    assert covered.tolist() == [False, True, True, False, False]
    assert (calendar.first_day, calendar.last_day) == (date(2012, 1, 1), date(2027, 12, 31))
    assert calendar.estimated_years == (2027,)
    assert calendar.version == "holidays 0.109, 24 November 2026"


def test_shapes_are_kept_and_broadcast(calendar: WorkingCalendar) -> None:
    """One receipt against a grid of closings gives the grid; one against one a scalar."""
    grid = np.datetime64("2026-03-14") + np.arange(12).reshape(3, 4)

    assert calendar.working_days("2026-03-13", grid).shape == (3, 4)
    assert calendar.working_days(date(2026, 3, 13), date(2026, 3, 27)).shape == ()
    assert calendar.working_days([], []).shape == (0,)


def test_the_calendar_is_loaded_once_and_travels(calendar: WorkingCalendar) -> None:
    """Loading again returns the same calendar, and a pickled one counts the same."""
    copy = pickle.loads(pickle.dumps(calendar))  # noqa: S301 made one line above

    assert load_calendar() is calendar
    assert copy.working_days("2026-03-13", "2026-03-27") == 5


def test_counting_is_not_slower_than_numpy(
    calendar: WorkingCalendar, rng: np.random.Generator
) -> None:
    """One million spans take no longer than numpy's busday_count takes, weekends and all."""
    received = np.datetime64("2015-01-01") + rng.integers(0, 3000, 1_000_000)
    closed = received + rng.integers(0, 90, received.size)
    numpy_calendar = np.busdaycalendar(holidays=[entry.day for entry in calendar.non_working.days])

    ours = min(timeit.repeat(lambda: calendar.working_days(received, closed), number=1, repeat=5))
    theirs = min(
        timeit.repeat(
            lambda: np.busday_count(received, closed, busdaycal=numpy_calendar), number=1, repeat=5
        )
    )

    assert ours <= theirs
