"""One table on its way in: what its columns mean, and the date that it was made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

import pandas as pd

from lapor_lab.errors import ColumnNotFoundError, InputFileError
from lapor_lab.exchange.columns.column_mapping import ColumnMapping, fit_mapping
from lapor_lab.exchange.columns.known_layouts import known_mapping
from lapor_lab.exchange.columns.mapping_proposal import Proposal, propose_mapping
from lapor_lab.exchange.columns.official_layout import (
    hides_what_is_confidential,
    official_mapping,
)
from lapor_lab.exchange.columns.preamble import read_preamble
from lapor_lab.exchange.imports.import_summary import AsOfOrigin, FileFacts
from lapor_lab.exchange.raw.header import refuse_data_as_header
from lapor_lab.exchange.raw.raw_table import RawTable
from lapor_lab.exchange.rows.recap_table import recap_mapping
from lapor_lab.exchange.values.dates import parse_dates
from lapor_lab.schema import CASES

__all__ = ["ImportOptions", "ImportSource", "prepare_source"]

_DAY: Final = pd.Timedelta(1, "D")
_MOMENT: Final = pd.Timedelta(1, "us")
_RECAP_LAYOUT: Final = "rekapitulasi"
_TIMES: Final = ("submitted_at", "submitted_date", "verified_at", "responded_at", "closed_at")
# Made by the import itself, or by nobody: no file is expected to have them.
_NOT_EXPECTED: Final = frozenset({
    "duplicate_of", "observed_at", "responded_earliest_at", "responded_latest_at",
    "closed_earliest_at", "closed_latest_at", "unit_level", "submitted_at",
})  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ImportOptions:
    """What the user says of the files.

    Parameters
    ----------
    key : bytes, default=b""
        The project's key, by which identifiers are hashed; empty for the one that lies at
        `project_key_path`.
    zone : str, default="Asia/Jakarta"
        Zone of the results.
    source_zone : mapping of str to str
        Zone of a file's clock by its name, and under ``""`` that of all others; the same as
        `zone` where nothing is said.
    as_of : mapping of str to Timestamp
        Date of a file by its name, and under ``""`` that of all that bear none.
    mapping : ColumnMapping or None, default=None
        Meaning of the columns of files that are no known layout.
    choose_as_of : callable or None, default=None
        Asked for the date of a file that bears none, with the table and the last time in it;
        where it is None or returns None, that last time is taken.
    choose_mapping : callable or None, default=None
        Asked to confirm a proposal, with the table; where it is None or returns None, what is
        certain is taken and what is not is refused.
    """

    key: bytes = b""
    zone: str = "Asia/Jakarta"
    source_zone: Mapping[str, str] = field(default_factory=dict)
    as_of: Mapping[str, pd.Timestamp] = field(default_factory=dict)
    mapping: ColumnMapping | None = None
    choose_as_of: Callable[[RawTable, pd.Timestamp | None], pd.Timestamp | None] | None = None
    choose_mapping: Callable[[RawTable, Proposal], ColumnMapping | None] | None = None

    def clock_zone(self, file: str) -> str:
        """Return the zone of a file's clock.

        Parameters
        ----------
        file : str
            Name of the file.

        Returns
        -------
        str
            IANA name.
        """
        return self.source_zone.get(file) or self.source_zone.get("") or self.zone


@dataclass(frozen=True, kw_only=True)
class ImportSource:
    """A table that is ready to be read.

    Parameters
    ----------
    table : RawTable
        The table.
    mapping : ColumnMapping or None
        What its columns mean; None for a table of totals.
    as_of : Timestamp
        The date that it was made, or the moment up to which it knows.
    as_of_origin : AsOfOrigin
        Who said so.
    is_synthetic : bool
        Whether it says of itself that it is made up.
    is_guessed : bool, default=False
        Whether nobody confirmed the meaning of its columns.
    """

    table: RawTable
    mapping: ColumnMapping | None
    as_of: pd.Timestamp
    as_of_origin: AsOfOrigin
    is_synthetic: bool
    is_guessed: bool = False

    @property
    def is_recap(self) -> bool:
        """Whether it holds totals rather than cases."""
        return self.mapping is None

    @property
    def known_until(self) -> pd.Timestamp:
        """Moment before which every row must lie: a date alone means some hour of that day."""
        is_date = self.as_of == self.as_of.normalize()
        return self.as_of + _DAY if is_date else self.as_of

    @property
    def withheld(self) -> list[str]:
        """Columns that may hold confidential texts, because the table does not say which are."""
        if self.mapping is None or not hides_what_is_confidential(self.mapping):
            return []
        return ["title", "text"]

    @property
    def columns(self) -> Mapping[str, str]:
        """Column of the file by column of the kit."""
        if self.mapping is None:
            return recap_mapping(self.table.columns) or {}
        return self.mapping.columns

    def facts(self, *, n_rows: int, n_quarantined: int, n_snapshots: int = 0) -> FileFacts:
        """Say what was found in the table.

        Parameters
        ----------
        n_rows, n_quarantined : int
            Rows read, and those in quarantine.
        n_snapshots : int, default=0
            Accepted rows that are an earlier state of a case.

        Returns
        -------
        FileFacts
            The facts.
        """
        used = set(self.columns.values())
        missing = () if self.mapping is None else _missing(self.mapping)
        return FileFacts(
            file=self.table.path.name,
            sheet=self.table.sheet,
            layout=_RECAP_LAYOUT if self.mapping is None else self.mapping.layout,
            header_row=self.table.header_row,
            encoding=self.table.encoding,
            as_of=self.as_of,
            as_of_origin=self.as_of_origin,
            n_rows=n_rows,
            n_accepted=n_rows - n_quarantined,
            n_quarantined=n_quarantined,
            n_snapshots=n_snapshots,
            columns=dict(self.columns),
            columns_missing=missing,
            columns_ignored=tuple(name for name in self.table.columns if name not in used),
            other_sheets=self.table.other_sheets,
        )


def prepare_source(table: RawTable, options: ImportOptions) -> ImportSource:
    """Find out what a table's columns mean and when it was made.

    Parameters
    ----------
    table : RawTable
        A table of cases or of totals.
    options : ImportOptions
        What the user says.

    Returns
    -------
    ImportSource
        The table with all that is needed to read it.

    Raises
    ------
    ColumnNotFoundError
        If nobody can tell which columns hold a case's number, date and institution.
    InputFileError
        If it bears no date and holds no time that can be read.
    """
    mapping, is_guessed = _find_mapping(table, options)
    preamble = read_preamble(table.preamble)
    if mapping is not None and mapping.missing == ("institution",) and preamble.institution:
        mapping = replace(mapping, institution=preamble.institution)
    as_of, origin = _find_as_of(table, mapping, preamble.as_of, options)
    return ImportSource(
        table=table,
        mapping=mapping,
        as_of=as_of,
        as_of_origin=origin,
        is_synthetic=preamble.is_synthetic,
        is_guessed=is_guessed,
    )


def _find_mapping(table: RawTable, options: ImportOptions) -> tuple[ColumnMapping | None, bool]:
    mapping, is_guessed = _find_columns(table, options)
    if mapping is not None and options.mapping is not None:
        statuses = {**mapping.statuses, **options.mapping.statuses}
        mapping = replace(mapping, statuses=statuses)
    return mapping, is_guessed


def _find_columns(table: RawTable, options: ImportOptions) -> tuple[ColumnMapping | None, bool]:
    path = str(table.path)
    mapping = official_mapping(table.columns)
    if mapping is not None:
        return mapping, False
    sample = next(table.chunks(), None)
    below = None if sample is None else sample.cells
    refuse_data_as_header(table.path, table.header_row, table.columns, below)
    if options.mapping is not None and options.mapping.columns:
        return fit_mapping(options.mapping, table.columns, path=path), False
    is_known = known_mapping(table.columns) is not None
    if not is_known and recap_mapping(table.columns) is not None:
        return None, False
    if sample is None:
        raise InputFileError("file_empty", path=table.path)
    proposal = propose_mapping(table, sample)
    if is_known and proposal.is_complete:
        return proposal.mapping, False
    chosen = options.choose_mapping(table, proposal) if options.choose_mapping else None
    if chosen is not None:
        return chosen, False
    if not proposal.is_certain:
        raise ColumnNotFoundError("mapping_uncertain", path=path)
    return proposal.mapping, True


def _find_as_of(
    table: RawTable,
    mapping: ColumnMapping | None,
    in_preamble: pd.Timestamp | None,
    options: ImportOptions,
) -> tuple[pd.Timestamp, AsOfOrigin]:
    if table.path.name in options.as_of:
        return options.as_of[table.path.name], AsOfOrigin.USER
    if in_preamble is not None:
        return in_preamble, AsOfOrigin.PREAMBLE
    if "" in options.as_of:
        return options.as_of[""], AsOfOrigin.USER
    last = None if mapping is None else _last_time(table, mapping, options)
    chosen = options.choose_as_of(table, last) if options.choose_as_of else None
    if chosen is not None:
        return chosen, AsOfOrigin.USER
    if last is None:
        raise InputFileError("file_no_date", path=table.path)
    return last + _MOMENT, AsOfOrigin.LAST_TIME


def _last_time(
    table: RawTable, mapping: ColumnMapping, options: ImportOptions
) -> pd.Timestamp | None:
    columns = [mapping.columns[name] for name in _TIMES if name in mapping.columns]
    last = [
        parse_dates(
            chunk.cells[column],
            date_order=mapping.date_order,
            zone=options.zone,
            source_zone=options.clock_zone(table.path.name),
        ).max()
        for chunk in table.chunks()
        for column in columns
    ]
    known = [moment for moment in last if pd.notna(moment)]
    if not known:
        return None
    latest: pd.Timestamp = max(known)
    # A date alone means some hour of that day.
    return latest + _DAY - _MOMENT if latest == latest.normalize() else latest


def _missing(mapping: ColumnMapping) -> tuple[str, ...]:
    told = set(mapping.columns)
    if mapping.institution:
        told.add("institution")
    if "status" in told:
        told.add("closed_by")
    if "topic" in told:
        told.add("subtopic")
    if "report_type" in told:
        told |= {"is_anonymous", "is_confidential"}
    if "institution_account" in told:
        told.add("unit")
    return tuple(c.name for c in CASES if c.name not in told | _NOT_EXPECTED)
