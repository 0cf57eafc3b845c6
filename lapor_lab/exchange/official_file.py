"""Write a file as the official export makes it, row by row: .xlsx or .csv."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol, TextIO

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from lapor_lab.errors import OutputError, ParameterError
from lapor_lab.exchange.atomic import atomic_file
from lapor_lab.exchange.table_file import LINE_END

__all__ = ["KINDS", "OfficialFile", "open_official_file"]

KINDS: Final = ("xlsx", "csv")
_SHEET: Final = "Laporan"
_MOST_ROWS: Final = 1_048_576
_FORMULA: Final = "="


class OfficialFile(Protocol):
    """A file to which rows can be added."""

    def add(self, rows: Iterable[Sequence[str]]) -> None:
        """Add rows below those that are there.

        Parameters
        ----------
        rows : iterable of sequence of str
            Cells; empty where nothing is known.
        """


@contextmanager
def open_official_file(
    path: Path, columns: Sequence[str], *, preamble: Sequence[str], n_rows: int, day: pd.Timestamp
) -> Iterator[OfficialFile]:
    """Open a file for the rows of an export; it is there when all of them are.

    Parameters
    ----------
    path : Path
        Where; its ending decides the kind, one of `KINDS`.
    columns : sequence of str
        The header.
    preamble : sequence of str
        What stands above it, one cell a row.
    n_rows : int
        Rows that will be added.
    day : Timestamp
        When the file says that it was made.

    Yields
    ------
    OfficialFile
        To be filled. No more than the rows that are being added is held in memory.

    Raises
    ------
    OutputError
        If the file cannot be written or its ending is of no kind.
    ParameterError
        If a workbook cannot hold so many rows.
    """
    kind = path.suffix.removeprefix(".")
    if kind not in KINDS:
        raise OutputError("output_kind", path=path, allowed=", ".join(f".{k}" for k in KINDS))
    head = [*([cell] for cell in preamble), columns]
    if kind == "xlsx" and n_rows + len(head) > _MOST_ROWS:
        raise ParameterError(
            "parameter_range",
            name="n_cases",
            allowed=f"<= {_MOST_ROWS - len(head)} (.xlsx)",
            value=n_rows,
            remedy="Write .csv.",
        )
    with atomic_file(path) as part:
        if kind == "csv":
            # With the mark by which spreadsheets know UTF-8.
            with part.open("w", encoding="utf-8-sig", newline="") as stream:
                table = _Delimited(stream)
                table.add(head)
                yield table
        else:
            book = Workbook(write_only=True)
            book.properties.created = book.properties.modified = day.to_pydatetime()
            sheet = _Sheet(book)
            try:
                sheet.add(head)
                yield sheet
            finally:
                sheet.close()
            book.save(part)


class _Delimited:
    def __init__(self, stream: TextIO) -> None:
        self._writer = csv.writer(stream, lineterminator=LINE_END)

    def add(self, rows: Iterable[Sequence[str]]) -> None:
        self._writer.writerows(rows)


class _Sheet:
    def __init__(self, book: Workbook) -> None:
        self._sheet = book.create_sheet(_SHEET)

    def add(self, rows: Iterable[Sequence[str]]) -> None:
        for row in rows:
            self._sheet.append([self._cell(text) for text in row])

    def close(self) -> None:
        self._sheet.close()

    def _cell(self, text: str) -> object:
        if not text.startswith(_FORMULA):
            return text or None
        cell = WriteOnlyCell(self._sheet, text)
        # A text is never run.
        cell.data_type = "s"
        return cell
