"""The list of headings: a field that Word can update, filled already, each line a link."""

from typing import Any, Final

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from lapor_lab.report.word.runs import add_field_mark, readable
from lapor_lab.report.word.styles import NOTE

__all__ = ["Contents"]

_DEEPEST: Final = 2
_STEP: Final = 425
# Without numbers of pages, which only Word knows.
_INSTRUCTION: Final = f'TOC \\o "1-{_DEEPEST}" \\h \\n'


class Contents:
    """The list of headings of a document.

    Parameters
    ----------
    document : Document
        Where the list goes, at the end; headings that follow are listed.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        first = document.add_paragraph(style=NOTE)
        add_field_mark(first, "begin")
        add_field_mark(first, "instruction", _INSTRUCTION)
        add_field_mark(first, "separate")
        self._last = document.add_paragraph(style=NOTE)
        add_field_mark(self._last, "end")
        self._n = 0

    def add(self, heading: Paragraph, level: int) -> None:
        """List a heading, unless it is too deep.

        Parameters
        ----------
        heading : Paragraph
            With its text.
        level : int
            Its level, from 1.
        """
        if level > _DEEPEST:
            return
        self._n += 1
        name = f"_Toc{self._n:08d}"
        _mark(heading, name, self._n)
        line = self._document.add_paragraph(style=NOTE)
        line.paragraph_format.left_indent = Twips(_STEP * (level - 1))
        link: Any = parse_xml(
            f'<w:hyperlink {nsdecls("w")} w:anchor="{name}"><w:r><w:t xml:space="preserve"/></w:r>'
            "</w:hyperlink>"
        )
        link[0][0].text = readable(heading.text)
        line._p.append(link)  # noqa: SLF001 (python-docx has no links inside a document)
        self._last._p.addprevious(line._p)  # noqa: SLF001 (nor places between paragraphs)


def _mark(heading: Paragraph, name: str, number: int) -> None:
    element: Any = heading._p  # noqa: SLF001 (python-docx has no bookmarks)
    attributes = f'{nsdecls("w")} w:id="{number}"'
    properties = element.pPr
    properties.addnext(parse_xml(f'<w:bookmarkStart {attributes} w:name="{name}"/>'))
    element.append(parse_xml(f"<w:bookmarkEnd {attributes}/>"))
