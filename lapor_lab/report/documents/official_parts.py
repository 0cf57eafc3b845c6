"""Parts of official documents that Markdown does not know."""

import re
from collections.abc import Sequence
from typing import Any, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph

from lapor_lab.report.word import WordDocument
from lapor_lab.report.word.runs import add_text

__all__ = [
    "add_clause",
    "add_fields",
    "add_gap",
    "add_line",
    "add_page",
    "add_right",
    "add_signature",
    "begin",
]

_LABEL: Final = Cm(3.2)
_COLON: Final = Cm(0.5)
_HANGING: Final = Cm(0.8)
_RIGHT_HALF: Final = Cm(8.5)
_NOTHING: Final = Pt(0)
_BETWEEN_POINTS: Final = Pt(3)
_LINES_TO_SIGN: Final = 3
_TIGHT_POINTS: Final = Pt(11)
# "a. bahwa" or "1. Undang-Undang": the sign that hangs before a point.
_POINT: Final = re.compile(r"^([a-z]|\d+)\.\s+(.*)$", re.DOTALL)


def begin(document: WordDocument, *, is_tight: bool = False) -> None:
    """Set what holds for the whole document: room below the header, and closer lines if asked.

    Parameters
    ----------
    document : WordDocument
        Empty.
    is_tight : bool, default=False
        Whether letters are smaller and lines closer.
    """
    paragraph = document.new_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(6)
    whole = _document_of(paragraph)
    whole.sections[0].header.paragraphs[-1].paragraph_format.space_after = Pt(10)
    if is_tight:
        body = whole.styles["Normal"]
        body.font.size = _TIGHT_POINTS
        body.paragraph_format.line_spacing, body.paragraph_format.space_after = 1.0, Pt(5)


def add_clause(document: WordDocument, label: str, lines: Sequence[str]) -> None:
    """Add a clause of a decree: its name, a colon, and its points beside them.

    Parameters
    ----------
    document : WordDocument
        Takes the clause.
    label : str
        Such as ``"Menimbang"`` or ``"KESATU"``.
    lines : sequence of str
        Points with their sign, or plain sentences.
    """
    beside = Length(_LABEL + _COLON)
    for number, line in enumerate(lines):
        point = _POINT.match(line)
        left = Length(beside + _HANGING) if point else beside
        start = Length(0) if number == 0 else beside
        paragraph = _indented(document, left, start, stops=(_LABEL, beside, left))
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.line_spacing = 1.0
        paragraph.paragraph_format.space_after = _BETWEEN_POINTS
        name = f"{label}\t:\t" if number == 0 else ""
        add_text(paragraph, f"{name}{point[1]}.\t{point[2]}" if point else f"{name}{line}")


def add_fields(document: WordDocument, fields: Sequence[tuple[str, str]]) -> None:
    """Add the head of a memo: names and what stands behind their colons.

    Parameters
    ----------
    document : WordDocument
        Takes the fields.
    fields : sequence of (str, str)
        Names and values.
    """
    beside = Length(_LABEL + _COLON)
    for name, value in fields:
        paragraph = _indented(document, beside, Length(0), stops=(_LABEL, beside))
        paragraph.paragraph_format.space_after = _NOTHING
        add_text(paragraph, f"{name}\t:\t{value}")


def add_signature(document: WordDocument, lines: Sequence[str]) -> None:
    """Add the block in which somebody signs, in the right half of the page.

    It is never parted, nor does it stand on a page alone: what is before it goes with it.

    Parameters
    ----------
    document : WordDocument
        Takes the block.
    lines : sequence of str
        Place, day, office and, last, name.
    """
    block = "\n".join([*lines[:-1], *[""] * _LINES_TO_SIGN, lines[-1]])
    paragraph = _in_right_half(document, block)
    form = paragraph.paragraph_format
    form.keep_together, form.space_before, form.space_after = True, Pt(12), Pt(12)
    for before in _document_of(paragraph).paragraphs[-2:-1]:
        before.paragraph_format.keep_with_next = True


def add_right(document: WordDocument, text: str) -> None:
    """Add a line of the head of an annex, which stands in the right half of the page.

    Parameters
    ----------
    document : WordDocument
        Takes the line.
    text : str
        What it says.
    """
    _in_right_half(document, text)


def add_gap(document: WordDocument) -> None:
    """Add a small empty space.

    Parameters
    ----------
    document : WordDocument
        Takes the space.
    """
    form = document.new_paragraph().paragraph_format
    form.space_after, form.line_spacing = _NOTHING, Pt(6)


def add_page(document: WordDocument) -> None:
    """Begin a new page, without an empty one where the last is just full.

    Parameters
    ----------
    document : WordDocument
        Takes the page.
    """
    form = document.new_paragraph().paragraph_format
    form.page_break_before = True
    form.space_after, form.line_spacing = _NOTHING, Pt(1)


def add_line(document: WordDocument) -> None:
    """Add a line across the page, below the head of a memo.

    Parameters
    ----------
    document : WordDocument
        Takes the line.
    """
    paragraph = document.new_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(6)
    line = '<w:bottom w:val="single" w:sz="8" w:space="1" w:color="000000"/>'
    borders = parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>")
    # The standard wants borders before spacing.
    properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (no public way)
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc")


def _document_of(paragraph: Paragraph) -> Any:
    part: Any = paragraph.part
    return part.document


def _indented(
    document: WordDocument, left: Length, start: Length, *, stops: Sequence[Length]
) -> Paragraph:
    paragraph = document.new_paragraph()
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = left, Length(start - left)
    for stop in sorted(set(stops)):
        form.tab_stops.add_tab_stop(stop)
    return paragraph


def _in_right_half(document: WordDocument, text: str) -> Paragraph:
    paragraph = document.new_paragraph()
    section = _document_of(paragraph).sections[-1]
    width = section.page_width - section.left_margin - section.right_margin
    paragraph.paragraph_format.left_indent = Length(width - _RIGHT_HALF)
    paragraph.paragraph_format.space_after = _NOTHING
    add_text(paragraph, text)
    return paragraph
