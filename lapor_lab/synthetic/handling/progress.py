"""What the snapshot shows of each case, read off its events."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.schema import Activity, ArchiveReason, ClosedBy, Role, Status
from lapor_lab.synthetic.handling.event_rows import ACTIVITIES, ROLES, EventRows
from lapor_lab.synthetic.model.institution_model import InstitutionModel

__all__ = ["ARCHIVE_REASONS", "CLOSERS", "STATUSES", "STATUS_AFTER", "Progress", "derive_progress"]

STATUSES: Final = tuple(Status)
ARCHIVE_REASONS: Final = tuple(ArchiveReason)
CLOSERS: Final = tuple(ClosedBy)

# What a report is called after each activity; an escalation changes nothing.
STATUS_AFTER: Final = {
    Activity.SUBMIT: Status.UNVERIFIED,
    Activity.NOT_OUR_AUTHORITY: Status.UNVERIFIED,
    Activity.VERIFY: Status.VERIFIED,
    Activity.HOLD: Status.ON_HOLD,
    Activity.DISPOSE: Status.DISPOSED,
    Activity.RETURN: Status.VERIFIED,
    Activity.ESCALATE: Status.FOLLOWED_UP,
    Activity.FOLLOW_UP: Status.FOLLOWED_UP,
    Activity.REPLY: Status.REPORTER_REPLIED,
    Activity.ARCHIVE: Status.ARCHIVED_BY_ADMIN,
    Activity.CLOSE_BY_ADMIN: Status.CLOSED_BY_ADMIN,
    Activity.CLOSE_BY_SYSTEM: Status.CLOSED_BY_SYSTEM,
    Activity.CLOSE_BY_REPORTER: Status.CLOSED_BY_REPORTER,
}
_CLOSED_BY: Final = {
    Activity.CLOSE_BY_ADMIN: ClosedBy.ADMIN,
    Activity.CLOSE_BY_SYSTEM: ClosedBy.SYSTEM,
    Activity.CLOSE_BY_REPORTER: ClosedBy.REPORTER,
}
# Verification actions of an administrator (V3 manual): Verifikasi, Tunda, Arsipkan.
_VERDICTS: Final = (Activity.HOLD, Activity.ARCHIVE, Activity.VERIFY)
_IS_VERDICT: Final = np.array([activity in _VERDICTS for activity in ACTIVITIES])
_NEVER: Final = np.datetime64("NaT", "s")

_Int64 = npt.NDArray[np.int64]
_Times = npt.NDArray[np.datetime64]


@dataclass(frozen=True, kw_only=True, eq=False)
class Progress:
    """State of each case of the log.

    Parameters
    ----------
    status : ndarray of int64 of shape (n_cases,)
        Position in `STATUSES`.
    archive_reason, closed_by : ndarray of int64 of shape (n_cases,)
        Positions in `ARCHIVE_REASONS` and `CLOSERS`; -1 for none.
    unit : ndarray of int64 of shape (n_cases,)
        Unit of the last disposition; -1 for none.
    verified_at, responded_at, completed_at, closed_at : ndarray of datetime64[s]
        Of shape (n_cases,); NaT where it has not come to it.
    n_transfers, n_reopens : ndarray of int64 of shape (n_cases,)
        Dispositions that were returned, and times that a reply reopened the report.
    """

    status: _Int64
    archive_reason: _Int64
    closed_by: _Int64
    unit: _Int64
    verified_at: _Times
    responded_at: _Times
    completed_at: _Times
    closed_at: _Times
    n_transfers: _Int64
    n_reopens: _Int64


def derive_progress(
    rows: EventRows,
    institution: InstitutionModel,
    cases: _Int64,
    *,
    reason_draw: npt.NDArray[np.floating],
    is_copy: npt.NDArray[np.bool_],
) -> Progress:
    """Derive status, times and counts of each case from the events that are known.

    Parameters
    ----------
    rows : EventRows
        By case, each with its entry.
    institution : InstitutionModel
        Shares of the reasons.
    cases : ndarray of int64 of shape (n_cases,)
        Positions of the cases of the log in the block, ascending.
    reason_draw : ndarray of float of shape (n_all,)
        Uniforms that choose the reason of an archived report.
    is_copy : ndarray of bool of shape (n_all,)
        Whether a report repeats the words of an earlier one.

    Returns
    -------
    Progress
        In the order of `cases`.
    """
    n_cases = len(cases)
    rank = np.empty(len(is_copy), dtype=np.int64)
    rank[cases] = np.arange(n_cases)
    row_case = rank[rows.case]
    code = {activity: ACTIVITIES.index(activity) for activity in Activity}

    def times_of(row: _Int64) -> _Times:
        # Of several of a case the last one given stays.
        times = np.full(n_cases, _NEVER)
        times[row_case[row]] = rows.timestamp[row]
        return times

    def last_time(chosen: npt.NDArray[np.bool_]) -> _Times:
        return times_of(np.flatnonzero(chosen))

    def first_time(chosen: npt.NDArray[np.bool_]) -> _Times:
        return times_of(np.flatnonzero(chosen)[::-1])

    def count(chosen: npt.NDArray[np.bool_]) -> _Int64:
        return np.bincount(row_case[np.flatnonzero(chosen)], minlength=n_cases)

    is_last = np.flatnonzero(np.append(row_case[1:] != row_case[:-1], True))
    last_activity = rows.activity[is_last]
    by_system = rows.role[is_last] == ROLES.index(Role.SYSTEM)
    is_archived = last_activity == code[Activity.ARCHIVE]
    status = _codes(STATUS_AFTER, STATUSES)[last_activity]
    status = np.where(is_archived & by_system, STATUSES.index(Status.ARCHIVED_BY_SYSTEM), status)
    follow_up = rows.activity == code[Activity.FOLLOW_UP]
    is_verdict = _IS_VERDICT[rows.activity]
    # A report that its reporter has completed waits for its verification again.
    is_waiting = (last_activity == code[Activity.REPLY]) & np.isnat(
        last_time(rows.activity == code[Activity.VERIFY])
    )
    status = np.where(is_waiting, STATUSES.index(Status.UNVERIFIED), status)
    closed_by = _codes(_CLOSED_BY, CLOSERS)[last_activity]
    timestamp = rows.timestamp[is_last]
    is_returned = rows.activity == code[Activity.RETURN]
    located = np.flatnonzero(is_returned | (rows.activity == code[Activity.DISPOSE]))
    unit = np.full(n_cases, -1, dtype=np.int64)
    unit[row_case[located]] = np.where(is_returned[located], -1, rows.unit[located])
    is_reopening = (rows.activity == code[Activity.REPLY]) & rows.is_turn
    completed = last_time(follow_up & rows.is_turn)
    reopened = last_time(is_reopening)
    reason = _draw_reasons(institution, reason_draw[cases], is_copy[cases])
    reason = np.where(by_system, ARCHIVE_REASONS.index(ArchiveReason.INCOMPLETE), reason)
    return Progress(
        status=status,
        archive_reason=np.where(is_archived, reason, -1),
        closed_by=closed_by,
        unit=unit,
        verified_at=first_time(is_verdict & (rows.role != ROLES.index(Role.SYSTEM))),
        responded_at=first_time(follow_up),
        completed_at=np.where(reopened > completed, _NEVER, completed),
        closed_at=np.where(closed_by >= 0, timestamp, _NEVER),
        n_transfers=count(is_returned),
        n_reopens=count(is_reopening),
    )


def _codes(mapping: Mapping[Activity, str], values: tuple[str, ...]) -> _Int64:
    return np.array([values.index(mapping[a]) if a in mapping else -1 for a in ACTIVITIES])


def _draw_reasons(
    institution: InstitutionModel,
    uniform: npt.NDArray[np.floating],
    is_copy: npt.NDArray[np.bool_],
) -> _Int64:
    names = [ARCHIVE_REASONS.index(ArchiveReason(n)) for n in institution.archive_reason_shares]
    bounds = np.cumsum(list(institution.archive_reason_shares.values()))
    index = np.searchsorted(bounds, uniform * bounds[-1], side="right")
    drawn = np.array(names)[np.minimum(index, len(names) - 1)]
    return np.where(is_copy, ARCHIVE_REASONS.index(ArchiveReason.DUPLICATE), drawn)
