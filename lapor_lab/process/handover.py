"""Handover: from whom to whom cases go."""

import numpy as np
import pandas as pd

from lapor_lab.process.stays import stays
from lapor_lab.process.traces import order_events
from lapor_lab.schema import ComplaintLog

__all__ = ["handover"]


def handover(
    log: ComplaintLog,
    *,
    between: str = "unit",
    by: str | None = "institution",
    with_self: bool = False,
) -> pd.DataFrame:
    """Count how often a case goes from one unit, resource or role to another.

    Events without a value are passed over: the case goes from who last had it to who has it
    next. The rows are the edges of a graph, for whoever measures graphs.

    Parameters
    ----------
    log : ComplaintLog
        A log with events.
    between : {"unit", "resource", "role"}, default="unit"
        Column of the events.
    by : str or None, default="institution"
        Column of the cases to group by; None makes one group of all.
    with_self : bool, default=False
        Whether two events in a row of the same unit count, as a handover to itself.

    Returns
    -------
    DataFrame of shape (n_pairs, 4)
        `institution` (the group), `source_unit`, `target_unit`, `n`.

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
    >>> events = pd.DataFrame({"case_id": "1", "activity": "a", "unit": ["x", None, "y", "y"],
    ...     "timestamp": ["2022-08-01", "2022-08-02", "2022-08-03", "2022-08-04"]})
    >>> log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-15"))
    >>> handover(log).values.tolist()
    [['A', 'x', 'y', 1]]
    """
    traces = order_events(log, by)
    runs = stays(traces, between, is_merged=not with_self)
    case = runs["case"].to_numpy()
    code = runs["place"].cat.codes.to_numpy(dtype=np.int64)
    names = runs["place"].cat.categories
    first = np.flatnonzero(case[1:] == case[:-1])
    pair = code[first] * len(names) + code[first + 1]
    found, n = np.unique(
        traces.group[case[first]] * len(names) ** 2 + pair,
        return_counts=True,
    )
    group, pair = np.divmod(found, max(len(names), 1) ** 2)
    table = pd.DataFrame(
        {
            "source_unit": names.take(pair // max(len(names), 1)),
            "target_unit": names.take(pair % max(len(names), 1)),
            "n": n,
        }
    )
    return traces.with_groups(table, group)
