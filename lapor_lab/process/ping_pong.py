"""Ping-pong: cases that are forwarded and come straight back."""

import numpy as np
import pandas as pd

from lapor_lab.calendar import WorkingCalendar, load_calendar
from lapor_lab.process.shares import with_share
from lapor_lab.process.stays import stays
from lapor_lab.process.traces import order_events
from lapor_lab.process.working_time import working_position
from lapor_lab.schema import ComplaintLog

__all__ = ["ping_pong", "ping_pong_cases", "ping_pong_pairs"]


def ping_pong(
    log: ComplaintLog,
    *,
    between: str = "unit",
    by: str | None = "institution",
    confidence_level: float = 0.95,
    calendar: WorkingCalendar | None = None,
) -> pd.DataFrame:
    """Count the cases that go from A to B and straight back to A.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    between : {"unit", "resource", "role"}, default="unit"
        Column of the events; those without a value are passed over.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.
    confidence_level : float, default=0.95
        In (0, 1).
    calendar : WorkingCalendar or None, default=None
        Working days and office hours; the kit's own by default.

    Returns
    -------
    DataFrame of shape (n_groups, 9)
        `institution` (the group), `n` (cases with such a return), `n_cases` (cases that any
        unit had), `n_forwarded` (cases that more than one had), `n_returns` (how often),
        `share` of `n_cases` with `lower` and `upper`, and `mean_lost_working_days` from
        leaving A to being back there, NaN where there is none or the calendar does not
        cover one.

    Raises
    ------
    ParameterError
        If the log has no events, or the level is not in (0, 1).
    UnknownNameError
        If `by` is no column of the cases, or `between` is not one of the three.
    ColumnNotFoundError
        If the events have no such column.
    """
    traces = order_events(log, by)
    runs = stays(traces, between)
    case, returns = _returns(runs)
    # From the first event at B to the first one back at A.
    at = working_position(calendar or load_calendar(), runs["timestamp"].to_numpy())
    lost = at[returns + 2] - at[returns + 1]
    n_stays = np.bincount(case, minlength=traces.n_cases)
    n_returns = np.bincount(case[returns], minlength=traces.n_cases)
    lost_days = np.bincount(traces.group[case[returns]], lost, minlength=traces.n_groups)
    often = traces.total_by_group(n_returns)
    table = pd.DataFrame(
        {
            "n": traces.total_by_group(n_returns > 0),
            "n_cases": traces.total_by_group(n_stays > 0),
            "n_forwarded": traces.total_by_group(n_stays > 1),
            "n_returns": often,
        }
    )
    named = traces.with_groups(table, np.arange(traces.n_groups))
    mean = np.divide(lost_days, often, out=np.full(len(often), np.nan), where=often > 0)
    shared = with_share(named, confidence_level=confidence_level)
    return shared.assign(mean_lost_working_days=mean)


def ping_pong_cases(
    log: ComplaintLog, *, between: str = "unit", by: str | None = "institution"
) -> pd.DataFrame:
    """List the cases that go from A to B and straight back to A, with each return.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    between : {"unit", "resource", "role"}, default="unit"
        Column of the events; those without a value are passed over.
    by : str or None, default="institution"
        Column of the cases to name beside each; None names none.

    Returns
    -------
    DataFrame of shape (n_returns, 5)
        `case_id`, `institution` (the group; absent without groups), `unit` (A), `other_unit`
        (B) and `returned_at`, the first event back at A; in the order of the log.

    Raises
    ------
    ParameterError
        If the log has no events.
    UnknownNameError
        If `by` is no column of the cases, or `between` is not one of the three.
    ColumnNotFoundError
        If the events have no such column.

    Examples
    --------
    >>> cases = pd.DataFrame({"case_id": ["1"], "institution": "A", "submitted_at": "2022-08-01"})
    >>> events = pd.DataFrame({"case_id": "1", "activity": "a", "unit": ["x", "y", "x"],
    ...     "timestamp": ["2022-08-01", "2022-08-02", "2022-08-03"]})
    >>> log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-15"))
    >>> ping_pong_cases(log).astype(str).values.tolist()
    [['1', 'A', 'x', 'y', '2022-08-03']]
    """
    traces = order_events(log, by)
    runs = stays(traces, between)
    case, returns = _returns(runs)
    place = runs["place"].to_numpy()
    return traces.list_cases(
        case[returns],
        unit=place[returns],
        other_unit=place[returns + 1],
        returned_at=runs["timestamp"].to_numpy()[returns + 2],
    )


def ping_pong_pairs(
    log: ComplaintLog, *, between: str = "unit", by: str | None = "institution"
) -> pd.DataFrame:
    """Count the returns between each two units.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    between : {"unit", "resource", "role"}, default="unit"
        Column of the events; those without a value are passed over.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.

    Returns
    -------
    DataFrame of shape (n_pairs, 5)
        `institution` (the group), `unit` (A), `other_unit` (B), `n` (returns A-B-A),
        `n_cases` (cases with one); the most frequent first.

    Raises
    ------
    ParameterError
        If the log has no events.
    UnknownNameError
        If `by` is no column of the cases, or `between` is not one of the three.
    ColumnNotFoundError
        If the events have no such column.
    """
    traces = order_events(log, by)
    runs = stays(traces, between)
    case, returns = _returns(runs)
    place = runs["place"].to_numpy()
    return traces.count_pairs(case[returns], unit=place[returns], other_unit=place[returns + 1])


def _returns(runs: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return each stay's case, and the positions of those stays to which a case comes back."""
    case = runs["case"].to_numpy()
    place = runs["place"].cat.codes.to_numpy()
    is_back = (case[2:] == case[:-2]) & (place[2:] == place[:-2])
    return case, np.flatnonzero(is_back)
