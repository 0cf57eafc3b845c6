"""Deviations from a workflow, case by case: who is asked, and who deviates."""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.calendar import AUTOCLOSE, UNKNOWN, Limits, WorkingCalendar
from lapor_lab.process.milestones import milestones
from lapor_lab.process.stage_outcomes import judge_stage
from lapor_lab.process.traces import Traces
from lapor_lab.process.workflow import Workflow
from lapor_lab.schema import ComplaintLog

__all__ = ["Deviation", "find_deviations", "is_forbidden"]

_Bool = NDArray[np.bool_]


class Deviation(NamedTuple):
    """One kind of deviation, case by case.

    Parameters
    ----------
    name : str
        Which it is; the Indonesian name is the label ``deviation.<name>``.
    is_so : ndarray of bool of shape (n_cases,)
        Cases that deviate; all of them are asked.
    is_asked : ndarray of bool of shape (n_cases,)
        Cases that the rule is asked of.
    """

    name: str
    is_so: _Bool
    is_asked: _Bool


def find_deviations(
    traces: Traces, log: ComplaintLog, workflow: Workflow, rules: tuple[WorkingCalendar, Limits]
) -> list[Deviation]:
    """Hold every case against every rule of a workflow.

    Parameters
    ----------
    traces : Traces
        Sorted events of the log.
    log : ComplaintLog
        The log.
    workflow : Workflow
        The rules.
    rules : tuple of WorkingCalendar and Limits
        Working days and legal limits.

    Returns
    -------
    list of Deviation
        One for each rule that the workflow has.
    """
    return [
        *_by_order(traces, workflow),
        *_by_required_steps(traces, workflow),
        *_by_window(traces, workflow, log, rules),
        *_by_limits(traces, workflow, log, rules),
        *_by_deadline(traces, workflow, log),
    ]


def is_forbidden(traces: Traces, workflow: Workflow) -> _Bool:
    """Return whether each event is followed, in its case, by one that may not follow it.

    A step from or to an unknown activity is not judged: that activity is a deviation itself.

    Parameters
    ----------
    traces : Traces
        Sorted events.
    workflow : Workflow
        The rules.

    Returns
    -------
    ndarray of bool of shape (n_events,)
        The mask.
    """
    names, n = traces.activities, len(traces.activities)
    allowed = np.array(
        [
            [s not in workflow.follows or t not in workflow.follows or t in workflow.follows[s]
             for t in names]
            for s in names
        ],
        dtype=bool,
    ).reshape(n, n)  # fmt: skip
    activity = traces.activity
    is_bad = ~allowed[activity[:-1], activity[1:]] & traces.is_followed
    return np.append(is_bad, values=False)


def _by_order(traces: Traces, workflow: Workflow) -> Iterator[Deviation]:
    everyone = np.ones(traces.n_cases, dtype=bool)
    if workflow.starts:
        is_start = traces.is_activity(*workflow.starts)
        yield Deviation("wrong_start", ~is_start[traces.start], everyone)
    if not workflow.follows:
        return
    known = traces.is_activity(*workflow.follows)
    yield Deviation("unknown_activity", traces.any_by_case(~known), everyone)
    forbidden = is_forbidden(traces, workflow)
    after_end = forbidden & traces.is_activity(*workflow.ends)
    yield Deviation("order_not_allowed", traces.any_by_case(forbidden & ~after_end), everyone)
    has_end = traces.any_by_case(traces.is_activity(*workflow.ends))
    yield Deviation("event_after_end", traces.any_by_case(after_end), has_end)


def _by_required_steps(traces: Traces, workflow: Workflow) -> Iterator[Deviation]:
    for rule in workflow.required:
        is_step = traces.is_activity(rule.step)
        is_asked = traces.is_activity(*rule.before)
        first_step = _first(traces, is_step)
        first_asked = _first(traces, is_asked)
        asked = first_asked < len(traces.case)
        yield Deviation(rule.deviation, asked & (first_step > first_asked), asked)


def _first(traces: Traces, is_so: _Bool) -> NDArray[np.int64]:
    """Return the position of each case's first such event; past the last where it has none."""
    position = np.full(traces.n_cases, len(traces.case))
    some = np.flatnonzero(is_so)
    position[traces.case[some][::-1]] = some[::-1]
    return position


def _by_window(
    traces: Traces, workflow: Workflow, log: ComplaintLog, rules: tuple[WorkingCalendar, Limits]
) -> Iterator[Deviation]:
    if workflow.window_after is None or workflow.closed_by_window is None:
        return
    opening = np.flatnonzero(traces.is_activity(workflow.window_after))
    closing = np.flatnonzero(traces.is_activity(workflow.closed_by_window))
    # The last opening before each closing, where it is of the same case.
    place = np.searchsorted(opening, closing) - 1
    closing, place = closing[place >= 0], place[place >= 0]
    opened = opening[place]
    is_same = traces.case[opened] == traces.case[closing]
    opened, closing = opened[is_same], closing[is_same]
    case = traces.case[closing]
    at = traces.events["timestamp"].to_numpy()
    calendar, limits = rules
    submitted = log.cases.drop_duplicates("case_id").set_index("case_id")["submitted_at"]
    # A case that the cases do not know falls under the limit of its first event's day.
    since = submitted.reindex(traces.case_ids).to_numpy()
    since = np.where(np.isnat(since), at[traces.start], since)
    window = limits.days(AUTOCLOSE, "", since[case])
    days = calendar.working_days(at[opened], at[closing])
    is_judged = (window != UNKNOWN) & (days != UNKNOWN)
    asked = np.zeros(traces.n_cases, dtype=bool)
    asked[case[is_judged]] = True
    early = np.zeros(traces.n_cases, dtype=bool)
    early[case[is_judged & (days < window)]] = True
    yield Deviation("closed_before_window_ended", early, asked)


def _by_limits(
    traces: Traces, workflow: Workflow, log: ComplaintLog, rules: tuple[WorkingCalendar, Limits]
) -> Iterator[Deviation]:
    if not workflow.limits:
        return
    times = milestones(log)
    place = _rows_of(traces, log)
    for stage in workflow.limits:
        if stage in times:
            outcomes = judge_stage(log, stage, times, *rules)
            late = np.append(outcomes.is_late, values=False)[place]
            in_time = np.append(outcomes.is_in_time, values=False)[place]
            yield Deviation(f"{stage}_late", late, late | in_time)


def _by_deadline(traces: Traces, workflow: Workflow, log: ComplaintLog) -> Iterator[Deviation]:
    if not workflow.is_deadline_checked or "deadline_at" not in log.cases:
        return
    own = np.append(log.cases["deadline_at"].to_numpy(), np.datetime64("NaT"))
    deadline = own[_rows_of(traces, log)]
    last = traces.events["timestamp"].to_numpy()[traces.end]
    yield Deviation("ended_after_deadline", last > deadline, ~np.isnat(deadline))


def _rows_of(traces: Traces, log: ComplaintLog) -> NDArray[np.int64]:
    """Return the row of each trace's case among the cases; -1 for one that they do not know."""
    ids = pd.Index(log.cases["case_id"])
    is_first = ~ids.duplicated()
    rows = np.append(np.flatnonzero(is_first), -1)
    return np.asarray(rows[ids[is_first].get_indexer(traces.case_ids)], dtype=np.int64)
