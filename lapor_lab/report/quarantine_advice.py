"""How to mend a row in quarantine, told by the reason that it bears."""

from typing import Final

from lapor_lab.schema import label

__all__ = ["mending_advice"]

# The first word of a reason that is met decides.
_BY_WORDS: Final = (
    ("ganda", "repeated"),
    ("tanpa nomor", "no_id"),
    ("tanpa instansi", "no_institution"),
    ("berakhir sebelum mulai", "order"),
    ("tanggal data", "after_as_of"),
    ("tanpa tanggal", "no_date"),
    ("tanpa waktu", "no_date"),
    ("sel", "width"),
    ("tanggal", "date"),
    ("waktu", "date"),
    ("angka", "number"),
)


def mending_advice(reason: str) -> str:
    """Say how to mend the rows of a reason.

    Parameters
    ----------
    reason : str
        As the quarantine has it.

    Returns
    -------
    str
        A short Indonesian sentence.

    Examples
    --------
    >>> mending_advice("tanpa instansi")
    'Isi kolom instansi, atau sebutkan instansinya di berkas pemetaan.'
    """
    plain = reason.casefold()
    kind = next((kind for words, kind in _BY_WORDS if words in plain), "other")
    return label(f"mend.{kind}")
