"""Office hours by day: ordinary, Ramadan, closed."""

import csv

import numpy as np
import pytest

from lapor_lab.calendar import UNKNOWN, WorkingCalendar
from lapor_lab.calendar.csv_rows import data_file


@pytest.mark.parametrize(
    ("day", "opens", "closes"),
    [
        ("2026-01-05", "07:30", "16:00"),  # Monday
        ("2026-01-08", "07:30", "16:00"),  # Thursday
        ("2026-01-09", "07:30", "16:30"),  # Friday
        ("2026-02-19", "08:00", "15:00"),  # first day of Ramadan, a Thursday
        ("2026-02-20", "08:00", "15:30"),  # a Friday in Ramadan
        ("2026-03-25", "07:30", "16:00"),  # after Lebaran
    ],
)
def test_a_working_day_has_its_hours(
    calendar: WorkingCalendar, day: str, opens: str, closes: str
) -> None:
    """Ordinary weekdays, Fridays and both in Ramadan open and close when they should."""
    opens_at, closes_at = calendar.office_hours(day)

    assert str(opens_at) == f"{day}T{opens}:00"
    assert str(closes_at) == f"{day}T{closes}:00"
    assert calendar.office_seconds(day) == (closes_at - opens_at).astype(int)


@pytest.mark.parametrize("day", ["2026-01-10", "2026-01-11", "2026-03-19", "2026-03-23"])
def test_a_closed_day_has_no_hours(calendar: WorkingCalendar, day: str) -> None:
    """Saturday, Sunday, a national holiday and cuti bersama have 0 seconds and no opening."""
    assert calendar.office_seconds(day) == 0
    assert np.isnat(calendar.office_hours(day)).all()


def test_hours_outside_the_years_are_unknown(calendar: WorkingCalendar) -> None:
    """A day after the frozen years, and no day, have unknown hours."""
    days = np.array(["2028-01-03", "NaT"], dtype="datetime64[D]")

    assert calendar.office_seconds(days).tolist() == [UNKNOWN, UNKNOWN]
    assert np.isnat(calendar.office_hours(days)).all()


def test_every_row_says_that_it_is_not_verified() -> None:
    """Office hours are background: each row of the table says so, and that breaks are left out."""
    with data_file("office_hours.csv").open(encoding="utf-8") as stream:
        sources = [row["source"] for row in csv.DictReader(stream)]

    assert len(sources) == 10
    assert all("latar, belum diverifikasi" in source for source in sources)
    assert all("istirahat diabaikan (asumsi)" in source for source in sources)


def test_ramadan_ends_before_idul_fitri() -> None:
    """One Ramadan of 30 days a year, the day before the first day of Idul Fitri its last."""
    with data_file("ramadan.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    first = np.array([row["first_day"] for row in rows], dtype="datetime64[D]")
    last = np.array([row["last_day"] for row in rows], dtype="datetime64[D]")

    assert set((last - first + 1).astype(int)) == {30}
    # From one Ramadan to the next is a lunar year: 354 or 355 days, a day more or less by decree.
    assert set(np.diff(last).astype(int)) <= {353, 354, 355, 356}
    assert (str(last[9]), str(last[14])) == ("2021-05-12", "2026-03-20")
