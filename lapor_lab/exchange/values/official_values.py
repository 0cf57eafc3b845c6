"""Read channels, classes, kinds of report, flags and ratings as exports spell them."""

import re
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from lapor_lab.exchange.columns.column_mapping import plain_name
from lapor_lab.exchange.values.unique_values import map_parts, map_unique, tidy
from lapor_lab.schema import ArchiveReason, Channel, ReportClass

__all__ = [
    "Named",
    "read_archive_reasons",
    "read_channels",
    "read_classes",
    "read_counts",
    "read_flags",
    "read_report_types",
]

_CHANNELS: Final = {plain_name(channel): channel for channel in Channel} | {
    "web": Channel.WEBSITE,
    "situs web": Channel.WEBSITE,
    "wa": Channel.WHATSAPP,
    "iphone": Channel.IOS,
    "sms 1708": Channel.SMS,
    "1708": Channel.SMS,
    "x": Channel.TWITTER,
    "x twitter": Channel.TWITTER,
    "twitter x": Channel.TWITTER,
    "lapor1708": Channel.TWITTER,
    "email": Channel.AGENCY_EMAIL,
    "e mail": Channel.AGENCY_EMAIL,
    "e mail instansi": Channel.AGENCY_EMAIL,
    "surat elektronik": Channel.AGENCY_EMAIL,
    "hotline": Channel.HOTLINE,
    "pos": Channel.POST,
    "surat": Channel.POST,
}
# "Android - kota-contoh", "Website (halaman instansi)": an agency's own page.
_PAGE: Final = re.compile(r"^([^-(/–—]+?)\s*(?:[-(/–—].*)$")
_PHONE: Final = re.compile(r"^\+?[\d\s().x*#-]{6,}$", re.IGNORECASE)
_CLASSES: Final = {plain_name(kind): kind for kind in ReportClass}
_REASONS: Final = {plain_name(reason): reason for reason in ArchiveReason}
_FLAGS: Final = {
    **dict.fromkeys(("ya", "y", "yes", "true", "1", "benar", "ada"), True),
    **dict.fromkeys(("tidak", "t", "n", "no", "false", "0", "salah", "bukan"), False),
}
_ANONYMOUS: Final = ("anonim", "anonymous", "anonymus")
_CONFIDENTIAL: Final = ("rahasia", "confidential", "dirahasiakan")
_NEITHER: Final = ("", "normal", "publik", "public", "umum", "terbuka", "biasa", "tidak")
_BETWEEN: Final = re.compile(r"[|,;/&+]|\bdan\b|\s-\s|\s+")


@dataclass(frozen=True, kw_only=True)
class Named:
    """A column of names, read.

    Parameters
    ----------
    known : Series of str of shape (n,)
        Official spellings, and what is not known as it is written.
    unknown : Series of str of shape (n,)
        What is not known, else missing.
    """

    known: pd.Series
    unknown: pd.Series


def read_channels(values: pd.Series) -> Named:
    """Read channels; a telephone number in their place is not kept.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts.

    Returns
    -------
    Named
        Channels; `unknown` is empty text where a number stood.

    Examples
    --------
    >>> read_channels(pd.Series(["Android - kota-contoh", "ios", "628xxxx123"])).known.to_list()
    ['Android', 'iOS', None]
    """
    return _named(values, _channel)


def read_classes(values: pd.Series) -> Named:
    """Read classes of reports.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts.

    Returns
    -------
    Named
        Classes.

    Examples
    --------
    >>> read_classes(pd.Series(["ASPIRASI", "Pengaduan"])).unknown.to_list()
    [None, 'Pengaduan']
    """
    return _named(values, lambda text: _spelt(text, _CLASSES))


def read_archive_reasons(values: pd.Series) -> Named:
    """Read reasons of archiving; a reason in words of one's own is not kept.

    Such words are written about one report and may name persons.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts.

    Returns
    -------
    Named
        Reasons; `unknown` is empty text where others stood.

    Examples
    --------
    >>> read_archive_reasons(pd.Series(["BUKAN WEWENANG", "Sudah saya telepon"])).known.to_list()
    ['Bukan wewenang', None]
    """
    return _named(values, _archive_reason)


def read_report_types(values: pd.Series) -> pd.DataFrame:
    """Read the column that says Anonim, Rahasia, both or neither.

    An empty cell says neither: in a regency's export of 2,127 reports the three words and
    the empty cells made up the whole.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts, the words parted by any mark and in any order.

    Returns
    -------
    DataFrame of shape (n, 2)
        `is_anonymous` and `is_confidential`, both missing where a cell cannot be read.

    Examples
    --------
    >>> read_report_types(pd.Series(["Rahasia|Anonim", None, "?"])).to_numpy().tolist()
    [[True, True], [False, False], [<NA>, <NA>]]
    """
    anonymous, confidential = map_parts(values.fillna(""), _report_type, 2)
    return pd.DataFrame(
        {
            "is_anonymous": anonymous.astype("boolean"),
            "is_confidential": confidential.astype("boolean"),
        },
        index=values.index,
    )


def read_flags(values: pd.Series) -> pd.Series:
    """Read yes and no.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts such as Ya, Tidak, 1 and 0.

    Returns
    -------
    Series of boolean of shape (n,)
        Missing where a value is missing or cannot be read.

    Examples
    --------
    >>> read_flags(pd.Series(["Ya", "0", "?"])).to_list()
    [True, False, <NA>]
    """
    return map_unique(values, lambda text: _FLAGS.get(plain_name(text))).astype("boolean")


def read_counts(values: pd.Series, lowest: int, highest: int | None) -> pd.Series:
    """Read whole numbers of a range.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts; ``4.0`` and ``4,0`` are whole.
    lowest : int
        The smallest that is allowed.
    highest : int or None
        The largest that is allowed, if any.

    Returns
    -------
    Series of Int64 of shape (n,)
        Missing where a value is missing, cannot be read or lies outside.

    Examples
    --------
    >>> read_counts(pd.Series(["4,0", "6", "4.5"]), 1, 5).to_list()
    [4, <NA>, <NA>]
    """
    text = values.astype("string").str.strip()
    is_whole = text.str.fullmatch(r"\d{1,9}(?:[.,]0+)?").fillna(value=False).astype(bool)
    number = pd.to_numeric(text.where(is_whole).str.extract(r"^(\d+)", expand=False))
    top = np.iinfo(np.int64).max if highest is None else highest
    return number.where((number >= lowest) & (number <= top)).astype("Int64")


def _named(values: pd.Series, read: Any) -> Named:
    known, unknown = map_parts(values, read, 2)
    return Named(known=known, unknown=unknown)


def _spelt(text: str, known: dict[str, Any]) -> tuple[str | None, str | None]:
    written = tidy(text)
    found = known.get(plain_name(written))
    return (written, written) if found is None else (str(found), None)


def _channel(text: str) -> tuple[str | None, str | None]:
    written = tidy(text)
    found = _CHANNELS.get(plain_name(written))
    page = _PAGE.match(written)
    if found is None and page:
        found = _CHANNELS.get(plain_name(page[1]))
    if found is not None:
        return str(found), None
    return (None, "") if _PHONE.match(written) else (written, written)


def _archive_reason(text: str) -> tuple[str | None, str | None]:
    spelt, unknown = _spelt(text, _REASONS)
    return (spelt, None) if unknown is None else (None, "")


def _report_type(text: str) -> tuple[bool | None, bool | None]:
    words = {word for word in _BETWEEN.split(text.casefold()) if word} - {"-"}
    if not words <= {*_ANONYMOUS, *_CONFIDENTIAL, *_NEITHER}:
        return None, None
    return bool(words & set(_ANONYMOUS)), bool(words & set(_CONFIDENTIAL))
