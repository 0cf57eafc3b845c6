"""Read rows of any table whose columns are known into cases."""

from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from lapor_lab.errors import ColumnNotFoundError
from lapor_lab.exchange.columns.column_mapping import ColumnMapping
from lapor_lab.exchange.raw.raw_table import RawChunk, RawTable
from lapor_lab.exchange.rows.case_fields import read_fields
from lapor_lab.exchange.rows.case_moments import read_later_times, read_submission
from lapor_lab.exchange.rows.mapped_rows import MappedRows
from lapor_lab.exchange.values.institution_names import InstitutionNames
from lapor_lab.exchange.values.status_values import closers_of, read_statuses
from lapor_lab.exchange.values.unique_values import Notes
from lapor_lab.schema import CASES

__all__ = ["CaseReader", "ReadCases"]

_TEXT: Final = object if pd.__version__.startswith("2.") else "str"


@dataclass(frozen=True, kw_only=True)
class ReadCases:
    """Cases of some rows, and the rows that are none.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Those columns of `CASES` that the file has; the index is the number of the row.
        Identifiers and texts are as they stand in the file.
    quarantine : DataFrame of shape (n_quarantined_rows, n_columns)
        `row`, `case_id`, `reason`, and the row's own cells.
    notes : Counter of tuple of (str, str)
        What was read with reserve, by code and name.
    """

    cases: pd.DataFrame = field(repr=False)
    quarantine: pd.DataFrame = field(repr=False)
    notes: Notes = field(repr=False)


class CaseReader:
    """Read the rows of one table, chunk by chunk.

    Parameters
    ----------
    mapping : ColumnMapping
        What the columns mean.
    zone : str
        IANA name of the zone of the results.
    source_zone : str
        IANA name of the zone of the file's clock.
    observed_at : Timestamp or None
        Moment before which every row must lie; None where it is not known.
    table : RawTable
        The table that the chunks are of.
    names : InstitutionNames or None, default=None
        Spellings that are shared with other tables; None for those of this one.

    Raises
    ------
    ColumnNotFoundError
        If the mapping names a column that the table does not have.
    """

    def __init__(
        self,
        mapping: ColumnMapping,
        *,
        zone: str,
        source_zone: str,
        observed_at: pd.Timestamp | None,
        table: RawTable,
        names: InstitutionNames | None = None,
    ) -> None:
        missing = [name for name in mapping.columns.values() if name not in table.columns]
        if missing:
            raise ColumnNotFoundError(
                "column_missing",
                path=table.path,
                missing=", ".join(missing),
                found=", ".join(table.columns),
            )
        self._mapping = mapping
        self._zone = zone
        self._source_zone = source_zone
        self._observed_at = observed_at
        self._names = names or InstitutionNames()

    def read(self, chunk: RawChunk) -> ReadCases:
        """Read some rows.

        Parameters
        ----------
        chunk : RawChunk
            Rows of the table.

        Returns
        -------
        ReadCases
            As many cases and rows in quarantine as the chunk has rows.
        """
        rows = MappedRows(chunk, self._mapping, zone=self._zone, source_zone=self._source_zone)
        rows.quarantine.add(rows["case_id"].isna(), "tanpa nomor laporan")
        submitted = read_submission(rows)
        columns = {"case_id": rows["case_id"], "submitted_at": submitted}
        columns |= self._offices(rows, submitted)
        columns |= read_later_times(rows, submitted, self._observed_at)
        columns |= read_fields(rows, self._names)
        is_accepted = rows.quarantine.is_accepted
        is_copy = rows["case_id"].where(is_accepted).duplicated() & is_accepted
        rows.quarantine.add(is_copy, "nomor laporan ganda: sudah ada di baris di atasnya")
        known = {column.name: column.kind for column in CASES}
        ordered = {
            name: _as_text(columns[name]) if kind == "text" else columns[name]
            for name, kind in known.items()
            if name in columns
        }
        cases = pd.DataFrame(ordered, index=chunk.cells.index)[rows.quarantine.is_accepted]
        return ReadCases(cases=cases, quarantine=rows.quarantine.table(), notes=+rows.notes)

    def _offices(self, rows: MappedRows, submitted: pd.Series) -> dict[str, pd.Series]:
        """Read institution, unit, status and who closed."""
        columns: dict[str, pd.Series] = {}
        account = rows.get("institution_account")
        unit = rows.get("unit")
        named = rows["institution"]
        if self._mapping.institution:
            named = named.fillna(self._mapping.institution)
        if account is not None:
            named = named.fillna(account)
        rows.quarantine.add(named.isna(), "tanpa instansi")
        columns["institution"], notes = self._names.institutions(named, submitted)
        rows.notes.update(notes)
        if account is not None and unit is None:
            # The account of the institution itself is no unit of it.
            holder, _ = self._names.institutions(account, submitted)
            unit = account.mask(holder == columns["institution"])
        statuses = rows.get("status")
        if statuses is not None:
            read = read_statuses(statuses, self._mapping.statuses)
            rows.notes.update(read.notes)
            columns["status"] = read.status
            columns["closed_by"] = closers_of(read.status)
            if read.unit.notna().any():
                unit = read.unit if unit is None else unit.fillna(read.unit)
        if unit is not None:
            columns["unit"] = self._names.units(unit, columns["institution"])
        return columns


def _as_text(values: pd.Series) -> pd.Series:
    text = values.astype("string")
    return text.astype(object).where(text.notna(), None).astype(_TEXT)
