"""Columns of moments, part by part."""

import numpy as np
import pandas as pd
import pytest

from lapor_lab.exchange.values.moments import read_clocks, read_moments


def test_parts_stand_apart() -> None:
    """A bare day has no clock time, and only a named zone an offset."""
    read = read_moments(pd.Series(["29 Mei 2023", "29 Mei 2023, 09.05 WITA", None]), "day first")

    np.testing.assert_array_equal(read.day[:2], np.array(["2023-05-29"] * 2, "datetime64[D]"))
    assert np.isnat(read.day[2])
    np.testing.assert_array_equal(read.clock_ms, [np.nan, 32_700_000, np.nan])
    np.testing.assert_array_equal(read.offset_minutes, [np.nan, 480, np.nan])


def test_a_clock_that_cannot_be_read_loses_the_moment() -> None:
    """Half a moment would be taken for a bare day."""
    assert np.isnat(read_moments(pd.Series(["29 Mei 2023 25:00"]), "day first").day[0])


@pytest.mark.parametrize(
    ("serial", "moment"),
    [
        ("45075", "2023-05-29T00:00:00"),
        ("45075.5", "2023-05-29T12:00:00"),
        ("45075,25", "2023-05-29T06:00:00"),
        ("45075.42370370370", "2023-05-29T10:10:08"),
        ("45075.9999999999", "2023-05-30T00:00:00"),
        ("32874", "1990-01-01T00:00:00"),
    ],
)
def test_serial_numbers_of_spreadsheets_are_days_since_1899(serial: str, moment: str) -> None:
    """45,075 days after 30 December 1899 is 29 May 2023."""
    read = read_moments(pd.Series([serial]), "day first").localise("Asia/Jakarta", "Asia/Jakarta")
    assert read[0] == np.datetime64(moment)


@pytest.mark.parametrize("serial", ["19999", "20000", "32873", "80001", "99999", "4507", "-45075"])
def test_numbers_outside_are_no_serials(serial: str) -> None:
    """A sheet's day 32,873 is the last of 1989."""
    assert np.isnat(read_moments(pd.Series([serial]), "day first").day[0])


@pytest.mark.parametrize(
    ("text", "hours"),
    [("0.378", 9.072), ("0", 0), ("0,5", 12), ("45075.25", 6), ("1e-05", 0.00024)],
)
def test_a_fraction_of_a_day_is_a_clock_time(text: str, hours: float) -> None:
    """Spreadsheets hold times so."""
    assert read_clocks(pd.Series([text])).clock_ms[0] == pytest.approx(hours * 3_600_000, abs=0.5)


def test_a_number_that_is_no_fraction_is_no_clock_time() -> None:
    """Whole numbers beyond zero say nothing of an hour."""
    assert np.isnan(read_clocks(pd.Series(["9", "45075", "1.5"])).clock_ms).all()
