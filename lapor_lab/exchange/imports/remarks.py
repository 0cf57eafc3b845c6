"""Facts of an import that a careful analyst would stop at."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import pandas as pd

from lapor_lab.exchange.imports.observations import Observations
from lapor_lab.schema import ARCHIVED, CLOSED, FOLLOWED_UP, UNKNOWN_GROUP, Status

__all__ = ["NEGATIVE_DURATION", "Remark", "looks_like_utc", "remarks_on_rows"]

NEGATIVE_DURATION: Final = "berakhir sebelum mulai"
_SMALLEST_N: Final = 20
_CERTAIN_SHARE: Final = 0.999
_HIGH_ARCHIVED_SHARE: Final = 0.2
_MUCH: Final = 0.05
# Hour of entry in one regency's export of 2021-24, 2,127 reports, local time.
_HOUR_SHARES: Final = (
    0.023, 0.015, 0.011, 0.012, 0.012, 0.015, 0.019, 0.030, 0.047, 0.072, 0.086, 0.079,
    0.044, 0.059, 0.069, 0.082, 0.057, 0.052, 0.046, 0.034, 0.034, 0.044, 0.029, 0.029,
)  # fmt: skip
_SMALLEST_N_HOURS: Final = 50
_LARGE_RATIO: Final = 1000.0


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Something that makes one look twice.

    Parameters
    ----------
    code : str
        Its sentence is the label ``remark.<code>``.
    values : mapping of str to object
        What the sentence's placeholders are filled with; never a cell of a case.
    """

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)


def looks_like_utc(hours: Counter[int], zone: str) -> bool:
    """Whether hours of entry look like UTC rather than local time.

    Both readings are held against the hours at which people of one regency wrote; UTC is
    said only where it is a thousand times likelier.

    Parameters
    ----------
    hours : Counter of int
        Cases by hour, as the file has them.
    zone : str
        IANA name of the local zone.

    Returns
    -------
    bool
        False where there are too few hours to tell.

    Examples
    --------
    >>> looks_like_utc(Counter({2: 30, 3: 40, 8: 30}), "Asia/Jakarta")
    True
    >>> looks_like_utc(Counter({9: 30, 10: 40, 15: 30}), "Asia/Jakarta")
    False
    """
    if sum(hours.values()) < _SMALLEST_N_HOURS:
        return False
    offset = datetime(2024, 1, 1, tzinfo=ZoneInfo(zone)).utcoffset()
    shift = 0 if offset is None else round(offset.total_seconds() / 3600)
    evidence = sum(
        n * (math.log(_HOUR_SHARES[(hour + shift) % 24]) - math.log(_HOUR_SHARES[hour]))
        for hour, n in hours.items()
    )
    return evidence > math.log(_LARGE_RATIO)


def remarks_on_rows(
    seen: Observations, *, zone: str, zones_stated: Collection[str], n_negative: int
) -> list[Remark]:
    """Find what is suspicious in the rows.

    Parameters
    ----------
    seen : Observations
        Counts over the accepted rows.
    zone : str
        IANA name of the local zone.
    zones_stated : collection of str
        Files of whose clock the user said which zone it is of; ``""`` for all.
    n_negative : int
        Rows in quarantine because they end before they begin.

    Returns
    -------
    list of Remark
        Of what was found; empty if nothing is.
    """
    return [*_on_statuses(seen), *_on_times(seen, zone, zones_stated, n_negative)]


def _on_statuses(seen: Observations) -> Iterator[Remark]:
    table = seen.status_table()
    known = table[table["status"] != UNKNOWN_GROUP]
    if known.empty:
        return
    by_year = known.groupby("year")
    for year, rows in by_year:
        n = int(rows["n"].sum())
        done = rows["status"].isin(list(FOLLOWED_UP | ARCHIVED))
        if n >= _SMALLEST_N and not done.any() and by_year.ngroups > 1:
            yield Remark(code="year_unanswered", values={"year": int(str(year)), "n": n})
    total = known.groupby("institution")["n"].sum()
    archived = _sum_of(known, ARCHIVED, total)
    asked = total - archived
    closed_share = (_sum_of(known, CLOSED, total) / asked)[asked > 0]
    if len(closed_share) and (closed_share >= _CERTAIN_SHARE).all():
        yield Remark(code="all_closed", values=_closers(known))
    archived_share = (archived / total)[total >= _SMALLEST_N]
    for institution, share in archived_share[archived_share >= _HIGH_ARCHIVED_SHARE].items():
        values = {"institution": str(institution), "share": float(share)}
        yield Remark(code="high_archived_share", values=values)


def _sum_of(known: pd.DataFrame, statuses: Iterable[str], total: pd.Series) -> pd.Series:
    some = known[known["status"].isin(list(statuses))]
    return some.groupby("institution")["n"].sum().reindex(total.index, fill_value=0)


def _closers(known: pd.DataFrame) -> dict[str, int]:
    count = known.groupby("status")["n"].sum()
    names = {
        "n_admin": Status.CLOSED_BY_ADMIN,
        "n_system": Status.CLOSED_BY_SYSTEM,
        "n_reporter": Status.CLOSED_BY_REPORTER,
    }
    return {name: int(count.get(status, 0)) for name, status in names.items()}


def _on_times(
    seen: Observations, zone: str, zones_stated: Collection[str], n_negative: int
) -> Iterator[Remark]:
    if n_negative:
        yield Remark(code="negative_durations", values={"n": n_negative})
    for file, column in dict.fromkeys((file, column) for file, column, _ in seen.buckets):
        n_wrong = seen.buckets[file, column, True]
        n = n_wrong + seen.buckets[file, column, False]
        if n_wrong > _MUCH * n:
            values = {"file": file, "column": column, "n_wrong": n_wrong, "n": n}
            yield Remark(code="bucket_contradicts", values=values)
    for file in dict.fromkeys(file for file, _ in seen.hours):
        if {file, ""} & set(zones_stated):
            continue
        hours = Counter({hour: n for (name, hour), n in seen.hours.items() if name == file})
        if looks_like_utc(hours, zone):
            yield Remark(code="hours_like_utc", values={"file": file, "zone": zone})
    if seen.n_synthetic and seen.n_real:
        values = {"n_synthetic": seen.n_synthetic, "n_real": seen.n_real}
        yield Remark(code="synthetic_among_real", values=values)
