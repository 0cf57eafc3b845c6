"""Events on the clock of the office: what each step followed, and how long it took."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.calendar import UNKNOWN, load_calendar
from lapor_lab.practices.calibration.busy_periods import busy_periods
from lapor_lab.schema import Activity, ComplaintLog
from lapor_lab.synthetic.handling.clock import make_office_clock

__all__ = ["NOTHING", "SETTLED_DAYS", "Steps", "has_steps", "read_steps"]

NOTHING: Final = ""
# Working days before the snapshot from which on a step may not have had its time.
SETTLED_DAYS: Final = 15

_Int64 = npt.NDArray[np.int64]
_Bool = npt.NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, eq=False)
class Steps:
    """Events of one institution, by case and time.

    Parameters
    ----------
    frame : DataFrame of shape (n_events, 17)
        `case` (position in `cases`), `activity`, `before`, `after` (activities of the case
        around it, empty where there is none), `unit`, `unit_before`, `resource`, `enabled`,
        `started`, `finished` (operational seconds; -1 unknown), `submitted` (of its case),
        `report_class` (of its case), `started_after` (when the next step began), and what
        `busy_periods` gives of the next step: `period_after`, `run_start_after`,
        `others_since_after` and `n_others_after`.
    cases : DataFrame of shape (n_cases, n_columns)
        Cases of the institution.
    end : int
        Operational second of the snapshot.
    settled : int
        Operational second up to which steps have had their time.
    day_seconds : int
        Length of a usual working day.
    has_starts : bool
        Whether the log tells when steps began.
    as_of : Timestamp
        Moment of the snapshot.
    """

    frame: pd.DataFrame
    cases: pd.DataFrame
    end: int
    settled: int
    day_seconds: int
    has_starts: bool
    as_of: pd.Timestamp

    @property
    def has_desks(self) -> bool:
        """Whether the log tells who answered, and in which unit, as a rule."""
        answers = self.of(Activity.FOLLOW_UP)
        is_told = (answers["unit"] != NOTHING) & (answers["resource"] != NOTHING)
        return bool(is_told.mean() > 1 / 2)

    def of(self, *activities: Activity) -> pd.DataFrame:
        """Return the steps of some activities.

        Parameters
        ----------
        *activities : Activity
            Which.

        Returns
        -------
        DataFrame of shape (n, 17)
            In the order of the events.
        """
        return self.frame[self.frame["activity"].isin([each.value for each in activities])]

    def settled_before(self, n_days: float) -> int:
        """Return the operational second so many working days before the snapshot.

        Parameters
        ----------
        n_days : float
            Working days.

        Returns
        -------
        int
            But not in the first half of what the log spans.
        """
        first = int(self.frame["submitted"].min())
        return max(self.end - round(n_days * self.day_seconds), (first + self.end) // 2)


def has_steps(log: ComplaintLog) -> bool:
    """Say whether a log tells any step of the kit's within the frozen calendar.

    Parameters
    ----------
    log : ComplaintLog
        Any log.

    Returns
    -------
    bool
        False of a log without events, or with events of other names only.
    """
    if log.events is None:
        return False
    seconds = load_calendar().work_seconds(log.events["timestamp"].to_numpy())
    is_known = log.events["activity"].isin([each.value for each in Activity])
    is_known &= log.events["case_id"].isin(log.cases["case_id"])
    return bool((is_known & (seconds != UNKNOWN)).any()) and bool(
        load_calendar().covers(np.datetime64(log.as_of))
    )


def read_steps(log: ComplaintLog) -> Steps:
    """Read the events of a log of one institution.

    Parameters
    ----------
    log : ComplaintLog
        With steps, as `has_steps` says.

    Returns
    -------
    Steps
        Events outside the frozen calendar, and of other names, are left out.
    """
    calendar = load_calendar()
    day_seconds = make_office_clock(calendar).day_seconds
    events = pd.DataFrame() if log.events is None else log.events
    position = pd.Index(log.cases["case_id"]).get_indexer(events["case_id"])
    finished = calendar.work_seconds(events["timestamp"].to_numpy())
    is_step = events["activity"].isin([each.value for each in Activity]).to_numpy()
    chosen = np.flatnonzero((position >= 0) & (finished != UNKNOWN) & is_step)
    order = chosen[np.lexsort((chosen, events["timestamp"].to_numpy()[chosen], position[chosen]))]
    events, case, finished = events.iloc[order], position[order], finished[order]
    end = int(calendar.work_seconds(np.datetime64(log.as_of)))

    def seconds(column: str) -> _Int64:
        if column not in events:
            return np.full(len(events), UNKNOWN)
        return calendar.work_seconds(events[column].to_numpy())

    def texts(table: pd.DataFrame, column: str) -> npt.NDArray[np.object_]:
        if column not in table:
            return np.full(len(table), NOTHING, dtype=object)
        return table[column].astype(object).where(table[column].notna(), NOTHING).to_numpy()

    is_next = np.append(case[1:] == case[:-1], False)
    activity, unit = texts(events, "activity"), texts(events, "unit")
    enabled, started = seconds("enabled_at"), seconds("started_at")
    enabled = np.where((enabled < 0) & _behind(is_next), np.roll(finished, 1), enabled)
    resource = texts(events, "resource")
    before = np.where(_behind(is_next), np.roll(activity, 1), NOTHING)
    unit_before = np.where(_behind(is_next), np.roll(unit, 1), NOTHING)
    # The unit of a disposition is where it goes to, not where it comes from.
    is_sent = activity == Activity.DISPOSE
    is_relayed = is_sent & (before == Activity.DISPOSE)
    desk = np.where(is_relayed, unit_before, np.where(is_sent, NOTHING, unit))
    period, run_start, others_since, n_others = busy_periods(desk, resource, started, finished)
    submitted = calendar.work_seconds(log.cases["submitted_at"].to_numpy())
    frame = pd.DataFrame(
        {
            "case": case,
            "activity": activity,
            "before": before,
            "after": _next(activity, is_next, NOTHING),
            "unit": unit,
            "unit_before": unit_before,
            "resource": resource,
            "enabled": enabled,
            "started": started,
            "finished": finished,
            "submitted": submitted[case],
            "report_class": texts(log.cases, "report_class")[case],
            "started_after": _next(started, is_next, UNKNOWN),
            "period_after": _next(period, is_next, -1),
            "run_start_after": _next(run_start, is_next, UNKNOWN),
            "others_since_after": _next(others_since, is_next, 0),
            "n_others_after": _next(n_others, is_next, 0),
        }
    )
    steps = Steps(
        frame=frame,
        cases=log.cases,
        end=end,
        settled=0,
        day_seconds=day_seconds,
        has_starts=bool((started >= 0).any()),
        as_of=log.as_of,
    )
    settled = steps.settled_before(SETTLED_DAYS) if len(frame) else 0
    return Steps(**{**vars(steps), "settled": settled})


def _behind(is_next: _Bool) -> _Bool:
    return np.append(False, is_next[:-1])


def _next(values: npt.NDArray[Any], is_next: _Bool, nothing: str | int) -> npt.NDArray[Any]:
    following = np.roll(values, -1)
    following[~is_next] = nothing
    return following
