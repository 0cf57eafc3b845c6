"""Count batches of cases that have the same columns."""

from collections.abc import Collection

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.metrics.batch_flow import StageMasks, judge_batch
from lapor_lab.metrics.case_batch import CaseBatch
from lapor_lab.metrics.cell_tables import CellTables
from lapor_lab.metrics.combinations import Combinations
from lapor_lab.metrics.flow import Rules
from lapor_lab.metrics.kinds import Kinds
from lapor_lab.metrics.population import Population
from lapor_lab.metrics.question import Question
from lapor_lab.metrics.value_codes import ValueCodes
from lapor_lab.schema import Stage

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
        self._question = question
        self._as_of = as_of
        self._rules = rules
        self.columns = question.columns(names, rules[1])
        self._own = {name for name in question.keys if name in names}
        self._values = {name: ValueCodes() for name in question.keys}
        self._keys = Combinations()
        self._kinds = Kinds(self.columns, names)
        self._masks: dict[Stage, StageMasks] = {}
        self._n_masked = 0
        self._tables = CellTables(question, rules[0])

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
        self._renew_masks()
        for stage, masks in self._masks.items():
            judged = judge_batch(batch, stage, kinds, masks, self._as_of, self._rules)
            self._tables.add_flow(stage, keys, *judged)
        if "daily" in self._question.tables:
            self._tables.add_days("n_opened", keys, batch.submitted_days)
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
        values = self._values[name]
        if name in self._own:
            return values.of(batch.column(name))
        return _month_codes(batch.submitted_days, values)

    def _is_covered(self, batch: CaseBatch) -> _Bool:
        calendar = self._rules[0]
        # An open case is timed up to when it was last seen, so that day must be known too.
        is_end_covered = np.full(len(batch), calendar.covers(self._as_of.to_datetime64()))
        is_seen = batch.is_given("observed_at")
        if is_seen.any():
            seen = calendar.covers(batch.days("observed_at"))
            is_end_covered = np.where(is_seen, seen, is_end_covered)
        return np.asarray(calendar.covers(batch.submitted_days) & is_end_covered)

    def _renew_masks(self) -> None:
        # Kinds are few, and most batches bring no new one.
        if len(self._kinds) > self._n_masked:
            kinds, _ = self._kinds.frame()
            self._masks = {
                stage: StageMasks.of(kinds, stage)
                for stage in self._question.flow_stages
                if Population(kinds).is_told(stage)
            }
            self._n_masked = len(self._kinds)


def _month_codes(days: NDArray[np.datetime64], values: ValueCodes) -> _Int64:
    # Of many cases few days are different, so that few are turned into months.
    places, found = pd.factorize(days.view(np.int64))
    months = np.asarray(found).view("datetime64[D]").astype("datetime64[M]")
    names = [None if month == "NaT" else month for month in np.datetime_as_string(months)]
    return np.asarray(values.of_values(names)[places])
