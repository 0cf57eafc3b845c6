"""Stays: where a case is, one row for each unbroken run of events in the same place."""

from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.errors import ColumnNotFoundError, UnknownNameError
from lapor_lab.process.traces import Traces

__all__ = ["PLACES", "stays"]

PLACES: Final = ("unit", "resource", "role")


def stays(traces: Traces, place: str, *, is_merged: bool = True) -> pd.DataFrame:
    """Follow every case through the units, resources or roles that have it.

    An event without a value tells of no move: it is passed over.

    Parameters
    ----------
    traces : Traces
        Sorted events.
    place : {"unit", "resource", "role"}
        Column of the events.
    is_merged : bool, default=True
        Whether events in a row at one place are one stay.

    Returns
    -------
    DataFrame of shape (n_stays, 3)
        `case` (its position), `place` (a category) and `timestamp` of the first event there,
        in order.

    Raises
    ------
    UnknownNameError
        If `place` is not one of them.
    ColumnNotFoundError
        If the events have no such column.
    """
    if place not in PLACES:
        raise UnknownNameError("unknown_name", kind="place", value=place, allowed=", ".join(PLACES))
    if place not in traces.events:
        raise ColumnNotFoundError(
            "column_missing",
            path="events",
            missing=place,
            found=", ".join(map(str, traces.events.columns)),
        )
    code, names = pd.factorize(traces.events[place], sort=True)
    known = np.flatnonzero(code >= 0)
    case, code = traces.case[known], code[known]
    if is_merged:
        is_move = np.append(True, (case[1:] != case[:-1]) | (code[1:] != code[:-1]))[: len(case)]
        known, case, code = known[is_move], case[is_move], code[is_move]
    return pd.DataFrame(
        {
            "case": case,
            "place": pd.Categorical.from_codes(code, categories=names),
            "timestamp": traces.events["timestamp"].to_numpy()[known],
        }
    )
