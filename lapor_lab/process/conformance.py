"""Conformance: which cases leave the official workflow, how, and how often."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.calendar import (
    AUTOCLOSE,
    UNKNOWN,
    Limits,
    WorkingCalendar,
    load_calendar,
    load_limits,
)
from lapor_lab.process.milestones import milestones
from lapor_lab.process.shares import with_share
from lapor_lab.process.stage_outcomes import judge_stage
from lapor_lab.process.traces import Traces, order_events
from lapor_lab.process.workflow import OFFICIAL_WORKFLOW, Workflow
from lapor_lab.schema import ComplaintLog

__all__ = ["conformance", "forbidden_steps"]

_Bool = NDArray[np.bool_]


def conformance(
    log: ComplaintLog,
    *,
    workflow: Workflow = OFFICIAL_WORKFLOW,
    by: str | None = "institution",
    confidence_level: float = 0.95,
    calendar: WorkingCalendar | None = None,
    limits: Limits | None = None,
) -> pd.DataFrame:
    """Count the cases that deviate from a workflow, by kind of deviation.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    workflow : Workflow, default=OFFICIAL_WORKFLOW
        The rules.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.
    confidence_level : float, default=0.95
        In (0, 1).
    calendar : WorkingCalendar or None, default=None
        Working days; the kit's own by default.
    limits : Limits or None, default=None
        Legal limits; the kit's own by default.

    Returns
    -------
    DataFrame of shape (n_groups * n_kinds, 7)
        `institution` (the group), `deviation`, `n` (cases that deviate), `n_cases` (cases that
        the rule is asked of), `share` with `lower` and `upper`. Kinds, as far as the workflow
        has such rules: ``wrong_start``, ``unknown_activity``, ``order_not_allowed``,
        ``event_after_end``, the names of its required steps, ``closed_before_window_ended``,
        a stage's name and ``_late`` (done past the limit or open past it; of the judged cases,
        as in `stage_times`), ``ended_after_deadline``, and ``any`` for a case with at least one.

    Raises
    ------
    ParameterError
        If the log has no events, or the level is not in (0, 1).
    UnknownNameError
        If `by` is no column of the cases.

    Examples
    --------
    >>> cases = pd.DataFrame({"case_id": ["1"], "institution": "A", "submitted_at": "2022-08-01"})
    >>> events = pd.DataFrame({"case_id": "1",
    ...     "activity": ["Laporan masuk", "Verifikasi", "Ditutup oleh Admin"],
    ...     "timestamp": ["2022-08-01", "2022-08-02", "2022-08-03"]})
    >>> log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-04"))
    >>> found = conformance(log).query("n > 0")
    >>> found["deviation"].tolist()
    ['order_not_allowed', 'closed_without_follow_up', 'any']
    """
    rules = calendar or load_calendar(), limits or load_limits()
    traces = order_events(log, by)
    kinds = [
        *_by_order(traces, workflow),
        *_by_required_steps(traces, workflow),
        *_by_window(traces, workflow, log, rules),
        *_by_limits(traces, workflow, log, rules),
        *_by_deadline(traces, workflow, log),
    ]
    everyone = np.ones(traces.n_cases, dtype=bool)
    deviates = np.zeros(traces.n_cases, dtype=bool)
    for _, is_so, _ in kinds:
        deviates |= is_so
    kinds.append(("any", deviates, everyone))
    n_groups = traces.n_groups
    table = pd.DataFrame(
        {
            "group": np.repeat(np.arange(n_groups), len(kinds)),
            "deviation": [name for name, _, _ in kinds] * n_groups,
            "n": _counts(traces, [is_so & asked for _, is_so, asked in kinds]),
            "n_cases": _counts(traces, [asked for _, _, asked in kinds]),
        }
    )
    named = traces.with_groups(table.drop(columns="group"), table["group"].to_numpy())
    return with_share(named, confidence_level=confidence_level)


def forbidden_steps(
    log: ComplaintLog,
    *,
    workflow: Workflow = OFFICIAL_WORKFLOW,
    by: str | None = "institution",
) -> pd.DataFrame:
    """Count the steps from one activity to the next that a workflow does not allow.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    workflow : Workflow, default=OFFICIAL_WORKFLOW
        The rules.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.

    Returns
    -------
    DataFrame of shape (n_steps, 5)
        `institution` (the group), `source`, `target`, `n`, `n_cases`; the most frequent first.

    Raises
    ------
    ParameterError
        If the log has no events.
    UnknownNameError
        If `by` is no column of the cases.
    """
    traces = order_events(log, by)
    step = np.flatnonzero(_is_forbidden(traces, workflow))
    names = pd.Index(traces.activities)
    return traces.count_pairs(
        traces.case[step],
        source=names.take(traces.activity[step]),
        target=names.take(traces.activity[step + 1]),
    )


def _counts(traces: Traces, masks: list[_Bool]) -> NDArray[np.int64]:
    """Count each mask by group, the masks of one group together."""
    return np.column_stack([traces.total_by_group(mask) for mask in masks]).ravel()


_Kind = tuple[str, _Bool, _Bool]


def _by_order(traces: Traces, workflow: Workflow) -> Iterator[_Kind]:
    everyone = np.ones(traces.n_cases, dtype=bool)
    if workflow.starts:
        is_start = traces.is_activity(*workflow.starts)
        yield "wrong_start", ~is_start[traces.start], everyone
    if not workflow.follows:
        return
    known = traces.is_activity(*workflow.follows)
    yield "unknown_activity", traces.any_by_case(~known), everyone
    forbidden = _is_forbidden(traces, workflow)
    after_end = forbidden & traces.is_activity(*workflow.ends)
    yield "order_not_allowed", traces.any_by_case(forbidden & ~after_end), everyone
    has_end = traces.any_by_case(traces.is_activity(*workflow.ends))
    yield "event_after_end", traces.any_by_case(after_end), has_end


def _is_forbidden(traces: Traces, workflow: Workflow) -> _Bool:
    """Return whether each event is followed, in its case, by one that may not follow it.

    A step from or to an unknown activity is not judged: that activity is a deviation itself.
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


def _by_required_steps(traces: Traces, workflow: Workflow) -> Iterator[_Kind]:
    for rule in workflow.required:
        is_step = traces.is_activity(rule.step)
        is_asked = traces.is_activity(*rule.before)
        first_step = _first(traces, is_step)
        first_asked = _first(traces, is_asked)
        asked = first_asked < len(traces.case)
        yield rule.deviation, asked & (first_step > first_asked), asked


def _first(traces: Traces, is_so: _Bool) -> NDArray[np.int64]:
    """Return the position of each case's first such event; past the last where it has none."""
    position = np.full(traces.n_cases, len(traces.case))
    some = np.flatnonzero(is_so)
    position[traces.case[some][::-1]] = some[::-1]
    return position


def _by_window(
    traces: Traces, workflow: Workflow, log: ComplaintLog, rules: tuple[WorkingCalendar, Limits]
) -> Iterator[_Kind]:
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
    yield "closed_before_window_ended", early, asked


def _by_limits(
    traces: Traces, workflow: Workflow, log: ComplaintLog, rules: tuple[WorkingCalendar, Limits]
) -> Iterator[_Kind]:
    if not workflow.limits:
        return
    times = milestones(log)
    place = _rows_of(traces, log)
    for stage in workflow.limits:
        if stage in times:
            outcomes = judge_stage(log, stage, times, *rules)
            late = np.append(outcomes.is_late, values=False)[place]
            in_time = np.append(outcomes.is_in_time, values=False)[place]
            yield f"{stage}_late", late, late | in_time


def _by_deadline(traces: Traces, workflow: Workflow, log: ComplaintLog) -> Iterator[_Kind]:
    if not workflow.is_deadline_checked or "deadline_at" not in log.cases:
        return
    own = np.append(log.cases["deadline_at"].to_numpy(), np.datetime64("NaT"))
    deadline = own[_rows_of(traces, log)]
    last = traces.events["timestamp"].to_numpy()[traces.end]
    yield "ended_after_deadline", last > deadline, ~np.isnat(deadline)


def _rows_of(traces: Traces, log: ComplaintLog) -> NDArray[np.int64]:
    """Return the row of each trace's case among the cases; -1 for one that they do not know."""
    ids = pd.Index(log.cases["case_id"])
    is_first = ~ids.duplicated()
    rows = np.append(np.flatnonzero(is_first), -1)
    return np.asarray(rows[ids[is_first].get_indexer(traces.case_ids)], dtype=np.int64)
