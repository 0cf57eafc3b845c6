"""Where the days go: the working days that each case spent in each stage."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.calendar import WorkingCalendar
from lapor_lab.process.stage_outcomes import asked_cases, passed_untimed
from lapor_lab.process.working_time import working_position
from lapor_lab.schema import ComplaintLog, Stage

__all__ = ["StageDays", "count_stage_days"]

_Float64 = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, eq=False)
class StageDays:
    """Working days by case and stage.

    A stage lasts from the end of the one before, or from submission, until the case passes
    it; the last one of an open case lasts until the snapshot.

    Parameters
    ----------
    is_timed : ndarray of bool of shape (n_cases,)
        Cases whose days can be told apart: no copy, not archived, and no stage passed at a
        time that nobody knows or outside the calendar.
    spent : ndarray of float64 of shape (n_cases, n_stages)
        Working days in the stage; 0 where a case is not timed.
    waiting, handling : ndarray of float64 of shape (n_cases, n_stages) or None
        Working days in which an event of the stage was being handled (started until done),
        and in which one was enabled and none handled; None where no event tells.
    """

    is_timed: NDArray[np.bool_]
    spent: _Float64
    waiting: _Float64 | None
    handling: _Float64 | None


def count_stage_days(
    log: ComplaintLog, times: pd.DataFrame, calendar: WorkingCalendar
) -> StageDays:
    """Count the working days that each case spent in each stage.

    Parameters
    ----------
    log : ComplaintLog
        A log.
    times : DataFrame of shape (n_cases, n_stages)
        As `milestones` gives.
    calendar : WorkingCalendar
        Working days and office hours.

    Returns
    -------
    StageDays
        Stages in the order of `times`.
    """
    cases = log.cases
    n_stages = times.shape[1]
    moments = np.column_stack(
        [cases["submitted_at"].to_numpy(), *(times[stage].to_numpy() for stage in times)]
    )
    position = working_position(calendar, moments)
    snapshot = working_position(calendar, np.array([log.as_of.to_datetime64()]))
    is_passed = ~np.isnat(moments)
    n_passed = is_passed.sum(axis=1) - 1
    # A stage passed behind one that was not leaves open where the days went.
    is_prefix = is_passed == (np.arange(n_stages + 1) <= n_passed[:, None])
    is_timed = is_prefix.all(axis=1) & asked_cases(log, Stage.CLOSED)
    for stage in times:
        is_timed &= ~passed_untimed(cases, Stage(str(stage)), times)
    is_timed &= ~np.isnan(np.where(is_passed, position, 0)).any(axis=1)
    is_timed &= ~np.isnan(snapshot).any()
    ends = np.where(is_passed, position, snapshot)
    ends = np.maximum.accumulate(np.where(is_timed[:, None], ends, 0), axis=1)
    begins, known = ends[:, :-1], np.arange(n_stages) <= n_passed[:, None]
    spent = np.where(known & is_timed[:, None], np.diff(ends, axis=1), 0)
    waiting, handling = _by_events(log, moments, begins, is_timed, calendar)
    return StageDays(is_timed=is_timed, spent=spent, waiting=waiting, handling=handling)


def _by_events(
    log: ComplaintLog,
    moments: NDArray[np.datetime64],
    begins: _Float64,
    is_timed: NDArray[np.bool_],
    calendar: WorkingCalendar,
) -> tuple[_Float64 | None, _Float64 | None]:
    events = log.events
    if events is None or "started_at" not in events:
        return None, None
    n_stages = begins.shape[1]
    ids = pd.Index(log.cases["case_id"])
    if ids.has_duplicates:
        return None, None
    case = ids.get_indexer(events["case_id"])
    at = events["timestamp"].to_numpy()
    stage = (moments[case, 1:] < at[:, None]).sum(axis=1)
    some = np.flatnonzero((case >= 0) & (stage < n_stages))
    some = some[is_timed[case[some]]]
    case, stage = case[some], stage[some]
    floor = begins[case, stage]

    def place(name: str) -> _Float64:
        at_name = working_position(calendar, events[name].to_numpy()[some])
        return np.asarray(np.maximum(at_name, floor))

    key, shape = case * n_stages + stage, begins.shape
    started, done = place("started_at"), place("timestamp")
    handling = _covered(key, started, done, shape)
    if handling is None or "enabled_at" not in events or events["enabled_at"].isna().all():
        return None, handling
    either = _covered(key, np.fmin(place("enabled_at"), started), done, shape)
    return (None if either is None else either - handling), handling


def _covered(
    key: NDArray[np.int64], begin: _Float64, end: _Float64, shape: tuple[int, ...]
) -> _Float64 | None:
    """Return how much of each stage of each case spans cover, what overlaps counted once."""
    known = np.flatnonzero(end >= begin)
    if not len(known):
        return None
    order = known[np.lexsort((begin[known], key[known]))]
    spans = pd.DataFrame({"key": key[order], "end": end[order]})
    covered_until = spans.groupby("key", sort=False)["end"].cummax().to_numpy()
    is_first = np.append(True, np.diff(key[order]) != 0)
    before = np.where(is_first, -np.inf, np.append(-np.inf, covered_until[:-1]))
    new = np.maximum(end[order] - np.maximum(begin[order], before), 0)
    n_cells = shape[0] * shape[1]
    return np.bincount(key[order], new, minlength=n_cells).astype(np.float64).reshape(shape)
