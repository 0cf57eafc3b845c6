"""Read rows of an .xlsx sheet by pattern, as long as they are written the plain way.

Nearly all programs write cells in one way. A pattern takes those in a third of the time of
an XML parser; at the first row that is written otherwise, the parser takes over.
"""

import re
from collections.abc import Generator, Iterator
from typing import Final
from xml.parsers import expat

from lapor_lab.exchange.row_source import LONGEST_CELL, CellTooLongError, Row
from lapor_lab.exchange.xlsx_values import MOST_ROWS, CellValues, column_position

__all__ = ["Rest", "read_plain_rows"]

# What is left of the sheet, and the last row that was read.
Rest = tuple[bytes, int]

_START: Final = b"<sheetData>"
_ROW_END: Final = b"</row>"
_LONGEST_START: Final = 2**20
_LONGEST_ROWS: Final = 8 * 2**20
_UTF_8: Final = re.compile(rb"encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_CONTENT: Final = r"(?:<v>([^<>]*)</v>|<is><t(?: xml:space=\"preserve\")?>([^<>]*)</t></is>)"
_CELL: Final = (
    r'<c r="([A-Z]{1,3})[0-9]+"(?: s="([0-9]+)")?(?: t="([A-Za-z]+)")?(?:/>|>' + _CONTENT + "</c>)"
)
_FIND_CELLS: Final = re.compile(_CELL)
_FIND_ROW: Final = re.compile(
    r'\s*<row r="([0-9]{1,7})"[^<>/]*(?:/>|>((?:'
    + re.sub(r"\((?!\?)", "(?:", _CELL)
    + r")*)</row>)"
)
_ENTITY: Final = re.compile(r"&([^;&]{0,8});?")
_NUMBER: Final = re.compile(r"#(?:x([0-9A-Fa-f]+)|([0-9]+))")
_NO_CHARACTERS: Final = frozenset((0, *range(0xD800, 0xE000)))
_LAST_CHARACTER: Final = 0x10FFFF
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def read_plain_rows(blocks: Iterator[bytes], values: CellValues) -> Generator[Row, None, Rest]:
    """Read rows as far as they are plain.

    Parameters
    ----------
    blocks : iterator of bytes
        The sheet; it is left behind what was read.
    values : CellValues
        What makes texts of cells.

    Returns
    -------
    tuple of (bytes, int)
        A document that begins with all that was read and not understood, and the number of
        the last row.

    Yields
    ------
    tuple of (int, list of (str or None))
        Number of the row and its cells from the first column on.

    Raises
    ------
    ExpatError
        If an entity is not one of XML's own.
    CellTooLongError
        If a cell is too long.
    """
    rest = b""
    while _START not in rest:
        block = next(blocks, b"")
        rest += block
        if not block or len(rest) > _LONGEST_START:
            return rest, 0
    start = rest.index(_START) + len(_START)
    if b"<!" in rest[:start] or _UTF_8.search(rest[:start]):
        return rest, 0
    rest = rest[start:]
    last = 0
    positions: dict[str, int] = {}
    while True:
        end = rest.rfind(_ROW_END) + len(_ROW_END)
        if end >= len(_ROW_END):
            text = rest[:end].decode()
            at = 0
            while at < len(text):
                found = _FIND_ROW.match(text, at)
                if not found or not last < int(found[1]) <= MOST_ROWS:
                    return b"<worksheet><sheetData>" + text[at:].encode() + rest[end:], last
                at = found.end()
                last = int(found[1])
                cells = _read_cells(found[2], last, values, positions)
                if cells:
                    yield last, cells
            rest = rest[end:]
        block = next(blocks, b"")
        rest += block
        if not block or len(rest) > _LONGEST_ROWS:
            return b"<worksheet><sheetData>" + rest, last


def _read_cells(
    text: str | None, row: int, values: CellValues, positions: dict[str, int]
) -> list[str | None]:
    cells: list[str | None] = []
    if not text:
        return cells
    is_escaped = "&" in text or "\r" in text
    for letters, style, kind, value, inline in _FIND_CELLS.findall(text):
        content = value or inline
        if not content:
            continue
        position = positions.get(letters)
        if position is None:
            position = column_position(letters)
            positions[letters] = position
        if is_escaped:
            content = _unescape(content)
        if len(content) > LONGEST_CELL:
            raise CellTooLongError(row, position + 1)
        if position >= len(cells):
            cells.extend([None] * (position + 1 - len(cells)))
        cells[position] = values.read(content, kind, style)
    return cells


def _unescape(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _ENTITY.sub(lambda found: _character(found[0], found[1]), text)


def _character(entity: str, name: str) -> str:
    if not entity.endswith(";"):
        raise expat.ExpatError("entity without end")
    if name in _ENTITIES:
        return _ENTITIES[name]
    found = _NUMBER.fullmatch(name)
    number = int(found[1] or found[2], 16 if found[1] else 10) if found else 0
    if not found or number in _NO_CHARACTERS or number > _LAST_CHARACTER:
        raise expat.ExpatError("unknown entity")
    return chr(number)
