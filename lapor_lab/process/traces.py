"""Events in the order in which they happened, case by case: what every table here starts from."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.schema import UNKNOWN_GROUP, ComplaintLog

__all__ = ["Traces", "group_of_cases", "order_events"]

_Int64 = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Traces:
    """Sorted events: those of one case lie together, in the order of their timestamps.

    Events at the same moment keep the order of the log.

    Parameters
    ----------
    events : DataFrame of shape (n_events, n_columns)
        The sorted events.
    case : ndarray of int64 of shape (n_events,)
        Position of each event's case, 0, 1, ... in the order of the log.
    start : ndarray of int64 of shape (n_cases,)
        Position of each case's first event.
    activity : ndarray of int64 of shape (n_events,)
        Position of each event's activity in `activities`.
    activities : tuple of str
        Names of the activities, in alphabetical order.
    case_ids : Index of shape (n_cases,)
        Names of the cases.
    group : ndarray of int64 of shape (n_cases,)
        Position of each case's group in `groups`.
    groups : tuple of str or None
        Names of the groups in alphabetical order; None where all cases are one group.
    """

    events: pd.DataFrame
    case: _Int64
    start: _Int64
    activity: _Int64
    activities: tuple[str, ...]
    case_ids: pd.Index
    group: _Int64
    groups: tuple[str, ...] | None

    @property
    def n_cases(self) -> int:
        """How many cases have an event."""
        return len(self.start)

    @property
    def end(self) -> _Int64:
        """Position of each case's last event."""
        return np.append(self.start[1:], len(self.case)) - 1

    @property
    def is_followed(self) -> NDArray[np.bool_]:
        """Whether the next row, for each row but the last, is of the same case."""
        return np.asarray(self.case[1:] == self.case[:-1])

    @property
    def n_by_group(self) -> _Int64:
        """How many cases each group has; one number where there are no groups."""
        return np.bincount(self.group, minlength=self.n_groups)

    @property
    def n_groups(self) -> int:
        """How many groups there are, all cases being one where none are asked for."""
        return 1 if self.groups is None else len(self.groups)

    def is_activity(self, *names: str) -> NDArray[np.bool_]:
        """Return whether each event is one of some activities.

        Parameters
        ----------
        *names : str
            Activities.

        Returns
        -------
        ndarray of bool of shape (n_events,)
            The mask.
        """
        wanted = np.array([name in names for name in self.activities], dtype=bool)
        return np.asarray(wanted[self.activity], dtype=bool)

    def any_by_case(self, is_so: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Return whether any event of each case is so.

        Parameters
        ----------
        is_so : ndarray of bool of shape (n_events,)
            A mask over events.

        Returns
        -------
        ndarray of bool of shape (n_cases,)
            A mask over cases.
        """
        return np.asarray(np.bincount(self.case[is_so], minlength=self.n_cases) > 0)

    def total_by_group(self, weight: NDArray[np.bool_] | _Int64) -> _Int64:
        """Return the sum over the cases of each group.

        Parameters
        ----------
        weight : ndarray of bool or int64 of shape (n_cases,)
            What each case adds.

        Returns
        -------
        ndarray of int64 of shape (n_groups,)
            Sums; one number where there are no groups.
        """
        return np.bincount(self.group, weight, minlength=self.n_groups).astype(np.int64)

    def count_pairs(self, case: _Int64, **pair: ArrayLike) -> pd.DataFrame:
        """Count how often two things went together, by group.

        Parameters
        ----------
        case : ndarray of int64 of shape (n_times,)
            Position of the case of each time.
        **pair : array-like of str of shape (n_times,)
            The two things, by the names of their columns.

        Returns
        -------
        DataFrame of shape (n_pairs, 4 or 5)
            The group as `with_groups` puts it, the two, `n` and `n_cases`; the most frequent
            first.
        """
        found = pd.DataFrame({"group": self.group[case], **pair, "case": case})
        table = (
            found.groupby(["group", *pair])["case"]
            .agg(n="size", n_cases="nunique")
            .reset_index()
            .sort_values(
                ["group", "n", *pair], ascending=[True, False, True, True], ignore_index=True
            )
        )
        return self.with_groups(table.drop(columns="group"), table["group"].to_numpy())

    def list_cases(self, case: _Int64, **columns: ArrayLike) -> pd.DataFrame:
        """Name cases, and say something of each.

        Parameters
        ----------
        case : ndarray of int64 of shape (n_rows,)
            Position of the case of each row.
        **columns : array-like of shape (n_rows,)
            What is said, by the names of its columns.

        Returns
        -------
        DataFrame of shape (n_rows, n_columns + 1 or n_columns + 2)
            `case_id`, then the group as `institution` where there are groups, then the columns.
        """
        table = self.with_groups(pd.DataFrame(columns), self.group[case])
        table.insert(0, "case_id", self.case_ids.take(case))
        return table

    def with_groups(self, frame: pd.DataFrame, group: NDArray[np.integer]) -> pd.DataFrame:
        """Put the names of the groups before a table's columns.

        Parameters
        ----------
        frame : DataFrame of shape (n_rows, n_columns)
            A table.
        group : ndarray of int of shape (n_rows,)
            Position of each row's group.

        Returns
        -------
        DataFrame of shape (n_rows, n_columns or n_columns + 1)
            With `institution` first, as in counts whatever the groups are; unchanged where
            all cases are one group.
        """
        if self.groups is None:
            return frame
        table = frame.copy()
        table.insert(0, "institution", pd.Index(self.groups).take(group))
        return table


def order_events(log: ComplaintLog, by: str | None = "institution") -> Traces:
    """Sort the events of a log by case and time.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.

    Returns
    -------
    Traces
        Sorted events; a case that the cases do not know is in the group "(tidak diisi)".

    Raises
    ------
    ParameterError
        If the log has no events.
    UnknownNameError
        If `by` is no column of the cases.
    """
    events = log.events
    if events is None or events.empty:
        raise ParameterError("events_absent")
    case, case_ids = pd.factorize(events["case_id"])
    times = events["timestamp"].to_numpy().view(np.int64)
    is_same = case[1:] == case[:-1]
    is_sorted = bool(np.all(case[1:] >= case[:-1]) and np.all(~is_same | (times[1:] >= times[:-1])))
    if not is_sorted:
        order = np.lexsort((times, case))
        events, case = events.take(order), case[order]
    start = np.flatnonzero(np.append(True, case[1:] != case[:-1]))
    activity, names = pd.factorize(events["activity"], sort=True)
    group, groups = _groups(log, by, pd.Index(case_ids))
    return Traces(
        events=events.reset_index(drop=True),
        case=case.astype(np.int64),
        start=start,
        activity=activity.astype(np.int64),
        activities=tuple(map(str, names)),
        case_ids=pd.Index(case_ids),
        group=group,
        groups=groups,
    )


def group_of_cases(cases: pd.DataFrame, by: str) -> pd.Series:
    """Return the group of each case.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases.
    by : str
        Column to group by.

    Returns
    -------
    Series of str of shape (n_cases,)
        "(tidak diisi)" where there is no value.

    Raises
    ------
    UnknownNameError
        If there is no such column.
    """
    if by not in cases:
        raise UnknownNameError("by_missing", column=by, found=", ".join(map(str, cases.columns)))
    values = cases[by]
    return values.astype(str).where(values.notna(), UNKNOWN_GROUP)


def _groups(
    log: ComplaintLog, by: str | None, case_ids: pd.Index
) -> tuple[_Int64, tuple[str, ...] | None]:
    if by is None:
        return np.zeros(len(case_ids), dtype=np.int64), None
    named = group_of_cases(log.cases, by)
    code, names = pd.factorize(named, sort=True)
    ids = pd.Index(log.cases["case_id"])
    if ids.equals(case_ids):
        return code.astype(np.int64), tuple(names)
    is_first = ~ids.duplicated()
    place = ids[is_first].get_indexer(case_ids)
    unknown = len(names)
    found = np.append(code[is_first], unknown)[place].astype(np.int64)
    if not (place < 0).any():
        return found, tuple(names)
    # Cases without a row of their own join those whose group nobody filled in.
    everyone, order = np.unique([*names, UNKNOWN_GROUP], return_inverse=True)
    return order[found].astype(np.int64), tuple(map(str, everyone))
