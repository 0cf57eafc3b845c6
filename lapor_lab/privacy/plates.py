"""Number plates of vehicles, with the area codes in use."""

import re
from collections.abc import Iterator
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.span import Kind, Span
from lapor_lab.privacy.word_lists import word_set

__all__ = ["find_plates"]

# Area codes of Regulation 7/2021 of the National Police, and those of the new Papuan provinces.
_AREA: Final = r"(?:A[ABDEG]?|B[ABDEGHKLMNP]?|D[ABCDEGHKLMNPRSTW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N|P[ABGSTY]?|R|S|T|W|Z)"
_SEPARATOR: Final = r"(?: ?[-.] ?| )?"
# Without a cue three digits at least: "DP 10 JT" and "S 1 IT" are none.
_SURE: Final = re.compile(
    rf"(?<![\w/.-]){_AREA}{_SEPARATOR}[1-9]\d{{2,3}}{_SEPARATOR}[A-Z]{{1,3}}(?![\w/])(?!-\d|\.\d)"
)
_ANY_CASE: Final = re.compile(
    rf"(?<![\w/.-]){_AREA}{_SEPARATOR}[1-9]\d{{2,3}}{_SEPARATOR}([a-z]{{2,3}})(?![\w/])",
    re.IGNORECASE,
)
_CUED: Final = re.compile(
    r"(?:pelat|plat|nopol|no\.? ?pol(?:isi)?|nomor polisi|polisi|bernomor|kendaraan|mobil|motor|"
    r"truk|truck|"
    r"angkot|bus|bis|taksi|pickup|pick up|avanza|ambulans|stnk|"
    r"bpkb)(?: \w{1,12}){0,3}[\s:.,()=-]{1,3}"
    rf"({_AREA}{_SEPARATOR}[1-9]\d{{0,3}}(?:{_SEPARATOR}[a-z]{{1,3}})?)(?![\w/])",
    re.IGNORECASE,
)
_CUE_WORDS: Final = word_set(
    "pelat plat nopol pol nopolisi polisi bernomor kendaraan mobil motor truk truck angkot bus "
    "bis taksi pickup pick avanza "
    "ambulans stnk bpkb"
)
_NO_SUFFIX: Final = word_set(
    "dan di ke yg itu ini dgn ada km rb jt rp kg m cm mm ha kk kwh va tdk thn tgl jam wib org "
    "hp no tak sy sd smp sma rt rw "
    "dr utk krn jl gg pak bu kak aja nya dst dll per lt x kv mw watt ton ribu juta hari kali "
    "orang lbr ltr pcs unit ya bpk"
)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORTH_A_LOOK: Final = re.compile(r"[a-z][ .-]{0,3}\d{1,4}")


def find_plates(text: FoldedText) -> Iterator[Span]:
    """Find number plates.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each plate.
    """
    if not text.has_digit or not _WORTH_A_LOOK.search(text.low):
        return
    is_shouted = text.plain.isupper()
    for match in _ANY_CASE.finditer(text.plain):
        suffix = match[1].lower()
        is_sure = not is_shouted and _SURE.match(text.plain, match.start())
        if suffix not in _NO_SUFFIX or (is_sure and not _YEAR.search(match[0])):
            yield Span(match.start(), match.end(), Kind.PLATE)
    if not is_shouted:
        for match in _SURE.finditer(text.plain):
            if match[0][-1:].isalpha() and not _YEAR.search(match[0]):
                yield Span(match.start(), match.end(), Kind.PLATE)
    if not text.words.isdisjoint(_CUE_WORDS):
        for match in _CUED.finditer(text.plain):
            if match[1].split()[-1].lower() not in _NO_SUFFIX:
                yield Span(match.start(1), match.end(1), Kind.PLATE)
