"""The kit's own store: a folder of Parquet parts and a manifest.

A part is whatever one task made (an institution, a chunk); parts are written apart and
the folder appears under its name only when all of it is there.
"""

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lapor_lab.errors import InputFileError, OutputError
from lapor_lab.exchange.bounded_times import bound_times
from lapor_lab.exchange.content_hash import combine_hashes, hash_table
from lapor_lab.schema import CASES, EVENTS, TRUTH, Column, ComplaintLog, conform

__all__ = [
    "MANIFEST",
    "RECAP",
    "SNAPSHOTS",
    "Receipt",
    "iter_case_logs",
    "new_log_folder",
    "read_log_folder",
    "read_manifest",
    "read_recap_rows",
    "write_log_folder",
    "write_manifest",
    "write_part",
    "write_rows",
]

MANIFEST: Final = "manifest.json"
# What an import knows besides: earlier states of cases, and totals without cases.
SNAPSHOTS: Final = "snapshots"
RECAP: Final = "recap"
_TABLES: Final[Mapping[str, tuple[Column, ...]]] = {
    "cases": CASES,
    "events": EVENTS,
    "truth": TRUTH,
}
_ROW_GROUP: Final = 50_000
# Long, mostly unique texts: a dictionary makes them larger, not smaller.
_NO_DICTIONARY: Final = frozenset({"case_id", "title", "text", "reporter_id"})


@dataclass(frozen=True)
class Receipt:
    """What a task hands back of a part that it wrote.

    Parameters
    ----------
    part : str
        Name of the part.
    n_cases, n_events : int
        Rows written.
    content_hash : str
        Hash of the part's tables.
    """

    part: str
    n_cases: int
    n_events: int
    content_hash: str


def write_part(
    folder: Path,
    part: str,
    *,
    cases: pd.DataFrame,
    events: pd.DataFrame | None = None,
    truth: pd.DataFrame | None = None,
) -> Receipt:
    """Write one part's tables into a folder.

    Parameters
    ----------
    folder : Path
        An existing folder, as `new_log_folder` gives.
    part : str
        Name of the part, fit for a file name.
    cases : DataFrame of shape (n_cases, n_columns)
        Complaints.
    events : DataFrame of shape (n_events, n_columns) or None, default=None
        What happened to them.
    truth : DataFrame of shape (n_cases, n_columns) or None, default=None
        What the maker knows.

    Returns
    -------
    Receipt
        Counts and hash of the part.
    """
    tables = {"cases": cases, "events": events, "truth": truth}
    hashes = []
    for name, frame in tables.items():
        if frame is None:
            continue
        table = conform(frame, _TABLES[name], path=name)
        target = folder / name
        target.mkdir(exist_ok=True)
        _write_parquet(table, target / f"{part}.parquet")
        hashes.append(f"{name} {hash_table(table)}")
    n_events = 0 if events is None else len(events)
    return Receipt(part, len(cases), n_events, combine_hashes(hashes))


def write_rows(folder: Path, name: str, part: str, rows: pd.DataFrame) -> None:
    """Write rows of another table than those of a log beside it.

    Parameters
    ----------
    folder : Path
        An existing folder, as `new_log_folder` gives.
    name : str
        Name of the table, such as `SNAPSHOTS`.
    part : str
        Name of the part, fit for a file name.
    rows : DataFrame of shape (n_rows, n_columns)
        The rows.
    """
    (folder / name).mkdir(exist_ok=True)
    _write_parquet(rows, folder / name / f"{part}.parquet")


def read_recap_rows(folder: Path) -> pd.DataFrame | None:
    """Read the totals without cases that an import holds.

    Parameters
    ----------
    folder : Path
        A log folder.

    Returns
    -------
    DataFrame of shape (n_institutions, n_columns) or None
        As `read_recap` gives them; None where there are none.

    Raises
    ------
    InputFileError
        If a file cannot be read.
    """
    return _read_parts(folder / RECAP)


@contextmanager
def new_log_folder(out: Path) -> Iterator[Path]:
    """Give a folder to write to that becomes `out` when all went well.

    Parameters
    ----------
    out : Path
        Where the log shall be; a log of the kit that stands there is replaced.

    Yields
    ------
    Path
        A folder beside `out`, removed if anything fails.

    Raises
    ------
    OutputError
        If `out` cannot be written or is something else than a log of the kit.
    """
    if out.exists() and not (out / MANIFEST).is_file() and (out.is_file() or any(out.iterdir())):
        raise OutputError("output_exists", path=out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise OutputError("output_unwritable", path=out, reason=error.strerror) from error
    try:
        yield staging
        staging.chmod(0o755)
        if out.exists():
            shutil.rmtree(out)
        staging.replace(out)
    except OSError as error:
        raise OutputError("output_unwritable", path=out, reason=error.strerror) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def write_manifest(folder: Path, receipts: Sequence[Receipt], **entries: object) -> dict[str, Any]:
    """Write what a log folder is and holds.

    Parameters
    ----------
    folder : Path
        The folder that holds the parts.
    receipts : sequence of Receipt
        One a part, in any order.
    **entries : object
        Whatever else shall stand there, such as `scenario`, `rng`, `as_of`, `provenance`.

    Returns
    -------
    dict
        The manifest, with `n_cases`, `n_events`, `content_hash` and `parts` added.
    """
    ordered = sorted(receipts, key=lambda receipt: receipt.part)
    manifest: dict[str, Any] = {
        **entries,
        "n_cases": sum(r.n_cases for r in ordered),
        "n_events": sum(r.n_events for r in ordered),
        "content_hash": combine_hashes(f"{r.part} {r.content_hash}" for r in ordered),
        "parts": {r.part: r.n_cases for r in ordered},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return manifest


def write_log_folder(log: ComplaintLog, out: Path, **entries: object) -> dict[str, Any]:
    """Write a whole log as a folder of one part.

    Parameters
    ----------
    log : ComplaintLog
        A log of any origin.
    out : Path
        Where the folder shall be.
    **entries : object
        More entries of the manifest.

    Returns
    -------
    dict
        The manifest.

    Raises
    ------
    OutputError
        If `out` cannot be written or is something else than a log of the kit.
    """
    with new_log_folder(out) as staging:
        receipt = write_part(staging, "part-0", cases=log.cases, events=log.events, truth=log.truth)
        return write_manifest(
            staging,
            [receipt],
            as_of=log.as_of.isoformat(),
            provenance=dict(log.provenance),
            **entries,
        )


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read the manifest of a log folder.

    Parameters
    ----------
    folder : Path
        A folder that `new_log_folder` left.

    Returns
    -------
    dict
        The manifest.

    Raises
    ------
    InputFileError
        If there is none or it is not one.
    """
    source = folder / MANIFEST
    if not source.is_file():
        raise InputFileError("file_missing", path=source)
    try:
        manifest: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
        pd.Timestamp(manifest["as_of"])
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise InputFileError(
            "file_unreadable", path=source, reason=type(error).__name__, allowed=MANIFEST
        ) from error
    return manifest


def read_log_folder(folder: Path) -> ComplaintLog:
    """Read a log folder back.

    Parameters
    ----------
    folder : Path
        A folder that `write_log_folder` or a maker left.

    Returns
    -------
    ComplaintLog
        The log, parts in the order of their names.

    Raises
    ------
    InputFileError
        If a file is absent or cannot be read.
    """
    manifest = read_manifest(folder)
    cases = _read_parts(folder / "cases")
    if cases is None:
        raise InputFileError("file_missing", path=folder / "cases" / "*.parquet")
    return ComplaintLog(
        cases=_as_compared(cases, folder, manifest),
        events=_read_parts(folder / "events"),
        truth=_read_parts(folder / "truth"),
        as_of=pd.Timestamp(manifest["as_of"]),
        provenance=manifest.get("provenance", {}),
    )


def iter_case_logs(folder: Path) -> Iterator[ComplaintLog]:
    """Read the cases of a log folder part by part, events and truth left aside.

    Parameters
    ----------
    folder : Path
        A folder that `write_log_folder` or a maker left.

    Yields
    ------
    ComplaintLog
        The cases of one part.

    Raises
    ------
    InputFileError
        If a file is absent or cannot be read.
    """
    manifest = read_manifest(folder)
    files = sorted((folder / "cases").glob("*.parquet"))
    if not files:
        raise InputFileError("file_missing", path=folder / "cases" / "*.parquet")
    for file in files:
        yield ComplaintLog(
            cases=_as_compared(_read_tables([file]), folder, manifest),
            events=None,
            as_of=pd.Timestamp(manifest["as_of"]),
            provenance=manifest.get("provenance", {}),
        )


def _as_compared(cases: pd.DataFrame, folder: Path, manifest: Mapping[str, Any]) -> pd.DataFrame:
    # Only files that were imported say when each row was true, and differ in it.
    if "observed_at" not in cases:
        return cases
    bounded = bound_times(cases, _read_parts(folder / SNAPSHOTS))
    return bounded[bounded["submitted_at"] < pd.Timestamp(manifest["as_of"])]


def _read_parts(folder: Path) -> pd.DataFrame | None:
    files = sorted(folder.glob("*.parquet"))
    return _read_tables(files) if files else None


def _read_tables(files: Sequence[Path]) -> pd.DataFrame:
    try:
        tables = [pq.read_table(file) for file in files]
        frame: pd.DataFrame = pa.concat_tables(tables, promote_options="permissive").to_pandas()
    except (OSError, pa.ArrowInvalid) as error:
        raise InputFileError(
            "file_unreadable", path=files[0].parent, reason=type(error).__name__, allowed="Parquet"
        ) from error
    return frame


def _write_parquet(frame: pd.DataFrame, path: Path) -> None:
    table = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata()
    dictionary = [
        f.name
        for f in table.schema
        if (pa.types.is_string(f.type) or pa.types.is_large_string(f.type))
        and f.name not in _NO_DICTIONARY
    ]
    pq.write_table(
        table,
        path,
        compression="zstd",
        compression_level=1,
        use_dictionary=dictionary,
        row_group_size=_ROW_GROUP,
    )
