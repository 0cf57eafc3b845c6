"""When each case passed each stage: by its own columns, and else by its events."""

from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.schema import ARCHIVED, Activity, ComplaintLog, Stage

__all__ = ["CLOSING", "archived_cases", "milestones"]

CLOSING: Final = (
    Activity.CLOSE_BY_ADMIN,
    Activity.CLOSE_BY_SYSTEM,
    Activity.CLOSE_BY_REPORTER,
)
_COLUMNS: Final = {
    Stage.VERIFIED: "verified_at",
    Stage.FIRST_FOLLOWED_UP: "responded_at",
    Stage.COMPLETED: "completed_at",
    Stage.CLOSED: "closed_at",
}
# Holding and archiving are verdicts of the verification, too.
_VERDICTS: Final = (Activity.VERIFY, Activity.HOLD, Activity.ARCHIVE)


def milestones(log: ComplaintLog) -> pd.DataFrame:
    """Return the moment at which each case passed each stage.

    A column of the cases goes before the events. By the events, a case is verified at its
    first verdict, and completed at the last follow-up if it is closed. Where neither tells
    of completion, it is taken to be the closing.

    Parameters
    ----------
    log : ComplaintLog
        A log, with events or without.

    Returns
    -------
    DataFrame of shape (n_cases, n_stages)
        One column a `Stage` that the log tells of, NaT where a case has not passed it or
        nobody knows when; rows as in the cases.

    Examples
    --------
    >>> cases = pd.DataFrame({"case_id": ["1"], "institution": "A", "submitted_at": "2022-08-01",
    ...                       "closed_at": "2022-08-20"})
    >>> events = pd.DataFrame({"case_id": "1", "activity": ["Verifikasi", "Tindak lanjut"],
    ...                        "timestamp": ["2022-08-02", "2022-08-05"]})
    >>> log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-31"))
    >>> milestones(log).astype(str).iloc[0].tolist()
    ['2022-08-02', '2022-08-05', '2022-08-05', '2022-08-20']
    """
    told = {stage: log.cases[column] for stage, column in _COLUMNS.items() if column in log.cases}
    events = pd.DataFrame() if log.events is None else log.events

    def moments(names: tuple[Activity, ...], which: str) -> pd.Series | None:
        some = events[events["activity"].isin(names)] if len(events) else events
        if some.empty:
            return None
        found = some.groupby("case_id", sort=False)["timestamp"].agg(which)
        return found.reindex(log.cases["case_id"]).set_axis(log.cases.index)

    found = {
        Stage.VERIFIED: moments(_VERDICTS, "min"),
        Stage.FIRST_FOLLOWED_UP: moments((Activity.FOLLOW_UP,), "min"),
        Stage.COMPLETED: moments((Activity.FOLLOW_UP,), "max"),
        Stage.CLOSED: moments(CLOSING, "max"),
    }
    times = {**{stage: at for stage, at in found.items() if at is not None}, **told}
    if Stage.COMPLETED not in told:
        times.pop(Stage.COMPLETED, None)
        closed, last = times.get(Stage.CLOSED), found[Stage.COMPLETED]
        if closed is not None:
            followed_up = closed if last is None else last.where(last <= closed, closed)
            times[Stage.COMPLETED] = followed_up.where(closed.notna())
    ordered = {stage.value: times[stage] for stage in Stage if stage in times}
    return pd.DataFrame(ordered, index=log.cases.index).astype("datetime64[us]")


def archived_cases(log: ComplaintLog) -> np.ndarray:
    """Return which cases were archived, by their status and else by their events.

    Parameters
    ----------
    log : ComplaintLog
        A log, with events or without.

    Returns
    -------
    ndarray of bool of shape (n_cases,)
        The mask.
    """
    if "status" in log.cases:
        return log.cases["status"].isin(ARCHIVED).to_numpy(dtype=bool)
    if log.events is None:
        return np.zeros(len(log.cases), dtype=bool)
    archived = log.events.loc[log.events["activity"] == Activity.ARCHIVE, "case_id"]
    return log.cases["case_id"].isin(archived).to_numpy(dtype=bool)
