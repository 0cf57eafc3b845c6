"""How long each case took to a stage, and how it stands towards its limit."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.calendar import Limits, WorkingCalendar
from lapor_lab.metrics.outcome_code import outcome_code
from lapor_lab.metrics.population import Population
from lapor_lab.metrics.untimed import Sighting, untimed_outcomes
from lapor_lab.schema import Outcome, Stage

__all__ = ["FLOW_KEYS", "UNKNOWN_DAYS", "Rules", "is_divided_by_class", "judge_cases"]

FLOW_KEYS: Final = ["institution", "stage", "days", "outcome"]
UNKNOWN_DAYS: Final = -1
Rules = tuple[WorkingCalendar, Limits]
_Int64 = NDArray[np.int64]


def is_divided_by_class(stage: Stage, limits: Limits) -> bool:
    """Whether a stage's limit differs by class of report.

    Parameters
    ----------
    stage : Stage
        The stage.
    limits : Limits
        Legal limits.

    Returns
    -------
    bool
        True where any class has a limit of its own.
    """
    return any(row.report_class for row in limits.rows if row.stage == stage)


def judge_cases(
    cases: pd.DataFrame, stage: Stage, as_of: pd.Timestamp, rules: Rules
) -> tuple[_Int64, _Int64]:
    """Judge cases by what is told of each: status, times, bounds and a deadline of its own.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases that the stage is asked of; a case's own `observed_at` goes before `as_of`, and
        its own `deadline_at` before the legal limit.
    stage : Stage
        The stage.
    as_of : Timestamp
        Moment of the snapshot, not included.
    rules : tuple of WorkingCalendar and Limits
        Working days, and legal limits by stage and class.

    Returns
    -------
    days : ndarray of int64 of shape (n_cases,)
        Working days up to the stage, or up to the snapshot; `UNKNOWN_DAYS` where they cannot
        be counted.
    outcome : ndarray of int64 of shape (n_cases,)
        Codes of outcomes.
    """
    population = Population(cases)
    sighting = Sighting(cases=cases, as_of=as_of)
    times = population.time_of(stage)
    at = pd.Series(pd.NaT, index=cases.index) if times is None else times
    at = at.astype("datetime64[us]")
    has_time = at.notna().to_numpy()
    may_be_open = population.may_have_passed(stage).to_numpy()
    is_untimed = (population.has_passed(stage).to_numpy() | may_be_open) & ~has_time
    is_untold = population.is_untold(stage).to_numpy() & ~has_time
    calendar, limits = rules
    ends = at.fillna(sighting.open_until).to_numpy()
    days = calendar.working_days(cases["submitted_at"].to_numpy(), ends)
    # Told to have passed, but not when: neither done in time nor open.
    days = np.where(is_untimed | is_untold, UNKNOWN_DAYS, days)
    limit = _limit_days(cases, stage, limits)
    outcome = _outcomes(cases, stage, at, days, limit, (sighting, calendar))
    if is_untimed.any():
        part = Sighting(cases=cases[is_untimed], as_of=as_of)
        outcome[is_untimed] = untimed_outcomes(
            cases[is_untimed], stage, part, may_be_open[is_untimed], limit[is_untimed], rules
        )
    outcome[is_untold] = outcome_code(Outcome.UNTOLD)
    return days, outcome


def _outcomes(
    cases: pd.DataFrame,
    stage: Stage,
    at: pd.Series,
    days: _Int64,
    limit: _Int64,
    seen: tuple[Sighting, WorkingCalendar],
) -> _Int64:
    sighting, calendar = seen
    has_time = at.notna().to_numpy()
    is_judged = (limit >= 0) & (days >= 0)
    is_met = days <= limit
    # A limit of k working days runs out at the end of the k-th, so it is past once k lie behind.
    whole_days = calendar.working_days(
        cases["submitted_at"].to_numpy(), sighting.whole_days_until.to_numpy()
    )
    is_past = whole_days >= limit
    if stage is Stage.COMPLETED and "deadline_at" in cases:
        own = cases["deadline_at"]
        has_own = own.notna().to_numpy()
        is_judged |= has_own
        is_met = np.where(has_own, (at <= own).to_numpy(), is_met)
        is_past = np.where(has_own, (own < sighting.at).to_numpy(), is_past)
    return np.select(
        [has_time & ~is_judged, has_time & is_met, has_time, ~is_judged, is_past],
        [
            outcome_code(outcome)
            for outcome in (
                Outcome.DONE_UNJUDGED,
                Outcome.MET,
                Outcome.MISSED,
                Outcome.OPEN_UNJUDGED,
                Outcome.OPEN_PAST_LIMIT,
            )
        ],
        default=outcome_code(Outcome.WITHIN_LIMIT),
    )


def _limit_days(cases: pd.DataFrame, stage: Stage, limits: Limits) -> _Int64:
    if stage is Stage.CLOSED:
        return np.full(len(cases), UNKNOWN_DAYS)
    submitted_at = cases["submitted_at"].to_numpy()
    if "report_class" not in cases or not is_divided_by_class(stage, limits):
        return limits.days(stage.value, "", submitted_at)
    return limits.days(stage.value, pd.Categorical(cases["report_class"]), submitted_at)
