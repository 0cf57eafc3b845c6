"""Number plates of vehicles, with the area codes in use."""

import re
from collections.abc import Iterator
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.span import Kind, Span
from lapor_lab.privacy.word_lists import word_set

__all__ = ["find_plates"]

# Area codes of Regulation 7/2021 of the National Police, and those of the new Papuan provinces.
_AREA: Final = (
    r"(?:A[ABDEG]?|B[ABDEGHKLMNP]?|D[ABCDEGHKLMNPRSTW]?|E[ABD]?|F|G|H|K[BHTU]?|L|M|N|"
    r"P[ABGSTY]?|R|S|T|W|Z)"
)
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
    r"(?:pelat|plat|nopol|pol|polisi|bernomor|kendaraan|mobil|motor|truk|truck|angkot|bus|bis|"
    r"taksi|pickup|pick(?: up)?|avanza|ambulans|stnk|bpkb)(?: \w{1,12}){0,3}?[\s:.,()=-]{1,3}"
    rf"({_AREA}{_SEPARATOR}[1-9]\d{{0,3}}{_SEPARATOR}[a-z]{{1,3}})(?![\w/])",
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
_DIGITS: Final = re.compile(r"[1-9]\d{2,3}(?!\d)")
# An area code and a separator before the digits, a separator and a suffix after them.
_BEFORE: Final = 5
_AFTER: Final = 6


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
    if not text.has_digit:
        return
    plain, is_shouted = text.plain, text.plain.isupper()
    for digits in _DIGITS.finditer(plain):
        start, end = max(digits.start() - _BEFORE, 0), digits.end() + _AFTER
        match = _ANY_CASE.search(plain, start, end)
        if match and match[1].lower() not in _NO_SUFFIX:
            yield Span(match.start(), match.end(), Kind.PLATE)
            continue
        sure = None if is_shouted else _SURE.search(plain, start, end)
        if sure and not _YEAR.search(sure[0]):
            yield Span(sure.start(), sure.end(), Kind.PLATE)
    for place, _ in text.places(_CUE_WORDS):
        match = _CUED.match(plain, place)
        if match and match[1].split()[-1].lower() not in _NO_SUFFIX:
            yield Span(match.start(1), match.end(1), Kind.PLATE)
