"""What decides how a case is counted, apart from its days: few kinds of very many cases."""

from collections.abc import Collection, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.metrics.case_batch import CaseBatch
from lapor_lab.metrics.combinations import Combinations
from lapor_lab.metrics.value_codes import ValueCodes
from lapor_lab.schema import CASES

__all__ = ["Kinds"]

_VALUES: Final = ("status", "closed_by", "rating")
# Of these only counts whether they are missing, and of numbers whether they are above 0.
_GIVEN: Final = ("duplicate_of", "closed_at", "responded_at", "responded_latest_at")
_NUMBERS: Final = ("n_transfers", "n_reopens")
_TIME: Final = pd.Timestamp(0).as_unit("us")
_STAND_INS: Final = {
    "duplicate_of": (None, ""),
    **dict.fromkeys(_GIVEN[1:], (pd.NaT, _TIME)),
    **dict.fromkeys(_NUMBERS, (None, 0, 1)),
}
_TYPES: Final = {"time": "datetime64[us]", "count": "Int64"}
_Int64 = NDArray[np.int64]


class Kinds:
    """The kinds of cases that were seen.

    Parameters
    ----------
    columns : collection of str
        The columns that make the kind of a case.
    names : collection of str
        The columns that the source has.
    """

    def __init__(self, columns: Collection[str], names: Collection[str]) -> None:
        asked = (*_VALUES, *_GIVEN, *_NUMBERS)
        self._columns = [name for name in asked if name in columns]
        self._names = names
        self._values = {name: ValueCodes(_as_it_is) for name in _VALUES}
        self._known = Combinations()

    def __len__(self) -> int:
        return len(self._known)

    def of(self, batch: CaseBatch, is_covered: NDArray[np.bool_]) -> _Int64:
        """Return the kind of each case.

        Parameters
        ----------
        batch : CaseBatch
            Cases.
        is_covered : ndarray of bool of shape (n_cases,)
            Whether the calendar knows the days of a case.

        Returns
        -------
        ndarray of int64 of shape (n_cases,)
            Rows of `frame`.
        """
        return self._known.of(
            [is_covered.astype(np.int64), *(self._codes(batch, name) for name in self._columns)]
        )

    def frame(self) -> tuple[pd.DataFrame, NDArray[np.bool_]]:
        """Return one case of each kind.

        Returns
        -------
        cases : DataFrame of shape (n_kinds, n_columns)
            All columns of the table that the source has, missing where they do not matter; of
            times and numbers stand-ins.
        is_covered : ndarray of bool of shape (n_kinds,)
            Whether the calendar knows the days.
        """
        codes = self._known.table().reshape(-1, 1 + len(self._columns))
        values = {
            name: self._stand_ins(name, codes[:, place])
            for place, name in enumerate(self._columns, start=1)
        }
        cases = {
            column.name: pd.Series(
                values.get(column.name), range(len(codes)), _TYPES.get(column.kind, "object")
            )
            for column in CASES
            if column.name in self._names
        }
        return pd.DataFrame(cases), codes[:, 0] > 0

    def _codes(self, batch: CaseBatch, name: str) -> _Int64:
        if name in self._values:
            return self._values[name].of(batch.column(name))
        codes = batch.is_given(name).astype(np.int64)
        if name in _NUMBERS:
            # A missing number is not above 0.
            number = batch.column(name).fill_null(0).to_numpy(zero_copy_only=False)
            codes += number > 0
        return codes

    def _stand_ins(self, name: str, codes: _Int64) -> Sequence[Any]:
        values = self._values[name].seen if name in self._values else _STAND_INS[name]
        return [values[code] for code in codes.tolist()]


def _as_it_is(value: Any) -> Any:
    return value
