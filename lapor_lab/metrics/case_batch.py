"""A batch of cases in Arrow, column by column in the types of the table."""

from collections.abc import Collection
from typing import Final

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.metrics.day_table import DayTable
from lapor_lab.schema import CASES

__all__ = ["CaseBatch"]

_KINDS: Final = {column.name: column.kind for column in CASES}
_TARGETS: Final = {"count": pa.int64(), "flag": pa.bool_(), "time": pa.timestamp("us")}
_ALLOWED: Final = {
    "text": "text",
    "count": "whole numbers",
    "number": "numbers",
    "flag": "true or false",
    "time": "naive local times",
}
_Bool = NDArray[np.bool_]
_Datetime64 = NDArray[np.datetime64]


class CaseBatch:
    """Some cases of a source.

    Parameters
    ----------
    batch : RecordBatch of shape (n_cases, n_columns)
        The columns that were read.
    names : collection of str
        The columns that the source has; `batch` may hold fewer.
    """

    def __init__(self, batch: pa.RecordBatch, names: Collection[str]) -> None:
        self._batch = batch
        self.names = names
        self._columns: dict[str, pa.Array] = {}
        self._days: dict[str, _Datetime64] = {}
        self._places: dict[str, NDArray[np.int64]] = {}

    def __len__(self) -> int:
        return int(self._batch.num_rows)

    def __contains__(self, name: str) -> bool:
        return name in self._batch.schema.names

    def column(self, name: str) -> pa.Array:
        """Return a column.

        Parameters
        ----------
        name : str
            A column of the batch.

        Returns
        -------
        Array of shape (n_cases,)
            In the type of the table of cases; text may be a dictionary.

        Raises
        ------
        ParameterError
            If its values are of another kind, or times with a zone.
        """
        if name not in self._columns:
            self._columns[name] = _conformed(self._batch.column(name), name)
        return self._columns[name]

    def is_given(self, name: str) -> _Bool:
        """Return whether a case has a value in a column.

        Parameters
        ----------
        name : str
            A column; all is missing in one that the batch has not.

        Returns
        -------
        ndarray of bool of shape (n_cases,)
            False where it is missing.
        """
        if name not in self:
            return np.zeros(len(self), dtype=bool)
        column = self.column(name)
        if _KINDS.get(name) == "time":
            return ~np.isnat(self.days(name))
        if not column.null_count:
            return np.ones(len(self), dtype=bool)
        return np.asarray(column.is_valid().to_numpy(zero_copy_only=False))

    def days(self, name: str) -> _Datetime64:
        """Return the days of a column of times.

        Parameters
        ----------
        name : str
            A column of the batch.

        Returns
        -------
        ndarray of datetime64[D] of shape (n_cases,)
            NaT where it is missing.
        """
        if name not in self._days:
            times = self.column(name).to_numpy(zero_copy_only=False)
            self._days[name] = times.astype("datetime64[D]")
        return self._days[name]

    def places(self, name: str, table: DayTable) -> NDArray[np.int64]:
        """Return where the days of a column of times stand in tables.

        Parameters
        ----------
        name : str
            A column of the batch.
        table : DayTable
            The same in every call.

        Returns
        -------
        ndarray of int64 of shape (n_cases,)
            Places.
        """
        if name not in self._places:
            self._places[name] = table.places(self.days(name))
        return self._places[name]

    def frame(self, rows: NDArray[np.int64]) -> pd.DataFrame:
        """Return some cases as a frame.

        Parameters
        ----------
        rows : ndarray of int64 of shape (n_rows,)
            Which cases.

        Returns
        -------
        DataFrame of shape (n_rows, n_columns)
            Their columns, of those that the table of cases knows.
        """
        some = pa.array(rows)
        known = [name for name in self._batch.schema.names if name in _KINDS]
        return pd.DataFrame({name: _series(self.column(name).take(some), name) for name in known})


def _series(column: pa.Array, name: str) -> pd.Series:
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if _KINDS[name] == "time":
        times = column.to_numpy(zero_copy_only=False)
        return pd.Series(times.astype("datetime64[us]"))
    series: pd.Series = column.to_pandas()
    return series


def _conformed(column: pa.Array, name: str) -> pa.Array:
    if pa.types.is_dictionary(column.type):
        if _KINDS.get(name, "text") == "text" and not column.dictionary.null_count:
            return column
        column = column.dictionary_decode()
    kind, found = _KINDS.get(name), column.type
    if kind is None or kind == "text":
        # Views have no dictionary of their own.
        is_view = found in {pa.string_view(), pa.binary_view()}
        return column.cast(pa.large_string()) if is_view else column
    if kind == "time" and pa.types.is_timestamp(found) and found.tz is None:
        return column
    refusal = ParameterError(
        "parameter_range",
        name=name,
        allowed=_ALLOWED[kind],
        value=str(found),
        remedy="Convert the column, times to the local time of the institution.",
    )
    # Whole numbers would be cast to times, to moments of January 1970.
    if pa.types.is_timestamp(found) or (kind == "time" and pa.types.is_integer(found)):
        raise refusal
    try:
        return column.cast(_TARGETS[kind])
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as error:
        raise refusal from error
