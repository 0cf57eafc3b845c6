"""How the documents look: paper, letters, headings, language."""

from typing import Any, Final

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from lapor_lab.schema import LANGUAGES, language

__all__ = ["CELL", "FACT", "FONT", "NOTE", "NOTICE", "SMALL_CELL", "set_look"]

FONT: Final = "Bookman Old Style"
CELL: Final = "Isi Tabel"
SMALL_CELL: Final = "Isi Tabel Lebar"
FACT: Final = "Isi Sampul"
NOTE: Final = "Catatan"
NOTICE: Final = "Pemberitahuan"
_INSTEAD: Final = "URW Bookman"
_BLACK: Final = RGBColor(0, 0, 0)
_BODY_POINTS: Final = 12
# Name, size of the letters and room below, in points.
_STYLES: Final = ((CELL, 9, 1), (SMALL_CELL, 7.5, 1), (FACT, 10, 3), (NOTE, 9, 3), (NOTICE, 11, 4))
_HEADING_POINTS: Final = (14, 13, 12, 12, 12, 12, 12, 12, 12)
_A4_CM: Final = (21.0, 29.7)
_MARGIN_CM: Final = 2.5


def set_look(document: Document, *, is_landscape: bool) -> None:
    """Give an empty document the look of all documents.

    Parameters
    ----------
    document : Document
        Empty.
    is_landscape : bool
        Whether the long side of the paper lies.
    """
    _set_paper(document, is_landscape=is_landscape)
    _set_language(document)
    _drop_leftovers(document)
    styles: Any = document.styles
    for style in styles:
        _plain(style)
    body = styles["Normal"]
    body.font.size = Pt(_BODY_POINTS)
    body.paragraph_format.space_after = Pt(6)
    body.paragraph_format.line_spacing = 1.15
    body.paragraph_format.widow_control = True
    for level, points in enumerate(_HEADING_POINTS, start=1):
        _set_heading(styles[f"Heading {level}"], points)
    _set_heading(styles["Title"], 16)
    styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    borders = styles["Title"].element.find(f".//{qn('w:pBdr')}")
    if borders is not None:
        borders.getparent().remove(borders)
    caption = styles["Caption"]
    caption.font.size, caption.font.bold, caption.font.color.rgb = Pt(10), False, _BLACK
    caption.paragraph_format.space_before, caption.paragraph_format.space_after = Pt(8), Pt(4)
    for name, size, after in _STYLES:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = body
        style.font.size = Pt(size)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.0
    for name in (CELL, SMALL_CELL):
        styles[name].paragraph_format.space_before = Pt(1)
    styles[NOTICE].font.bold = True
    styles[NOTICE].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _set_paper(document: Document, *, is_landscape: bool) -> None:
    section = document.sections[0]
    short, long = map(Cm, _A4_CM)
    section.page_width, section.page_height = (long, short) if is_landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
    for side in ("left", "right", "top", "bottom"):
        setattr(section, f"{side}_margin", Cm(_MARGIN_CM))


def _set_language(document: Document) -> None:
    styles = document.styles.element
    for told in list(styles.iter(qn("w:lang"))):
        told.getparent().remove(told)
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults.append(OxmlElement("w:lang"))
    spoken = LANGUAGES[language()].replace("_", "-")
    defaults[-1].set(qn("w:val"), spoken)
    document.core_properties.language = spoken


def _drop_leftovers(document: Document) -> None:
    """Drop the picture of another document's first page, and say what stands in for the font."""
    package = document.part.package
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]
    fonts: Any = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    fonts._blob = (  # noqa: SLF001 (python-docx keeps this part as bytes)
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts {nsdecls("w")}><w:font w:name="{FONT}"><w:altName w:val="{_INSTEAD}"/>'
        '<w:panose1 w:val="02050604050505020204"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


def _plain(style: Any) -> None:
    """Take the template's letters, colours and lists from a style."""
    for tag in ("w:rFonts", "w:numPr"):
        for element in list(style.element.iter(qn(tag))):
            element.getparent().remove(element)
    if style.name == "Normal":
        fonts = " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
        properties = style.element.get_or_add_rPr()
        properties.insert(0, parse_xml(f"<w:rFonts {nsdecls('w')} {fonts}/>"))


def _set_heading(style: Any, points: int) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(points), True, False
    style.font.color.rgb = _BLACK
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(14), Pt(6)
    style.paragraph_format.keep_with_next = True
