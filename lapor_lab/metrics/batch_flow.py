"""Judge a batch of cases towards one stage: most by look-ups, the rare rest one by one."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.calendar import Limits
from lapor_lab.metrics.case_batch import CaseBatch
from lapor_lab.metrics.flow import UNKNOWN_DAYS, Rules, judge_cases
from lapor_lab.metrics.outcome_code import OUTCOMES, outcome_code
from lapor_lab.metrics.population import Population
from lapor_lab.metrics.value_codes import ValueCodes
from lapor_lab.schema import Outcome, Stage

__all__ = ["NOT_ASKED", "StageMasks", "judge_batch"]

NOT_ASKED: Final = len(OUTCOMES)
_MOMENT: Final = pd.Timedelta(1, "us")
# By three questions: has it a time, can it be judged, is the answer the one that is named last?
_BY_ANSWERS: Final = np.array(
    [
        outcome_code(outcome)
        for outcome in (
            *(Outcome.OPEN_UNJUDGED, Outcome.OPEN_UNJUDGED),
            *(Outcome.WITHIN_LIMIT, Outcome.OPEN_PAST_LIMIT),
            *(Outcome.DONE_UNJUDGED, Outcome.DONE_UNJUDGED),
            *(Outcome.MISSED, Outcome.MET),
        )
    ]
)
_Bool = NDArray[np.bool_]
_Int64 = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class StageMasks:
    """What the kinds of cases say of one stage.

    Parameters
    ----------
    time : str or None
        Column that tells when a case passed; None where there is none.
    is_asked, is_passed, is_untold : ndarray of bool of shape (n_kinds,)
        Whether the stage is asked of a case; and without a time, whether it has or may have
        passed, or nobody knows.
    """

    time: str | None
    is_asked: _Bool
    is_passed: _Bool
    is_untold: _Bool

    @classmethod
    def of(cls, kinds: pd.DataFrame, stage: Stage) -> "StageMasks":
        """Return the masks of one stage.

        Parameters
        ----------
        kinds : DataFrame of shape (n_kinds, n_columns)
            One case of each kind.
        stage : Stage
            The stage.

        Returns
        -------
        StageMasks
            By row of `kinds`.
        """
        population = Population(kinds)
        time = population.time_of(stage)
        passed = population.has_passed(stage) | population.may_have_passed(stage)
        return cls(
            time=None if time is None else str(time.name),
            is_asked=population.of(stage).to_numpy(dtype=bool),
            is_passed=passed.to_numpy(dtype=bool),
            is_untold=population.is_untold(stage).to_numpy(dtype=bool),
        )


def judge_batch(
    batch: CaseBatch,
    stage: Stage,
    kinds: _Int64,
    masks: StageMasks,
    as_of: pd.Timestamp,
    rules: Rules,
) -> tuple[_Int64, _Int64]:
    """Judge the cases of a batch as `judge_cases` does.

    What cannot be told from days, class and kind alone is left to that: cases that passed at
    an unknown time, open ones with a sighting of their own, and those with their own deadline.

    Parameters
    ----------
    batch : CaseBatch
        Cases.
    stage : Stage
        The stage.
    kinds : ndarray of int64 of shape (n_cases,)
        Kind of each case.
    masks : StageMasks
        What the kinds say of this stage.
    as_of : Timestamp
        Moment of the snapshot, not included.
    rules : tuple of WorkingCalendar and Limits
        Working days, and legal limits by stage and class.

    Returns
    -------
    days : ndarray of int64 of shape (n_cases,)
        Working days; `UNKNOWN_DAYS` where they cannot be counted.
    outcome : ndarray of int64 of shape (n_cases,)
        Codes of outcomes, and `NOT_ASKED`.
    """
    calendar, limits = rules
    has_time = batch.is_given(masks.time) if masks.time else np.zeros(len(batch), dtype=bool)
    last_moment = (as_of - _MOMENT).to_datetime64().astype("datetime64[D]")
    last_whole_day = (as_of.normalize() - _MOMENT).to_datetime64().astype("datetime64[D]")
    ends = batch.days(masks.time) if masks.time else np.full(len(batch), last_moment)
    ends = np.where(has_time, ends, last_moment)
    days = calendar.working_days(batch.submitted_days, ends)
    whole_days = days
    if last_moment != last_whole_day:
        whole_days = calendar.working_days(batch.submitted_days, last_whole_day)
    limit = _limit_days(batch, stage, limits)
    is_judged = (limit >= 0) & (days >= 0)
    answer = np.where(has_time, days <= limit, whole_days >= limit)
    outcome = _BY_ANSWERS[4 * has_time.astype(np.int64) + 2 * is_judged + answer]
    is_untimed = masks.is_passed[kinds] & ~has_time
    is_untold = masks.is_untold[kinds] & ~has_time
    is_asked = masks.is_asked[kinds]
    days[is_untold] = UNKNOWN_DAYS
    outcome[is_untold] = outcome_code(Outcome.UNTOLD)
    is_rare = is_untimed | ~has_time & batch.is_given("observed_at")
    if stage is Stage.COMPLETED:
        is_rare |= batch.is_given("deadline_at")
    rows = np.flatnonzero(is_rare & is_asked)
    if len(rows):
        days[rows], outcome[rows] = judge_cases(batch.frame(rows), stage, as_of, rules)
    outcome[~is_asked] = NOT_ASKED
    return days, outcome


def _limit_days(batch: CaseBatch, stage: Stage, limits: Limits) -> _Int64 | int:
    if stage is Stage.CLOSED:
        return UNKNOWN_DAYS
    if "report_class" not in batch:
        return limits.days(stage.value, "", batch.submitted_days)
    values = ValueCodes(str)
    codes = values.of(batch.column("report_class"))
    classes = pd.Categorical.from_codes(codes, pd.Index(values.seen))
    return limits.days(stage.value, classes, batch.submitted_days)
