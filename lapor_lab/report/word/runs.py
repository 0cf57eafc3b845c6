"""Text in a paragraph: blanks stand out, fields hold their number already."""

import re
from typing import Any, Final

from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

__all__ = ["add_field", "add_field_mark", "add_text", "readable"]

_UNREADABLE: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANK: Final = re.compile(r"(\[(?:…|\.\.\.)[^\[\]]*\])")


def readable(text: str) -> str:
    r"""Replace what no XML file may hold.

    Parameters
    ----------
    text : str
        Any text, also from a stranger's file.

    Returns
    -------
    str
        The text with a question mark for each forbidden sign.

    Examples
    --------
    >>> readable("Dinas\x00Sosial")
    'Dinas?Sosial'
    """
    return _UNREADABLE.sub("?", text)


def add_text(
    paragraph: Paragraph, text: str, *, is_bold: bool = False, is_italic: bool = False
) -> None:
    """Add text to a paragraph; a blank such as […] is highlighted, so that nobody misses it.

    Parameters
    ----------
    paragraph : Paragraph
        Where it goes.
    text : str
        What it says.
    is_bold, is_italic : bool, default=False
        How it looks.
    """
    for piece in filter(None, _BLANK.split(readable(text))):
        run = paragraph.add_run(piece)
        # None leaves it to the style.
        run.bold = is_bold or None
        run.italic = is_italic or None
        if _BLANK.fullmatch(piece):
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW


def add_field(paragraph: Paragraph, instruction: str, shown: str, *, is_bold: bool = False) -> None:
    """Add a field that Word can update, with what it shows until then.

    Parameters
    ----------
    paragraph : Paragraph
        Where it goes.
    instruction : str
        Such as ``"PAGE"``.
    shown : str
        Its value.
    is_bold : bool, default=False
        How it looks.
    """
    add_field_mark(paragraph, "begin")
    add_field_mark(paragraph, "instruction", instruction)
    add_field_mark(paragraph, "separate")
    add_text(paragraph, shown, is_bold=is_bold)
    add_field_mark(paragraph, "end")


def add_field_mark(paragraph: Paragraph, kind: str, instruction: str = "") -> None:
    """Add one of the marks that a field is made of.

    Parameters
    ----------
    paragraph : Paragraph
        Where it goes.
    kind : {"begin", "instruction", "separate", "end"}
        Which one.
    instruction : str, default=""
        What the field does, for the second.
    """
    mark: Any = parse_xml(
        f'<w:instrText {nsdecls("w")} xml:space="preserve"/>'
        if kind == "instruction"
        else f'<w:fldChar {nsdecls("w")} w:fldCharType="{kind}"/>'
    )
    if instruction:
        mark.text = f" {instruction} "
    paragraph.add_run()._r.append(mark)  # noqa: SLF001 (python-docx has no fields)
