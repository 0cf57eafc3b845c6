"""Read the values of options, each refusal one line."""

import math
from collections.abc import Sequence
from datetime import date

from lapor_lab.errors import ParameterError, UnknownNameError

__all__ = ["check_choice", "parse_number", "read_date", "read_number", "read_whole_number"]


def read_whole_number(option: str, text: str, *, minimum: int) -> int:
    """Read a whole number.

    Parameters
    ----------
    option : str
        Name of the option, for the message.
    text : str
        What was typed.
    minimum : int
        Smallest number allowed.

    Returns
    -------
    int
        The number.

    Raises
    ------
    ParameterError
        If it is no whole number or too small.

    Examples
    --------
    >>> read_whole_number("--rng", "7", minimum=0)
    7
    """
    try:
        number = int(text)
    except ValueError:
        number = minimum - 1
    if number < minimum:
        raise ParameterError("option_whole_number", option=option, minimum=minimum, value=text)
    return number


def check_choice(option: str, text: str, allowed: Sequence[str]) -> None:
    """Refuse a word that an option does not know.

    Parameters
    ----------
    option : str
        Name of the option, for the message.
    text : str
        What was typed.
    allowed : sequence of str
        What it may be.

    Raises
    ------
    UnknownNameError
        If it is none of them.
    """
    if text not in allowed:
        raise UnknownNameError(
            "unknown_name", kind=f"value of {option}", value=text, allowed=", ".join(allowed)
        )


def read_number(option: str, text: str) -> float:
    """Read a number, with a point or a comma, or in per cent.

    Parameters
    ----------
    option : str
        Name of the option, for the message.
    text : str
        What was typed.

    Returns
    -------
    float
        The number.

    Raises
    ------
    ParameterError
        If it is none.

    Examples
    --------
    >>> read_number("--target", "0,9"), read_number("--target", "90 %")
    (0.9, 0.9)
    """
    number = parse_number(text)
    if not math.isfinite(number):
        raise ParameterError("option_number", option=option, value=text)
    return number


def parse_number(text: str) -> float:
    """Return the number that a text is, with a point or a comma, or in per cent.

    Parameters
    ----------
    text : str
        What was typed.

    Returns
    -------
    float
        The number; NaN where the text is none.

    Examples
    --------
    >>> parse_number(" 0,9"), parse_number("90 %"), parse_number("banyak")
    (0.9, 0.9, nan)
    """
    bare = text.strip()
    try:
        number = float(bare.rstrip("% ").replace(",", "."))
    except ValueError:
        return math.nan
    return number / 100 if bare.endswith("%") else number


def read_date(option: str, text: str) -> date:
    """Read a date.

    Parameters
    ----------
    option : str
        Name of the option, for the message.
    text : str
        What was typed, as 2022-08-15.

    Returns
    -------
    date
        The date.

    Raises
    ------
    ParameterError
        If it is no such date.

    Examples
    --------
    >>> read_date("--as-of", "2022-08-15")
    datetime.date(2022, 8, 15)
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ParameterError("option_date", option=option, value=text) from error
