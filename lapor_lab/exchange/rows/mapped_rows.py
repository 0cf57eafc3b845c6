"""Rows of a table by what their columns mean, with the list of those that cannot be used."""

from collections import Counter
from typing import Final

import pandas as pd

from lapor_lab.exchange.columns.column_mapping import ColumnMapping
from lapor_lab.exchange.quarantine import QuarantineList
from lapor_lab.exchange.raw.raw_table import RawChunk
from lapor_lab.exchange.values.unique_values import Notes

__all__ = ["MappedRows"]

_NOTHING: Final = ("", "-", "--", "–", "—")


class MappedRows:
    """Cells of a chunk by target of the mapping.

    Parameters
    ----------
    chunk : RawChunk
        Rows; those that are no rows of the table go to quarantine at once.
    mapping : ColumnMapping
        What the columns mean.
    zone : str
        IANA name of the zone of the results.
    source_zone : str
        IANA name of the zone of the file's clock.
    """

    def __init__(
        self, chunk: RawChunk, mapping: ColumnMapping, *, zone: str, source_zone: str
    ) -> None:
        self._cells = chunk.cells
        self.mapping = mapping
        self.zone = zone
        self.source_zone = source_zone
        self.notes: Notes = Counter()
        numbers = chunk.cells.index
        self.quarantine = QuarantineList(chunk.cells, self["case_id"])
        has_fault = pd.Series(numbers.isin(chunk.faults.index), index=numbers)
        self.quarantine.add(has_fault, chunk.faults.reindex(numbers[has_fault]).astype(str))

    def get(self, target: str) -> pd.Series | None:
        """Return the cells of a target.

        Parameters
        ----------
        target : str
            One of `TARGETS`.

        Returns
        -------
        Series of str of shape (n,) or None
            Texts, missing where a cell is empty or a dash; None if no column holds it.
        """
        column = self.mapping.columns.get(target)
        if column is None:
            return None
        cells = self._cells[column]
        return cells.mask(cells.isin(_NOTHING))

    def __getitem__(self, target: str) -> pd.Series:
        cells = self.get(target)
        if cells is None:
            return pd.Series(None, index=self._cells.index, dtype=object)
        return cells

    def refuse_unread(self, target: str, is_unread: pd.Series, reason: str) -> None:
        """Put rows with a cell that cannot be read into quarantine.

        Parameters
        ----------
        target : str
            What the cell holds.
        is_unread : Series of bool of shape (n,)
            Which rows.
        reason : str
            Why, to be followed by the column's name.
        """
        self.quarantine.add(is_unread, f"{reason}: kolom {self.mapping.columns[target]}")
