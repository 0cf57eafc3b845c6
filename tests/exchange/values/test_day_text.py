"""One day as people write it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.exchange.values.day_text import is_ambiguous_day, parse_day
from lapor_lab.schema import format_date

ENGLISH = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
INDONESIAN = [format_date(date(2023, month, 1)).split()[1] for month in range(1, 13)]
SHORT = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"]
DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))


@given(
    day=DAYS,
    names=st.sampled_from([ENGLISH, INDONESIAN, SHORT, [name[:3] for name in ENGLISH]]),
    mark=st.sampled_from([" ", "-", "/", ". ", "  "]),
    case=st.sampled_from([str.upper, str.lower, str.title]),
)
def test_a_day_with_the_name_of_its_month_is_read_back(day, names, mark, case):
    """In two languages, in full and short, in any case, with or without a leading zero."""
    name = case(names[day.month - 1])
    assert parse_day(f"{day.day}{mark}{name}{mark}{day.year}") == day
    assert parse_day(f"{day.day:02d}{mark}{name}{mark}{day.year}") == day
    assert parse_day(f"Senin, {day.day} {name} {day.year}") == day
    assert parse_day(f"{name} {day.day}, {day.year}") == day


@given(day=DAYS, mark=st.sampled_from("-/."))
def test_a_day_of_digits_is_read_back(day, mark):
    """Year first always; else in the order that is said."""
    assert parse_day(day.strftime(f"%Y{mark}%m{mark}%d")) == day
    assert parse_day(day.strftime("%Y%m%d")) == day
    assert parse_day(day.strftime(f"%d{mark}%m{mark}%Y")) == day
    assert parse_day(f"{day.day}{mark}{day.month}{mark}{day.year}") == day
    assert parse_day(day.strftime(f"%m{mark}%d{mark}%Y"), "month first") == day


@given(day=st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_year_of_two_digits_is_of_this_century(day):
    """Complaints have no older dates."""
    assert parse_day(day.strftime("%d-%m-%y")) == day
    assert parse_day(f"{day.day} {SHORT[day.month - 1]} {day:%y}") == day


@pytest.mark.parametrize(
    "text",
    [
        "31 Februari 2023",
        "29/02/2023",
        "2023-13-01",
        "13/31/2023",
        "12/31/2023",
        "29 Mai 2023",
        "1/1/1989",
        "1 Januari 2101",
        "29/05/023",
        "2023",
        "Mei 2023",
        "2023051",
        "٢٩ Mei 2023",
        "29-05/2023",
        "kemarin",
        "",
    ],
)
def test_what_is_no_day_is_not_read(text):
    """Impossible days, other orders, other centuries, other digits and other words."""
    assert parse_day(text) is None


def test_only_a_day_that_both_orders_allow_is_ambiguous():
    """A month that stands in its own place twice says the same in both orders."""
    assert is_ambiguous_day("03-04-22")
    assert not any(map(is_ambiguous_day, ["04/04/2022", "13/04/2022", "2022-03-04", "3 Apr 2022"]))


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text):
    """Whatever stands in a cell, the answer is a day or none."""
    day = parse_day(text)
    assert day is None or 1990 <= day.year <= 2100
    assert isinstance(is_ambiguous_day(text), bool)
