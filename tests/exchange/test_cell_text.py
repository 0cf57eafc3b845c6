"""Values of cells as texts."""

from datetime import UTC, datetime, time, timedelta

import pandas as pd
import pytest

from lapor_lab.exchange.cell_text import (
    cell_text,
    is_time_format,
    number_text,
    serial_text,
    unescape,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("x", "x"),
        (True, "TRUE"),
        (7, "7"),
        (1e16, "1e+16"),
        (-2.0, "-2"),
        (float("nan"), None),
        (float("inf"), "inf"),
        (time(10, 11, 12), "10:11:12"),
        (timedelta(hours=30, seconds=1), "30:00:01"),
        (datetime(2023, 5, 29, 10, 11, 12), "2023-05-29T10:11:12"),
        (datetime(2023, 5, 29, tzinfo=UTC), "2023-05-29T00:00:00+00:00"),
        (pd.NaT, None),
        (b"\xff", "\ufffd"),
    ],
)
def test_a_value_has_one_text(value: object, text: str | None) -> None:
    """The same value of any reader gives the same text."""
    assert cell_text(value) == text


@pytest.mark.parametrize(
    ("serial", "is_1904", "text"),
    [
        ("1", False, "1900-01-01"),
        ("59", False, "1900-02-28"),
        ("61", False, "1900-03-01"),
        ("36526", False, "2000-01-01"),
        ("35064", True, "2000-01-01"),
        ("45075.424444444441", False, "2023-05-29T10:11:12"),
        ("0.99999999999", False, "23:59:59.999"),
        ("2958466", False, "2958466"),
        ("-1", False, "-1"),
        ("x", False, "x"),
    ],
)
def test_days_are_counted_as_excel_counts(serial: str, is_1904: bool, text: str) -> None:
    """1900 has a 29 February in Excel; both day zeros name the same day."""
    assert serial_text(serial, is_1904=is_1904) == text


@pytest.mark.parametrize(
    ("number", "code", "expected"),
    [
        (0, "", False),
        (14, "", True),
        (22, "", True),
        (49, "", False),
        (164, "General", False),
        (164, "0.00", False),
        (164, "[Red]0.00", False),
        (164, "[$-421]dd mmmm yyyy", True),
        (164, "[h]:mm", True),
        (164, '0 "hari"', False),
        (164, r"0\d", False),
        (164, "@", False),
    ],
)
def test_formats_of_time_are_known(number: int, code: str, expected: bool) -> None:
    """A letter of time counts only where it is not quoted, escaped or in brackets."""
    assert is_time_format(number, code) is expected


def test_numbers_and_escapes() -> None:
    """What is no number stays; an escaped null byte or half character vanishes."""
    assert [number_text(text) for text in ("007", "1E+2", "x")] == ["7", "100", "x"]
    assert unescape("a_x0000__xD800_b_x005F_x") == "ab_x"
