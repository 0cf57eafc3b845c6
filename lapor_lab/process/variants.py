"""Variants: which sequences of activities there are, and how many cases took each."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.process.shares import with_share
from lapor_lab.process.traces import Traces, order_events
from lapor_lab.schema import ComplaintLog

__all__ = ["SEPARATOR", "variants"]

SEPARATOR = " → "


def variants(
    log: ComplaintLog, *, by: str | None = "institution", confidence_level: float = 0.95
) -> pd.DataFrame:
    """Count the cases of each variant.

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
    DataFrame of shape (n_variants, 7)
        `institution` (the group), `variant` (activities joined by ``" → "``), `n`, `n_cases`
        (cases of the group that have an event), `share` with `lower` and `upper`; the most
        frequent first.

    Raises
    ------
    ParameterError
        If the log has no events, or the level is not in (0, 1).
    UnknownNameError
        If `by` is no column of the cases.

    Examples
    --------
    >>> cases = pd.DataFrame({"case_id": ["1", "2"], "institution": "A",
    ...                       "submitted_at": ["2022-08-01", "2022-08-01"]})
    >>> events = pd.DataFrame({"case_id": ["1", "1", "2"], "activity": ["a", "b", "a"],
    ...                        "timestamp": ["2022-08-01", "2022-08-02", "2022-08-01"]})
    >>> log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-15"))
    >>> variants(log)[["variant", "n"]].values.tolist()
    [['a', 1], ['a → b', 1]]
    """
    traces = order_events(log, by)
    variant, names = _variant_of_cases(traces)
    key = traces.group * len(names) + variant
    found, n = np.unique(key, return_counts=True)
    group, place = np.divmod(found, len(names))
    table = pd.DataFrame(
        {
            "variant": pd.Index(names).take(place),
            "n": n,
            "n_cases": traces.n_by_group[group],
            "group": group,
        }
    ).sort_values(["group", "n", "variant"], ascending=[True, False, True], ignore_index=True)
    named = traces.with_groups(table.drop(columns="group"), table["group"].to_numpy())
    return with_share(named, confidence_level=confidence_level)


def _variant_of_cases(traces: Traces) -> tuple[NDArray[np.int64], list[str]]:
    """Return the number of each case's variant, and the variants' names.

    All cases walk down one tree of activities together, a step at a time, so that only
    the longest case decides how often the loop runs.
    """
    length = np.diff(np.append(traces.start, len(traces.case)))
    node = np.zeros(traces.n_cases, dtype=np.int64)
    labels = [""]
    walking = np.arange(traces.n_cases)
    n_activities = len(traces.activities)
    for step in range(int(length.max())):
        walking = walking[length[walking] > step]
        activity = traces.activity[traces.start[walking] + step]
        branch, branches = pd.factorize(node[walking] * n_activities + activity)
        node[walking] = len(labels) + branch
        labels += [
            (labels[key // n_activities] + SEPARATOR if step else "")
            + traces.activities[key % n_activities]
            for key in branches.tolist()
        ]
    used, variant = np.unique(node, return_inverse=True)
    return variant, [labels[place] for place in used.tolist()]
