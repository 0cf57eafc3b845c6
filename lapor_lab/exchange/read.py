"""One door for every input: a log folder, an event log or a table of cases."""

import secrets
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import pandas as pd

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.case_table import read_case_table
from lapor_lab.exchange.columns.official_layout import official_mapping
from lapor_lab.exchange.events.event_log import is_event_log, read_event_log
from lapor_lab.exchange.events.xes import is_xes, read_xes
from lapor_lab.exchange.imports.import_files import import_files
from lapor_lab.exchange.imports.import_run import QUARANTINE
from lapor_lab.exchange.imports.import_source import ImportOptions
from lapor_lab.exchange.log_folder import read_log_folder, read_manifest
from lapor_lab.exchange.quarantine import Imported
from lapor_lab.exchange.raw.header import refuse_data_as_header
from lapor_lab.exchange.raw.table_source import open_tables
from lapor_lab.exchange.text_file import check_zone

__all__ = ["read_log"]

_ALLOWED: Final = "folder lapor-lab, .csv, .xlsx, .xls, .parquet, .xes, atau .xes.gz"
_TABLES: Final = (".csv", ".parquet", ".tsv", ".txt", ".xls", ".xlsx")
# By which a table in the kit's own columns is known.
_OWN_NAME: Final = "case_id"
_QUARANTINE_COLUMNS: Final = ["row", "case_id", "reason"]


def read_log(
    path: Path, *, zone: str = "Asia/Jakarta", as_of: pd.Timestamp | None = None
) -> Imported:
    """Read whatever holds complaints.

    Parameters
    ----------
    path : Path
        A folder that ``lapor-lab generate`` or ``import`` made, an official export, an event
        log in XES or in CSV (XES names), or a table of cases in CSV, Excel or Parquet.
    zone : str, default="Asia/Jakarta"
        Zone of the results; times with an offset are moved to it.
    as_of : Timestamp or None, default=None
        Date of an export that bears none; None for the last time in it.

    Returns
    -------
    Imported
        The log and the rows in quarantine.

    Raises
    ------
    InputFileError
        If the input is absent, empty or of no known kind.
    ColumnNotFoundError
        If a required column is absent.
    UnknownNameError
        If the zone is not known.
    """
    check_zone(zone)
    if path.is_dir():
        return _read_folder(path)
    if not path.exists():
        raise InputFileError("file_missing", path=path)
    if is_xes(path):
        return read_xes(path, zone=zone)
    if path.suffix.lower() not in _TABLES:
        raise InputFileError("file_kind", path=path, allowed=_ALLOWED)
    table = open_tables(path)[0]
    columns = table.columns
    if official_mapping(columns) is None:
        refuse_data_as_header(path, table.header_row, columns)
    if is_event_log(list(columns)):
        return read_event_log(path, zone=zone)
    if _OWN_NAME in columns:
        return read_case_table(path, zone=zone)
    return _read_foreign(path, zone, as_of)


def _read_folder(path: Path) -> Imported:
    log = read_log_folder(path)
    n_cases = read_manifest(path).get("n_cases", len(log.cases))
    return Imported(
        log=log,
        quarantine=pd.DataFrame(columns=_QUARANTINE_COLUMNS),
        n_rows=n_cases,
        n_after_as_of=n_cases - len(log.cases),
    )


def _read_foreign(path: Path, zone: str, as_of: pd.Timestamp | None) -> Imported:
    """Read a table in other people's columns: an import that nobody keeps."""
    options = ImportOptions(
        key=secrets.token_bytes(32), zone=zone, as_of={} if as_of is None else {"": as_of}
    )
    with TemporaryDirectory() as name:
        folder = Path(name)
        summary = import_files([path], folder, options=options)
        log = read_log_folder(folder)
        quarantine = pd.read_csv(folder / QUARANTINE, dtype="str", encoding="utf-8-sig")
    return Imported(
        log=log,
        quarantine=quarantine,
        n_rows=summary.n_rows,
        n_after_as_of=summary.n_after_as_of,
    )
