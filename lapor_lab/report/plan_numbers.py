"""How the numbers of an assessment and its plan are written: levels, units, per cent."""

import math
from collections.abc import Iterable
from typing import Any, Final

import pandas as pd

from lapor_lab.schema import Scale, format_count, format_number, scale_of

__all__ = ["format_level", "in_per_cent", "is_given", "unit_of"]

_PERCENT: Final = 100.0
# Growth has no scale of its own: no measure of an institution is one.
_RATE: Final = "_per_day"


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
    >>> unit_of("backlog_growth_per_day")
    'laporan per hari kerja'
    """
    if not measure:
        return "–"
    if measure.endswith(_RATE):
        return "laporan per hari kerja"
    return {Scale.SHARE: "%", Scale.DAYS: "hari kerja", Scale.RATING: "bintang (1–5)"}[
        scale_of(measure)
    ]


def in_per_cent(rows: pd.DataFrame, names: Iterable[str]) -> pd.DataFrame:
    """Write the shares among the numbers of rows in per cent.

    Parameters
    ----------
    rows : DataFrame of shape (n_rows, n_columns)
        Each row with its `measure`, or none.
    names : iterable of str
        Columns of numbers; those that are not there are passed over, and words in them stay.

    Returns
    -------
    DataFrame of shape (n_rows, n_columns)
        The same columns; days and ratings as they were.

    Examples
    --------
    >>> rows = pd.DataFrame({"measure": ["closed_share", "mean_rating"], "q1": [0.9, 4.5]})
    >>> in_per_cent(rows, ["q1"])["q1"].tolist()
    [90.0, 4.5]
    """
    is_share = [is_given(m) and _is_share(str(m)) for m in rows["measure"]]
    factors = pd.Series(is_share, rows.index).map({True: _PERCENT, False: 1.0})
    return rows.assign(**{n: _scaled(rows[n], factors) for n in names if n in rows})


def _is_share(measure: str) -> bool:
    return scale_of(measure) is Scale.SHARE and not measure.endswith(_RATE)


def _scaled(cells: pd.Series, factors: pd.Series) -> Any:
    if not any(isinstance(cell, str) for cell in cells):
        return pd.to_numeric(cells).astype("float64") * factors
    pairs = zip(cells, factors, strict=True)
    return [c if isinstance(c, str) or not is_given(c) else float(c) * f for c, f in pairs]
