"""Read a table of cases in the kit's own column names, from CSV or Parquet."""

from pathlib import Path

import pandas as pd

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.case_rows import check_times, read_values, refuse_end_before_start
from lapor_lab.exchange.quarantine import Imported, QuarantineList
from lapor_lab.exchange.text_file import check_zone, read_text_table
from lapor_lab.schema import CASES, ComplaintLog
from lapor_lab.schema.tables import require_columns

__all__ = ["import_cases", "read_case_table"]


def read_case_table(path: Path, *, zone: str = "Asia/Jakarta") -> Imported:
    """Read one row a complaint.

    Parameters
    ----------
    path : Path
        A CSV, Excel or Parquet file with at least `case_id`, `submitted_at` and `institution`.
    zone : str, default="Asia/Jakarta"
        Zone of the results; times with an offset are moved to it.

    Returns
    -------
    Imported
        The log, its `as_of` the last time seen, and the rows in quarantine.

    Raises
    ------
    InputFileError
        If the file is absent, empty, no table, or holds no usable row.
    ColumnNotFoundError
        If a required column is absent.
    UnknownNameError
        If the zone is not known.
    """
    check_zone(zone)
    return import_cases(read_text_table(path), path, zone)


def import_cases(raw: pd.DataFrame, path: Path, zone: str) -> Imported:
    """Make a log of a table's rows; see `read_case_table`.

    Parameters
    ----------
    raw : DataFrame of shape (n_rows, n_columns)
        The file as text; the index is the number of each row in it.
    path : Path
        Its name, for messages and provenance.
    zone : str
        Zone of the results.

    Returns
    -------
    Imported
        The log and the rows in quarantine.

    Raises
    ------
    InputFileError
        If it holds no usable row.
    ColumnNotFoundError
        If a required column is absent.
    """
    require_columns(raw.columns, CASES, path=str(path))
    case_ids = raw["case_id"].str.strip()
    bad = QuarantineList(raw, case_ids)
    bad.add(case_ids.isna(), "tanpa nomor laporan")
    bad.add(case_ids.duplicated() & case_ids.notna(), "nomor laporan ganda: sudah ada di atasnya")
    bad.add(raw["institution"].isna(), "tanpa instansi")
    bad.add(raw["submitted_at"].isna(), "tanpa waktu masuk")
    known = {c.name: c.kind for c in CASES if c.name in raw}
    times = check_times(raw, {n: n for n, kind in known.items() if kind == "time"}, bad, zone)
    refuse_end_before_start(times, bad)
    values = {
        name: read_values(raw[name], kind, bad)
        for name, kind in known.items()
        if kind in ("count", "flag")
    }
    keep = bad.is_accepted
    if not keep.any():
        raise InputFileError("file_no_row", path=path, n_rows=len(raw), reason=bad.first_reason)
    read = {str(name): times[name] for name in times} | values | {"case_id": case_ids}
    cases = raw.assign(**read)[keep]
    # A limit lies ahead of the data; every other time is one that was seen.
    last = times.drop(columns="deadline_at", errors="ignore")[keep].max().max()
    log = ComplaintLog(
        cases=cases,
        events=None,
        # One step after the last time: at `as_of` that event is already known.
        as_of=last + pd.Timedelta(1, "us"),
        provenance={"kind": "nyata", "source": path.name, "zone": zone},
    )
    return Imported(log=log, quarantine=bad.table(), n_rows=len(raw))
