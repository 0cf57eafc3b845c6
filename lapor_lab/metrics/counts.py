"""Counts: the small additive tables to which any number of cases is reduced."""

from dataclasses import dataclass, replace
from functools import reduce
from operator import add
from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.calendar import Limits, WorkingCalendar, load_calendar, load_limits
from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.exchange import iter_case_logs
from lapor_lab.metrics.flow import FLOW_KEYS, count_flow
from lapor_lab.metrics.sums import count_daily, count_sums
from lapor_lab.metrics.untimed import Sighting
from lapor_lab.schema import ComplaintLog

__all__ = ["Counts", "count_cases"]

_UNKNOWN_GROUP: Final = "(tidak diisi)"


@dataclass(frozen=True, kw_only=True)
class Counts:
    """What measures are made from; counts of parts add up with ``+``.

    Parameters
    ----------
    by : str
        Column whose values the counts are grouped by.
    as_of : Timestamp
        Moment of the snapshot.
    flow : DataFrame of shape (n_cells, 5)
        `institution, stage, days, outcome, n`: cases by working days spent up to the stage
        or up to `as_of` (-1 where they cannot be counted) and by outcome.
    sums : DataFrame of shape (n_institutions, n_columns)
        Sums and counts by institution, which is the index.
    daily : DataFrame of shape (n_days, 4)
        `institution, day, n_opened, n_closed`.
    """

    by: str
    as_of: pd.Timestamp
    flow: pd.DataFrame
    sums: pd.DataFrame
    daily: pd.DataFrame

    def __add__(self, other: "Counts") -> "Counts":
        if (self.by, self.as_of) != (other.by, other.as_of):
            raise ParameterError(
                "parameter_range",
                name="other",
                allowed=f"counts by {self.by!r} as of {self.as_of}",
                value=(other.by, str(other.as_of)),
                remedy="Count both parts with the same `by` and `as_of`.",
            )
        return replace(
            self,
            flow=_added(self.flow, other.flow, FLOW_KEYS),
            sums=self.sums.add(other.sums, fill_value=0).astype("int64"),
            daily=_added(self.daily, other.daily, ["institution", "day"]),
        )

    @property
    def institutions(self) -> list[str]:
        """Names of the groups, in alphabetical order."""
        return sorted(self.sums.index)


def count_cases(
    source: ComplaintLog | Path,
    *,
    by: str = "institution",
    calendar: WorkingCalendar | None = None,
    limits: Limits | None = None,
) -> Counts:
    """Count the cases of a log, once for all measures.

    Parameters
    ----------
    source : ComplaintLog or Path
        A log, or a folder that ``lapor-lab generate`` made.
    by : str, default="institution"
        Column to group by.
    calendar : WorkingCalendar or None, default=None
        Working days; the kit's own by default.
    limits : Limits or None, default=None
        Legal limits; the kit's own by default.

    Returns
    -------
    Counts
        Additive tables.

    Raises
    ------
    UnknownNameError
        If `by` is no column of the cases.

    Examples
    --------
    >>> import pandas as pd
    >>> cases = pd.DataFrame({"case_id": ["1"], "institution": ["A"],
    ...                       "submitted_at": ["2022-08-01"], "closed_at": ["2022-08-03"]})
    >>> log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-15"))
    >>> counts = count_cases(log)
    >>> int(counts.flow.query("stage == 'closed'")["days"].iloc[0])
    2
    """
    calendar = calendar or load_calendar()
    limits = limits or load_limits()
    logs = iter_case_logs(source) if isinstance(source, Path) else [source]
    return reduce(add, (_count_part(log, by, calendar, limits) for log in logs))


def _count_part(log: ComplaintLog, by: str, calendar: WorkingCalendar, limits: Limits) -> Counts:
    if by not in log.cases:
        raise UnknownNameError(
            "by_missing", column=by, found=", ".join(log.cases.columns.astype(str))
        )
    group = log.cases[by].astype("string").fillna(_UNKNOWN_GROUP).astype(str)
    cases = log.cases.assign(institution=group)
    # An open case is timed up to when it was last seen, so that day must be known too.
    knows_end = calendar.covers(Sighting(cases=cases, as_of=log.as_of).at.to_numpy())
    is_covered = calendar.covers(cases["submitted_at"].to_numpy()) & knows_end
    return Counts(
        by=by,
        as_of=log.as_of,
        flow=count_flow(cases, log.as_of, calendar, limits),
        sums=count_sums(cases, is_covered),
        daily=count_daily(cases),
    )


def _added(first: pd.DataFrame, second: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    # What is empty has no types of its own, and would take them from the other.
    tables = [table for table in (first, second) if len(table)]
    if len(tables) < 2:  # noqa: PLR2004 - two tables are added
        return tables[0] if tables else first
    both = pd.concat(tables, ignore_index=True)
    return both.groupby(keys, as_index=False, sort=True).sum()
