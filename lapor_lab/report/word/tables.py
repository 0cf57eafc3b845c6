"""Tables whose header is repeated on each page and whose rows stay whole."""

import re
from collections.abc import Sequence
from typing import Any, Final

import pandas as pd
from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Emu
from docx.table import Table

from lapor_lab.report.word.runs import add_text, readable
from lapor_lab.report.word.styles import CELL

__all__ = ["add_table"]

_NUMBER: Final = re.compile(r"[–—-]?|[<>≤≥+−-]?[\d.,]+( ?[–-] ?[\d.,]+| ?/ ?[\d.,]+)?( ?%)?")
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
    table = document.add_table(rows=len(cells) + 1, cols=cells.shape[1])
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    _describe(table, description)
    _set_widths(document, table, _by_content(cells) if widths is None else widths)
    is_number = [bool(cells.iloc[:, i].map(_is_number).all()) for i in range(cells.shape[1])]
    lines = [list(map(str, cells.columns)), *cells.to_numpy().tolist()]
    for place, (row, line) in enumerate(zip(table.rows, lines, strict=True)):
        _keep_whole(row, is_header=place == 0)
        for cell, text, right in zip(row.cells, line, is_number, strict=True):
            _fill(cell, text, is_header=place == 0, is_right=right and len(cells) > 0)


def _is_number(text: str) -> bool:
    return _NUMBER.fullmatch(text) is not None


def _by_content(cells: pd.DataFrame) -> list[float]:
    """Return letters by column: the longest cell or word of the header, within bounds."""
    widths = []
    for place, name in enumerate(map(str, cells.columns)):
        longest = max(cells.iloc[:, place].str.len().max() if len(cells) else 0, len(name) / 2)
        longest = max(longest, *(len(word) + 1 for word in (name.split() or [""])))
        widths.append(float(min(max(longest, _NARROWEST), _WIDEST)))
    return widths


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


def _fill(cell: Any, text: str, *, is_header: bool, is_right: bool) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = CELL
    if is_header or is_right:
        centred, right = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.alignment = centred if is_header else right
    add_text(paragraph, text, is_bold=is_header)
    if is_header:
        fill = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_HEADER_FILL}"/>'
        cell._tc.get_or_add_tcPr().append(parse_xml(fill))  # noqa: SLF001 (no public way)
