"""The directly-follows graph: which activity follows which, how often and after how long."""

import numpy as np
import pandas as pd

from lapor_lab.calendar import WorkingCalendar, load_calendar
from lapor_lab.process.traces import order_events
from lapor_lab.process.working_time import working_position
from lapor_lab.schema import ComplaintLog

__all__ = ["directly_follows", "trace_ends"]


def directly_follows(
    log: ComplaintLog,
    *,
    by: str | None = "institution",
    calendar: WorkingCalendar | None = None,
) -> pd.DataFrame:
    """Count and time the steps from one activity to the next of the same case.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.
    calendar : WorkingCalendar or None, default=None
        Working days and office hours; the kit's own by default.

    Returns
    -------
    DataFrame of shape (n_edges, 8)
        `institution` (the group), `source`, `target`, `n`, and between the timestamps of the
        two `mean_days`, `median_days` (of 24 hours), `mean_working_days` and
        `median_working_days` (of office hours); the last two are NaN where a moment lies
        outside the calendar.

    Raises
    ------
    ParameterError
        If the log has no events.
    UnknownNameError
        If `by` is no column of the cases.

    Examples
    --------
    >>> cases = pd.DataFrame({"case_id": ["1"], "institution": "A", "submitted_at": "2022-08-12"})
    >>> events = pd.DataFrame({"case_id": "1", "activity": ["a", "b"],
    ...                        "timestamp": ["2022-08-12 12:00", "2022-08-15 11:45"]})
    >>> log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-31"))
    >>> directly_follows(log).round(2).values.tolist()
    [['A', 'a', 'b', 1, 2.99, 2.99, 1.0, 1.0]]
    """
    traces = order_events(log, by)
    first = np.flatnonzero(traces.is_followed)
    moments = traces.events["timestamp"].to_numpy()
    position = working_position(calendar or load_calendar(), moments)
    n_activities = len(traces.activities)
    edge = traces.activity[first] * n_activities + traces.activity[first + 1]
    key = traces.group[traces.case[first]] * n_activities**2 + edge
    spans = pd.DataFrame(
        {
            "days": (moments[first + 1] - moments[first]) / np.timedelta64(1, "D"),
            "working_days": position[first + 1] - position[first],
        }
    )
    grouped = spans.groupby(key)
    means, medians = grouped.mean(), grouped.median()
    # One unknown span makes the mean of all unknown.
    is_known = ~spans["working_days"].isna().groupby(key).any()
    group, edge = np.divmod(means.index.to_numpy(dtype=np.int64), n_activities**2)
    names = pd.Index(traces.activities)
    table = pd.DataFrame(
        {
            "source": names.take(edge // n_activities),
            "target": names.take(edge % n_activities),
            "n": grouped.size().to_numpy(),
            "mean_days": means["days"].to_numpy(),
            "median_days": medians["days"].to_numpy(),
            "mean_working_days": means["working_days"].where(is_known).to_numpy(),
            "median_working_days": medians["working_days"].where(is_known).to_numpy(),
        }
    )
    return traces.with_groups(table, group)


def trace_ends(log: ComplaintLog, *, by: str | None = "institution") -> pd.DataFrame:
    """Count the cases that begin and that end, as far as is known, with each activity.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.

    Returns
    -------
    DataFrame of shape (n_activities, 4)
        `institution` (the group), `activity`, `n_first`, `n_last`; only activities with which
        a case begins or ends. The last event of an open case is no end.

    Raises
    ------
    ParameterError
        If the log has no events.
    UnknownNameError
        If `by` is no column of the cases.
    """
    traces = order_events(log, by)
    n_activities = len(traces.activities)
    n_keys = traces.n_groups * n_activities

    def count(place: np.ndarray) -> np.ndarray:
        key = traces.group * n_activities + traces.activity[place]
        return np.bincount(key, minlength=n_keys)

    n_first, n_last = count(traces.start), count(traces.end)
    found = np.flatnonzero(n_first + n_last)
    group, activity = np.divmod(found, n_activities)
    table = pd.DataFrame(
        {
            "activity": pd.Index(traces.activities).take(activity),
            "n_first": n_first[found],
            "n_last": n_last[found],
        }
    )
    return traces.with_groups(table, group)
