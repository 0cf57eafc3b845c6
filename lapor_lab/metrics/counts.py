"""Counts: the small additive tables to which any number of cases is reduced."""

from collections.abc import Iterator, Sequence
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
from lapor_lab.metrics.sums import ALWAYS_COUNTED, count_daily, count_sums
from lapor_lab.metrics.untimed import Sighting
from lapor_lab.schema import ComplaintLog, Stage

__all__ = ["TABLES", "UNKNOWN_GROUP", "Counts", "count_cases"]

TABLES: Final = ("flow", "sums", "daily")
UNKNOWN_GROUP: Final = "(tidak diisi)"
_MONTH: Final = "month"
_DAILY_KEYS: Final = ["institution", "day"]
# Of flow and daily: no column of the cases can stand beside its namesake.
_COLUMNS: Final = (*FLOW_KEYS, "day", "n", "n_opened", "n_closed")


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
    strata : tuple of str, default=()
        Columns that each institution's counts are divided by besides: in `flow` and `daily`
        they follow `institution`, in `sums` they are further levels of the index. Measures
        take counts without strata: `total`, or one of `strata_parts`.
    """

    by: str
    as_of: pd.Timestamp
    flow: pd.DataFrame
    sums: pd.DataFrame
    daily: pd.DataFrame
    strata: tuple[str, ...] = ()

    def __add__(self, other: "Counts") -> "Counts":
        if self._frame != other._frame:
            raise ParameterError(
                "parameter_range",
                name="other",
                allowed=f"counts by {self.by!r}{_besides(self.strata)} as of {self.as_of}",
                value=other._frame[: 3 if self.strata or other.strata else 2],
                remedy="Count both parts with the same `by`, `strata` and `as_of`.",
            )
        return replace(
            self,
            flow=_added(self.flow, other.flow, _keys(FLOW_KEYS, self.strata)),
            sums=pd.concat([self.sums, other.sums]).groupby(level=self._levels).sum(),
            daily=_added(self.daily, other.daily, _keys(_DAILY_KEYS, self.strata)),
        )

    @property
    def institutions(self) -> list[str]:
        """Names of the groups, in alphabetical order."""
        return sorted(self.sums.index.unique("institution"))

    @property
    def _levels(self) -> list[int]:
        return list(range(1 + len(self.strata)))

    @property
    def _frame(self) -> tuple[str, str, tuple[str, ...]]:
        return self.by, str(self.as_of), self.strata

    def total(self) -> "Counts":
        """Return the counts of the institutions as wholes.

        Returns
        -------
        Counts
            Without strata.
        """
        if not self.strata:
            return self
        return replace(
            self,
            flow=_summed(self.flow.drop(columns=list(self.strata)), FLOW_KEYS),
            sums=self.sums.groupby(level="institution").sum(),
            daily=_summed(self.daily.drop(columns=list(self.strata)), _DAILY_KEYS),
            strata=(),
        )

    def strata_parts(self) -> Iterator[tuple[tuple[str, ...], "Counts"]]:
        """Take the counts apart by stratum.

        Yields
        ------
        tuple of str and Counts
            One value of each of `strata`, in alphabetical order, and the counts of the cases
            that have them, without strata. Counts without strata are one part: ``()``.
        """
        if not self.strata:
            yield (), self
            return
        names = list(self.strata)
        flows, days = _by_stratum(self.flow, names), _by_stratum(self.daily, names)
        for found, sums in self.sums.reset_index(names).groupby(names):
            key = tuple(map(str, found))
            yield (
                key,
                replace(
                    self,
                    flow=flows.get(key, self.flow.iloc[:0].drop(columns=names)),
                    sums=sums.drop(columns=names),
                    daily=days.get(key, self.daily.iloc[:0].drop(columns=names)),
                    strata=(),
                ),
            )


def count_cases(
    source: ComplaintLog | Path,
    *,
    by: str = "institution",
    strata: Sequence[str] = (),
    stages: Sequence[Stage | str] | None = None,
    tables: Sequence[str] | None = None,
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
    strata : sequence of str, default=()
        Columns to divide each group by, such as ``("topic", "report_class")``; ``"month"`` is
        the month of submission.
    stages : sequence of Stage or None, default=None
        Stages whose flow is counted; all by default.
    tables : sequence of {"flow", "sums", "daily"} or None, default=None
        Tables that are asked for; all by default. Of `sums`, ``n`` and ``n_outside_calendar``
        are counted in any case. Measures of what was not counted are not available.
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
        If `by` or a stratum is no column of the cases, or a stage or table is not known.
    ParameterError
        If a stratum bears the name of a column of the counts.

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
    asked = _Question(by, _strata(strata), _stages(stages), _tables(tables))
    rules = (calendar or load_calendar(), limits or load_limits())
    logs = iter_case_logs(source) if isinstance(source, Path) else [source]
    return reduce(add, (_count_part(log, asked, rules) for log in logs))


@dataclass(frozen=True)
class _Question:
    by: str
    strata: tuple[str, ...]
    stages: tuple[Stage, ...]
    tables: tuple[str, ...]


def _strata(names: Sequence[str]) -> tuple[str, ...]:
    for name in names:
        if name in _COLUMNS or list(names).count(name) > 1:
            raise ParameterError(
                "parameter_range",
                name="strata",
                allowed=f"different columns other than {', '.join(_COLUMNS)}",
                value=name,
                remedy="Name each column once, and rename one that bears such a name.",
            )
    return tuple(names)


def _stages(names: Sequence[Stage | str] | None) -> tuple[Stage, ...]:
    if names is None:
        return tuple(Stage)
    for name in names:
        if name not in list(Stage):
            raise UnknownNameError(
                "unknown_name", kind="stage", value=str(name), allowed=", ".join(Stage)
            )
    return tuple(stage for stage in Stage if stage in names)


def _tables(names: Sequence[str] | None) -> tuple[str, ...]:
    for name in names or ():
        if name not in TABLES:
            raise UnknownNameError(
                "unknown_name", kind="table", value=name, allowed=", ".join(TABLES)
            )
    return TABLES if names is None else tuple(names)


def _count_part(
    log: ComplaintLog, asked: _Question, rules: tuple[WorkingCalendar, Limits]
) -> Counts:
    calendar, limits = rules
    groups = {name: _group(log.cases, name) for name in (asked.by, *asked.strata)}
    divided = {name: groups[name] for name in asked.strata}
    cases = log.cases.assign(institution=groups[asked.by])
    keys = pd.DataFrame({"institution": groups[asked.by], **divided})
    # An open case is timed up to when it was last seen, so that day must be known too.
    knows_end = calendar.covers(Sighting(cases=cases, as_of=log.as_of).at.to_numpy())
    is_covered = calendar.covers(cases["submitted_at"].to_numpy()) & knows_end
    sums = count_sums(cases, is_covered, keys)
    if "sums" not in asked.tables:
        sums = sums.assign(**dict.fromkeys(sums.columns.drop(list(ALWAYS_COUNTED)), 0))
    flow_stages = asked.stages if "flow" in asked.tables else ()
    daily = count_daily(cases, keys)
    return Counts(
        by=asked.by,
        as_of=log.as_of,
        flow=count_flow(cases, log.as_of, calendar, limits, keys=keys, stages=flow_stages),
        sums=sums,
        daily=daily if "daily" in asked.tables else daily.iloc[:0],
        strata=asked.strata,
    )


def _group(cases: pd.DataFrame, name: str) -> pd.Series:
    if name in cases:
        return cases[name].astype("string").fillna(UNKNOWN_GROUP).astype(str)
    if name == _MONTH:
        months: pd.Series = cases["submitted_at"].dt.strftime("%Y-%m").astype("string")
        return months.fillna(UNKNOWN_GROUP).astype(str)
    raise UnknownNameError("by_missing", column=name, found=", ".join(cases.columns.astype(str)))


def _besides(strata: tuple[str, ...]) -> str:
    return f" with strata {strata}" if strata else ""


def _keys(plain: list[str], strata: tuple[str, ...]) -> list[str]:
    return [plain[0], *strata, *plain[1:]]


def _by_stratum(table: pd.DataFrame, names: list[str]) -> dict[tuple[str, ...], pd.DataFrame]:
    return {
        tuple(map(str, key)): rows.drop(columns=names).reset_index(drop=True)
        for key, rows in table.groupby(names)
    }


def _summed(table: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    return table.groupby(keys, as_index=False, sort=True).sum() if len(table) else table


def _added(first: pd.DataFrame, second: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    # What is empty has no types of its own, and would take them from the other.
    tables = [table for table in (first, second) if len(table)]
    if len(tables) < 2:  # noqa: PLR2004 - two tables are added
        return tables[0] if tables else first
    both = pd.concat(tables, ignore_index=True)
    return both.groupby(keys, as_index=False, sort=True).sum()
