"""Numbers and dates as the reader writes them; in Indonesian 1.341; 4,14; 15 Agustus 2022."""

import math
from datetime import date
from functools import cache
from typing import Final

from babel import dates, numbers

from lapor_lab.schema.labels import label
from lapor_lab.schema.language import LANGUAGES, language

__all__ = ["format_count", "format_date", "format_interval", "format_number", "format_share"]

_MISSING: Final = "–"
# In English the sign touches its number.
_PER_CENT: Final = {"id": " %", "en": "%"}


@cache
def _signs(name: str) -> dict[int, str]:
    """Return the signs that stand for those of Python, which rounds fifteen times faster."""
    locale = LANGUAGES[name]
    thousands, point = numbers.get_group_symbol(locale), numbers.get_decimal_symbol(locale)
    return str.maketrans({",": thousands, ".": point})


def format_number(value: float, decimals: int = 1) -> str:
    """Write a number with decimal comma and a dot for thousands.

    Parameters
    ----------
    value : float
        A number; NaN is written as a dash.
    decimals : int, default=1
        Digits behind the comma.

    Returns
    -------
    str
        The number as text.

    Examples
    --------
    >>> format_number(1341.256, 2), format_number(float("nan"))
    ('1.341,26', '–')
    """
    if math.isnan(value):
        return _MISSING
    return f"{value:,.{decimals}f}".translate(_signs(language()))


def format_count(value: float) -> str:
    """Write a count with a dot for thousands.

    Parameters
    ----------
    value : float
        A count; NaN is written as a dash.

    Returns
    -------
    str
        The count as text.

    Examples
    --------
    >>> format_count(1341)
    '1.341'
    """
    return format_number(value, decimals=0)


def format_share(value: float, decimals: int = 1) -> str:
    """Write a share in [0, 1] as per cent.

    Parameters
    ----------
    value : float
        A share; NaN is written as a dash.
    decimals : int, default=1
        Digits behind the comma.

    Returns
    -------
    str
        The share as text.

    Examples
    --------
    >>> format_share(0.6911)
    '69,1 %'
    """
    text = format_number(value * 100, decimals)
    return text if text == _MISSING else text + _PER_CENT[language()]


def format_interval(lower: float, upper: float, *, is_share: bool = False) -> str:
    """Write an interval; an end that is not reached is written as "belum tercapai".

    Parameters
    ----------
    lower, upper : float
        Ends of the interval, NaN or infinite where it is not known.
    is_share : bool, default=False
        Whether to write per cent.

    Returns
    -------
    str
        The interval as text.

    Examples
    --------
    >>> format_interval(0.665, 0.716, is_share=True)
    '66,5–71,6 %'
    """
    if math.isnan(lower) and math.isnan(upper):
        return _MISSING
    scale = 100 if is_share else 1
    ends = [
        format_number(end * scale) if math.isfinite(end) else label("plot.not_reached")
        for end in (lower, upper)
    ]
    return "–".join(ends) + (_PER_CENT[language()] if is_share else "")


def format_date(day: date) -> str:
    """Write a date in words.

    Parameters
    ----------
    day : date
        A date or timestamp.

    Returns
    -------
    str
        Day, month by its name, year.

    Examples
    --------
    >>> format_date(date(2022, 8, 15))
    '15 Agustus 2022'
    """
    return dates.format_date(day, "d MMMM y", locale=LANGUAGES[language()])
