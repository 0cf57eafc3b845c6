"""The practices that can be tried."""

from typing import Final

from lapor_lab.errors import UnknownNameError
from lapor_lab.practices.konektivitas import KONEKTIVITAS
from lapor_lab.practices.practice import Practice

__all__ = ["PRACTICES", "find_practice"]

PRACTICES: Final = (KONEKTIVITAS,)


def find_practice(practice_id: str) -> Practice:
    """Return a practice by its identifier.

    Parameters
    ----------
    practice_id : str
        Such as ``"konektivitas"``, in any case.

    Returns
    -------
    Practice
        The practice.

    Raises
    ------
    UnknownNameError
        If there is none.

    Examples
    --------
    >>> find_practice("Konektivitas").id
    'konektivitas'
    """
    for practice in PRACTICES:
        if practice.id == practice_id.casefold():
            return practice
    raise UnknownNameError(
        "unknown_name",
        kind="practice",
        value=practice_id,
        allowed=", ".join(practice.id for practice in PRACTICES),
    )
