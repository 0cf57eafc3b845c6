"""Count batches of cases that have the same columns."""

from collections.abc import Collection

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.metrics.case_batch import CaseBatch
from lapor_lab.metrics.cell_tables import CellTables
from lapor_lab.metrics.combinations import Combinations
from lapor_lab.metrics.day_table import DayTable
from lapor_lab.metrics.flow import Rules
from lapor_lab.metrics.kinds import Kinds
from lapor_lab.metrics.month_codes import MonthCodes
from lapor_lab.metrics.population import Population
from lapor_lab.metrics.question import MONTH, Question
from lapor_lab.metrics.stage_judge import StageJudge
from lapor_lab.metrics.value_codes import ValueCodes

__all__ = ["Counter"]

_Int64 = NDArray[np.int64]
_Bool = NDArray[np.bool_]


class Counter:
    """Counts that grow batch by batch, all of them whole numbers until the end.

    Parameters
    ----------
    question : Question
        What is asked.
    names : collection of str
        The columns that the source has.
    as_of : Timestamp
        Moment of the snapshot, not included.
    rules : tuple of WorkingCalendar and Limits
        Working days, and legal limits by stage and class.

    Raises
    ------
    UnknownNameError
        If a key is no column of the source.
    """

    def __init__(
        self, question: Question, names: Collection[str], as_of: pd.Timestamp, rules: Rules
    ) -> None:
        calendar, limits = rules
        self._question = question
        self.columns = question.columns(names, limits)
        self._values = {name: ValueCodes() for name in question.keys}
        self._days = DayTable(calendar)
        is_month_made = MONTH in question.keys and MONTH not in names
        self._months = MonthCodes(self._values[MONTH], self._days) if is_month_made else None
        self._keys = Combinations()
        self._kinds = Kinds(question.kind_columns(names), names)
        self._is_as_of_covered = bool(calendar.covers(as_of.to_datetime64()))
        self._n_learnt = 0
        self._judges = {
            stage: StageJudge(stage, as_of, rules, self._days) for stage in question.flow_stages
        }
        self._tables = CellTables(question, len(self._days))

    def add(self, batch: CaseBatch) -> None:
        """Count the cases of a batch.

        Parameters
        ----------
        batch : CaseBatch
            Cases with `columns`.
        """
        keys = self._keys.of([self._codes(batch, name) for name in self._question.keys])
        kinds = self._kinds.of(batch, self._is_covered(batch))
        self._tables.add_kinds(keys, kinds)
        self._learn_kinds()
        for stage, judge in self._judges.items():
            if judge.is_told:
                self._tables.add_flow(stage, keys, *judge.judge(batch, kinds))
        if "daily" in self._question.tables:
            self._tables.add_days("n_opened", keys, batch.days("submitted_at"))
            if "closed_at" in batch:
                self._tables.add_days("n_closed", keys, batch.days("closed_at"))

    def tables(self) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
        """Return what was counted.

        Returns
        -------
        flow, sums, daily : DataFrame
            The tables of `Counts`, in the order of their keys.
        """
        codes = self._keys.table().reshape(-1, len(self._question.keys))
        names = [
            pd.Index(self._values[name].seen, dtype="str").take(codes[:, place])
            for place, name in enumerate(self._question.keys)
        ]
        keys = pd.MultiIndex.from_arrays(names, names=["institution", *self._question.strata])
        return self._tables.frames(keys, *self._kinds.frame())

    def _codes(self, batch: CaseBatch, name: str) -> _Int64:
        if name == MONTH and self._months is not None:
            return self._months.of(batch)
        return self._values[name].of(batch.column(name))

    def _is_covered(self, batch: CaseBatch) -> _Bool:
        n_days = len(self._days)
        is_covered = batch.places("submitted_at", self._days) < n_days
        # An open case is timed up to when it was last seen, so that day must be known too.
        is_end_covered: _Bool | bool = self._is_as_of_covered
        if "observed_at" in batch:
            is_seen_covered = batch.places("observed_at", self._days) < n_days
            is_end_covered = np.where(
                batch.is_given("observed_at"), is_seen_covered, is_end_covered
            )
        return is_covered & is_end_covered

    def _learn_kinds(self) -> None:
        # Kinds are few, and most batches bring no new one.
        if len(self._kinds) > self._n_learnt:
            population = Population(self._kinds.frame()[0])
            for judge in self._judges.values():
                judge.learn(population)
            self._n_learnt = len(self._kinds)
