"""Read the rows of an .xlsx sheet as a stream.

python-calamine builds a whole sheet in memory: the rectangle up to its farthest cell. One
cell in the last corner makes it ask for half a terabyte and ends the process, and a sheet of
200,000 long reports takes more than 600 MB. So sheets of .xlsx are read here: by pattern where
they are plain, by an XML parser where they are not.
"""

import zipfile
from collections.abc import Callable, Iterator
from itertools import chain
from typing import Final
from xml.parsers import expat

from lapor_lab.exchange.row_source import LONGEST_CELL, MOST_COLUMNS, CellTooLongError, Row
from lapor_lab.exchange.xlsx_book import SharedStrings, XlsxBook
from lapor_lab.exchange.xlsx_plain_rows import read_plain_rows
from lapor_lab.exchange.xlsx_values import MOST_ROWS, CellValues, column_position
from lapor_lab.exchange.xml_stream import feed, local_name, new_parser
from lapor_lab.exchange.zip_package import read_part

__all__ = ["read_xlsx_rows"]

_LARGEST_SHEET: Final = 4 * 2**30


def read_xlsx_rows(package: zipfile.ZipFile, book: XlsxBook, part: str) -> Iterator[Row]:
    """Read rows that hold a cell.

    Parameters
    ----------
    package : ZipFile
        The workbook.
    book : XlsxBook
        Its plan.
    part : str
        Part of the sheet.

    Yields
    ------
    tuple of (int, list of (str or None))
        Number of the row and its cells from the first column on.

    Raises
    ------
    ExpatError
        If the sheet is broken, or bears rows out of order or outside a sheet's bounds.
    CellTooLongError
        If a cell is too long.
    """
    values = CellValues(book, SharedStrings(package, book.strings))
    blocks = read_part(package, part, limit=_LARGEST_SHEET)
    rest, last_row = yield from read_plain_rows(blocks, values)
    sheet = _Sheet(values, last_row)
    for _ in feed(sheet.parser, chain([rest], blocks)):
        sheet.check_length()
        yield from sheet.take_rows()


class _Sheet:
    """Handlers of one sheet: cells come in, whole rows go out."""

    def __init__(self, values: CellValues, last_row: int) -> None:
        self.parser = new_parser()
        self.parser.StartElementHandler = self._start_document
        self._values = values
        self._rows: list[Row] = []
        self._pieces: list[str] = []
        self._cells: list[str | None] = []
        self._row = last_row
        self._positions: dict[str, int] = {}
        self._column = -1
        self._cell: dict[str, str] = {}
        self._is_in_aid = False

    def take_rows(self) -> list[Row]:
        """Hand out the rows that are whole."""
        rows, self._rows = self._rows, []
        return rows

    def check_length(self) -> None:
        """Refuse a text that grows without end."""
        if len(self._pieces) > 1 and sum(map(len, self._pieces)) > LONGEST_CELL:
            raise CellTooLongError(self._row, self._column + 1)

    def _start_document(self, name: str, _: dict[str, str]) -> None:
        # Names are compared with their prefix, as they come: millions of them pass.
        prefix = name.removesuffix(local_name(name))
        self.parser.StartElementHandler = self._start_handler(prefix)
        self.parser.EndElementHandler = self._end_handler(prefix)

    def _start_handler(self, prefix: str) -> Callable[[str, dict[str, str]], None]:
        parser, add_text = self.parser, self._pieces.append
        cell_tag, value_tag, row_tag = f"{prefix}c", f"{prefix}v", f"{prefix}row"
        text_tag, aid_tag = f"{prefix}t", f"{prefix}rPh"

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == cell_tag:
                self._start_cell(attributes)
            elif name == value_tag or (name == text_tag and not self._is_in_aid):
                parser.CharacterDataHandler = add_text
            elif name == row_tag:
                self._start_row(attributes.get("r", ""))
            elif name == aid_tag:
                self._is_in_aid = True

        return start

    def _end_handler(self, prefix: str) -> Callable[[str], None]:
        parser = self.parser
        cell_tag, value_tag, row_tag = f"{prefix}c", f"{prefix}v", f"{prefix}row"
        text_tag, aid_tag = f"{prefix}t", f"{prefix}rPh"

        def end(name: str) -> None:
            if name in (value_tag, text_tag):
                parser.CharacterDataHandler = None
            elif name == cell_tag:
                self._end_cell()
            elif name == row_tag:
                if self._cells:
                    self._rows.append((self._row, self._cells))
            elif name == aid_tag:
                self._is_in_aid = False

        return end

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._cell = attributes
        place = attributes.get("r")
        if place is None:
            self._column += 1
            return
        letters = place.rstrip("0123456789")
        position = self._positions.get(letters)
        if position is None:
            position = column_position(letters)
            self._positions[letters] = position
        self._column = position

    def _end_cell(self) -> None:
        pieces = self._pieces
        if not pieces:
            return
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        pieces.clear()
        cells, column = self._cells, self._column
        if column >= len(cells):
            if column >= MOST_COLUMNS:
                raise expat.ExpatError("column out of bounds")
            cells.extend([None] * (column + 1 - len(cells)))
        get = self._cell.get
        cells[column] = self._values.read(text, get("t", ""), get("s", ""))

    def _start_row(self, number: str) -> None:
        row = int(number) if number.isdecimal() else self._row + 1
        if not self._row < row <= MOST_ROWS:
            raise expat.ExpatError("row out of order")
        self._row, self._column, self._cells = row, -1, []
