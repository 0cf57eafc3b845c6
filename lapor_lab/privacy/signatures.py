"""Names that end a text: after a formula of thanks or respect, or alone in the last line."""

import re
from collections.abc import Iterator
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText

__all__ = ["SIGNATURE_ENDS", "find_signature_places"]

_FORMULA: Final = re.compile(
    r"(?<![a-z])(?:hormat|salam|salam hormat|terima\s?kasih|trima kasih|terimakasih|tengkyu|"
    r"makasih|makasi|mksh|trims|tks|thx|thanks|thank you|suwun|nuwun|nuhun|hatur nuhun|horas|"
    r"regards|"
    r"ttd|tertanda|dari|was{1,2}alam[\w']*|wss|sekian|demikian|demikianlah|melapor|"
    r"pelapor|pengirim|pemohon|hormati|harap maklum|sukseme|suksma|mauliate|bujur|epanggawang|"
    r"kurrusumanga|mator sakalangkong|ya'ahowu|syalom|shalom|rahayu|matur suwun|matur nuwun)"
    r"(?:\s(?:saya|kami|sy|sekeluarga|hormat|dari|sebelumnya|banyak|sehat|ya|pak|bu|min|admin|"
    r"atas|perhatiannya|bantuannya|kerjasamanya|dan|sekian|wr|wb|wr\.|wb\.|warahmatullahi|"
    r"wabarakatuh|warahmatullah|laporan|laporannya|pengaduan|aduan|ini|yang|melapor|mengadu|"
    r"terima\s?kasih|kasih)){0,6}\s?[\s,.!:;\-]{1,6}$"
)
_BREAK: Final = re.compile(
    r"[\n,!?:;]\s*(?:-\s?)?|(?<=[a-z]{2})\.\s*(?:-\s?)?|(?:^|\s)[-~]\s?|^", re.IGNORECASE
)
_SEGMENT: Final = re.compile(r"[^\W\d_][^\d\n,!?:;()]{1,48}$")
SIGNATURE_ENDS: Final = " \n\t.,!)~-"
_REACH: Final = 60
_FORMULA_REACH: Final = 90
_MOST_WORDS: Final = 5


def find_signature_places(text: FoldedText) -> Iterator[tuple[int, int, bool]]:
    """Find where a name may stand that ends a text.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    tuple of int, int and bool
        Place of its first letter and after its last one, and whether a formula stands before.
    """
    low = text.low
    end = len(low.rstrip(SIGNATURE_ENDS))
    start = max(end - _REACH, 0)
    for at in _BREAK.finditer(low, start, end):
        place = at.end()
        if not _SEGMENT.fullmatch(low, place, end):
            continue
        if low.count(" ", place, end) >= _MOST_WORDS:
            continue
        before = low[max(place - _FORMULA_REACH, 0) : place]
        yield place, end, _FORMULA.search(before) is not None
