"""Where cases come from, and up to when they are known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from lapor_lab.errors import InputFileError, ParameterError
from lapor_lab.exchange import iter_case_logs, read_manifest
from lapor_lab.metrics.case_batch import CaseBatch
from lapor_lab.metrics.case_part import CasePart, frame_part, parquet_part, stream_part
from lapor_lab.schema import CASES, ComplaintLog

__all__ = ["CaseSource", "open_source"]

# A limit lies ahead of the data; every other time is one that was seen.
_SEEN: Final = [c.name for c in CASES if c.kind == "time" and c.name != "deadline_at"]
_MOMENT: Final = pd.Timedelta(1, "us")


@dataclass(frozen=True, kw_only=True)
class CaseSource:
    """Cases in parts, and their date.

    Parameters
    ----------
    parts : iterable of CasePart
        To be read once.
    as_of : Timestamp
        Moment up to which they are known, not included.
    """

    parts: Iterable[CasePart]
    as_of: pd.Timestamp


def open_source(source: Any, as_of: pd.Timestamp | None) -> CaseSource:
    """Return the parts of whatever holds cases.

    Parameters
    ----------
    source : ComplaintLog, Path, sequence of Path or object with ``__arrow_c_stream__``
        A log, the folder of one, Parquet files, or a table of any library.
    as_of : Timestamp or None
        Moment of the snapshot, for what is no log; None for the last time in it.

    Returns
    -------
    CaseSource
        Its parts, not yet read.

    Raises
    ------
    ParameterError
        If a log is given a date, or a source that can be read once is not, or the source is of
        no known kind.
    InputFileError
        If a file is absent or cannot be read, or holds no time to tell its date from.
    """
    is_log = isinstance(source, ComplaintLog) or (isinstance(source, Path) and source.is_dir())
    if is_log and as_of is not None:
        raise ParameterError(
            "parameter_range",
            name="as_of",
            allowed="left out for a log, which bears its date",
            value=str(as_of),
            remedy="Leave it out.",
        )
    if isinstance(source, ComplaintLog):
        return CaseSource(parts=[frame_part(source.cases)], as_of=source.as_of)
    if is_log:
        return _folder(source)
    parts = _parts(source)
    if as_of is None:
        as_of = _last_seen(source, parts) + _MOMENT
    return CaseSource(parts=parts, as_of=as_of)


def _folder(folder: Path) -> CaseSource:
    manifest = read_manifest(folder)
    files = sorted((folder / "cases").glob("*.parquet"))
    if not files:
        raise InputFileError("file_missing", path=folder / "cases" / "*.parquet")
    parts: Iterable[CasePart] = [parquet_part(file) for file in files]
    if any("observed_at" in part.names for part in parts):
        # Exports of several dates bound each other's times before they can be counted.
        parts = (frame_part(log.cases) for log in iter_case_logs(folder))
    return CaseSource(parts=parts, as_of=pd.Timestamp(manifest["as_of"]))


def _parts(source: Any) -> list[CasePart]:
    if isinstance(source, Path):
        return [parquet_part(source)]
    if hasattr(source, "__arrow_c_stream__"):
        return [stream_part(source)]
    if isinstance(source, Sequence) and source and all(isinstance(s, Path) for s in source):
        return [parquet_part(path) for path in source]
    raise ParameterError(
        "parameter_range",
        name="source",
        allowed="a log, a folder, Parquet files or a table with `__arrow_c_stream__`",
        value=type(source).__name__,
        remedy="Give paths as `pathlib.Path`.",
    )


def _last_seen(source: Any, parts: list[CasePart]) -> pd.Timestamp:
    if isinstance(source, pa.RecordBatchReader):
        raise ParameterError(
            "parameter_range",
            name="as_of",
            allowed="given for a source that can be read only once",
            value=None,
            remedy="Give the date of the data.",
        )
    moments = []
    for part in parts:
        last = part.read_last()
        moments += [last[name] for name in _SEEN if name in last]
        names = [name for name in _SEEN if name in part.names and name not in last]
        for rows in part.read(names) if names else ():
            batch = CaseBatch(rows, part.names)
            moments += [pc.max(batch.column(name)).as_py() for name in names]
    seen = [pd.Timestamp(moment) for moment in moments if moment is not None]
    if not seen:
        raise ParameterError(
            "parameter_range",
            name="as_of",
            allowed="given for a source that holds no time",
            value=None,
            remedy="Give the date of the data.",
        )
    return max(seen)
