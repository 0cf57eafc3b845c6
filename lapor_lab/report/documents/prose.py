"""Prose of the documents: templates in Markdown, into which foreign text goes as text only."""

import re
from functools import cache
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

__all__ = ["plain_text", "render_prose", "template_values"]

# What no XML file can hold.
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SIGNS: Final = re.compile(r"([\\`*_\[\]<>|#~])")
# What starts a list, a heading or a quotation at the start of a line.
_STARTS: Final = re.compile(r"^(?:(\d+)([.)])|([-+]))(?=\s|$)")


@cache
def _environment() -> Environment:
    # Word, not HTML: what must be escaped are the signs of Markdown, which `finalize` does.
    return Environment(
        loader=PackageLoader("lapor_lab.report"),
        autoescape=False,  # noqa: S701
        finalize=_as_text,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _as_text(value: object) -> object:
    return plain_text(value) if isinstance(value, str) else value


def plain_text(text: str) -> str:
    r"""Write a text so that Markdown reads it as text, on one line.

    Parameters
    ----------
    text : str
        Text of others.

    Returns
    -------
    str
        The text with the signs of Markdown escaped.

    Examples
    --------
    >>> print(plain_text("1. *unit* | a"))
    1\. \*unit\* \| a
    """
    line = _SIGNS.sub(r"\\\1", " ".join(_NOT_XML.sub(" ", text).split()))
    return _STARTS.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", line)


def render_prose(template: str, **context: object) -> str:
    """Fill a template of a document.

    Parameters
    ----------
    template : str
        Its name in ``templates/documents``, without ``.md.jinja``.
    **context : object
        What it says.

    Returns
    -------
    str
        Markdown with the directives of `lay_out`.
    """
    return _environment().get_template(f"documents/{template}.md.jinja").render(**context)


def template_values(template: str, name: str) -> dict[str, Any]:
    """Return what a template sets at its top, such as the definitions of the measures.

    Parameters
    ----------
    template : str
        Its name in the folder of templates.
    name : str
        Name of a variable that it sets.

    Returns
    -------
    dict of str to object
        The variable.

    Examples
    --------
    >>> template_values("definitions.html.jinja", "definitions")["closed_share"]
    'Laporan selesai saja, dibagi semua laporan masuk.'
    """
    return dict(getattr(_environment().get_template(template).module, name))
