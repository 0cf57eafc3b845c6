"""Small pieces of Indonesian that several documents are put together from."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from lapor_lab.schema import Scale, format_count, format_number, scale_of

__all__ = ["format_level", "is_given", "list_names", "unit_of"]


def list_names(names: Sequence[str]) -> str:
    """Write names one after the other, with "dan" before the last.

    Parameters
    ----------
    names : sequence of str
        Names.

    Returns
    -------
    str
        Empty for none.

    Examples
    --------
    >>> list_names(["konektivitas", "legalitas"]), list_names(["a", "b", "c"])
    ('konektivitas dan legalitas', 'a, b, dan c')
    """
    if len(names) <= 1:
        return "".join(names)
    comma = "," if len(names) > 2 else ""  # noqa: PLR2004
    return f"{', '.join(names[:-1])}{comma} dan {names[-1]}"


def format_level(level: float) -> str:
    """Write a level: whole where it is whole, a dash where nothing is known.

    Parameters
    ----------
    level : float
        0 to 4, or a difference of two; NaN where it is not known.

    Returns
    -------
    str
        The level as text.

    Examples
    --------
    >>> format_level(2.0), format_level(2.5), format_level(float("nan"))
    ('2', '2,5', '–')
    """
    return format_count(level) if _is_whole(level) else format_number(level, 1)


def _is_whole(level: float) -> bool:
    return math.isfinite(level) and float(level).is_integer()


def is_given(value: Any) -> bool:
    """Whether a cell of a plan holds something.

    Parameters
    ----------
    value : object
        A text, a number, or nothing.

    Returns
    -------
    bool
        False for None, NaN, NA and blank text.

    Examples
    --------
    >>> is_given("SK"), is_given(0), is_given(" "), is_given(float("nan"))
    (True, True, False, False)
    """
    return not pd.isna(value) and bool(str(value).strip())


def unit_of(measure: str) -> str:
    """Name the unit of a measure.

    Parameters
    ----------
    measure : str
        Identifier; empty where nothing is measured.

    Returns
    -------
    str
        Its unit.

    Examples
    --------
    >>> unit_of("closed_share"), unit_of("completion_median_days"), unit_of("mean_rating")
    ('%', 'hari kerja', 'bintang (1–5)')
    """
    if not measure:
        return "–"
    return {Scale.SHARE: "%", Scale.DAYS: "hari kerja", Scale.RATING: "bintang (1–5)"}[
        scale_of(measure)
    ]
