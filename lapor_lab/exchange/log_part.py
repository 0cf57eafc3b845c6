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
_ROW_GROUP: Final = 50_000


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
    best as dictionaries, times as whole seconds or microseconds.

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
    """
    given = {"cases": cases, "events": events, "truth": truth, PARAMETERS_FOLDER: parameters}
    hashes = []
    for name, rows in given.items():
        if rows is None:
            continue
        table = _conformed(rows, name)
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
    _write_parquet(_as_table(rows), folder / name, part)


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
    known = [column.name for column in _TABLES[name] if column.name in rows.column_names]
    others = [column for column in rows.column_names if column not in known]
    return rows.select(known + others).replace_schema_metadata()


def _as_table(rows: pd.DataFrame) -> pa.Table:
    return pa.Table.from_pandas(rows, preserve_index=False).replace_schema_metadata()


def _write_parquet(table: pa.Table, folder: Path, part: str) -> None:
    folder.mkdir(exist_ok=True)
    fields = table.schema
    times = [f.name for f in fields if pa.types.is_timestamp(f.type)]
    others = [f.name for f in fields if f.name not in times]
    whole = folder / f"{part}.parquet"
    # Another process may be about the same part: the last one of a run that was stopped.
    partial = folder / f".{part}.{os.getpid()}.part"
    try:
        pq.write_table(
            pa.table([_compact(table[f.name], f.name) for f in fields], names=fields.names),
            partial,
            # On texts of 620 bytes a complaint: zstd 1 takes 1.4 us and 88 bytes, lz4 1.4 us and
            # 176 bytes, snappy 1.3 us and 212 bytes, none 0.4 us and 626 bytes; zstd 3 takes
            # 1.6 us and 76 bytes. Packed differences of times are as small without it.
            compression={**dict.fromkeys(times, "none"), **dict.fromkeys(others, "zstd")},
            compression_level=dict.fromkeys(others, 1),
            use_dictionary=[f.name for f in fields if _is_category(f)],
            column_encoding=dict.fromkeys(times, "DELTA_BINARY_PACKED"),
            row_group_size=_ROW_GROUP,
            # Of a category nobody asks for the smallest value, which costs a third of its time.
            write_statistics=times,
            # So that a category is read back as text, however it was handed over.
            store_schema=False,
        )
        partial.replace(whole)
    finally:
        partial.unlink(missing_ok=True)


def _compact(column: pa.ChunkedArray, name: str) -> pa.ChunkedArray:
    if pa.types.is_timestamp(column.type):
        try:
            # Packed, whole seconds take half of what the same moments in microseconds do.
            return column.cast(pa.timestamp("s"))
        except pa.ArrowInvalid:
            return column
    if name in UNREPEATED and pa.types.is_dictionary(column.type):
        # Of ids that stand in several rows a dictionary is larger and slower than themselves.
        return column.cast(column.type.value_type)
    return column


def _is_category(field: pa.Field) -> bool:
    kind = field.type.value_type if pa.types.is_dictionary(field.type) else field.type
    is_text = pa.types.is_string(kind) or pa.types.is_large_string(kind)
    return is_text and field.name not in UNREPEATED
