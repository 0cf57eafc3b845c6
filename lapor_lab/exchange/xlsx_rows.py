"""Read the rows of an .xlsx sheet as a stream.

python-calamine builds a whole sheet in memory: the rectangle up to its farthest cell. One
cell in the last corner makes it ask for half a terabyte and ends the process, and a sheet of
200,000 long reports takes more than 600 MB. So sheets of .xlsx are read here.
"""

import zipfile
from collections.abc import Callable, Iterator
from typing import Final
from xml.parsers import expat

from lapor_lab.exchange.cell_text import number_text, serial_text, unescape
from lapor_lab.exchange.row_source import LONGEST_CELL, MOST_COLUMNS, CellTooLongError, Row
from lapor_lab.exchange.xlsx_book import SharedStrings, XlsxBook
from lapor_lab.exchange.xml_stream import feed, local_name, new_parser
from lapor_lab.exchange.zip_package import read_part

__all__ = ["read_xlsx_rows"]

_LARGEST_SHEET: Final = 4 * 2**30
_MOST_ROWS: Final = 1_048_576
_LETTERS: Final = 26


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
    sheet = _Sheet(book, SharedStrings(package, book.strings))
    for _ in feed(sheet.parser, read_part(package, part, limit=_LARGEST_SHEET)):
        sheet.check_length()
        yield from sheet.take_rows()


class _Sheet:
    """Handlers of one sheet: cells come in, whole rows go out."""

    def __init__(self, book: XlsxBook, strings: SharedStrings) -> None:
        self.parser = new_parser()
        self.parser.StartElementHandler = self._start_document
        self._book = book
        self._rows: list[Row] = []
        self._pieces: list[str] = []
        self._cells: list[str | None] = []
        self._row = 0
        self._positions: dict[str, int] = {}
        self._column = -1
        self._cell: dict[str, str] = {}
        self._is_in_aid = False
        self._values: dict[str, Callable[[str], str | None]] = {
            "s": lambda text: strings[int(text)],
            "n": self._number,
            "str": unescape,
            "inlineStr": unescape,
            "b": lambda text: "TRUE" if text.strip() == "1" else "FALSE",
            "d": lambda text: text.removesuffix("T00:00:00"),
            "e": lambda _: None,
        }

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
            position = _column_number(letters)
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
        cells[column] = self._values[self._cell.get("t", "n")](text)

    def _start_row(self, number: str) -> None:
        row = int(number) if number.isdecimal() else self._row + 1
        if not self._row < row <= _MOST_ROWS:
            raise expat.ExpatError("row out of order")
        self._row, self._column, self._cells = row, -1, []

    def _number(self, text: str) -> str | None:
        if self._cell.get("s", "") in self._book.time_styles:
            return serial_text(text, is_1904=self._book.is_1904)
        return number_text(text)


def _column_number(letters: str) -> int:
    number = 0
    if not (letters.isascii() and letters.isalpha() and len(letters) <= len("XFD")):
        raise expat.ExpatError("no column")
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    if number > MOST_COLUMNS:
        raise expat.ExpatError("column out of bounds")
    return number - 1
