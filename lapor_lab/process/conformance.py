"""Conformance: which cases leave the official workflow, how, and how often."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.calendar import Limits, WorkingCalendar, load_calendar, load_limits
from lapor_lab.process.deviations import Deviation, find_deviations, is_forbidden
from lapor_lab.process.shares import with_share
from lapor_lab.process.traces import Traces, order_events
from lapor_lab.process.workflow import OFFICIAL_WORKFLOW, Workflow
from lapor_lab.schema import ComplaintLog

__all__ = ["conformance", "deviating_cases", "forbidden_steps"]

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
    traces = order_events(log, by)
    rules = calendar or load_calendar(), limits or load_limits()
    kinds = find_deviations(traces, log, workflow, rules)
    everyone = np.ones(traces.n_cases, dtype=bool)
    deviates = np.zeros(traces.n_cases, dtype=bool)
    for kind in kinds:
        deviates |= kind.is_so
    kinds.append(Deviation("any", deviates, everyone))
    n_groups = traces.n_groups
    table = pd.DataFrame(
        {
            "group": np.repeat(np.arange(n_groups), len(kinds)),
            "deviation": [kind.name for kind in kinds] * n_groups,
            "n": _counts(traces, [kind.is_so for kind in kinds]),
            "n_cases": _counts(traces, [kind.is_asked for kind in kinds]),
        }
    )
    named = traces.with_groups(table.drop(columns="group"), table["group"].to_numpy())
    return with_share(named, confidence_level=confidence_level)


def deviating_cases(
    log: ComplaintLog,
    *,
    workflow: Workflow = OFFICIAL_WORKFLOW,
    by: str | None = "institution",
    calendar: WorkingCalendar | None = None,
    limits: Limits | None = None,
) -> pd.DataFrame:
    """List the cases that deviate from a workflow, with each of their deviations.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    workflow : Workflow, default=OFFICIAL_WORKFLOW
        The rules.
    by : str or None, default="institution"
        Column of the cases to name beside each; None names none.
    calendar : WorkingCalendar or None, default=None
        Working days; the kit's own by default.
    limits : Limits or None, default=None
        Legal limits; the kit's own by default.

    Returns
    -------
    DataFrame of shape (n_deviations, 3)
        `case_id`, `institution` (the group; absent without groups) and `deviation`, in the
        order of the log; these are the cases that `conformance` counts, without ``any``. The
        Indonesian name of a deviation is the label ``deviation.<deviation>``.

    Raises
    ------
    ParameterError
        If the log has no events.
    UnknownNameError
        If `by` is no column of the cases.

    Examples
    --------
    >>> cases = pd.DataFrame({"case_id": ["1", "2"], "institution": "A",
    ...                       "submitted_at": "2022-08-01"})
    >>> events = pd.DataFrame({"case_id": ["1", "1", "1", "2"],
    ...     "activity": ["Laporan masuk", "Verifikasi", "Ditutup oleh Admin", "Laporan masuk"],
    ...     "timestamp": ["2022-08-01", "2022-08-02", "2022-08-03", "2022-08-01"]})
    >>> log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-04"))
    >>> for row in deviating_cases(log).values.tolist():
    ...     print(*row)
    1 A order_not_allowed
    1 A closed_without_follow_up
    """
    traces = order_events(log, by)
    rules = calendar or load_calendar(), limits or load_limits()
    kinds = find_deviations(traces, log, workflow, rules)
    is_so = np.zeros((traces.n_cases, len(kinds)), dtype=bool)
    for number, kind in enumerate(kinds):
        is_so[:, number] = kind.is_so
    case, place = np.nonzero(is_so)
    names = pd.Index([kind.name for kind in kinds], dtype=object)
    return traces.list_cases(case, deviation=names.take(place))


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
    step = np.flatnonzero(is_forbidden(traces, workflow))
    names = pd.Index(traces.activities)
    return traces.count_pairs(
        traces.case[step],
        source=names.take(traces.activity[step]),
        target=names.take(traces.activity[step + 1]),
    )


def _counts(traces: Traces, masks: list[_Bool]) -> NDArray[np.int64]:
    """Count each mask by group, the masks of one group together."""
    return np.column_stack([traces.total_by_group(mask) for mask in masks]).ravel()
