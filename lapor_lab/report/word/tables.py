"""Tables whose header is repeated on each page and whose rows stay whole."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

import pandas as pd
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Emu
from docx.table import Table

from lapor_lab.report.word.column_widths import least_widths, share_widths
from lapor_lab.report.word.runs import add_text, readable
from lapor_lab.report.word.styles import CELL, FACT, SMALL_CELL

__all__ = ["add_facts", "add_table"]

_NUMBER: Final = re.compile(r"[<>≤≥+−-]?[\d.,]+(\s?(–|-|/|dari|of)\s?[\d.,]+)*\s?%?|–( / –)?|\s*")
_DIGIT: Final = re.compile(r"\d")
# Letters of a line of 16 cm, by the style of a cell.
_LETTERS: Final = {CELL: 88.0, SMALL_CELL: 104.0}
_LINES_PER_EMU: Final = 1 / Cm(16)
_FACT_WIDTHS: Final = (27, 73)
# A table of no more lines is not parted by the end of a page.
_SHORT: Final = 12
_HEADER_FILL: Final = "E7E6E6"
# Letters: what a column is given at least and at most where no widths are told.
_NARROWEST, _WIDEST = 6, 34


def add_table(
    document: Document,
    frame: pd.DataFrame,
    *,
    description: str,
    widths: Sequence[float] | None,
) -> None:
    """Add a table as wide as the text.

    Parameters
    ----------
    document : Document
        Where it goes, at the end.
    frame : DataFrame of shape (n_rows, n_columns)
        Cells as text; the names of its columns are the header.
    description : str
        What a screen reader says of it.
    widths : sequence of float or None
        Widths of the columns beside each other, in any unit; None for widths by content.
    """
    cells = frame.astype("object").where(frame.notna(), "–").astype(str)
    lines = [list(map(str, cells.columns)), *cells.to_numpy().tolist()]
    columns = [[_unbroken(text) for text in column] for column in zip(*lines, strict=True)]
    style, shared = _layout(document, columns)
    table = document.add_table(rows=len(cells) + 1, cols=cells.shape[1])
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _describe(table, description)
    _set_widths(document, table, shared if widths is None else widths)
    is_number = [_are_numbers(column[1:]) for column in columns]
    for place, (row, line) in enumerate(zip(table.rows, lines, strict=True)):
        _keep_whole(row, is_header=place == 0)
        for cell, text, right in zip(row.cells, line, is_number, strict=True):
            if place == 0:
                _fill(cell, text, is_bold=True, style=style, alignment=WD_ALIGN_PARAGRAPH.CENTER)
                _shade(cell)
            else:
                _fill(
                    cell, text, style=style, alignment=WD_ALIGN_PARAGRAPH.RIGHT if right else None
                )


def add_facts(document: Document, pairs: Iterable[tuple[str, str]]) -> None:
    """Add terms and what they are, beside each other, without lines.

    Parameters
    ----------
    document : Document
        Where they go, at the end.
    pairs : iterable of (str, str)
        Terms and their text.
    """
    told = list(pairs)
    table = document.add_table(rows=len(told), cols=2)
    table.autofit = False
    _set_widths(document, table, _FACT_WIDTHS)
    for row, (term, text) in zip(table.rows, told, strict=True):
        _keep_whole(row, is_header=False)
        _fill(row.cells[0], term, style=FACT, is_bold=True)
        _fill(row.cells[1], text, style=FACT)


def _unbroken(text: str) -> str:
    """Count a number and its unit as one word, so that they have room on one line."""
    return text.replace(" %", "\u00a0%")


def _are_numbers(cells: Sequence[str]) -> bool:
    """Tell a column of numbers: what has digits is one, and something has."""
    told = [cell for cell in cells if _DIGIT.search(cell)]
    return bool(told) and all(_NUMBER.fullmatch(line) for cell in told for line in cell.split("\n"))


def _layout(document: Document, columns: Sequence[Sequence[str]]) -> tuple[str, list[float]]:
    """Choose the size of the letters: the smaller where words would break."""
    section: Any = document.sections[-1]
    width = section.page_width - section.left_margin - section.right_margin
    rooms = {style: letters * width * _LINES_PER_EMU for style, letters in _LETTERS.items()}
    needed = sum(least_widths(columns))
    style = next((name for name, room in rooms.items() if needed <= room), SMALL_CELL)
    return style, share_widths(columns, rooms[style])


def _set_widths(document: Document, table: Table, widths: Sequence[float]) -> None:
    section: Any = document.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    total = float(sum(widths))
    sizes = [Emu(int(room * width / total)) for width in widths]
    for column, size in zip(table.columns, sizes, strict=True):
        column.width = size
    for row in table.rows:
        for cell, size in zip(row.cells, sizes, strict=True):
            cell.width = size


def _describe(table: Table, description: str) -> None:
    properties = table._tbl.tblPr  # noqa: SLF001 (no public way)
    caption = parse_xml(f"<w:tblCaption {nsdecls('w')} w:val=''/>")
    caption.set(caption.keys()[0], readable(description))
    properties.append(caption)


def _keep_whole(row: Any, *, is_header: bool) -> None:
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 (no public way)
    properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    if is_header:
        properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _keep_together(table: Table) -> None:
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill(
    cell: Any,
    text: str,
    *,
    style: str = CELL,
    is_bold: bool = False,
    alignment: WD_ALIGN_PARAGRAPH | None = None,
) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    paragraph.alignment = alignment
    add_text(paragraph, text, is_bold=is_bold)


def _shade(cell: Any) -> None:
    fill = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_HEADER_FILL}"/>'
    cell._tc.get_or_add_tcPr().append(parse_xml(fill))  # noqa: SLF001 (no public way)
