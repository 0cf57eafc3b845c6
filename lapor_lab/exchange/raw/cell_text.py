"""Write the value of a cell as text, the same for every kind of file."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, Final

__all__ = ["cell_text", "unescape"]

_EXACT: Final = 15  # digits that a float keeps
# Only control characters and a typed `_x` are escaped; the rest is text as it was typed.
_ESCAPE: Final = re.compile(r"_x(00[01][0-9A-Fa-f]|005[Ff])_")


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


def unescape(text: str) -> str:
    r"""Put back the control characters that a workbook writes as ``_x000D_``.

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
    if "_x00" not in text:
        return text
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)).strip("\0"), text)


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
