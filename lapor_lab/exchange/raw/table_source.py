"""Open the tables of a file, whatever kind of file it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw.delimited import find_delimiter, read_delimited_rows
from lapor_lab.exchange.raw.file_kind import find_kind
from lapor_lab.exchange.raw.header_row import N_ROWS_SEARCHED, Header, find_header
from lapor_lab.exchange.raw.parquet_rows import read_parquet_rows
from lapor_lab.exchange.raw.raw_table import RawTable, TableKind, clean_rows, refuse_long_cell
from lapor_lab.exchange.raw.row_source import ALLOWED, MOST_COLUMNS, CellTooLongError, Row, readable
from lapor_lab.exchange.raw.text_encoding import find_encoding
from lapor_lab.exchange.raw.workbook import list_sheets

__all__ = ["open_tables"]


@dataclass(frozen=True, kw_only=True)
class _Place:
    """Where rows stand, before anyone knows whether they are a table."""

    kind: TableKind
    rows: Callable[[], Iterator[Row]]
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""


def open_tables(path: Path) -> list[RawTable]:
    """Open every table of a file.

    Of a workbook, each sheet is a table that has a header and a row below it, hidden or not;
    but if one begins with *Tracking ID*, only such sheets are.

    Parameters
    ----------
    path : Path
        A file in .xlsx, .xls, .csv (comma, semicolon or tab; UTF-8, UTF-16 or cp1252) or
        .parquet.

    Returns
    -------
    list of RawTable
        At least one.

    Raises
    ------
    InputFileError
        If the file is absent, empty, broken, locked, disguised, holds macros or is made to
        exhaust its reader.
    OptionalDependencyError
        If it needs python-calamine and that is not installed.
    """
    if path.is_dir():
        raise InputFileError(
            "file_unreadable", path=path, reason="ini folder, bukan berkas", allowed=ALLOWED
        )
    with readable(path):
        if not path.is_file():
            raise InputFileError("file_missing", path=path)
        places = _list_places(path)
        headers = [_find_table(path, place) for place in places]
    is_official = any(header.is_official for header in headers if header)
    found = [
        (place, header)
        for place, header in zip(places, headers, strict=True)
        if header and header.is_official >= is_official
    ]
    if not found:
        raise InputFileError("file_empty", path=path)
    read = {id(place) for place, _ in found}
    others = tuple(place.sheet for place in places if id(place) not in read)
    return [
        RawTable(
            path=path,
            sheet=place.sheet,
            kind=place.kind,
            encoding=place.encoding,
            delimiter=place.delimiter,
            header_row=header.row,
            columns=header.columns,
            preamble=header.preamble,
            other_sheets=others,
            rows=place.rows,
        )
        for place, header in found
    ]


def _list_places(path: Path) -> list[_Place]:
    kind = find_kind(path)
    if kind == "parquet":
        return [_Place(kind="parquet", rows=partial(read_parquet_rows, path))]
    if kind == "text":
        encoding = find_encoding(path)
        delimiter = find_delimiter(path, encoding)
        rows = partial(read_delimited_rows, path, encoding, delimiter)
        return [_Place(kind="csv", rows=rows, encoding=encoding, delimiter=delimiter)]
    sheets = list_sheets(path, is_package=kind == "zip")
    return [_Place(kind=s.kind, rows=s.rows, sheet=s.name) for s in sheets]


def _find_table(path: Path, place: _Place) -> Header | None:
    head: list[tuple[int, list[str | None]]] = []
    try:
        for number, cells, _ in clean_rows(place.rows()):
            head.append((number, cells))
            if number > N_ROWS_SEARCHED:
                break
    except CellTooLongError as error:
        header = find_header(head)
        if header is not None:
            # Its names are quoted below, so they must be names. (The word lists of the
            # masker load slowly and are wanted only here.)
            from lapor_lab.exchange.raw.header import refuse_data_as_header  # noqa: PLC0415

            refuse_data_as_header(path, header.row, header.columns)
        raise refuse_long_cell(path, error, header.columns if header else ()) from error
    header = find_header(row for row in head if row[0] <= N_ROWS_SEARCHED)
    # A header without a row below it is no table.
    return _checked(path, header) if header and head[-1][0] > header.row else None


def _checked(path: Path, header: Header) -> Header:
    if len(header.columns) >= MOST_COLUMNS:
        raise InputFileError(
            "table_too_wide", path=path, value=len(header.columns), allowed=MOST_COLUMNS - 1
        )
    return header
