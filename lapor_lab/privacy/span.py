"""A place in a text that holds personal data, and what is done where places overlap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Kind", "Span", "disjoint"]


class Kind(StrEnum):
    """Kinds of personal data, as they stand in masked text; ``masked.<kind>`` explains them."""

    NIK = "NIK"
    PHONE = "TELEPON"
    EMAIL = "SUREL"
    TAX_NUMBER = "NPWP"
    PLATE = "PELAT NOMOR"
    ACCOUNT = "REKENING"
    LINK = "TAUTAN"
    ADDRESS = "ALAMAT"
    NAME = "NAMA"
    SPECIFIC = "DATA SPESIFIK"
    BIRTH_DATE = "TANGGAL LAHIR"
    HANDLE = "AKUN"
    NUMBER = "NOMOR"


# What two rules find of them side by side is one; two telephones are two.
_CLAUSES = frozenset({Kind.NAME, Kind.SPECIFIC, Kind.ADDRESS})


@dataclass(frozen=True, order=True)
class Span:
    """Personal data in a text; the value itself is not kept.

    Parameters
    ----------
    start : int
        Place of the first character, from 0.
    end : int
        Place after the last character.
    kind : Kind
        What stands there.
    """

    start: int
    end: int
    kind: Kind


def disjoint(spans: Iterable[Span], text: str) -> list[Span]:
    """Resolve overlaps: what comes first in `spans` keeps its place, later ones the rest.

    Parameters
    ----------
    spans : iterable of Span
        In order of precedence.
    text : str
        The text that they are of.

    Returns
    -------
    list of Span
        Not overlapping, in order of place.

    Examples
    --------
    >>> both = [Span(3, 9, Kind.SPECIFIC), Span(0, 6, Kind.NAME)]
    >>> [(s.start, s.end, str(s.kind)) for s in disjoint(both, "abcdefghi")]
    [(0, 3, 'NAMA'), (3, 9, 'DATA SPESIFIK')]
    """
    taken = bytearray(len(text))
    kept: list[Span] = []
    for span in spans:
        for start, end in _free(taken, span.start, span.end):
            if any(map(str.isalnum, text[start:end])):
                kept.append(Span(start, end, span.kind))
            taken[start:end] = b"\x01" * (end - start)
    joined: list[Span] = []
    for span in sorted(kept):
        before = joined[-1] if joined else span
        is_rest = span.kind in _CLAUSES and before.kind is span.kind
        if joined and is_rest and not text[before.end : span.start].strip():
            joined[-1] = Span(before.start, span.end, span.kind)
        else:
            joined.append(span)
    return joined


def _free(taken: bytearray, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        after = taken.find(1, start, end)
        stop = end if after < 0 else after
        if stop > start:
            yield start, stop
        start = taken.find(0, stop, end)
        if start < 0:
            return
