"""From a template to a Word file: the way of all drafts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.layout import lay_out
from lapor_lab.report.documents.prose import render_prose
from lapor_lab.report.output import check_kind
from lapor_lab.report.word import WordDocument

__all__ = ["Draft", "fill_draft", "write_draft"]

_LIST: Final = "to_fill"
_LINE: Final = "to_fill_line"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What makes one draft different from another.

    Parameters
    ----------
    template : str
        Name of its template.
    title : str
        Title of the file.
    notices : tuple of str, default=()
        What must be said on it.
    is_landscape : bool, default=False
        Whether pages lie on their side.
    is_one_page : bool, default=False
        Whether letters are smaller, and blanks are listed in a line at the end, not on a page
        of their own.
    """

    template: str
    title: str
    notices: tuple[str, ...] = ()
    is_landscape: bool = False
    is_one_page: bool = False


def write_draft(draft: Draft, path: Path | str, blanks: Blanks, **context: object) -> Path:
    """Fill a template and write it as a Word file, with the list of its blanks at the end.

    Parameters
    ----------
    draft : Draft
        Which document.
    path : Path or str
        Where it should go; must end in ``.docx``.
    blanks : Blanks
        Takes the blanks; those of `context` are in it already.
    **context : object
        What the template says.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    target = check_kind(path, [".docx"])
    text = fill_draft(draft, blanks, **context)
    document = WordDocument(
        draft.title, is_draft=True, notices=draft.notices, landscape=draft.is_landscape
    )
    lay_out(document, text, is_tight=draft.is_one_page)
    document.save(target)
    return target


def fill_draft(draft: Draft, blanks: Blanks, **context: object) -> str:
    """Fill a template and add the list of its blanks.

    Parameters
    ----------
    draft : Draft
        Which document.
    blanks : Blanks
        Takes the blanks; those of `context` are in it already.
    **context : object
        What the template says.

    Returns
    -------
    str
        Markdown with directives.
    """
    text, counts = blanks.fill(render_prose(draft.template, blank=blanks.mark, **context))
    if counts:
        text += "\n" + _list_of_blanks(counts, is_one_page=draft.is_one_page)
    return text


def _list_of_blanks(counts: dict[str, int], *, is_one_page: bool) -> str:
    listed: Sequence[tuple[str, int]] = list(counts.items())
    n_blanks = sum(counts.values())
    template = _LINE if is_one_page else _LIST
    return render_prose(template, blanks=listed, n_blanks=n_blanks)
