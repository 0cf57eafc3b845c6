"""Columns that put durations into buckets ("0-5 hari"), held against the dates beside them."""

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
import pandas as pd

__all__ = ["count_contradictions", "parse_bucket"]

_NAME: Final = re.compile(
    r"lama|durasi|umur|usia laporan|rentang|bucket|duration|elapsed|age", re.IGNORECASE
)
_BETWEEN: Final = re.compile(r"(\d+)\s*(?:-|–|s\.?d\.?|sampai|to)\s*(\d+)", re.IGNORECASE)
_AT_MOST: Final = re.compile(
    r"(<=|≤|<|kurang dari|paling lama|maks\w*|up to)\s*(\d+)", re.IGNORECASE
)
_MORE: Final = re.compile(
    r"(>=|≥|>|lebih dari|di atas|more than|over)\s*(\d+)|(\d+)\s*\+", re.IGNORECASE
)
_STRICT: Final = {"<", ">", "kurang dari", "lebih dari", "di atas", "more than", "over"}
_UNIT: Final = re.compile(r"hari|day", re.IGNORECASE)
_ENDS: Final = ("responded_at", "completed_at", "closed_at")
# Buckets are cut in working days or in calendar days, from midnight or from the hour:
# only what fits none of these contradicts.
_SLACK_DAYS: Final = 1


def parse_bucket(text: str) -> tuple[float, float] | None:
    """Read a bucket of days.

    Parameters
    ----------
    text : str
        Such as ``"0-5 hari"``, ``"> 14 hari"`` or ``"≤ 5 hari kerja"``.

    Returns
    -------
    tuple of (float, float) or None
        Fewest and most days; None if it is no bucket.

    Examples
    --------
    >>> parse_bucket("6 - 14 hari"), parse_bucket("> 60 hari")
    ((6.0, 14.0), (61.0, inf))
    """
    if not _UNIT.search(text):
        return None
    if found := _BETWEEN.search(text):
        return float(found[1]), float(found[2])
    if found := _AT_MOST.search(text):
        return 0.0, float(found[2]) - (found[1].lower() in _STRICT)
    if found := _MORE.search(text):
        days = float(found[2] or found[3])
        return days + ((found[1] or "").lower() in _STRICT), np.inf
    return None


def count_contradictions(
    cases: pd.DataFrame, cells: pd.DataFrame
) -> Iterator[tuple[str, int, int]]:
    """Count rows whose bucket fits none of the durations that their dates give.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases with their times.
    cells : DataFrame of shape (n_cases, n_cells)
        Their own cells, of the same index.

    Yields
    ------
    column : str
        Name of a column of buckets.
    n_wrong : int
        Rows that contradict the dates.
    n : int
        Rows with a bucket and a duration.
    """
    ends = [name for name in _ENDS if name in cases]
    names = [str(name) for name in cells.columns if _NAME.search(str(name))]
    if not ends or not names:
        return
    start = cases["submitted_at"].dt.normalize()
    for name in names:
        parsed = {text: parse_bucket(text) for text in cells[name].dropna().unique()}
        if not any(parsed.values()):
            continue
        limits = cells[name].map(lambda text, known=parsed: known.get(text) or (np.nan, np.nan))
        low = limits.str[0].astype(float)
        high = limits.str[1].astype(float)
        fits = pd.Series(data=False, index=cases.index)
        has_duration = fits.copy()
        for end in ends:
            days = (cases[end].dt.normalize() - start).dt.days
            # Working days are never more than calendar days, and at least 5 in 7 less holidays.
            fits |= (days + _SLACK_DAYS >= low) & (days * 0.4 - _SLACK_DAYS <= high)
            has_duration |= days.notna()
        checked = has_duration & low.notna()
        yield name, int((checked & ~fits).sum()), int(checked.sum())
