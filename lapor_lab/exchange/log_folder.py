"""The kit's own store: a folder of Parquet parts and a manifest.

A part is whatever one task made (an institution, a chunk); parts are written apart and
the folder appears under its name only when all of it is there.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lapor_lab.errors import InputFileError, OutputError
from lapor_lab.exchange.atomic import atomic_folder
from lapor_lab.exchange.bounded_times import bound_times
from lapor_lab.exchange.content_hash import combine_hashes
from lapor_lab.exchange.log_part import PARAMETERS_FOLDER, Receipt, write_part, write_rows
from lapor_lab.schema import ComplaintLog

__all__ = [
    "MANIFEST",
    "RECAP",
    "SNAPSHOTS",
    "Receipt",
    "check_replaceable",
    "iter_case_logs",
    "iter_part_logs",
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


def check_replaceable(out: Path) -> None:
    """Refuse a place where something else than a log of the kit stands.

    Parameters
    ----------
    out : Path
        Where a log shall be.

    Raises
    ------
    OutputError
        If a file stands there, or a folder that holds something else.
    """
    if out.exists() and not (out / MANIFEST).is_file() and (out.is_file() or any(out.iterdir())):
        raise OutputError("output_exists", path=out)


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
    check_replaceable(out)
    with atomic_folder(out) as staging:
        yield staging


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
        receipt = write_part(
            staging,
            "part-0",
            cases=log.cases,
            events=log.events,
            truth=log.truth,
            parameters=log.parameters,
        )
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
        parameters=_read_parts(folder / PARAMETERS_FOLDER),
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
    yield from _iter_logs(folder, with_events=False)


def iter_part_logs(folder: Path) -> Iterator[ComplaintLog]:
    """Read a log folder part by part, cases and events.

    Parameters
    ----------
    folder : Path
        A folder that `write_log_folder` or a maker left.

    Yields
    ------
    ComplaintLog
        One part.

    Raises
    ------
    InputFileError
        If a file is absent or cannot be read.
    """
    yield from _iter_logs(folder, with_events=True)


def _iter_logs(folder: Path, *, with_events: bool) -> Iterator[ComplaintLog]:
    manifest = read_manifest(folder)
    files = sorted((folder / "cases").glob("*.parquet"))
    if not files:
        raise InputFileError("file_missing", path=folder / "cases" / "*.parquet")
    for file in files:
        events = folder / "events" / file.name
        yield ComplaintLog(
            cases=_as_compared(_read_tables([file]), folder, manifest),
            events=_read_tables([events]) if with_events and events.is_file() else None,
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
