"""One door for every input: a log folder, an event log or a table of cases."""

from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.case_table import import_cases, read_case_table
from lapor_lab.exchange.event_log import import_events, is_event_log
from lapor_lab.exchange.log_folder import read_log_folder, read_manifest
from lapor_lab.exchange.quarantine import Imported
from lapor_lab.exchange.text_file import check_zone, read_text_table
from lapor_lab.exchange.xes import is_xes, read_xes

__all__ = ["read_log"]

_ALLOWED: Final = "folder lapor-lab generate, .csv, .parquet, .xes, atau .xes.gz"
_QUARANTINE_COLUMNS: Final = ["row", "case_id", "reason"]


def read_log(path: Path, *, zone: str = "Asia/Jakarta") -> Imported:
    """Read whatever holds complaints.

    Parameters
    ----------
    path : Path
        A folder that ``lapor-lab generate`` made, an event log in XES or in CSV (XES
        names), or a table of cases in CSV or Parquet.
    zone : str, default="Asia/Jakarta"
        Zone of the results; times with an offset are moved to it.

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
        log = read_log_folder(path)
        nothing = pd.DataFrame(columns=_QUARANTINE_COLUMNS)
        n_cases = read_manifest(path).get("n_cases", len(log.cases))
        return Imported(
            log=log, quarantine=nothing, n_rows=n_cases, n_after_as_of=n_cases - len(log.cases)
        )
    if not path.exists():
        raise InputFileError("file_missing", path=path)
    if is_xes(path):
        return read_xes(path, zone=zone)
    if path.suffix.lower() == ".parquet":
        return read_case_table(path, zone=zone)
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        raw = read_text_table(path)
        if is_event_log(list(raw.columns)):
            return import_events(raw, path, zone)
        return import_cases(raw, path, zone)
    raise InputFileError("file_kind", path=path, allowed=_ALLOWED)
