"""A filled template laid out as a Word document."""

from collections.abc import Callable
from typing import Final

import pandas as pd

from lapor_lab.report.documents.directives import Directive, cells_of, plain_of, take_apart
from lapor_lab.report.documents.official_parts import (
    add_clause,
    add_fields,
    add_gap,
    add_line,
    add_page,
    add_right,
    add_signature,
    begin,
)
from lapor_lab.report.word import WordDocument

__all__ = ["lay_out"]


def lay_out(document: WordDocument, draft: str, *, is_tight: bool = False) -> None:
    """Put a filled template into a document.

    Parameters
    ----------
    document : WordDocument
        Takes it; empty.
    draft : str
        Markdown with the directives of `take_apart`.
    is_tight : bool, default=False
        Whether letters are smaller and lines closer.

    Raises
    ------
    KeyError
        If a directive is not known: a mistake in a template.
    """
    begin(document, is_tight=is_tight)
    for piece in take_apart(draft):
        _WRITERS[piece.kind](document, piece)


def _prose(document: WordDocument, piece: Directive) -> None:
    document.markdown(piece.text)


def _centre(document: WordDocument, piece: Directive) -> None:
    document.centred(plain_of(piece.text), bold=True)


def _right(document: WordDocument, piece: Directive) -> None:
    add_right(document, plain_of(piece.text))


def _note(document: WordDocument, piece: Directive) -> None:
    document.paragraph(plain_of(piece.text), style="Catatan")


def _chapter(document: WordDocument, piece: Directive) -> None:
    document.heading("\n".join(cells_of(piece.text)), centred=True)


def _clause(document: WordDocument, piece: Directive) -> None:
    add_clause(document, plain_of(piece.text), [plain_of(line) for line in piece.lines])


def _fields(document: WordDocument, piece: Directive) -> None:
    pairs = [cells_of(line) for line in piece.lines]
    add_fields(document, [(name, value) for name, value in pairs])


def _signature(document: WordDocument, piece: Directive) -> None:
    add_signature(document, cells_of(piece.text))


def _table(document: WordDocument, piece: Directive) -> None:
    caption, widths = cells_of(piece.text)
    header, _, *rows = piece.lines
    frame = pd.DataFrame([cells_of(row) for row in rows], columns=cells_of(header), dtype=object)
    document.table(frame, caption, widths=[float(width) for width in widths.split()])


_WRITERS: Final[dict[str, Callable[[WordDocument, Directive], None]]] = {
    "prose": _prose,
    "centre": _centre,
    "right": _right,
    "note": _note,
    "chapter": _chapter,
    "clause": _clause,
    "fields": _fields,
    "signature": _signature,
    "table": _table,
    "gap": lambda document, _: add_gap(document),
    "page": lambda document, _: add_page(document),
    "rule": lambda document, _: add_line(document),
}
