"""A draft's text taken apart: prose, and directives for what Markdown cannot say.

A directive is a line that starts with ``:::``. Those of one line are ``centre TEXT``,
``right TEXT``, ``note TEXT``, ``chapter NUMBER | NAME``, ``gap``, ``rule``, ``page`` and
``signature LINE | LINE``; those with a body, which ends at ``::: end``, are ``clause LABEL`` (of a
decree), ``fields`` (LABEL | TEXT a line) and ``table CAPTION | WIDTHS`` (rows of a Markdown table).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Directive", "cells_of", "plain_of", "take_apart"]

_SIGN: Final = ":::"
_WITH_BODY: Final = frozenset({"clause", "fields", "table"})
_ESCAPED: Final = re.compile(r"\\([\\`*_\[\]<>|#~.)+-])")
_CELL_END: Final = re.compile(r"(?<!\\)\|")
_BREAK: Final = re.compile(r"(?<!\\)<br>")
_EMPHASIS: Final = re.compile(r"(?<!\\)\*+")


@dataclass(frozen=True, kw_only=True)
class Directive:
    """One piece of a draft.

    Parameters
    ----------
    kind : str
        ``"prose"``, or the name of a directive.
    text : str
        What stands behind the name; of prose, all of it.
    lines : tuple of str, default=()
        Lines of the body.
    """

    kind: str
    text: str
    lines: tuple[str, ...] = ()


def take_apart(draft: str) -> Iterator[Directive]:
    r"""Split a draft into prose and directives.

    Parameters
    ----------
    draft : str
        A filled template.

    Yields
    ------
    Directive
        Pieces in their order; prose that is blank is left out.

    Examples
    --------
    >>> [piece.kind for piece in take_apart("::: centre A\n\nTeks.\n\n::: page\n")]
    ['centre', 'prose', 'page']
    """
    prose: list[str] = []
    lines = iter(draft.splitlines())
    for line in lines:
        if not line.startswith(_SIGN):
            prose.append(line)
            continue
        if any(map(str.strip, prose)):
            yield Directive(kind="prose", text="\n".join(prose))
        prose = []
        kind, _, text = line.removeprefix(_SIGN).strip().partition(" ")
        body = tuple(_body(lines)) if kind in _WITH_BODY else ()
        yield Directive(kind=kind, text=text.strip(), lines=body)
    if any(map(str.strip, prose)):
        yield Directive(kind="prose", text="\n".join(prose))


def _body(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line.strip() == f"{_SIGN} end":
            return
        if line.strip():
            yield line.strip()


def cells_of(line: str) -> list[str]:
    r"""Split a row of a Markdown table, or a line of fields, into plain cells.

    Parameters
    ----------
    line : str
        Such as ``"| a | b |"``.

    Returns
    -------
    list of str
        Cells without the signs of Markdown.

    Examples
    --------
    >>> cells_of(r"| **a** | b \| c |")
    ['a', 'b | c']
    """
    return [plain_of(cell) for cell in _CELL_END.split(line.strip().strip("|"))]


def plain_of(text: str) -> str:
    r"""Take the signs of Markdown out of a text that is set without it.

    Parameters
    ----------
    text : str
        Text with escapes and emphasis; ``<br>`` breaks a line.

    Returns
    -------
    str
        The text as it is read.

    Examples
    --------
    >>> plain_of(r"*a* \[…\]")
    'a […]'
    """
    lines = _BREAK.split(_EMPHASIS.sub("", text))
    return "\n".join(_ESCAPED.sub(r"\1", line).strip() for line in lines)
