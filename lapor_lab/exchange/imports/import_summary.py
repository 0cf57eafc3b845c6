"""What an import did: the facts that `import.json` and its page hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pandas as pd

from lapor_lab.exchange.imports.remarks import Remark

__all__ = ["AsOfOrigin", "FileFacts", "ImportSummary"]


class AsOfOrigin(StrEnum):
    """Who said on which date a file was made."""

    PREAMBLE = "tertulis dalam berkas"
    USER = "ditulis pengguna"
    LAST_TIME = "diduga: waktu terakhir dalam berkas"


@dataclass(frozen=True, kw_only=True)
class FileFacts:
    """What was found in one table of one file.

    Parameters
    ----------
    file : str
        Name of the file, without its folder.
    sheet : str
        Sheet of a workbook; empty for a text file.
    layout : str
        What kind of table it is.
    header_row : int
        Row of the column names.
    encoding : str
        Of a text file.
    as_of : Timestamp
        Moment up to which the file knows.
    as_of_origin : AsOfOrigin
        Who said so.
    n_rows, n_accepted, n_quarantined : int
        Rows read; the last two add up to the first.
    n_snapshots : int, default=0
        Accepted rows that are an earlier state of a case that another file holds.
    columns : mapping of str to str
        Column of the file by column of the kit.
    columns_missing : tuple of str, default=()
        Columns of the kit that the file does not have.
    columns_ignored : tuple of str, default=()
        Columns of the file that are not used.
    other_sheets : tuple of str, default=()
        Sheets that hold no table that is read.
    """

    file: str
    sheet: str
    layout: str
    header_row: int
    encoding: str
    as_of: pd.Timestamp
    as_of_origin: AsOfOrigin
    n_rows: int
    n_accepted: int
    n_quarantined: int
    n_snapshots: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    columns_missing: tuple[str, ...] = ()
    columns_ignored: tuple[str, ...] = ()
    other_sheets: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ImportSummary:
    """What came of all files.

    Parameters
    ----------
    files : tuple of FileFacts
        One a table.
    ignored_files : tuple of str, default=()
        Files of a folder that were not read.
    n_cases : int
        Complaints in the result.
    n_recap_rows : int, default=0
        Rows of recap tables that were accepted.
    as_of : Timestamp
        Common date: up to it, all institutions are known; each by its latest file. Later
        complaints do not enter a comparison.
    n_after_as_of : int, default=0
        Complaints of that date or later.
    first, last : Timestamp or None, default=None
        First and last submission.
    quarantine_reasons : mapping of str to int
        Rows in quarantine by reason.
    statuses : mapping of str to int
        Cases by status, official and unknown ones.
    unknown_statuses : mapping of str to int
        The unknown ones alone.
    masked : mapping of str to int
        How often personal data were masked, by kind.
    notes : mapping of str to int
        Further facts of values, such as topics that were rolled up.
    remarks : tuple of Remark, default=()
        What is suspicious.
    key_fingerprint : str, default=""
        By which a key is known again without being told.
    provenance : mapping of str to str
        As the complaint log carries it.
    """

    files: tuple[FileFacts, ...]
    ignored_files: tuple[str, ...] = ()
    n_cases: int
    n_recap_rows: int = 0
    as_of: pd.Timestamp
    n_after_as_of: int = 0
    first: pd.Timestamp | None = None
    last: pd.Timestamp | None = None
    quarantine_reasons: Mapping[str, int] = field(default_factory=dict)
    statuses: Mapping[str, int] = field(default_factory=dict)
    unknown_statuses: Mapping[str, int] = field(default_factory=dict)
    masked: Mapping[str, int] = field(default_factory=dict)
    notes: Mapping[str, int] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()
    key_fingerprint: str = ""
    provenance: Mapping[str, str] = field(default_factory=dict)

    @property
    def n_rows(self) -> int:
        """Rows read."""
        return sum(file.n_rows for file in self.files)

    @property
    def n_accepted(self) -> int:
        """Rows accepted."""
        return sum(file.n_accepted for file in self.files)

    @property
    def n_quarantined(self) -> int:
        """Rows in quarantine."""
        return sum(file.n_quarantined for file in self.files)

    @property
    def n_snapshots(self) -> int:
        """Accepted rows that are an earlier state of a case."""
        return sum(file.n_snapshots for file in self.files)
