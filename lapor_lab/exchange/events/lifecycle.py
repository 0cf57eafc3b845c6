"""Join the rows that an event log writes when an activity is scheduled, started, completed."""

from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.exchange.text_file import parse_times

__all__ = ["TRANSITION", "pair_lifecycle"]

TRANSITION: Final = "lifecycle:transition"
_INSTANCE: Final = "concept:instance"
_COMPLETE: Final = "complete"
_EARLIER: Final = {"schedule": "enabled_at", "start": "started_at"}


def pair_lifecycle(events: pd.DataFrame, zone: str) -> tuple[pd.DataFrame, pd.Series]:
    """Make one row of an activity's scheduling, start and completion.

    A completion takes the earliest free start of the same case, activity and, where it is
    given, instance that lies before it, and the same for its scheduling. A log in which
    nothing is ever completed stays as it is.

    Parameters
    ----------
    events : DataFrame of shape (n_rows, n_columns)
        Texts under the kit's names, with a fresh index.
    zone : str
        Zone of times without an offset.

    Returns
    -------
    events : DataFrame of shape (n_events, n_columns)
        With `started_at` and `enabled_at` filled in, and without the rows that filled them.
    is_unfinished : Series of bool of shape (n_events,)
        Starts and schedulings that no completion follows.

    Examples
    --------
    >>> log = pd.DataFrame({"case_id": "1", "activity": "cek",
    ...                     "lifecycle:transition": ["start", "complete"],
    ...                     "timestamp": ["2022-08-15 09:00", "2022-08-15 10:00"]})
    >>> pair_lifecycle(log, "Asia/Jakarta")[0]["started_at"].to_list()
    ['2022-08-15 09:00']
    """
    nothing = pd.Series(data=False, index=events.index)
    keys = ["case_id", "activity", "timestamp"]
    if TRANSITION not in events or not set(keys) <= set(events):
        return events, nothing
    transition = events[TRANSITION].astype("string").str.strip().str.lower()
    is_earlier = transition.isin(list(_EARLIER)).fillna(value=False).astype(bool)
    if not is_earlier.any() or not transition.eq(_COMPLETE).any():
        return events, nothing
    instance = events.get(_INSTANCE, nothing)
    moments = parse_times(events["timestamp"], zone)
    # At the same moment a start comes before its completion, whatever the order in the file.
    rank = transition.map({"schedule": 0, "start": 1}).astype("Float64").fillna(2)
    ordered = pd.DataFrame({"moment": moments, "rank": rank})[transition.notna()]
    ordered = ordered.dropna().sort_values(["moment", "rank"], kind="stable")
    things = pd.MultiIndex.from_arrays(
        [events["case_id"], events["activity"], instance.astype(str)]
    ).to_flat_index()
    kinds = transition.to_list()
    order = events.index.get_indexer(ordered.index).tolist()
    steps = [(place, things[place], kinds[place]) for place in order]
    found, used = _match(steps)
    filled = events.copy()
    for kind, name in _EARLIER.items():
        if found[kind]:
            times = events["timestamp"].iloc[list(found[kind].values())]
            new = times.set_axis(events.index[list(found[kind])]).reindex(events.index)
            filled[name] = filled[name].fillna(new) if name in filled else new
    # An attribute of the case may stand on a row that goes.
    of_case = [name for name in filled.columns.astype(str) if name.startswith("case:")]
    if of_case:
        filled[of_case] = filled[of_case].fillna(
            filled.groupby("case_id")[of_case].transform("first")
        )
    kept = np.isin(np.arange(len(events)), used, invert=True)
    return filled[kept], is_earlier[kept]


def _match(
    steps: Iterable[tuple[int, object, str]],
) -> tuple[dict[str, dict[int, int]], list[int]]:
    """Give every completion the earliest free start and scheduling of the same thing."""
    free: dict[object, deque[int]] = defaultdict(deque)
    found: dict[str, dict[int, int]] = {kind: {} for kind in _EARLIER}
    for place, thing, kind in steps:
        if kind in _EARLIER:
            free[kind, thing].append(place)
        elif kind == _COMPLETE:
            for earlier, places in found.items():
                if free[earlier, thing]:
                    places[place] = free[earlier, thing].popleft()
    return found, [start for places in found.values() for start in places.values()]
