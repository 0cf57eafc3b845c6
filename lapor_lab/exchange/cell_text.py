"""Write the value of a cell as text, the same for every kind of file."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, Final

__all__ = ["cell_text", "is_time_format", "number_text", "serial_text", "unescape"]

_DAY_ZERO: Final = datetime(1899, 12, 30)
_FIRST_SURE_DAY: Final = 61  # before it, Excel counts a 29 February 1900 that never was
_LAST_DAY: Final = 2_958_465  # 9999-12-31
_DAY_MILLISECONDS: Final = 86_400_000
_LAST_CLOCK_MILLISECONDS: Final = _DAY_MILLISECONDS - 1
_EXACT: Final = 15  # digits that a float keeps
_TIME_FORMATS: Final = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_FIRST_OWN_FORMAT: Final = 164
_LITERAL: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE)
_TIME_LETTER: Final = re.compile(r"[dmyhs]", re.IGNORECASE)
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


def cell_text(value: object) -> str | None:
    """Write a value of Python as text.

    Parameters
    ----------
    value : object
        What a reader gives for a cell.

    Returns
    -------
    str or None
        Dates and times in ISO 8601, whole numbers without a point, TRUE or FALSE, other
        numbers as short as they are exact; None for nothing.

    Examples
    --------
    >>> cell_text(3.0), cell_text(0.5), cell_text(True), cell_text(date(2023, 5, 29))
    ('3', '0.5', 'TRUE', '2023-05-29')
    """
    if value is None or isinstance(value, str):
        return value
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    return str(value)


def number_text(text: str) -> str | None:
    """Write a number as a cell holds it.

    Parameters
    ----------
    text : str
        Its digits in the file.

    Returns
    -------
    str or None
        As `cell_text` would; what is no number stays as it is.

    Examples
    --------
    >>> number_text("12"), number_text("1.2E3"), number_text("0.10")
    ('12', '1200', '0.1')
    """
    if text.isdecimal() and text.isascii() and len(text) <= _EXACT:
        return text.lstrip("0") or "0"
    try:
        return _float_text(float(text))
    except ValueError:
        return text


def serial_text(text: str, *, is_1904: bool) -> str | None:
    """Write a spreadsheet's number of a day as date, moment or clock time.

    Parameters
    ----------
    text : str
        Days since day zero.
    is_1904 : bool
        Whether day zero is 1 January 1904, as in old workbooks of a Mac.

    Returns
    -------
    str or None
        ISO 8601; the number itself where it lies outside the calendar.

    Examples
    --------
    >>> serial_text("45075", is_1904=False), serial_text("45075.5", is_1904=False)
    ('2023-05-29', '2023-05-29T12:00:00')
    >>> serial_text("0.25", is_1904=False)
    '06:00:00'
    """
    try:
        serial = float(text)
    except ValueError:
        return text
    if not 0 <= serial <= _LAST_DAY:
        return number_text(text)
    if serial < 1:
        return _clock_text(min(round(serial * _DAY_MILLISECONDS), _LAST_CLOCK_MILLISECONDS))
    if is_1904:
        serial += 1462
    elif serial < _FIRST_SURE_DAY:
        serial += 1
    milliseconds = round(serial * _DAY_MILLISECONDS)
    if milliseconds > _LAST_DAY * _DAY_MILLISECONDS:
        return number_text(text)
    moment = _DAY_ZERO + timedelta(milliseconds=milliseconds)
    return _moment_text(moment)


def is_time_format(number: int, code: str = "") -> bool:
    """Tell whether a number format shows a date or a time.

    Parameters
    ----------
    number : int
        Its number: the first 164 are built in.
    code : str, default=""
        Its pattern, if it is the workbook's own.

    Returns
    -------
    bool
        Whether numbers of this format are days.

    Examples
    --------
    >>> is_time_format(14), is_time_format(170, 'dd/mm/yyyy'), is_time_format(171, '0 "hari"')
    (True, True, False)
    """
    if number < _FIRST_OWN_FORMAT and not code:
        return number in _TIME_FORMATS
    shown = _LITERAL.sub("", code.split(";", maxsplit=1)[0])
    return "general" not in shown.lower() and bool(_TIME_LETTER.search(shown))


def unescape(text: str) -> str:
    r"""Put back the characters that a workbook writes as ``_x000D_``.

    Parameters
    ----------
    text : str
        Text of a workbook.

    Returns
    -------
    str
        The text as it was typed.

    Examples
    --------
    >>> unescape("a_x0009_b")
    'a\tb'
    """
    if "_x" not in text:
        return text
    return _ESCAPE.sub(lambda found: _character(found[1]), text)


def _character(code: str) -> str:
    number = int(code, 16)
    # Half of a surrogate pair is no character, and a null byte no text.
    return "" if number == 0 or 0xD800 <= number <= 0xDFFF else chr(number)  # noqa: PLR2004


def _float_text(value: float) -> str | None:
    if value != value:  # noqa: PLR0124 - a missing number
        return None
    if value.is_integer() and abs(value) < 10**_EXACT:
        return str(int(value))
    return repr(value)


def _moment_text(moment: datetime) -> str | None:
    if moment != moment:  # noqa: PLR0124 - a missing moment of pandas
        return None
    if moment.time() == time() and moment.tzinfo is None:
        return moment.date().isoformat()
    return moment.isoformat()


def _clock_text(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    return f"{text}.{rest:03d}" if rest else text


# A truth value is a number too, and a moment a date: the narrower kinds come first.
_WRITERS: Final[tuple[tuple[type, Callable[[Any], str | None]], ...]] = (
    (bool, lambda value: "TRUE" if value else "FALSE"),
    (float, _float_text),
    (datetime, _moment_text),
    (date, date.isoformat),
    (time, time.isoformat),
    (timedelta, lambda value: _clock_text(round(value / timedelta(milliseconds=1)))),
    (bytes, lambda value: value.decode("utf-8", "replace")),
)
