"""One clock time as people write it."""

import math
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.exchange.values.clock_text import parse_clock


def milliseconds(clock: time) -> float:
    return ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000 + clock.microsecond / 1000


@given(clock=st.times(), mark=st.sampled_from(":."))
def test_a_clock_time_is_read_back(clock, mark):
    """To the minute, the second and the microsecond, by colon or full stop, of 24 or 12 hours."""
    whole = clock.replace(microsecond=0)
    minute = whole.replace(second=0)
    texts = {
        f"{clock.hour}{mark}{clock:%M}": minute,
        clock.strftime(f"%H{mark}%M{mark}%S"): whole,
        clock.strftime("%H:%M:%S.%f"): clock,
        clock.strftime("%I:%M %p"): minute,
        clock.strftime("%I:%M:%S%p").lower(): whole,
    }
    for text, expected in texts.items():
        found = parse_clock(text)
        assert found is not None, text
        assert found[0] == pytest.approx(milliseconds(expected), abs=1e-6)
        assert math.isnan(found[1])


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("09:05 WIB", 420),
        ("09.05 wita", 480),
        ("09:05:33 WIT", 540),
        ("09:05 (WIB)", 420),
        ("09:05Z", 0),
        ("09:05:33.5+07:00", 420),
        ("09:05-0330", -210),
        ("09:05+07", 420),
        ("09:05 GMT+7:00", None),
        ("09:05 UTC+08:00", 480),
    ],
)
def test_a_zone_is_kept_in_minutes(text, minutes):
    """Indonesian zones by name, others by their distance from UTC."""
    found = parse_clock(text)
    assert (found and found[1]) == minutes


@pytest.mark.parametrize(
    "text",
    ["24:00", "9", "9:5", "12:60", "12:00:60", "13:05 PM", "0:05 AM", "WIB", "9:05 WIB+07:00",
     "09:05+15:00", "09:05+07:75", "pagi", ""],
)  # fmt: skip
def test_what_is_no_clock_time_is_not_read(text):
    """Hours, minutes and zones that do not exist."""
    assert parse_clock(text) is None


def test_the_day_zero_of_a_spreadsheet_is_no_part_of_the_time():
    """A cell that holds a time alone may be exported with the day 30 December 1899."""
    for text in ("1899-12-30T10:11:12", "1899-12-30 10:11:12"):
        assert parse_clock(text)[0] == parse_clock("10:11:12")[0]


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text):
    """Whatever stands in a cell, the answer is a time of one day or none."""
    found = parse_clock(text)
    assert found is None or 0 <= found[0] < 86_400_000
