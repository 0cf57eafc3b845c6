"""Lists that count anew each time, in the order of official letters: 1., a., 1), a)."""

from typing import Any, Final

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph

__all__ = ["Lists"]

_LEVELS: Final = 8
_STEP: Final = 425  # twentieths of a point: 0.75 cm
_NUMBERS: Final = (
    ("decimal", "%{}."),
    ("lowerLetter", "%{}."),
    ("decimal", "%{})"),
    ("lowerLetter", "%{})"),
)
_SIGNS: Final = "•–"
_KINDS: Final = ("numbered", "bullets")


class Lists:
    """The lists of a document.

    Parameters
    ----------
    document : Document
        Whose numbering is replaced.
    """

    def __init__(self, document: Document) -> None:
        self._root: Any = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        for number, kind in enumerate(_KINDS):
            self._root.append(parse_xml(_abstract(number, kind)))

    def start(self, kind: str) -> int:
        """Begin a list.

        Parameters
        ----------
        kind : str
            ``"numbered"`` or ``"bullets"``.

        Returns
        -------
        int
            The list's number, for `add`.
        """
        number = len(self._root.findall(qn("w:num"))) + 1
        restart = "".join(
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for level in range(_LEVELS)
        )
        self._root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{_KINDS.index(kind)}"/>{restart}</w:num>'
            )
        )
        return number

    def add(self, paragraph: Paragraph, number: int, level: int = 0) -> None:
        """Make a paragraph an item of a list.

        Parameters
        ----------
        paragraph : Paragraph
            The item.
        number : int
            As `start` returned it.
        level : int, default=0
            Depth, from 0; what is deeper than the last level stays there.
        """
        properties: Any = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (no public way)
        numbering = properties.get_or_add_numPr()
        numbering.get_or_add_ilvl().val = min(level, _LEVELS - 1)
        numbering.get_or_add_numId().val = number

    @staticmethod
    def indent(paragraph: Paragraph, level: int) -> None:
        """Put a paragraph below an item, as part of it.

        Parameters
        ----------
        paragraph : Paragraph
            What goes on with the item.
        level : int
            The item's depth, from 0.
        """
        paragraph.paragraph_format.left_indent = Twips(_STEP * (min(level, _LEVELS - 1) + 1))


def _abstract(number: int, kind: str) -> str:
    levels = "".join(_level(level, kind) for level in range(_LEVELS))
    return (
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(level: int, kind: str) -> str:
    form, text = _NUMBERS[level % len(_NUMBERS)]
    if kind == "bullets":
        form, text = "bullet", _SIGNS[level % len(_SIGNS)]
    indent = _STEP * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text.format(level + 1)}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{indent}" w:hanging="{_STEP}"/></w:pPr></w:lvl>'
    )
