"""What the rows above the header of an export say."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pandas as pd

from lapor_lab.exchange.values.dates import parse_dates

__all__ = ["Preamble", "read_preamble"]

_MADE: Final = re.compile(
    r"\b(?:unduh\w*|diunduh|download\w*|cetak\w*|dicetak|print\w*|generated?|di-?generate"
    r"|ekspor\w*|diekspor|export\w*|tarik\w*|ditarik|penarikan|pengunduhan|pencetakan"
    r"|pembuatan|dibuat|data per|per tanggal|posisi)\b"
)
_LABEL: Final = re.compile(r"^\W*(?:hari\W*)?(?:tanggal|tgl|waktu)\b(?!\s*(?:laporan|masuk))")
_PERIOD: Final = re.compile(r"\bperiode\b|\brentang\b|\bs\s*[./]\s*d\b|\bsampai\b|\bhingga\b")
_DATE: Final = re.compile(
    r"(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
    r"|\d{1,2}[-\s]{0,3}[a-z]{3,12}[-.,\s]{0,3}\d{4}|(?<![a-z])[a-z]{3,12}\s\d{1,2},\s\d{4})"
    r"(?:(?:t|[,\s]+(?:pukul\s|jam\s)?)\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?!\d))?"
)
_SYNTHETIC: Final = "data sintetis"
_INSTITUTION: Final = re.compile(
    r"^\W*(?:nama\s+)?(?:instansi|k/l/d|organisasi)(?:\s+induk)?\b\s*[:=]?\s*(.*)$", re.IGNORECASE
)
_OFFICE: Final = re.compile(
    r"^(?:kementerian|kemenko|pemerintah|pemprov|pemkab|pemkot|badan|lembaga|kejaksaan"
    r"|kepolisian|sekretariat|komisi|dinas|kabupaten|kota|provinsi|universitas)\s\S",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Preamble:
    """Facts of a file that stand above its header.

    Parameters
    ----------
    as_of : Timestamp or None
        When it was made, as written there.
    period_end : Timestamp or None
        Last day of what was asked for; it says nothing of when that was.
    is_synthetic : bool
        Whether it says DATA SINTETIS.
    institution : str
        Institution that is named there; empty if none is.
    """

    as_of: pd.Timestamp | None
    period_end: pd.Timestamp | None
    is_synthetic: bool
    institution: str


def read_preamble(rows: Iterable[Iterable[str | None]]) -> Preamble:
    """Read the rows above the header.

    Parameters
    ----------
    rows : iterable of iterable of (str or None)
        Cells by row.

    Returns
    -------
    Preamble
        What they say.

    Examples
    --------
    >>> preamble = read_preamble([("LAPORAN SP4N-LAPOR!",), ("Instansi", "Kementerian Contoh"),
    ...     ("Periode 1 Januari 2025 s.d. 31 Desember 2025",), ("Tanggal Unduh : 3 Januari 2026",)])
    >>> str(preamble.as_of), preamble.institution
    ('2026-01-03 00:00:00', 'Kementerian Contoh')
    """
    lines = [" ".join(" ".join(cell.split()) for cell in row if cell) for row in rows]
    made, labelled, bare, ends = [], [], [], []
    for line in lines:
        small = line.casefold()
        cue = _MADE.search(small)
        # What was asked for and when may share a line.
        told = small[cue.end() :] if cue else small
        moments = _moments(told)
        if not moments:
            continue
        if _PERIOD.search(told) or len(moments) > 1:
            ends.append(moments[-1])
        elif cue:
            made.append(moments[0])
        elif _LABEL.search(small):
            labelled.append(moments[0])
        elif not _DATE.sub("", small).strip():
            bare.append(moments[0])
    dates = made or labelled or bare
    return Preamble(
        as_of=dates[0] if dates else None,
        period_end=ends[0] if ends else None,
        is_synthetic=any(_SYNTHETIC in line.casefold() for line in lines),
        institution=_institution(lines),
    )


def _moments(line: str) -> list[pd.Timestamp]:
    texts = pd.Series(_DATE.findall(line), dtype="string")
    # The export's own clock is what its rows are held against: nothing is moved.
    read = parse_dates(texts, zone="UTC", source_zone="UTC").dropna()
    return [pd.Timestamp(moment) for moment in read]


def _institution(lines: list[str]) -> str:
    for line in lines:
        found = _INSTITUTION.match(line)
        if found and found[1].strip():
            return found[1].strip()
    return next((line for line in lines if _OFFICE.match(line)), "")
