"""Read the moments of cases, and refuse those that contradict each other."""

from typing import Final

import pandas as pd

from lapor_lab.exchange.rows.mapped_rows import MappedRows
from lapor_lab.exchange.values.dates import (
    find_ambiguous,
    find_missing,
    join_dates_and_times,
    parse_dates,
)
from lapor_lab.schema import CASES

__all__ = ["read_later_times", "read_submission"]

_UNREAD: Final = "waktu tidak terbaca"
_LATER: Final = ("verified_at", "responded_at", "completed_at", "closed_at")
_DAY: Final = pd.Timedelta(1, "D")


def read_submission(rows: MappedRows) -> pd.Series:
    """Read when cases were submitted, from one column or two.

    Parameters
    ----------
    rows : MappedRows
        The rows; those without a moment, or with one that cannot be read, go to quarantine.

    Returns
    -------
    Series of datetime64[us] of shape (n,)
        Naive local times.
    """
    target = "submitted_at" if rows.get("submitted_at") is not None else "submitted_date"
    dates = rows[target]
    times = rows.get("submitted_time") if target == "submitted_date" else None
    order, zones = rows.mapping.date_order, {"zone": rows.zone, "source_zone": rows.source_zone}
    is_missing = find_missing(dates)
    rows.quarantine.add(is_missing, "tanpa waktu masuk")
    if times is None:
        submitted = parse_dates(dates, date_order=order, **zones)
    else:
        submitted = join_dates_and_times(dates, times, date_order=order, **zones)
        is_unread = submitted.isna() & ~is_missing
        if is_unread.any():
            day = parse_dates(dates[is_unread], date_order=order, **zones)
            has_day = day.notna().reindex(dates.index, fill_value=False)
            rows.refuse_unread("submitted_time", has_day, _UNREAD)
    if target in rows.mapping.columns:
        rows.refuse_unread(target, submitted.isna() & ~is_missing, _UNREAD)
    n_ambiguous = int(find_ambiguous(dates).sum())
    if n_ambiguous:
        rows.notes["date_ambiguous", ""] += n_ambiguous
    return submitted


def read_later_times(
    rows: MappedRows, submitted: pd.Series, observed_at: pd.Timestamp | None
) -> dict[str, pd.Series]:
    """Read all other moments that a file has.

    A day without a clock time is held to have lasted to its end.

    Parameters
    ----------
    rows : MappedRows
        The rows; those with a moment that cannot be read, that end before they begin, or
        that lie after the data's own date go to quarantine.
    submitted : Series of datetime64[us] of shape (n,)
        When they were submitted.
    observed_at : Timestamp or None
        Moment before which all of them must lie.

    Returns
    -------
    dict of str to Series of datetime64[us] of shape (n,)
        Moments by column of cases.
    """
    if observed_at is not None:
        rows.quarantine.add(submitted >= observed_at, "masuk sesudah tanggal data")
    names = [c.name for c in CASES if c.kind == "time" and c.name != "submitted_at"]
    times = {}
    for name in names:
        cells = rows.get(name)
        if cells is None:
            continue
        read = parse_dates(
            cells,
            date_order=rows.mapping.date_order,
            zone=rows.zone,
            source_zone=rows.source_zone,
        )
        rows.refuse_unread(name, read.isna() & ~find_missing(cells), _UNREAD)
        times[name] = read
    for name in _LATER:
        if name not in times:
            continue
        moment = times[name]
        is_day = moment == moment.dt.normalize()
        end = moment.where(~is_day, moment + _DAY)
        rows.refuse_unread(name, end < submitted, "berakhir sebelum mulai")
        if observed_at is not None:
            rows.refuse_unread(name, moment >= observed_at, "waktu sesudah tanggal data")
    return times
