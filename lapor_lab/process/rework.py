"""Rework: activities that a case goes through again, and cases that are reopened."""

import numpy as np
import pandas as pd

from lapor_lab.process.shares import with_share
from lapor_lab.process.traces import order_events
from lapor_lab.schema import Activity, ComplaintLog

__all__ = ["reopening", "rework"]


def rework(
    log: ComplaintLog, *, by: str | None = "institution", confidence_level: float = 0.95
) -> pd.DataFrame:
    """Count the cases in which an activity happens more than once.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    DataFrame of shape (n_activities, 8)
        `institution` (the group), `activity`, `n` (cases in which it is repeated), `n_cases`
        (cases in which it happens), `n_repeats` (times beyond the first), `share` of
        `n_cases` with `lower` and `upper`.

    Raises
    ------
    ParameterError
        If the log has no events, or the level is not in (0, 1).
    UnknownNameError
        If `by` is no column of the cases.

    Examples
    --------
    >>> cases = pd.DataFrame({"case_id": ["1"], "institution": "A", "submitted_at": "2022-08-01"})
    >>> events = pd.DataFrame({"case_id": "1", "activity": ["a", "b", "a"],
    ...                        "timestamp": ["2022-08-01", "2022-08-02", "2022-08-03"]})
    >>> log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-15"))
    >>> rework(log)[["activity", "n", "n_cases", "n_repeats"]].values.tolist()
    [['a', 1, 1, 1], ['b', 0, 1, 0]]
    """
    traces = order_events(log, by)
    n_activities = len(traces.activities)
    found, times = np.unique(traces.case * n_activities + traces.activity, return_counts=True)
    case, activity = np.divmod(found, n_activities)
    key = traces.group[case] * n_activities + activity
    n_keys = traces.n_groups * n_activities
    n_cases = np.bincount(key, minlength=n_keys)
    present = np.flatnonzero(n_cases)
    group, activity = np.divmod(present, n_activities)
    table = pd.DataFrame(
        {
            "activity": pd.Index(traces.activities).take(activity),
            "n": np.bincount(key[times > 1], minlength=n_keys)[present],
            "n_cases": n_cases[present],
            "n_repeats": np.bincount(key, times - 1, minlength=n_keys)[present].astype(np.int64),
        }
    )
    return with_share(traces.with_groups(table, group), confidence_level=confidence_level)


def reopening(
    log: ComplaintLog, *, by: str | None = "institution", confidence_level: float = 0.95
) -> pd.DataFrame:
    """Count the cases that are reopened: followed up anew after a reply to a follow-up.

    A reply that no further follow-up answers, such as thanks before the closing, does not
    reopen a case. The last reply of an open case may still do so.

    Parameters
    ----------
    log : ComplaintLog
        A log with events in the official spelling.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    DataFrame of shape (n_groups, 7)
        `institution` (the group), `n` (cases that are reopened), `n_cases` (cases with a
        follow-up), `n_reopens` (times), `share` of `n_cases` with `lower` and `upper`.

    Raises
    ------
    ParameterError
        If the log has no events, or the level is not in (0, 1).
    UnknownNameError
        If `by` is no column of the cases.
    """
    traces = order_events(log, by)
    is_follow_up = traces.is_activity(Activity.FOLLOW_UP)
    is_reply = traces.is_activity(Activity.REPLY)
    # Follow-ups and replies alone, so that reminders and the like do not stand between them.
    steps = np.flatnonzero(is_follow_up | is_reply)
    case, answered = traces.case[steps], is_follow_up[steps]
    is_next = np.append(False, case[1:] == case[:-1])
    # A follow-up right after a reply, and the reply not before the first follow-up.
    n_before = np.cumsum(answered, dtype=np.int64) - answered
    is_first = np.append(True, case[1:] != case[:-1])
    n_before_case = np.maximum.accumulate(np.where(is_first, n_before, 0))
    is_after_reply = is_next & np.append(False, ~answered[:-1])
    is_reopened = answered & is_after_reply & (n_before > n_before_case)
    n_reopens = np.bincount(case[is_reopened], minlength=traces.n_cases)
    has_follow_up = traces.any_by_case(is_follow_up)
    table = pd.DataFrame(
        {
            "n": traces.total_by_group(n_reopens > 0),
            "n_cases": traces.total_by_group(has_follow_up),
            "n_reopens": traces.total_by_group(n_reopens),
        }
    )
    named = traces.with_groups(table, np.arange(traces.n_groups))
    return with_share(named, confidence_level=confidence_level)
