"""How to mend a row in quarantine, told by the reason that it bears."""

from typing import Final

from lapor_lab.schema import label

__all__ = ["mending_advice"]

# The first beginning that a reason has decides.
_BY_BEGINNING: Final = (
    ("nomor laporan ganda", "repeated"),
    ("tanpa nomor", "no_id"),
    ("tanpa instansi", "no_institution"),
    ("tanpa waktu", "no_date"),
    ("berakhir sebelum mulai", "order"),
    ("masuk sesudah tanggal data", "after_as_of"),
    ("waktu sesudah tanggal data", "after_as_of"),
    ("waktu tidak terbaca", "date"),
    ("nilai tidak sah", "value"),
    ("baris berisi", "width"),
    ("baris bergeser", "width"),
    ("tanpa jumlah", "number"),
    ("jumlah", "number"),
    ("baris jumlah, cocok", "total"),
    ("baris jumlah", "total_differs"),
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
    kind = next((kind for words, kind in _BY_BEGINNING if reason.startswith(words)), "other")
    return label(f"mend.{kind}")
