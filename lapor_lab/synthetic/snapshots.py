"""What a log would have shown on an earlier day, read off its events."""

from dataclasses import replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.errors import ParameterError
from lapor_lab.schema import Activity, ComplaintLog, Role, Status
from lapor_lab.synthetic.handling.progress import STATUS_AFTER

__all__ = ["log_as_of"]

# Moments that come once and then stay.
_TIMES: Final = ("verified_at", "responded_at", "closed_at")

_Ints = npt.NDArray[np.int64]
_Flags = npt.NDArray[np.bool_]


def log_as_of(log: ComplaintLog, as_of: pd.Timestamp) -> ComplaintLog:
    """Return what a synthetic log would have shown at an earlier moment.

    Status, unit, times and counts of each case are those that its events up to then lead to;
    what came in with the report stays. At the log's own moment it is the log.

    Parameters
    ----------
    log : ComplaintLog
        A log that the kit made, with its events by case in the order in which they happened.
    as_of : Timestamp
        The moment, not later than the log's own.

    Returns
    -------
    ComplaintLog
        Cases that were submitted before, their events before, and their truth. The level of
        a unit is missing where no case of the log ends at that unit.

    Raises
    ------
    ParameterError
        If the moment is later than the log's own, or the log has no events.
    """
    if as_of > log.as_of:
        raise ParameterError(
            "parameter_range",
            name="as_of",
            allowed=f"<= {log.as_of.date()}",
            value=f"{as_of.date()}",
            remedy="Give an earlier date.",
        )
    if log.events is None:
        raise ParameterError(
            "parameter_range",
            name="log",
            allowed="with events",
            value="none",
            remedy="Give a log that the kit made.",
        )
    cases = log.cases[log.cases["submitted_at"] < as_of].reset_index(drop=True)
    position = pd.Index(cases["case_id"]).get_indexer(log.events["case_id"])
    order = np.argsort(position, kind="stable")
    order = order[position[order] >= 0]
    steps = _Steps(cases, log.events.iloc[order], position[order], as_of)
    known = log.events[(position >= 0) & (log.events["timestamp"] < as_of).to_numpy()]
    truth = log.truth
    if truth is not None:
        truth = truth[truth["case_id"].isin(cases["case_id"])]
    return replace(
        log,
        cases=cases.assign(**steps.columns(_levels(log.cases))),
        events=known,
        truth=truth,
        as_of=as_of,
    )


def _levels(cases: pd.DataFrame) -> pd.Series:
    pairs = cases[["institution", "unit", "unit_level"]].dropna().drop_duplicates()
    levels: pd.Series = pairs.set_index(["institution", "unit"])["unit_level"]
    return levels


class _Steps:
    """The events of a log by case, and which of them were known."""

    def __init__(
        self, cases: pd.DataFrame, events: pd.DataFrame, case: _Ints, as_of: pd.Timestamp
    ) -> None:
        self._cases = cases
        self._events = events
        self._case = case
        self._as_of = as_of
        self._is_known = (events["timestamp"] < as_of).to_numpy()
        self._activity = events["activity"].to_numpy(dtype=object)

    def columns(self, levels: pd.Series) -> dict[str, Any]:
        cases, as_of = self._cases, self._as_of
        unit = self._unit()
        pairs = pd.MultiIndex.from_arrays([cases["institution"], unit])
        return {
            **{name: cases[name].where(cases[name] < as_of) for name in _TIMES},
            "unit": unit,
            "unit_level": levels.reindex(pairs).to_numpy(),
            "status": self._status(),
            "archive_reason": cases["archive_reason"].where(self._has(Activity.ARCHIVE)),
            "closed_by": cases["closed_by"].where(cases["closed_at"] < as_of),
            "completed_at": self._completed_at(),
            "n_transfers": self._count(self._is(Activity.RETURN)),
            "n_reopens": self._count(self._is_reopening()),
            "rating": cases["rating"].where(self._has(Activity.RATE)),
        }

    def _is(self, activity: Activity) -> _Flags:
        found: _Flags = self._activity == activity
        return found

    def _has(self, activity: Activity) -> _Flags:
        return self._last(self._is(activity)) >= 0

    def _last(self, chosen: _Flags) -> _Ints:
        """Return the place of the last known event of each case among the chosen, -1 for none."""
        place = np.flatnonzero(chosen & self._is_known)
        last = np.full(len(self._cases), -1, dtype=np.int64)
        # Of several of a case the last one stays.
        last[self._case[place]] = place
        return last

    def _count(self, chosen: _Flags) -> _Ints:
        return np.bincount(self._case[chosen & self._is_known], minlength=len(self._cases))

    def _unit(self) -> pd.Series:
        is_disposal = self._is(Activity.DISPOSE)
        last = self._last(is_disposal | self._is(Activity.RETURN))
        units = pd.Series(self._events["unit"].to_numpy(dtype=object)[last])
        return units.where((last >= 0) & is_disposal[last])

    def _status(self) -> npt.NDArray[np.object_]:
        table = {str(activity): str(status) for activity, status in STATUS_AFTER.items()}
        last = self._last(np.isin(self._activity, list(table)))
        activity = self._activity[last]
        status = np.array([table[each] for each in activity], dtype=object)
        by_system = self._events["role"].to_numpy(dtype=object)[last] == Role.SYSTEM
        status[(activity == Activity.ARCHIVE) & by_system] = str(Status.ARCHIVED_BY_SYSTEM)
        # A report that its reporter has completed waits for its verification again.
        is_waiting = (activity == Activity.REPLY) & ~self._has(Activity.VERIFY)
        status[is_waiting] = str(Status.UNVERIFIED)
        return status

    def _following(self) -> npt.NDArray[np.object_]:
        """Return what came of each event: the next activity of its case, empty for none."""
        place = np.flatnonzero(~self._is(Activity.ESCALATE) & ~self._is(Activity.RATE))
        following = np.full(len(self._case), "", dtype=object)
        is_same = self._case[place[1:]] == self._case[place[:-1]]
        following[place[:-1][is_same]] = self._activity[place[1:][is_same]]
        return following

    def _is_final(self) -> _Flags:
        """Return which events are follow-ups that promise no further one."""
        follow_up, following = self._is(Activity.FOLLOW_UP), self._following()
        is_final: _Flags = follow_up & (following != "") & (following != Activity.FOLLOW_UP)
        # Of a follow-up that nothing came of in the log, the case tells.
        is_open = follow_up & (following == "")
        completed_at = self._cases["completed_at"].to_numpy()[self._case]
        is_final[is_open & (self._events["timestamp"].to_numpy() == completed_at)] = True
        return is_final

    def _is_reopening(self) -> _Flags:
        """Return which events are replies that called for a further follow-up."""
        answered_at = self._cases["responded_at"].to_numpy()[self._case]
        # A reply before any answer completes a report that was held.
        reply = self._is(Activity.REPLY) & (self._events["timestamp"].to_numpy() >= answered_at)
        following = self._following()
        is_reopening: _Flags = reply & (following == Activity.FOLLOW_UP)
        # Of a reply that nothing came of in the log, the count of the case tells.
        n_certain = np.bincount(self._case[is_reopening], minlength=len(self._cases))
        n_all = self._cases["n_reopens"].to_numpy(dtype=np.int64)
        is_counted = (n_certain < n_all)[self._case]
        is_reopening[reply & (following == "") & is_counted] = True
        return is_reopening

    def _completed_at(self) -> pd.Series:
        final, reopening = self._last(self._is_final()), self._last(self._is_reopening())
        times = pd.Series(self._events["timestamp"].to_numpy()[final])
        return times.where((final >= 0) & (final > reopening))
