"""Markdown as paragraphs of a document: headings, lists in lists, tables, bold and italic."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import pandas as pd
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from lapor_lab.report.word.runs import add_text

if TYPE_CHECKING:
    from lapor_lab.report.word.word_document import WordDocument

__all__ = ["write_markdown"]

_KINDS: Final = {"ordered_list": "numbered", "bullet_list": "bullets"}
_TABLE_CAPTION: Final = "Tabel: "


def write_markdown(document: "WordDocument", text: str) -> None:
    """Write Markdown at the end of a document.

    Parameters
    ----------
    document : WordDocument
        Where it goes.
    text : str
        CommonMark with tables. A paragraph that begins with ``Tabel:`` right before a table
        is its caption. HTML stays as it is written.
    """
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    blocks = SyntaxTreeNode(parser.parse(text)).children
    caption = ""
    for place, block in enumerate(blocks):
        following = blocks[place + 1].type if place + 1 < len(blocks) else ""
        if following == "table" and _plain(block).startswith(_TABLE_CAPTION):
            caption = _plain(block).removeprefix(_TABLE_CAPTION)
            continue
        _write_block(document, block, caption)
        caption = ""


def _write_block(document: "WordDocument", block: SyntaxTreeNode, caption: str) -> None:
    if block.type == "heading":
        document.heading(_plain(block), int(block.tag[1]))
    elif block.type in _KINDS:
        _write_list(document, block, level=0)
    elif block.type == "table":
        rows = [
            [_plain(cell) for cell in row.children]
            for part in block.children
            for row in part.children
        ]
        document.table(pd.DataFrame(rows[1:], columns=rows[0], dtype=object), caption)
    elif block.type == "hr":
        document.page_break()
    elif block.type == "paragraph":
        _write_inline(document.new_paragraph(), block)
    else:
        for child in block.children:
            _write_block(document, child, "")


def _write_list(document: "WordDocument", block: SyntaxTreeNode, *, level: int) -> None:
    number = document.lists.start(_KINDS[block.type])
    for item in block.children:
        for place, child in enumerate(item.children):
            if child.type in _KINDS:
                _write_list(document, child, level=level + 1)
                continue
            paragraph = document.new_paragraph()
            if place == 0:
                document.lists.add(paragraph, number, level)
            else:
                document.lists.indent(paragraph, level)
            _write_inline(paragraph, child)


def _write_inline(paragraph: Paragraph, block: SyntaxTreeNode) -> None:
    for inline in block.children:
        _write_spans(paragraph, inline.children)


def _write_spans(
    paragraph: Paragraph,
    spans: Sequence[SyntaxTreeNode],
    *,
    is_bold: bool = False,
    is_italic: bool = False,
) -> None:
    for span in spans:
        if span.type in {"strong", "em", "link"}:
            _write_spans(
                paragraph,
                span.children,
                is_bold=is_bold or span.type == "strong",
                is_italic=is_italic or span.type == "em",
            )
        else:
            text = {"softbreak": " ", "hardbreak": "\n"}.get(span.type, span.content)
            add_text(paragraph, text, is_bold=is_bold, is_italic=is_italic)


def _plain(block: SyntaxTreeNode) -> str:
    if block.type in {"softbreak", "hardbreak"}:
        return " "
    if not block.children:
        return block.content if block.type in {"text", "code_inline"} else ""
    return "".join(map(_plain, block.children))
