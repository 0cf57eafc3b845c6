"""Moments of every kind become days and seconds."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar.days import as_days, as_seconds


@pytest.mark.parametrize(
    "moment",
    [
        np.datetime64("2026-03-13T23:59:59.9", "ms"),
        datetime(2026, 3, 13, 23, 59, 59),
        pd.Timestamp("2026-03-13 23:59:59.999999999"),
        "2026-03-13T23:59:59",
    ],
)
def test_the_last_second_belongs_to_its_day(moment: object) -> None:
    """Every type of moment one second before midnight is that day and that second."""
    assert as_days(moment) == np.datetime64("2026-03-13")
    assert as_seconds(moment) == np.datetime64("2026-03-13T23:59:59")


def test_dates_and_columns_are_read() -> None:
    """Dates, lists with gaps and columns of pandas give days of the same shape."""
    column = pd.Series(pd.to_datetime(["2026-03-13 10:00", None]))
    expected = np.array(["2026-03-13", "NaT"], dtype="datetime64[D]")

    np.testing.assert_array_equal(as_days(column), expected)
    np.testing.assert_array_equal(as_days([date(2026, 3, 13), None]), expected)


def test_days_before_1970_are_whole() -> None:
    """A moment before 1970 belongs to the day on which it lies, not to the next."""
    assert as_days("1969-12-31T00:00:01") == np.datetime64("1969-12-31")
