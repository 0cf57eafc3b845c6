"""What was known of a log at an earlier moment."""

from dataclasses import replace
from typing import Final

import pandas as pd

from lapor_lab.errors import InputFileError, ParameterError
from lapor_lab.schema import ComplaintLog

__all__ = ["as_known_at"]

_TIMES: Final = ("verified_at", "responded_at", "completed_at", "closed_at")
# Written over as a report moves on: their earlier values cannot be told from the last ones.
_LAST_VALUES: Final = (
    "status",
    "archive_reason",
    "closed_by",
    "n_transfers",
    "n_reopens",
    "rating",
    "observed_at",
    "responded_earliest_at",
    "responded_latest_at",
    "closed_earliest_at",
    "closed_latest_at",
)


def as_known_at(
    log: ComplaintLog, as_of: pd.Timestamp, *, is_end_known: bool
) -> tuple[ComplaintLog, int]:
    """Cut a log at a moment.

    Cases of that moment or later leave; times of that moment or later are missing. Where
    the log goes on past the moment, columns that hold only a last value (status, who
    closed, transfers, reopenings, rating, bounds of times) leave too: what they were is not
    known.

    Parameters
    ----------
    log : ComplaintLog
        A log.
    as_of : Timestamp
        The moment.
    is_end_known : bool
        Whether the log's own `as_of` was stated by its source; if so, a later moment is
        refused, for nobody knows what happened in between.

    Returns
    -------
    log : ComplaintLog
        What was known.
    n_after : int
        Cases that were submitted later.

    Raises
    ------
    ParameterError
        If the moment is later than a stated end.
    InputFileError
        If no case is left.
    """
    source = log.provenance.get("source", "data")
    if is_end_known and as_of > log.as_of:
        raise ParameterError(
            "as_of_after_data", as_of=as_of.date(), path=source, last=log.as_of.date()
        )
    is_before = log.cases["submitted_at"] < as_of
    cases = log.cases[is_before]
    if cases.empty:
        raise InputFileError(
            "not_before_as_of",
            path=source,
            as_of=as_of.date(),
            first=log.cases["submitted_at"].min().date(),
        )
    times = [name for name in _TIMES if name in cases]
    cases = cases.assign(**{n: cases[n].where(cases[n] < as_of) for n in times})
    if as_of < log.as_of:
        cases = cases.drop(columns=[n for n in _LAST_VALUES if n in cases])
    events, truth = log.events, log.truth
    if events is not None:
        events = events[events["timestamp"] < as_of]
    if truth is not None:
        truth = truth[truth["case_id"].isin(cases["case_id"])]
    known = replace(log, cases=cases, events=events, truth=truth, as_of=as_of)
    return known, int((~is_before).sum())
