"""The five practices of the case study."""

import re
from collections.abc import Sequence
from typing import Final

from lapor_lab.errors import UnknownNameError
from lapor_lab.practices.konektivitas import KONEKTIVITAS
from lapor_lab.practices.legalitas import LEGALITAS
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.sosialisasi import SOSIALISASI
from lapor_lab.practices.target_kinerja import TARGET_KINERJA
from lapor_lab.practices.tugas_fungsi import TUGAS_FUNGSI

__all__ = ["PRACTICES", "find_practice"]

PRACTICES: Final = (TUGAS_FUNGSI, KONEKTIVITAS, TARGET_KINERJA, SOSIALISASI, LEGALITAS)

_BETWEEN_WORDS: Final = re.compile(r"(?:\s+dan\s+|[\s_-])+")


def find_practice(practice_id: str, practices: Sequence[Practice] = PRACTICES) -> Practice:
    """Return a practice by its identifier.

    Parameters
    ----------
    practice_id : str
        Such as ``"tugas-fungsi"``, in any case; "Tugas dan fungsi" and "tugas_fungsi" do too.
    practices : sequence of Practice, default=PRACTICES
        Where to look.

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
    >>> find_practice("Konektivitas").id, find_practice("tugas dan fungsi").id
    ('konektivitas', 'tugas-fungsi')
    """
    wanted = _BETWEEN_WORDS.sub("-", practice_id.casefold().strip())
    for practice in practices:
        if practice.id == wanted:
            return practice
    raise UnknownNameError(
        "unknown_name",
        kind="practice",
        value=practice_id,
        allowed=", ".join(practice.id for practice in practices),
    )
