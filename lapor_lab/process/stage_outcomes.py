"""How each case stands towards the limit of a stage."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.calendar import UNKNOWN, Limits, WorkingCalendar
from lapor_lab.process.milestones import archived_cases
from lapor_lab.schema import CLOSED, FOLLOWED_UP, ComplaintLog, Stage, Status

__all__ = ["StageOutcomes", "asked_cases", "judge_stage", "passed_untimed"]

_MOMENT: Final = pd.Timedelta(1, "us")
_PASSED: Final = {
    Stage.VERIFIED: frozenset(Status) - {Status.UNVERIFIED},
    Stage.FIRST_FOLLOWED_UP: FOLLOWED_UP,
    Stage.COMPLETED: CLOSED,
    Stage.CLOSED: CLOSED,
}
_Bool = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, eq=False)
class StageOutcomes:
    """One stage, case by case; all of shape (n_cases,).

    Parameters
    ----------
    is_asked : ndarray of bool
        The stage is asked of it: it is no copy, and beyond verification not archived.
    is_unknown : ndarray of bool
        It passed at a time that nobody knows, or lies outside the calendar.
    is_done : ndarray of bool
        It passed at a known time.
    days : ndarray of int64
        Working days from submission to passing, or to the snapshot; `UNKNOWN` outside the
        calendar.
    limit_days : ndarray of int64
        Its legal limit in working days from submission; `UNKNOWN` where there is none.
    is_in_time, is_late : ndarray of bool
        Done within its limit; done past it or open past it.
    is_pending : ndarray of bool
        Open within its limit. None of the three is true where no limit can be laid.
    """

    is_asked: _Bool
    is_unknown: _Bool
    is_done: _Bool
    days: NDArray[np.int64]
    limit_days: NDArray[np.int64]
    is_in_time: _Bool
    is_late: _Bool
    is_pending: _Bool


def judge_stage(
    log: ComplaintLog,
    stage: Stage,
    times: pd.DataFrame,
    calendar: WorkingCalendar,
    limits: Limits,
) -> StageOutcomes:
    """Judge every case by the limit of a stage, as measures do.

    A case's own `deadline_at` goes before the legal limit to complete.

    Parameters
    ----------
    log : ComplaintLog
        A log.
    stage : Stage
        One of the columns of `times`.
    times : DataFrame of shape (n_cases, n_stages)
        As `milestones` gives.
    calendar : WorkingCalendar
        Working days.
    limits : Limits
        Legal limits.

    Returns
    -------
    StageOutcomes
        One entry a case.
    """
    cases, at = log.cases, times[stage]
    submitted = cases["submitted_at"].to_numpy()
    is_done = at.notna().to_numpy()
    observed = cases.get("observed_at", pd.Series(pd.NaT, index=cases.index))
    seen = observed.fillna(log.as_of).astype("datetime64[us]")
    # An export without a clock time may hold a report of that very day.
    is_same_day = observed.dt.normalize() == cases["submitted_at"].dt.normalize()
    open_until = (seen - _MOMENT).mask(is_same_day, cases["submitted_at"])
    days = calendar.working_days(submitted, at.fillna(open_until).to_numpy())
    limit = _limit_days(cases, stage, limits)
    is_judged, is_met = (limit != UNKNOWN) & (days != UNKNOWN), days <= limit
    # A limit of k working days runs out at the end of the k-th.
    whole_days = calendar.working_days(submitted, (seen.dt.normalize() - _MOMENT).to_numpy())
    is_past = whole_days >= limit
    if stage is Stage.COMPLETED and "deadline_at" in cases:
        own = cases["deadline_at"]
        has_own = own.notna().to_numpy()
        is_judged = is_judged | has_own
        is_met = np.where(has_own, (at <= own).to_numpy(), is_met)
        is_past = np.where(has_own, (own < seen).to_numpy(), is_past)
    is_asked = asked_cases(log, stage)
    is_untimed = passed_untimed(cases, stage, times)
    is_judged = is_judged & is_asked & ~is_untimed
    return StageOutcomes(
        is_asked=is_asked,
        is_unknown=is_asked & (is_untimed | (days == UNKNOWN)),
        is_done=is_asked & is_done,
        days=days,
        limit_days=limit,
        is_in_time=is_judged & is_done & is_met,
        is_late=is_judged & np.where(is_done, ~is_met, is_past),
        is_pending=is_judged & ~is_done & ~is_past,
    )


def passed_untimed(cases: pd.DataFrame, stage: Stage, times: pd.DataFrame) -> _Bool:
    """Return which cases may have passed a stage at a time that nobody knows.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases.
    stage : Stage
        One of the columns of `times`.
    times : DataFrame of shape (n_cases, n_stages)
        As `milestones` gives.

    Returns
    -------
    ndarray of bool of shape (n_cases,)
        By the status, which may also be one that nobody knows, or by an earlier export that
        saw the case followed up.
    """
    nothing = pd.Series(pd.NA, index=cases.index, dtype="object")
    status = cases.get("status", nothing)
    is_strange = status.notna() & ~status.isin(list(Status))
    may_have = status.isin(_PASSED[stage]) | is_strange
    if stage in {Stage.VERIFIED, Stage.FIRST_FOLLOWED_UP}:
        may_have |= cases.get("responded_latest_at", nothing).notna()
    if stage is Stage.COMPLETED:
        # "Ditindaklanjuti" may be the final follow-up, unless its times are told.
        may_have |= status.isin(FOLLOWED_UP) & times.get(Stage.FIRST_FOLLOWED_UP, nothing).isna()
    return np.asarray(may_have & times[stage].isna(), dtype=bool)


def asked_cases(log: ComplaintLog, stage: Stage) -> _Bool:
    """Return which cases a stage is asked of.

    Parameters
    ----------
    log : ComplaintLog
        A log.
    stage : Stage
        The stage.

    Returns
    -------
    ndarray of bool of shape (n_cases,)
        No copies, and beyond verification none that were archived.
    """
    cases = log.cases
    is_copy = cases["duplicate_of"].notna() if "duplicate_of" in cases else False
    is_original = ~np.broadcast_to(np.asarray(is_copy, dtype=bool), len(cases))
    return is_original if stage is Stage.VERIFIED else is_original & ~archived_cases(log)


def _limit_days(cases: pd.DataFrame, stage: Stage, limits: Limits) -> NDArray[np.int64]:
    if stage is Stage.CLOSED:
        return np.full(len(cases), UNKNOWN, dtype=np.int64)
    classes = cases.get("report_class", pd.Series(None, index=cases.index, dtype=object))
    return limits.days(
        stage.value, classes.to_numpy(dtype=object), cases["submitted_at"].to_numpy()
    )
