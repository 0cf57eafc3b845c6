"""Read one day as people write it."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from lapor_lab.exchange.columns.column_mapping import DateOrder

__all__ = ["is_ambiguous_day", "parse_day"]

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        [
            "januari january jan",
            "februari february feb pebruari peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu ags agt agst aug",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ],
        start=1,
    )
    for name in names.split()
}
_WEEKDAY: Final = re.compile(
    r"^(?:sen(?:in)?|sel(?:asa)?|rab(?:u)?|kam(?:is)?|jum(?:'?at)?|sab(?:tu)?|min(?:ggu)?|ahad"
    r"|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)\.?,?\s+(?=\d|[a-z]+\.?\s+\d)",
    re.ASCII,
)
_DIGITS: Final = re.compile(r"^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4}|\d{2})$", re.ASCII)
_YEAR_FIRST: Final = re.compile(r"^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})$", re.ASCII)
_DAY_MONTH: Final = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th)?[-/.\s]*([a-z]+)[-/.,\s]*'?(\d{4}|\d{2})$", re.ASCII
)
_MONTH_DAY: Final = re.compile(
    r"^([a-z]+)[-/.\s]*(\d{1,2})(?:st|nd|rd|th)?[-/,\s]+(\d{4})$", re.ASCII
)
_YEAR_MONTH: Final = re.compile(r"^(\d{4})[-/\s]*([a-z]+)[-/\s]*(\d{1,2})$", re.ASCII)


def parse_day(text: str, date_order: DateOrder = "day first") -> date | None:
    """Read a day.

    Parameters
    ----------
    text : str
        Digits, or with an Indonesian or English name of the month, in full or short; a
        year of two digits is of this century.
    date_order : {"day first", "month first"}, default="day first"
        How to read 03/04/2022.

    Returns
    -------
    date or None
        None for what is no day of 1990 to 2100.

    Examples
    --------
    >>> [str(parse_day(text)) for text in ("3-Agu-2026", "Senin, 29 Mei 2023", "31 Feb 2023")]
    ['2026-08-03', '2023-05-29', 'None']
    """
    small = _WEEKDAY.sub("", text.casefold().strip())
    for pattern, order in _FORMS:
        found = pattern.match(small)
        if found:
            return _date(*order(found, date_order))
    return None


def is_ambiguous_day(text: str) -> bool:
    """Tell whether a day of digits could be read in two ways.

    Parameters
    ----------
    text : str
        A day.

    Returns
    -------
    bool
        True if its first two numbers differ and both could be a month.

    Examples
    --------
    >>> is_ambiguous_day("03/04/2022"), is_ambiguous_day("29/05/2023")
    (True, False)
    """
    found = _DIGITS.match(text.strip())
    if not found:
        return False
    first, second = int(found[1]), int(found[3])
    return first != second and max(first, second) <= len(_MONTH_NUMBERS)


_Parts = tuple[str, int, str]
_MONTH_NUMBERS: Final = range(1, 13)


def _of_digits(found: re.Match[str], date_order: DateOrder) -> _Parts:
    if date_order == "month first":
        return found[4], int(found[1]), found[3]
    return found[4], int(found[3]), found[1]


def _of_year_first(found: re.Match[str], _: DateOrder) -> _Parts:
    is_whole = found[2] or len(found[0]) == len("20230529")
    return found[1], int(found[3]) if is_whole else 0, found[4]


def _of_day_month(found: re.Match[str], _: DateOrder) -> _Parts:
    return found[3], _MONTHS.get(found[2], 0), found[1]


def _of_month_day(found: re.Match[str], _: DateOrder) -> _Parts:
    return found[3], _MONTHS.get(found[1], 0), found[2]


def _of_year_month(found: re.Match[str], _: DateOrder) -> _Parts:
    return found[1], _MONTHS.get(found[2], 0), found[3]


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], DateOrder], _Parts]], ...]] = (
    (_YEAR_FIRST, _of_year_first),
    (_DIGITS, _of_digits),
    (_DAY_MONTH, _of_day_month),
    (_MONTH_DAY, _of_month_day),
    (_YEAR_MONTH, _of_year_month),
)


def _date(year_text: str, month: int, day_text: str) -> date | None:
    year = int(year_text) + (2000 if len(year_text) == len("23") else 0)
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, int(day_text))
    except ValueError:
        return None
