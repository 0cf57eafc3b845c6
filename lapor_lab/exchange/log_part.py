"""One part of a log folder: its tables as Parquet files, and a receipt."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from lapor_lab.exchange.content_hash import UNREPEATED, combine_hashes, hash_table
from lapor_lab.schema import CASES, EVENTS, PARAMETERS, TRUTH, Column, conform, require_columns

__all__ = ["PARAMETERS_FOLDER", "Receipt", "part_files", "write_part", "write_rows"]

PARAMETERS_FOLDER: Final = "parameters"
_TABLES: Final[Mapping[str, tuple[Column, ...]]] = {
    "cases": CASES,
    "events": EVENTS,
    "truth": TRUTH,
    PARAMETERS_FOLDER: PARAMETERS,
}
_SECOND: Final = pa.timestamp("s")
_ROW_GROUP: Final = 50_000
# Rows without texts take little memory: one group, and one dictionary, for those of a part.
_EVENT_GROUP: Final = 300_000
# Fewer, larger pages; of texts of 450 bytes one has 7 MB.
_BATCH: Final = 16_384
# Of texts of 450 bytes a complaint: zstd 1 takes 1.4 us and 105 bytes, lz4 1.3 us and 225 bytes,
# snappy 1.3 us and 235 bytes, none 0.3 us and 453 bytes.
_CODEC: Final = "zstd"
_LEVEL: Final = 1
# What zstd gains on these is not worth twice the time; ids drawn by chance gain nothing.
_OTHER_CODECS: Final[Mapping[str, str]] = {
    "title": "lz4",
    "personal_data": "lz4",
    "reporter_id": "none",
}


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
    cases: pd.DataFrame | pa.Table,
    events: pd.DataFrame | pa.Table | None = None,
    truth: pd.DataFrame | pa.Table | None = None,
    parameters: pd.DataFrame | pa.Table | None = None,
) -> Receipt:
    """Write one part's tables into a folder, each file whole or not at all.

    Tables of Arrow are taken as they are, in the order of the schema's columns: categories
    best as dictionaries, times as whole seconds. A column whose type says that it has no gaps
    is written the faster for it; all parts of a log must then say so.

    Parameters
    ----------
    folder : Path
        An existing folder, as `new_log_folder` gives.
    part : str
        Name of the part, fit for a file name.
    cases : DataFrame or Table of shape (n_cases, n_columns)
        Complaints.
    events : DataFrame or Table of shape (n_events, n_columns) or None, default=None
        What happened to them.
    truth : DataFrame or Table of shape (n_cases, n_columns) or None, default=None
        What the maker knows.
    parameters : DataFrame or Table of shape (n_parameters, 4) or None, default=None
        What the maker took for each institution; of a log of several parts, one part holds it.

    Returns
    -------
    Receipt
        Counts and hash of the part.

    Raises
    ------
    ColumnNotFoundError
        If a table lacks a required column.
    ValueError
        If a column has gaps against what its type says.
    """
    given = {"cases": cases, "events": events, "truth": truth, PARAMETERS_FOLDER: parameters}
    hashes = []
    for name, rows in given.items():
        if rows is None:
            continue
        table = _in_seconds(_conformed(rows, name))
        _write_parquet(table, folder / name, part)
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
    _write_parquet(_in_seconds(_as_table(rows)), folder / name, part)


def part_files(folder: Path, part: str) -> list[Path]:
    """Return the files that `write_part` left of a part.

    Parameters
    ----------
    folder : Path
        A folder of parts.
    part : str
        Name of the part.

    Returns
    -------
    list of Path
        Those that are there, in a fixed order.
    """
    return [file for name in _TABLES if (file := folder / name / f"{part}.parquet").is_file()]


def _conformed(rows: pd.DataFrame | pa.Table, name: str) -> pa.Table:
    if isinstance(rows, pd.DataFrame):
        return _as_table(conform(rows, _TABLES[name], path=name))
    require_columns(rows.column_names, _TABLES[name], path=name)
    for field in rows.schema:
        # Not every version of the library looks before it writes.
        if not field.nullable and rows[field.name].null_count:
            message = f"column {field.name} has gaps, and its type says that it has none"
            raise ValueError(message)
    known = [column.name for column in _TABLES[name] if column.name in rows.column_names]
    others = [column for column in rows.column_names if column not in known]
    return rows.select(known + others).replace_schema_metadata()


def _as_table(rows: pd.DataFrame) -> pa.Table:
    return pa.Table.from_pandas(rows, preserve_index=False).replace_schema_metadata()


def _write_parquet(table: pa.Table, folder: Path, part: str) -> None:
    folder.mkdir(exist_ok=True)
    fields = table.schema
    times = [f.name for f in fields if pa.types.is_timestamp(f.type)]
    codecs = {f.name: _codec(f) for f in fields}
    whole = folder / f"{part}.parquet"
    # Another process may be about the same part: the last one of a run that was stopped.
    partial = folder / f".{part}.{os.getpid()}.part"
    try:
        pq.write_table(
            _spelt_out(table),
            partial,
            compression=codecs,
            compression_level={n: _LEVEL for n, codec in codecs.items() if codec == _CODEC} or None,
            use_dictionary=[f.name for f in fields if _is_category(f)],
            # Packed differences of times are as small as compressed ones, and faster.
            column_encoding=dict.fromkeys(times, "DELTA_BINARY_PACKED"),
            row_group_size=_EVENT_GROUP if folder.name == "events" else _ROW_GROUP,
            write_batch_size=_BATCH,
            # Of a category nobody asks for the smallest value, which costs a third of its time.
            write_statistics=times,
            # So that a category is read back as text, however it was handed over.
            store_schema=False,
        )
        partial.replace(whole)
    finally:
        partial.unlink(missing_ok=True)


def _codec(field: pa.Field) -> str:
    # Places in a dictionary are packed already, as are flags.
    is_packed = pa.types.is_timestamp(field.type) or pa.types.is_boolean(field.type)
    if is_packed or _is_category(field):
        return "none"
    return _OTHER_CODECS.get(field.name, _CODEC)


def _in_seconds(table: pa.Table) -> pa.Table:
    """Bring times that are whole seconds to that: packed, they take half of what others do."""
    for place, field in enumerate(table.schema):
        if pa.types.is_timestamp(field.type) and field.type != _SECOND:
            try:
                column = table[field.name].cast(_SECOND)
            except pa.ArrowInvalid:
                continue
            table = table.set_column(place, field.with_type(_SECOND), column)
    return table


def _spelt_out(table: pa.Table) -> pa.Table:
    """Take ids out of dictionaries, which are larger and slower than themselves."""
    for place, field in enumerate(table.schema):
        if field.name in UNREPEATED and pa.types.is_dictionary(field.type):
            kind = field.type.value_type
            column = table[field.name].cast(kind)
            table = table.set_column(place, field.with_type(kind), column)
    return table


def _is_category(field: pa.Field) -> bool:
    kind = field.type.value_type if pa.types.is_dictionary(field.type) else field.type
    is_text = pa.types.is_string(kind) or pa.types.is_large_string(kind)
    return is_text and field.name not in UNREPEATED
