"""What the snapshot shows of each case, read off its events."""

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.schema import Activity, ArchiveReason, ClosedBy, Role, Status
from lapor_lab.synthetic.model.institution_model import InstitutionModel

__all__ = ["derive_progress"]

# What a report is called after each activity; a rating changes nothing.
_STATUS_AFTER: Final = {
    Activity.SUBMIT: Status.UNVERIFIED,
    Activity.VERIFY: Status.VERIFIED,
    Activity.HOLD: Status.ON_HOLD,
    Activity.DISPOSE: Status.DISPOSED,
    Activity.RETURN: Status.VERIFIED,
    Activity.FOLLOW_UP: Status.FOLLOWED_UP,
    Activity.REPLY: Status.REPORTER_REPLIED,
    Activity.ARCHIVE: Status.ARCHIVED_BY_ADMIN,
    Activity.CLOSE_BY_ADMIN: Status.CLOSED_BY_ADMIN,
    Activity.CLOSE_BY_SYSTEM: Status.CLOSED_BY_SYSTEM,
    Activity.CLOSE_BY_REPORTER: Status.CLOSED_BY_REPORTER,
}
_CLOSERS: Final = {
    Activity.CLOSE_BY_ADMIN: ClosedBy.ADMIN,
    Activity.CLOSE_BY_SYSTEM: ClosedBy.SYSTEM,
    Activity.CLOSE_BY_REPORTER: ClosedBy.REPORTER,
}
# Verification actions of an administrator (V3 manual): Verifikasi, Tunda, Arsipkan.
_VERDICTS: Final = (Activity.VERIFY, Activity.HOLD, Activity.ARCHIVE)
# Reasons of an archived report that is no copy, each as likely (asumsi).
_REASONS: Final = (
    ArchiveReason.NOT_OUR_AUTHORITY,
    ArchiveReason.INCOMPLETE,
    ArchiveReason.TOO_GENERAL,
    ArchiveReason.NOT_UNDERSTANDABLE,
    ArchiveReason.NOT_PERFORMANCE,
)


def derive_progress(
    events: pd.DataFrame,
    institution: InstitutionModel,
    *,
    reason_draw: npt.NDArray[np.float64],
    is_copy: npt.NDArray[np.bool_],
) -> pd.DataFrame:
    """Derive status, times and counts of each case from the events that are known.

    Parameters
    ----------
    events : DataFrame of shape (n_events, 10)
        As `tabulate_events` gives them.
    institution : InstitutionModel
        Levels of the units.
    reason_draw : ndarray of float of shape (n_all,)
        Uniforms that choose the reason of an archived report.
    is_copy : ndarray of bool of shape (n_all,)
        Whether a report copies an earlier one.

    Returns
    -------
    DataFrame of shape (n_cases, 11)
        Columns of the cases from `unit` to `n_reopens`, indexed by the case's number.
    """
    index = pd.Index(events["case"].unique(), name="case")
    last = events.drop_duplicates("case", keep="last").set_index("case")
    is_by_system = last["role"] == Role.SYSTEM
    status = last["activity"].map({str(k): str(v) for k, v in _STATUS_AFTER.items()})
    is_archived = last["activity"] == Activity.ARCHIVE
    status = status.mask(is_archived & is_by_system, str(Status.ARCHIVED_BY_SYSTEM))
    # A report that its reporter has completed waits for its verification again.
    is_verified = _moments(events, index, Activity.VERIFY, "first").notna()
    status = status.mask(
        ~is_verified & (last["activity"] == Activity.REPLY), str(Status.UNVERIFIED)
    )
    closed_by = last["activity"].map({str(k): str(v) for k, v in _CLOSERS.items()})
    is_final = (events["activity"] == Activity.FOLLOW_UP) & events["is_turn"]
    completed_at = events[is_final].groupby("case")["timestamp"].last().reindex(index)
    is_reopening = (events["activity"] == Activity.REPLY) & events["is_turn"]
    reopened_at = events[is_reopening].groupby("case")["timestamp"].last().reindex(index)
    located = events[events["activity"].isin([Activity.DISPOSE, Activity.RETURN])]
    located = located.drop_duplicates("case", keep="last").set_index("case")
    located = located[located["activity"] == Activity.DISPOSE].reindex(index)
    levels = {i: unit.level for i, unit in enumerate(institution.units)}
    by_admin = events[events["activity"].isin(_VERDICTS) & (events["role"] != Role.SYSTEM)]
    reason = pd.Series([_REASONS[int(u * len(_REASONS))].value for u in reason_draw[index]], index)
    reason = reason.mask(is_copy[index], ArchiveReason.DUPLICATE.value)
    reason = reason.mask(is_by_system, ArchiveReason.INCOMPLETE.value)
    return pd.DataFrame(
        {
            "unit": located["unit"],
            "unit_level": located["unit_number"].map(levels),
            "status": status,
            "archive_reason": reason.where(is_archived),
            "verified_at": by_admin.groupby("case")["timestamp"].first().reindex(index),
            "responded_at": _moments(events, index, Activity.FOLLOW_UP, "first"),
            "completed_at": completed_at.where(~(reopened_at > completed_at)),
            "closed_at": last["timestamp"].where(closed_by.notna()),
            "closed_by": closed_by,
            "n_transfers": _count(events, events["activity"] == Activity.RETURN, index),
            "n_reopens": _count(events, is_reopening, index),
        },
        index=index,
    )


def _moments(events: pd.DataFrame, index: pd.Index, activity: Activity, which: str) -> pd.Series:
    times = events[events["activity"] == activity].groupby("case")["timestamp"]
    found: pd.Series = times.agg(which).reindex(index)
    return found


def _count(events: pd.DataFrame, chosen: pd.Series, index: pd.Index) -> pd.Series:
    counts: pd.Series = events[chosen].groupby("case").size().reindex(index, fill_value=0)
    return counts
