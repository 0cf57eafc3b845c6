"""The language that readers are spoken to in: Indonesian, unless a call asks for another."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from lapor_lab.errors import UnknownNameError

__all__ = ["LANGUAGES", "language", "speak"]

# Language of the labels by its name, and the locale of its numbers and dates.
LANGUAGES: Final = {"id": "id_ID", "en": "en_GB"}

_SPOKEN: ContextVar[str] = ContextVar("language", default="id")


def language() -> str:
    """Return the language that labels, numbers and dates are written in now.

    Returns
    -------
    str
        A key of `LANGUAGES`.
    """
    return _SPOKEN.get()


@contextmanager
def speak(name: str) -> Iterator[None]:
    """Write labels, numbers and dates in a language, until the block ends.

    Parameters
    ----------
    name : str
        A key of `LANGUAGES`.

    Yields
    ------
    None
        Nothing.

    Raises
    ------
    UnknownNameError
        If there is no such language.

    Examples
    --------
    >>> from lapor_lab.schema import format_share, label
    >>> with speak("en"):
    ...     label("column.institution"), format_share(0.6911)
    ('Institution', '69.1%')
    """
    if name not in LANGUAGES:
        raise UnknownNameError(
            "unknown_name", kind="language", value=name, allowed=", ".join(LANGUAGES)
        )
    before = _SPOKEN.set(name)
    try:
        yield
    finally:
        _SPOKEN.reset(before)
