"""Read dates and clock times as people and programs write them, mixed in one column."""

from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.exchange.columns.column_mapping import DateOrder
from lapor_lab.exchange.values.day_text import is_ambiguous_day
from lapor_lab.exchange.values.moments import read_clocks, read_moments

__all__ = ["find_ambiguous", "find_missing", "join_dates_and_times", "parse_dates"]

_MISSING: Final = (
    r"(?i)^(?:[-–—]*|0000[-/]00[-/]00(?:[\sT]00:00(?::00(?:\.0+)?)?)?|00[-/]00[-/]0000"
    # What PHP makes of 0000-00-00.
    r"|30 nov(?:ember)? -0001|-0001-11-30(?:[\sT].*)?|null|none|nan|nat|n/?a)$"
)


def parse_dates(
    values: pd.Series, *, date_order: DateOrder = "day first", zone: str, source_zone: str
) -> pd.Series:
    """Read moments, whatever forms are mixed in a column.

    Days are read as ``29 May 2023``, ``29 Mei 2023``, ``3-Agu-2026``, ``May 29, 2023``,
    ``29/05/2023``, ``29.05.23`` (a year of two digits is of this century), ``2023-05-29``,
    ``20230529`` and as serial numbers of a spreadsheet; clock times as ``9:05``, ``09.05``,
    ``09:05:33``, ``1:05 PM``, with WIB, WITA, WIT, UTC or an offset behind them or none.

    A clock time is moved from `source_zone`, or from the zone that it names itself, to
    `zone`; a bare day stays that day. Where no clock time of the column differs from
    midnight, they all are bare days.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts.
    date_order : {"day first", "month first"}, default="day first"
        How to read 03/04/2022; a day that this order does not allow is not read.
    zone : str
        IANA name of the zone of the results.
    source_zone : str
        IANA name of the zone of clock times that name none.

    Returns
    -------
    Series of datetime64[us] of shape (n,)
        Naive local times, missing where a value is missing or cannot be read: impossible
        days, and those outside 1990 to 2100.

    Examples
    --------
    >>> texts = pd.Series(["29 Mei 2023", "3/4/2022 9:05", "2022-08-15T10:00Z", "45075.5"])
    >>> [str(t) for t in parse_dates(texts, zone="Asia/Jakarta", source_zone="Asia/Jakarta")]
    ['2023-05-29 00:00:00', '2022-04-03 09:05:00', '2022-08-15 17:00:00', '2023-05-29 12:00:00']
    """
    local = read_moments(values, date_order).localise(zone, source_zone)
    return pd.Series(local, index=values.index, name=values.name)


def join_dates_and_times(
    dates: pd.Series,
    times: pd.Series,
    *,
    date_order: DateOrder = "day first",
    zone: str,
    source_zone: str,
) -> pd.Series:
    """Read moments whose day and clock time stand in two columns.

    Parameters
    ----------
    dates, times : Series of str of shape (n,)
        Texts of one index. A time may be a fraction of a day; where it is missing, what the
        date says holds.
    date_order : {"day first", "month first"}, default="day first"
        How to read 03/04/2022.
    zone : str
        IANA name of the zone of the results.
    source_zone : str
        IANA name of the zone of clock times that name none.

    Returns
    -------
    Series of datetime64[us] of shape (n,)
        As `parse_dates`; missing also where a time stands that cannot be read.

    Examples
    --------
    >>> join_dates_and_times(pd.Series(["29 May 2023"]), pd.Series(["22.30"]),
    ...     zone="Asia/Jakarta", source_zone="UTC").to_list()
    [Timestamp('2023-05-30 05:30:00')]
    """
    has_clock = ~find_missing(times).to_numpy(dtype=bool)
    joined = read_moments(dates, date_order).with_clocks(read_clocks(times), has_clock)
    return pd.Series(joined.localise(zone, source_zone), index=dates.index)


def find_missing(values: pd.Series) -> pd.Series:
    """Tell which cells hold no date rather than one that cannot be read.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts.

    Returns
    -------
    Series of bool of shape (n,)
        True for missing cells, dashes, ``0000-00-00`` and its like.

    Examples
    --------
    >>> find_missing(pd.Series(["-", "0000-00-00 00:00:00", "30 Nov -0001", "?"])).to_list()
    [True, True, True, False]
    """
    codes, unique = pd.factorize(values)
    texts = pd.Series(np.asarray(unique, dtype=object), dtype="string").str.strip()
    is_sign = texts.str.contains(_MISSING, regex=True).fillna(value=False).to_numpy(dtype=bool)
    return pd.Series(np.append(is_sign, [True])[codes], index=values.index)


def find_ambiguous(values: pd.Series) -> pd.Series:
    """Tell which dates another order would read as another day.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts.

    Returns
    -------
    Series of bool of shape (n,)
        True for a day of digits whose first two numbers could both be a month.

    Examples
    --------
    >>> texts = pd.Series(["3/4/2022 9:05", "4/4/2022", "29/5/2022", "2022-04-03"])
    >>> find_ambiguous(texts).to_list()
    [True, False, False, False]
    """
    codes, unique = pd.factorize(values.astype("string").str.extract(r"^\s*(\S+)")[0])
    found = [is_ambiguous_day(str(text)) for text in unique]
    return pd.Series(np.append(np.array(found, dtype=bool), [False])[codes], index=values.index)
