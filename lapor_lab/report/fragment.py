"""Paragraphs and items of a piece of our own pages, for files that are no page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

__all__ = ["Block", "read_fragment"]

_BLOCKS: Final = ("p", "li")
_BOLD: Final = ("strong", "b")


@dataclass(frozen=True, kw_only=True)
class Block:
    """A paragraph or an item of a list.

    Parameters
    ----------
    tag : {"p", "li"}
        What it is.
    is_small : bool, default=False
        Whether it is a note.
    spans : list of (str, bool), default=[]
        Its text in pieces, and whether each is bold.
    """

    tag: str
    is_small: bool = False
    spans: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The whole text.

        Returns
        -------
        str
            On one line.
        """
        return "".join(text for text, _ in self.spans)


def read_fragment(html: str) -> list[Block]:
    """Read what a template has written.

    Parameters
    ----------
    html : str
        Paragraphs and items with nothing inside them but letters, some of them bold.

    Returns
    -------
    list of Block
        In their order.

    Examples
    --------
    >>> [block.spans for block in read_fragment("<li>Nilai  <strong>mentah</strong> &lt; 1.</li>")]
    [[('Nilai ', False), ('mentah', True), (' < 1.', False)]]
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [_tidy(block) for block in reader.blocks]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self._n_bold = 0
        self._is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.blocks.append(Block(tag=tag, is_small=("class", "small") in attrs))
            self._is_inside = True
        self._n_bold += tag in _BOLD

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._is_inside = False
        self._n_bold -= tag in _BOLD

    def handle_data(self, data: str) -> None:
        if self._is_inside:
            self.blocks[-1].spans.append((data, self._n_bold > 0))


def _tidy(block: Block) -> Block:
    """Make one space of many, as a browser does, and none at the ends."""
    spans: list[tuple[str, bool]] = []
    for text, is_bold in block.spans:
        # A space that must not break is a sign, and stays.
        folded = " ".join(text.replace("\u00a0", "\0").split()).replace("\0", "\u00a0")
        before = " " if text[:1].isspace() and spans and not spans[-1][0].endswith(" ") else ""
        after = " " if text[-1:].isspace() and folded else ""
        spans.append((before + folded + after, is_bold))
    if spans:
        spans[0] = (spans[0][0].lstrip(), spans[0][1])
        spans[-1] = (spans[-1][0].rstrip(), spans[-1][1])
    shown = [span for span in spans if span[0]]
    return Block(tag=block.tag, is_small=block.is_small, spans=shown)
