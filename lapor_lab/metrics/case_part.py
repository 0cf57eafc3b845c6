"""Parts of a source of cases: Parquet files, frames and Arrow streams, read batch by batch."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lapor_lab.errors import InputFileError
from lapor_lab.schema import CASES

__all__ = ["CasePart", "frame_part", "parquet_part", "stream_part"]

# Enough that the work on a batch outweighs its overhead; little enough for its processor's cache.
_N_ROWS: Final = 1 << 18
_TEXTS: Final = frozenset(column.name for column in CASES if column.kind == "text")


@dataclass(frozen=True, kw_only=True)
class CasePart:
    """Cases that have the same columns.

    Parameters
    ----------
    names : tuple of str
        Its columns.
    read : callable from sequence of str to iterator of RecordBatch
        Reads some of the columns, batch by batch.
    read_last : callable to mapping of str to datetime or None, default=dict
        Gives the last value of columns of times, None where all is missing: of those of which
        it is known without reading them.
    """

    names: tuple[str, ...]
    read: Callable[[Sequence[str]], Iterator[pa.RecordBatch]]
    read_last: Callable[[], Mapping[str, datetime | None]] = dict


def frame_part(frame: pd.DataFrame) -> CasePart:
    """Return a frame of cases as a part.

    Parameters
    ----------
    frame : DataFrame of shape (n_cases, n_columns)
        Cases.

    Returns
    -------
    CasePart
        Converted batch by batch.
    """

    def read(columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        for start in range(0, len(frame), _N_ROWS):
            rows = frame.iloc[start : start + _N_ROWS]
            yield pa.RecordBatch.from_pydict({name: _as_array(rows[name]) for name in columns})

    return CasePart(names=tuple(map(str, frame.columns)), read=read)


def parquet_part(path: Path) -> CasePart:
    """Return a Parquet file of cases as a part.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    CasePart
        Read by groups of rows, so that memory does not grow with the file.

    Raises
    ------
    InputFileError
        If it is absent or cannot be read; while it is read, too.
    """
    if not path.is_file():
        raise InputFileError("file_missing", path=path)
    with _refused(path):
        names = tuple(pq.read_schema(path).names)

    def read(columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        with _refused(path):
            yield from _in_batches(_read_parquet(path, columns))

    def read_last() -> Mapping[str, datetime | None]:
        with _refused(path), pq.ParquetFile(path) as file:
            return _last_of(file)

    return CasePart(names=names, read=read, read_last=read_last)


def stream_part(source: Any) -> CasePart:
    """Return what gives an Arrow stream as a part.

    Parameters
    ----------
    source : object with ``__arrow_c_stream__``
        A table or relation of any library, or a reader, which can be read once.

    Returns
    -------
    CasePart
        Cut down to the columns asked for before it is streamed where the library can.
    """
    if isinstance(source, pd.DataFrame):
        return frame_part(source)
    is_arrow = hasattr(source, "schema") and isinstance(source.schema, pa.Schema)
    names = source.schema.names if is_arrow else getattr(source, "columns", None)
    if names is None:
        names = pa.RecordBatchReader.from_stream(source).schema.names

    def read(columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        reader = pa.RecordBatchReader.from_stream(_narrowed(source, columns))
        yield from _in_batches(batch.select(list(columns)) for batch in reader)

    return CasePart(names=tuple(map(str, names)), read=read)


def _as_array(values: pd.Series) -> pa.Array:
    try:
        array = pa.array(values, from_pandas=True)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        # Of several types at once: as text they are told apart all the same.
        return pa.array(values.astype("string"), from_pandas=True)
    if isinstance(array, pa.ChunkedArray):
        array = array.combine_chunks()
    if isinstance(array.type, pa.BaseExtensionType):
        return pa.array(values.astype("string"), from_pandas=True)
    return array


def _last_of(file: pq.ParquetFile) -> dict[str, datetime | None]:
    """Return the last times that the file itself tells of its groups of rows."""
    metadata = file.metadata
    groups = [metadata.row_group(number) for number in range(metadata.num_row_groups)]
    # A column of several leaves has no place of its own.
    places = {metadata.schema.column(n).path: n for n in range(metadata.num_columns)}
    last = {}
    for field in file.schema_arrow:
        if not pa.types.is_timestamp(field.type) or field.type.tz is not None:
            continue
        told = [group.column(places[field.name]).statistics for group in groups]
        if all(_is_telling(each, group) for each, group in zip(told, groups, strict=True)):
            found = [each.max for each in told if each.has_min_max]
            last[field.name] = max(found, default=None)
    return last


def _is_telling(statistics: Any, group: Any) -> bool:
    if statistics is None:
        return False
    is_empty = statistics.has_null_count and statistics.null_count == group.num_rows
    return bool(statistics.has_min_max or is_empty)


def _read_parquet(path: Path, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
    texts = [name for name in columns if name in _TEXTS]
    with pq.ParquetFile(path, read_dictionary=texts) as file:
        # Of all groups at once the library would keep every column's bytes.
        for group in range(file.num_row_groups):
            yield from file.iter_batches(
                _N_ROWS, row_groups=[group], columns=list(columns), use_threads=False
            )


@contextmanager
def _refused(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, pa.ArrowInvalid) as error:
        raise InputFileError(
            "file_unreadable", path=path, reason=type(error).__name__, allowed="Parquet"
        ) from error


def _narrowed(source: Any, columns: Sequence[str]) -> Any:
    if hasattr(source, "project"):
        return source.project(", ".join('"' + name.replace('"', '""') + '"' for name in columns))
    return source.select(list(columns)) if hasattr(source, "select") else source


def _in_batches(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Cut long batches and put short ones together."""
    pending: list[pa.RecordBatch] = []
    n_pending = 0
    for batch in batches:
        for start in range(0, batch.num_rows, _N_ROWS):
            pending.append(batch.slice(start, _N_ROWS))
            n_pending += pending[-1].num_rows
            if n_pending > _N_ROWS // 2:
                yield _joined(pending)
                pending, n_pending = [], 0
    if pending:
        yield _joined(pending)


def _joined(batches: list[pa.RecordBatch]) -> pa.RecordBatch:
    if len(batches) == 1:
        return batches[0]
    return pa.Table.from_batches(batches).combine_chunks().to_batches()[0]
