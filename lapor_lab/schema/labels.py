"""The one catalogue of what users read: keys in code, Indonesian in a gettext file."""

import gettext
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

__all__ = ["grouping_names", "label", "translate"]


@cache
def _catalogue() -> gettext.GNUTranslations:
    source = files("lapor_lab.schema") / "locale" / "id" / "LC_MESSAGES" / "lapor_lab.mo"
    with source.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def label(key: str, /, **values: object) -> str:
    """Return the Indonesian text of a key.

    Parameters
    ----------
    key : str
        For example ``"measure.completed_within_limit"``.
    **values : object
        What the text's placeholders are filled with.

    Returns
    -------
    str
        Indonesian text.

    Raises
    ------
    KeyError
        If the catalogue has no such key: a mistake in the code, never in the data.

    Examples
    --------
    >>> label("column.institution")
    'Instansi'
    """
    text = _catalogue().gettext(key)
    if text == key:
        raise KeyError(key)
    return text.format(**values) if values else text


def translate(phrase: str) -> str:
    """Return the Indonesian of an English phrase that messages are filled with.

    Parameters
    ----------
    phrase : str
        For example ``"in [0, 1]"``.

    Returns
    -------
    str
        Its translation; the phrase itself where the catalogue has none, as for a path.

    Examples
    --------
    >>> translate("data.csv")
    'data.csv'
    """
    return _catalogue().gettext(phrase) if phrase else phrase


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
