"""Dates and clock times, mixed in one column."""

import time

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lapor_lab.exchange.values.dates import (
    find_ambiguous,
    find_missing,
    join_dates_and_times,
    parse_dates,
)
from lapor_lab.schema import format_date

WIB = {"zone": "Asia/Jakarta", "source_zone": "Asia/Jakarta"}
UTC = {"zone": "Asia/Jakarta", "source_zone": "UTC"}
MOMENTS = st.datetimes(pd.Timestamp("1990-01-02"), pd.Timestamp("2100-12-30"))

FORMS = (
    lambda t: t.strftime("%Y-%m-%dT%H:%M:%S"),
    lambda t: t.strftime("%Y-%m-%d %H:%M:%S.%f"),
    lambda t: t.strftime("%d/%m/%Y %H:%M:%S"),
    lambda t: t.strftime("%d-%m-%Y %H.%M.%S"),
    lambda t: t.strftime("%d %b %Y %I:%M:%S %p"),
    lambda t: format_date(t) + t.strftime(" pukul %H.%M.%S WIB"),
    lambda t: format_date(t).upper() + t.strftime(", %H:%M:%S"),
    lambda t: t.strftime("%Y-%m-%dT%H:%M:%S+07:00"),
    lambda t: (t - pd.Timedelta("7h")).strftime("%Y-%m-%dT%H:%M:%S.000Z"),
    lambda t: str((t - pd.Timestamp("1899-12-30")) / pd.Timedelta("1D")),
)


@given(moments=st.lists(MOMENTS, min_size=1, max_size=12), first=st.integers(0, len(FORMS) - 1))
@settings(max_examples=60, deadline=None)
def test_a_moment_is_read_back_from_every_form(moments, first):
    """Forms mixed in one column do not disturb each other."""
    whole = [pd.Timestamp(moment).floor("s") for moment in moments]
    texts = [FORMS[(first + k) % len(FORMS)](moment) for k, moment in enumerate(whole)]
    read = parse_dates(pd.Series(texts), **WIB)
    assert read.dtype == "datetime64[us]"
    assert read.to_list() == whole


@given(moments=st.lists(MOMENTS, min_size=1, max_size=12))
@settings(max_examples=30, deadline=None)
def test_a_moment_is_read_back_from_two_columns(moments):
    """The day in one, the clock time in the other, also as a fraction of a day."""
    whole = pd.Series(moments, dtype="datetime64[us]").dt.floor("s")
    dates = whole.map(format_date)
    clocks = whole.dt.strftime("%H:%M:%S")
    fractions = ((whole - whole.dt.normalize()) / pd.Timedelta("1D")).map(repr)
    for times in (clocks, fractions):
        joined = join_dates_and_times(dates, times, **WIB)
        assert joined.to_list() == whole.to_list()


def test_only_what_bears_a_clock_time_is_moved():
    """A bare day of a file in UTC stays that day; a moment late in it is of the next."""
    texts = pd.Series(["29 May 2023", "29 May 2023 17:30", "2023-05-29 17:30+07:00"])
    assert parse_dates(texts, **UTC).to_list() == [
        pd.Timestamp("2023-05-29"),
        pd.Timestamp("2023-05-30 00:30"),
        pd.Timestamp("2023-05-29 17:30"),
    ]


def test_midnights_alone_are_bare_days():
    """Databases write 00:00:00 behind every day; beside other times it is a time."""
    zones = {"zone": "America/New_York", "source_zone": "UTC"}
    day = pd.Series(["2023-05-29 00:00:00", "2023-05-30T00:00"])
    assert parse_dates(day, **zones).to_list() == [
        pd.Timestamp("2023-05-29"),
        pd.Timestamp("2023-05-30"),
    ]
    mixed = pd.Series(["2023-05-29 00:00:00", "2023-05-30T00:01"])
    assert parse_dates(mixed, **zones)[0] == pd.Timestamp("2023-05-28 20:00")


def test_a_time_that_cannot_be_read_is_not_left_out():
    """A missing clock time leaves the day; a wrong one loses the moment."""
    joined = join_dates_and_times(
        pd.Series(["29 Mei 2023"] * 4 + ["?"]),
        pd.Series([None, "-", "9.05", "25:00", "9.05"]),
        **WIB,
    )
    assert joined.to_list()[:3] == [
        pd.Timestamp("2023-05-29"),
        pd.Timestamp("2023-05-29"),
        pd.Timestamp("2023-05-29 09:05"),
    ]
    assert joined[3:].isna().all()


def test_the_order_of_day_and_month_is_the_mapping_s():
    """What the order does not allow is not read rather than turned round."""
    texts = pd.Series(["3/4/2022", "12/31/2022"])
    assert parse_dates(texts, **WIB).to_list() == [pd.Timestamp("2022-04-03"), pd.NaT]
    american = parse_dates(texts, date_order="month first", **WIB)
    assert american.to_list() == [pd.Timestamp("2022-03-04"), pd.Timestamp("2022-12-31")]
    assert find_ambiguous(texts).to_list() == [True, False]


@pytest.mark.parametrize(
    "text",
    [None, "-", "–", "", "0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "30 Nov -0001", "NULL"],
)
def test_signs_of_nothing_are_missing(text):
    """Neither read nor unreadable."""
    texts = pd.Series([text, "29 Mei 2023"], dtype=object)
    assert find_missing(texts).to_list() == [True, False]
    assert parse_dates(texts, **WIB).isna().to_list() == [True, False]


@pytest.mark.parametrize(
    "text", ["31 Februari 2023", "2023-13-01", "1/1/1989", "tidak ada", "10:00"]
)
def test_what_cannot_be_read_is_not_missing(text):
    """It is for the quarantine."""
    assert not find_missing(pd.Series([text])).any()
    assert parse_dates(pd.Series([text]), **WIB).isna().all()


def test_nothing_is_read_from_nothing():
    """An empty column and one of missing cells alone."""
    for texts in (pd.Series([], dtype=object), pd.Series([None, None], dtype=object)):
        assert parse_dates(texts, **UTC).isna().all()
        assert join_dates_and_times(texts, texts, **UTC).isna().all()
        assert find_missing(texts).all()
        assert not find_ambiguous(texts).any()


@given(st.lists(st.one_of(st.none(), st.text(max_size=30)), max_size=8))
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_readers(cells):
    """Whatever stands in a column, as many moments come out as cells went in."""
    texts = pd.Series(cells, dtype=object)
    assert len(parse_dates(texts, **UTC)) == len(texts)
    assert len(join_dates_and_times(texts, texts[::-1].set_axis(texts.index), **UTC)) == len(texts)


def test_a_hundred_thousand_dates_take_little_time():
    """Every different text is read once."""
    day = pd.Series(pd.date_range("2020-01-01", periods=100_000, freq="17min"))
    texts = day.dt.strftime("%d/%m/%Y %H:%M")
    start = time.process_time()
    read = parse_dates(texts, **WIB)
    assert time.process_time() - start < 3
    assert (read == day).all()
