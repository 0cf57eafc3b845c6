"""Columns that hold nothing but a person's data: no cue stands beside the value."""

import re
from typing import Final

from lapor_lab.exchange.columns.column_mapping import plain_name

__all__ = ["personal_kind"]

_PERSON: Final = "pelapor|pengadu|pemohon|terlapor|korban|saksi|petugas|penerima|pengirim"
_KINDS: Final = {
    "NAMA": re.compile(
        rf"^nama( lengkap)?( ({_PERSON}))?$|^nama lengkap\b|^({_PERSON})$|^reporter( name| id)?$"
        r"|^(full name|first name|last name|org resource|resource)$"
    ),
    "NIK": re.compile(r"^(nik|no(mor)? (nik|kk|ktp)|kk|ktp)\b"),
    "TELEPON": re.compile(r"^(no(mor)? )?(telepon|telp|tlp|hp|handphone|wa|whatsapp|phone)\b"),
    "SUREL": re.compile(r"^(alamat )?(e ?mail|surel)\b"),
    "ALAMAT": re.compile(rf"^alamat( (rumah|lengkap|tinggal|{_PERSON}))?$"),
}
_CASE: Final = "case:"


def personal_kind(column: str) -> str | None:
    """Tell what kind of personal data a column holds by its name.

    Parameters
    ----------
    column : str
        Name of the column; that of an attribute of a case may have ``case:`` before it.

    Returns
    -------
    str or None
        The kind that the masker would give the cells; None for all other columns.

    Examples
    --------
    >>> [personal_kind(name) for name in ("Nama Pelapor", "case:no_hp", "Nama Instansi", "Alamat")]
    ['NAMA', 'TELEPON', None, 'ALAMAT']
    """
    plain = plain_name(column.removeprefix(_CASE))
    return next((kind for kind, pattern in _KINDS.items() if pattern.search(plain)), None)
