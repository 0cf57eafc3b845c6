"""What a set of complaint texts looks like, in figures: no sentence of them is kept."""

import re
from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from lapor_lab.synthetic.text.real_profile import WORDS

__all__ = ["measure_texts"]

_QUANTILES: Final = (0.05, 0.25, 0.5, 0.75, 0.95)
_TOKEN: Final = re.compile(r"[a-z0-9]+")
_SENTENCE: Final = re.compile(r"[.!?]+(?:\s+|$)|\n+")
_LETTERS: Final = re.compile(r"[^A-Za-z]")
_CAPITALS: Final = 0.6
_MANY_LETTERS: Final = 4
_MONTHS: Final = (
    r"januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember"
)

# Patterns, tried on text in small letters.
_GREETED: Final = (
    r"selamat (?:pagi|siang|sore|malam)|\b(?:pagi|siang|sore|malam) (?:pak|bu|min|admin)"
)
_PATTERNS: Final[dict[str, str]] = {
    "salutation in first 60 chars": rf"yth|yang terhormat|kepada|{_GREETED}|assalam|dengan hormat|"
    r"\bhal+o\b|permisi|mohon izin|salam",
    "Yth/Kepada first 40": r"yth|kepada|kpd\b",
    "selamat pagi etc first 60": _GREETED,
    "assalamualaikum first 60": r"ass?alamu?",
    "dengan hormat": r"dengan hormat|dgn hormat",
    "perkenalkan / nama saya / saya warga": (
        r"perkenalkan|nama (?:saya|sy)\b|\b(?:saya|sy) (?:selaku )?(?:warga|masyarakat|penduduk)"
    ),
    "mohon": r"mohon|mhn\b",
    "tolong": r"tolong|\btlg\b",
    "terima kasih at all": r"terima ?kasih|makasih|trims|\bthx|\btks\b|\btrmksh",
    "question mark": r"\?",
    "exclamation": r"!",
    "double punctuation": r"\.\.|,,|!!|\?\?",
    "URL": r"https?://|www\.",
    "digits >= 8 in a row or masked": r"\d{8}|\*{4}",
    "rupiah amount": r"\brp\.? ?\d|rupiah|\d (?:ribu|juta)\b|\d+(?:rb|jt)\b",
    "date or month name": rf"\b(?:{_MONTHS})\b|\d{{1,2}}[-/]\d{{1,2}}[-/]\d{{2,4}}",
    "clock time": r"\b(?:jam|pukul|pkl)\.? \d|\b[012]?\d[.:][0-5]\d\b(?![.\d])",
    "RT/RW": r"\br[tw]\b",
    "jalan/jl": r"\bjl\b|\bjln\b|\bjalan\b",
    "kecamatan/kelurahan/desa": r"\b(?:kec|kecamatan|kel|kelurahan|desa|ds)\b",
    "apakah/kenapa/bagaimana/kapan": r"\b(?:apakah|kenapa|bagaimana|kapan)\b",
    "sudah ... kali / bulan / tahun / hari": (
        r"\b(?:sudah|sdh|udah|telah)\b[^.!?\n]{0,40}?"
        r"\b(?:kali|bulan|bln|tahun|thn|hari|minggu)\b"
    ),
    "lapor/melaporkan/mengadukan": r"\blapor\b|melapor|mengadu",
    "earlier report cited": (
        r"laporan (?:saya |kami |serupa |yang )?(?:sebelumnya|terdahulu|nomor|dengan nomor|no\b)|"
        r"nomor laporan|no laporan|tracking"
    ),
    "glued sentences (.X)": r"[a-z]{3,}\.[a-z]{3,}(?![a-z]*[.@/])",
}
_FIRST: Final = re.compile(r"first (\d+)")


def measure_texts(texts: Sequence[str], titles: Sequence[str] = ()) -> dict[str, list[float]]:
    """Measure length, form and words of a set of texts.

    Parameters
    ----------
    texts : sequence of str
        Texts, in the order of entry.
    titles : sequence of str, default=()
        Titles; without them the lines on titles are left out.

    Returns
    -------
    dict of str to list of float
        Five quantiles (5, 25, 50, 75, 95 %) or one figure by feature; shares are of texts.

    Examples
    --------
    >>> measure_texts(["Mohon lampu diperbaiki.", "lampu mati"])["mohon"]
    [0.5]
    """
    found: dict[str, list[float]] = {}
    low = [text.lower() for text in texts]
    found["chars"] = _quantiles([len(text) for text in texts])
    found["words"] = _quantiles([len(text.split()) for text in texts])
    if titles:
        found["title words"] = _quantiles([len(title.split()) for title in titles])
        found["title ALL CAPS"] = _share(titles, lambda title: title.isupper())
        found["title Title Case"] = _share(titles, _is_title_case)
    for name, pattern in _PATTERNS.items():
        compiled, first = re.compile(pattern), _FIRST.search(name)
        n_chars = int(first[1]) if first else None
        found[name] = [float(np.mean([bool(compiled.search(text[:n_chars])) for text in low]))]
    thanks = re.compile(_PATTERNS["terima kasih at all"])
    found["thanks in last 60"] = [float(np.mean([bool(thanks.search(text[-60:])) for text in low]))]
    found["starts lower case"] = _share(texts, lambda text: text[:1].islower())
    found["mostly CAPS (>60 %)"] = _share(texts, _is_mostly_capitals)
    found["sentences"] = _quantiles([_n_sentences(text) for text in texts])
    tokens = [_TOKEN.findall(text) for text in low]
    found["unknown words of 2nd half against 1st"] = [_unknown_share(tokens)]
    found["types per token"] = [
        len({token for row in tokens for token in row}) / max(sum(map(len, tokens)), 1)
    ]
    sets = [set(row) for row in tokens]
    found |= {word: [sum(word in row for row in sets) / len(sets)] for word in WORDS}
    return found


def _quantiles(values: Sequence[int]) -> list[float]:
    return [float(value) for value in np.quantile(values, _QUANTILES)]


def _share(texts: Sequence[str], is_such: Callable[[str], bool]) -> list[float]:
    return [float(np.mean([is_such(text) for text in texts]))]


def _is_title_case(title: str) -> bool:
    words = [word for word in title.split() if len(word) >= _MANY_LETTERS and word[0].isalpha()]
    return not title.isupper() and all(word[0].isupper() for word in words)


def _is_mostly_capitals(text: str) -> bool:
    letters = _LETTERS.sub("", text)
    return bool(letters) and sum(map(str.isupper, letters)) / len(letters) > _CAPITALS


def _n_sentences(text: str) -> int:
    return max(sum(1 for part in _SENTENCE.split(text) if any(map(str.isalnum, part))), 1)


def _unknown_share(tokens: Sequence[Sequence[str]]) -> float:
    half = len(tokens) // 2
    known = {token for row in tokens[:half] for token in row}
    rest = [token for row in tokens[half:] for token in row]
    return sum(token not in known for token in rest) / max(len(rest), 1)
