"""The catalogues of what users read: keys in code, Indonesian and English in gettext files."""

import gettext
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from lapor_lab.schema.language import language

__all__ = ["grouping_names", "label", "translate"]

# The catalogue that has every key.
_COMPLETE = "id"


@cache
def _catalogue(name: str) -> gettext.GNUTranslations:
    source = files("lapor_lab.schema") / "locale" / name / "LC_MESSAGES" / "lapor_lab.mo"
    with source.open("rb") as stream:
        catalogue = gettext.GNUTranslations(stream)
    if name != _COMPLETE:
        # What is not translated yet stays Indonesian.
        catalogue.add_fallback(_catalogue(_COMPLETE))
    return catalogue


def label(key: str, /, **values: object) -> str:
    """Return the text of a key in the language that is spoken; Indonesian by default.

    Parameters
    ----------
    key : str
        For example ``"measure.completed_within_limit"``.
    **values : object
        What the text's placeholders are filled with.

    Returns
    -------
    str
        The text; Indonesian where the language has none.

    Raises
    ------
    KeyError
        If the catalogue has no such key: a mistake in the code, never in the data.

    Examples
    --------
    >>> label("column.institution")
    'Instansi'
    """
    text = _catalogue(language()).gettext(key)
    if text == key:
        raise KeyError(key)
    return text.format(**values) if values else text


def translate(phrase: str) -> str:
    """Return a phrase that messages and tables are filled with, as the reader reads it.

    Parameters
    ----------
    phrase : str
        For example ``"in [0, 1]"`` or ``"tidak tersedia"``.

    Returns
    -------
    str
        Its translation; the phrase itself where the catalogue has none, as for a path.

    Examples
    --------
    >>> translate("data.csv")
    'data.csv'
    """
    return _catalogue(language()).gettext(phrase) if phrase else phrase


def grouping_names(columns: Iterable[str]) -> list[str]:
    """Name columns that groups are made by; one that is the user's own keeps its name.

    Parameters
    ----------
    columns : iterable of str
        Identifiers of columns.

    Returns
    -------
    list of str
        Names, in their order.

    Examples
    --------
    >>> grouping_names(["topic", "kolom sendiri"])
    ['topik', 'kolom sendiri']
    """
    return [translate(f"grouping.{name}").removeprefix("grouping.") for name in columns]
