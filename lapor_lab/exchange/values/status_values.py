"""Read statuses: the export's, the site's, and the words of official statistics."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from lapor_lab.exchange.columns.column_mapping import plain_name
from lapor_lab.exchange.values.unique_values import Notes, count_names, map_parts, map_unique, tidy
from lapor_lab.schema import ClosedBy, Status

__all__ = ["StatusValues", "closers_of", "read_statuses"]

# Statistics of KemenPANRB of 2018 to 2020 and re-exports of regencies. They do not tell who
# closed a report. "Dalam proses" counts as followed up there: recomputed from four publications.
_WORDS: Final = {
    "selesai": Status.COMPLETED,
    "tutup": Status.COMPLETED,
    "ditutup": Status.COMPLETED,
    "dalam proses": Status.FOLLOWED_UP,
    "proses": Status.FOLLOWED_UP,
    "ditindaklanjuti": Status.FOLLOWED_UP,
    "belum diverifikasi": Status.UNVERIFIED,
    "belum diproses": Status.VERIFIED,
    "belum tindak lanjut": Status.VERIFIED,
    "belum ditindaklanjuti": Status.VERIFIED,
    "terverifikasi didisposisi": Status.DISPOSED,
    "didisposisi": Status.DISPOSED,
    "ditunda": Status.ON_HOLD,
    "tunda": Status.ON_HOLD,
    "dipending": Status.ON_HOLD,
    "pending": Status.ON_HOLD,
    "dihapus": Status.ARCHIVED,
}
_KNOWN: Final = {plain_name(status): status for status in Status} | _WORDS
_DISPOSED: Final = re.compile(r"^terdisposisi\s+(?:ke|kepada)\b\s*:?\s*(.*)$", re.IGNORECASE)
# The badge of a report that was followed up: it counts down to automatic closing.
_COUNTDOWN: Final = re.compile(r"^selesai otomatis dalam \d+ hari$")
_FOLLOWED_UP: Final = re.compile(r"^ditindaklanjuti oleh \S")
_CLOSERS: Final = {
    Status.CLOSED_BY_ADMIN: ClosedBy.ADMIN,
    Status.CLOSED_BY_SYSTEM: ClosedBy.SYSTEM,
    Status.CLOSED_BY_REPORTER: ClosedBy.REPORTER,
}


@dataclass(frozen=True, kw_only=True)
class StatusValues:
    """A column of statuses, read.

    Parameters
    ----------
    status : Series of str of shape (n,)
        Official spelling; an unknown status stays as it is written.
    unit : Series of str of shape (n,)
        The unit that a status names ("Terdisposisi ke ..."), else missing.
    notes : Counter of tuple of (str, str)
        Unknown statuses by name.
    """

    status: pd.Series
    unit: pd.Series
    notes: Notes


def read_statuses(values: pd.Series, words: Mapping[str, str]) -> StatusValues:
    """Read a column of statuses.

    Parameters
    ----------
    values : Series of str of shape (n,)
        Texts.
    words : mapping of str to str
        Official status by the file's own word for it; compared without regard to case and
        punctuation, and before all others.

    Returns
    -------
    StatusValues
        The statuses.

    Examples
    --------
    >>> read = read_statuses(pd.Series(["DITUTUP OLEH SISTEM", "Terdisposisi ke Dinas X"]), {})
    >>> read.status.to_list(), read.unit.to_list()
    (['Ditutup oleh Sistem', 'Terdisposisi'], [None, 'Dinas X'])
    """
    known = _KNOWN | {plain_name(word): Status(status) for word, status in words.items()}

    def read(text: str) -> tuple[str, str | None, str | None]:
        written = tidy(text)
        plain = plain_name(written)
        if plain in known:
            return str(known[plain]), None, None
        disposed = _DISPOSED.match(written)
        if disposed:
            return str(Status.DISPOSED), disposed[1] or None, None
        if _COUNTDOWN.match(plain) or _FOLLOWED_UP.match(plain):
            return str(Status.FOLLOWED_UP), None, None
        return written, None, written

    status, unit, unknown = map_parts(values, read, 3)
    return StatusValues(status=status, unit=unit, notes=count_names("unknown_status", unknown))


def closers_of(statuses: pd.Series) -> pd.Series:
    """Tell who closed a report, by its status.

    Parameters
    ----------
    statuses : Series of str of shape (n,)
        Official statuses.

    Returns
    -------
    Series of str of shape (n,)
        A `ClosedBy`; missing for what is not closed or does not tell.

    Examples
    --------
    >>> closers_of(pd.Series(["Ditutup oleh Sistem", "Selesai"])).to_list()
    ['sistem', None]
    """
    return map_unique(statuses, _closer)


def _closer(status: str) -> str | None:
    return next((str(who) for closed, who in _CLOSERS.items() if closed == status), None)
