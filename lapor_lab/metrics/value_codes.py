"""The values of a column as whole numbers, the same in every batch."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from lapor_lab.schema import UNKNOWN_GROUP

__all__ = ["ValueCodes", "group_name"]


def group_name(value: object) -> str:
    """Return what a group is called whose cases have a value.

    Parameters
    ----------
    value : object
        Text, number, flag or time; None where there is none.

    Returns
    -------
    str
        `UNKNOWN_GROUP` for None; a time at 00:00 is a day.

    Examples
    --------
    >>> group_name(None), group_name(5), group_name(datetime(2022, 8, 15))
    ('(tidak diisi)', '5', '2022-08-15')
    """
    if value is None:
        return UNKNOWN_GROUP
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return str(value.date())
    return str(value)


class ValueCodes:
    """A list of values that grows as new ones are seen.

    Parameters
    ----------
    spell : callable from object to hashable, default=group_name
        What becomes of a value before it is numbered.
    """

    def __init__(self, spell: Callable[[object], Hashable] = group_name) -> None:
        self._spell = spell
        self._codes: dict[Hashable, int] = {}

    @property
    def seen(self) -> list[Any]:
        """The values, each in the place that is its code."""
        return list(self._codes)

    def of(self, column: pa.Array) -> NDArray[np.int64]:
        """Return the code of each value.

        Parameters
        ----------
        column : Array of shape (n_cases,)
            Values; those of a dictionary are looked at once.

        Returns
        -------
        ndarray of int64 of shape (n_cases,)
            Codes.
        """
        if not pa.types.is_dictionary(column.type):
            column = column.dictionary_encode()
        codes = self.of_values([*column.dictionary.to_pylist(), None])
        places = pc.fill_null(column.indices, 0).to_numpy(zero_copy_only=False)
        found: NDArray[np.int64] = codes[places]
        if column.null_count:
            found[column.is_null().to_numpy(zero_copy_only=False)] = codes[-1]
        return found

    def of_values(self, values: Iterable[object]) -> NDArray[np.int64]:
        """Return the codes of some values.

        Parameters
        ----------
        values : iterable of object
            Values, None where there is none.

        Returns
        -------
        ndarray of int64
            One code a value.
        """
        known = self._codes
        spelt = [self._spell(value) for value in values]
        return np.array([known.setdefault(value, len(known)) for value in spelt], dtype=np.int64)
