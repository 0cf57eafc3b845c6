"""Judge batches of cases towards one stage: most by look-ups, the rare rest one by one."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.metrics.case_batch import CaseBatch
from lapor_lab.metrics.day_table import DayTable
from lapor_lab.metrics.flow import UNKNOWN_DAYS, Rules, judge_cases
from lapor_lab.metrics.limit_table import LimitTable
from lapor_lab.metrics.outcome_code import OUTCOMES, outcome_code
from lapor_lab.metrics.population import Population
from lapor_lab.schema import Outcome, Stage

__all__ = ["NOT_ASKED", "StageJudge"]

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


class StageJudge:
    """Judges as `judge_cases` does, batch by batch.

    Parameters
    ----------
    stage : Stage
        The stage.
    as_of : Timestamp
        Moment of the snapshot, not included.
    rules : tuple of WorkingCalendar and Limits
        Working days, and legal limits by stage and class.
    table : DayTable
        The same working days.
    """

    def __init__(self, stage: Stage, as_of: pd.Timestamp, rules: Rules, table: DayTable) -> None:
        self._stage = stage
        self._as_of = as_of
        self._rules = rules
        self._table = table
        self._limits = LimitTable(stage, rules[1], table)
        # An open case was last seen open, and its limit last ran out, on these days.
        seen = pd.DatetimeIndex([as_of - _MOMENT, as_of.normalize() - _MOMENT])
        self._last, self._last_whole = table.places(seen.to_numpy().astype("datetime64[D]"))
        self._time: str | None = None
        self.is_told = False
        self._is_unasked = self._is_passed = self._is_untold = np.array([], dtype=bool)

    def learn(self, population: Population) -> None:
        """Learn what the kinds of cases say of the stage.

        Parameters
        ----------
        population : Population
            One case of each kind that was seen so far, with all columns of the source.
        """
        time = population.time_of(self._stage)
        passed = population.has_passed(self._stage) | population.may_have_passed(self._stage)
        self._time = None if time is None else str(time.name)
        self.is_told = population.is_told(self._stage)
        self._is_unasked = ~population.of(self._stage).to_numpy(dtype=bool)
        self._is_passed = passed.to_numpy(dtype=bool)
        self._is_untold = population.is_untold(self._stage).to_numpy(dtype=bool)

    def judge(self, batch: CaseBatch, kinds: _Int64) -> tuple[_Int64, _Int64]:
        """Judge the cases of a batch.

        What cannot be told from days, class and kind alone is left to `judge_cases`: cases
        that passed at an unknown time, open ones with a sighting of their own, and those with
        their own deadline.

        Parameters
        ----------
        batch : CaseBatch
            Cases.
        kinds : ndarray of int64 of shape (n_cases,)
            Kind of each case, which was learnt.

        Returns
        -------
        days : ndarray of int64 of shape (n_cases,)
            Working days; `UNKNOWN_DAYS` where they cannot be counted.
        outcome : ndarray of int64 of shape (n_cases,)
            Codes of outcomes, and `NOT_ASKED`.
        """
        table = self._table
        has_time = np.zeros(len(batch), dtype=bool)
        ends = np.full(len(batch), self._last)
        if self._time is not None:
            has_time = batch.is_given(self._time)
            ends = np.where(has_time, batch.places(self._time, table), self._last)
        starts = batch.places("submitted_at", table)
        days = table.working_days(starts, ends)
        whole_days = days
        if self._last != self._last_whole:
            whole_days = table.working_days(starts, self._last_whole)
        limit = self._limits.of(batch)
        is_judged = (limit >= 0) & (days >= 0)
        answer = np.where(has_time, days <= limit, whole_days >= limit)
        outcome = _BY_ANSWERS[4 * has_time.view(np.uint8) + 2 * is_judged.view(np.uint8) + answer]
        has_none = ~has_time
        if self._is_untold.any():
            is_untold = self._is_untold[kinds] & has_none
            days[is_untold] = UNKNOWN_DAYS
            outcome[is_untold] = outcome_code(Outcome.UNTOLD)
        is_unasked = self._is_unasked[kinds]
        rows = np.flatnonzero(self._is_rare(batch, self._is_passed[kinds], has_none) & ~is_unasked)
        if len(rows):
            days[rows], outcome[rows] = judge_cases(
                batch.frame(rows), self._stage, self._as_of, self._rules
            )
        outcome[is_unasked] = NOT_ASKED
        return days, outcome

    def _is_rare(self, batch: CaseBatch, is_passed: _Bool, has_none: _Bool) -> _Bool:
        is_rare = is_passed & has_none
        if "observed_at" in batch:
            is_rare |= has_none & batch.is_given("observed_at")
        if self._stage is Stage.COMPLETED and "deadline_at" in batch:
            is_rare |= batch.is_given("deadline_at")
        return is_rare
