"""Events on the wall clock, cut at the snapshot."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.calendar import WorkingCalendar
from lapor_lab.schema import Activity, Role
from lapor_lab.synthetic.handling_loop import StaffedEvent
from lapor_lab.synthetic.model.institution_model import InstitutionModel

__all__ = ["tabulate_events"]

_BY_ADMIN: Final = frozenset(
    {Activity.VERIFY, Activity.HOLD, Activity.ARCHIVE, Activity.DISPOSE, Activity.CLOSE_BY_ADMIN}
)
_BY_OFFICER: Final = frozenset({Activity.RETURN, Activity.FOLLOW_UP})
_BY_REPORTER: Final = frozenset({Activity.REPLY, Activity.CLOSE_BY_REPORTER})


def tabulate_events(
    institution: InstitutionModel,
    staffed: Sequence[StaffedEvent],
    submitted_at: npt.NDArray[np.datetime64],
    is_kept: npt.NDArray[np.bool_],
    calendar: WorkingCalendar,
    as_of: np.datetime64,
) -> pd.DataFrame:
    """Put events on the wall clock and drop what lies after the snapshot.

    A step of the office starts at an opening, never at a closing, and ends at a closing,
    never at an opening; so every step lies within office hours.

    Parameters
    ----------
    institution : InstitutionModel
        Names of the units.
    staffed : sequence of StaffedEvent
        What `handle_reports` gave.
    submitted_at : ndarray of datetime64[s] of shape (n_all,)
        Entry of each case.
    is_kept : ndarray of bool of shape (n_all,)
        Whether a case is part of the log.
    calendar : WorkingCalendar
        Map between operational time and the wall clock.
    as_of : datetime64
        Moment of the snapshot.

    Returns
    -------
    DataFrame of shape (n_events, 10)
        Columns `case` (number), `activity`, `enabled_at`, `started_at`, `timestamp`,
        `resource`, `role`, `unit`, `unit_number`, `is_turn`; by case and time, entries included.
    """
    columns = zip(*staffed, strict=True) if staffed else [()] * len(StaffedEvent._fields)
    case, activity, enabled_by, started, finished, evening, unit, server, is_turn = (
        np.array(column, dtype=object if position == 1 else np.int64)
        for position, column in enumerate(columns)
    )
    timestamp = calendar.wall_times(finished) + evening.astype("timedelta64[s]")
    before = np.where(enabled_by < 0, submitted_at[case], timestamp[enabled_by])
    # The second after a start lies within office hours, also where the start is a closing.
    opening = calendar.wall_times(started + 1) - np.timedelta64(1, "s")
    is_staff = server >= 0
    entered = np.flatnonzero(is_kept)
    table = pd.DataFrame(
        {
            "case": np.concatenate([entered, case]),
            "activity": [Activity.SUBMIT.value] * len(entered) + [a.value for a in activity],
            "enabled_at": np.concatenate([submitted_at[entered], before]),
            "started_at": np.concatenate(
                [submitted_at[entered], np.where(is_staff, opening, timestamp)]
            ),
            "timestamp": np.concatenate([submitted_at[entered], timestamp]),
            "server": np.concatenate([np.full(len(entered), -1), server]),
            "unit_number": np.concatenate([np.full(len(entered), -1), unit]),
            "is_turn": np.concatenate([np.zeros(len(entered), dtype=np.int64), is_turn]) > 0,
        }
    )
    known = table[is_kept[table["case"]] & (table["timestamp"] < as_of)]
    known = known.sort_values("case", kind="stable", ignore_index=True)
    return _with_names(known, institution)


def _with_names(table: pd.DataFrame, institution: InstitutionModel) -> pd.DataFrame:
    # Few kinds of events recur: each is named once.
    keys = ["activity", "server", "unit_number"]
    kinds = table[keys].drop_duplicates(ignore_index=True)
    named = [
        _name(Activity(activity), server, unit, institution)
        for activity, server, unit in kinds.itertuples(index=False)
    ]
    names = pd.DataFrame(named, columns=["resource", "role", "unit"], dtype=object)
    found = table[keys].merge(pd.concat([kinds, names], axis=1), on=keys, how="left")
    return table.drop(columns="server").assign(
        resource=found["resource"], role=found["role"], unit=found["unit"]
    )


def _name(
    activity: Activity, server: int, unit: int, institution: InstitutionModel
) -> tuple[str, str, str | None]:
    role = _role(activity, server)
    resource = role.value
    if role == Role.INSTITUTION_ADMIN:
        resource = f"{institution.id}/admin-{server + 1}"
    elif role == Role.LIAISON_OFFICER:
        resource = f"{institution.id}/unit-{unit + 1:03d}/petugas-{server + 1}"
    return resource, role.value, institution.units[unit].name if unit >= 0 else None


def _role(activity: Activity, server: int) -> Role:
    if activity in _BY_REPORTER or activity == Activity.SUBMIT:
        return Role.REPORTER
    if activity in _BY_OFFICER:
        return Role.LIAISON_OFFICER
    if activity in _BY_ADMIN and server >= 0:
        return Role.INSTITUTION_ADMIN
    return Role.SYSTEM
