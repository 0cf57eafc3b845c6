"""Names that no cue announces: words that are listed as names and mean nothing else.

Two such words beside each other are a name in any case of letters. One is a name where a capital
means something and does not begin the sentence. A street, a building, a firm or a region that
bears somebody's name stays.
"""

import re
from collections.abc import Iterator
from typing import Final

from lapor_lab.privacy.folded_text import FoldedText
from lapor_lab.privacy.place_heads import follows_place_head
from lapor_lab.privacy.span import Kind, Span
from lapor_lab.privacy.word_lists import (
    is_common,
    is_known_name,
    is_only_name,
    looks_derived,
)

__all__ = ["find_listed_names"]

_NEXT: Final = re.compile(r"(?: {1,2}|(?<=\b[A-Za-z])\. ?)([^\W\d_]+(?:'[^\W\d_]+)?)")
_PREVIOUS: Final = re.compile(r"([^\W\d_]+(?:'[^\W\d_]+)?)(?: {1,2}|(?<=\b[A-Za-z])\. ?)$")
_SENTENCE_BEGINS: Final = re.compile(r"(?:^|[.!?\n:;•*-]\s*|[\"'(]\s*)$")
# "di Lingga", "ke Raja Ampat": where somebody is or goes.
_PLACE_FOLLOWS: Final = re.compile(r"(?<![a-z])(?:di|ke) $")
_SHORTEST: Final = 4
_SHORTEST_ALONE: Final = 5
_MOST_WORDS: Final = 6
_REACH: Final = 40


def find_listed_names(text: FoldedText) -> Iterator[Span]:
    """Find names by the list alone.

    Parameters
    ----------
    text : FoldedText
        Text to search.

    Yields
    ------
    Span
        Each name.
    """
    words = frozenset(w for w in text.listed_names if len(w) >= _SHORTEST)
    done = 0
    for start, end in text.places(words):
        if start < done:
            continue
        first, n_listed = _extend_left(text, start)
        last, n_right = _extend_right(text, end)
        done = last
        is_pair = n_listed + n_right > 0
        if not (is_pair or _is_told_apart(text, start, end)):
            continue
        if not follows_place_head(text.low, first):
            yield Span(first, last, Kind.NAME)


def _is_part(text: FoldedText, word: re.Match[str]) -> bool:
    """Whether a word beside a listed name belongs to it."""
    low = word[1].lower()
    if is_only_name(low):
        return True
    is_capital = word[1][0].isupper() and text.are_capitals_informative
    if len(low) == 1:
        return is_capital
    if is_common(low):
        return is_capital and is_known_name(low)
    # Beside a listed name an unheard-of word is the rest of it, in any case of letters.
    return is_known_name(low) or is_capital or (len(low) >= _SHORTEST and not looks_derived(low))


def _extend_right(text: FoldedText, end: int) -> tuple[int, int]:
    n = 0
    while n < _MOST_WORDS and (word := _NEXT.match(text.plain, end)) and _is_part(text, word):
        end = word.end()
        n += 1
    return end, n


def _extend_left(text: FoldedText, start: int) -> tuple[int, int]:
    n = 0
    while n < _MOST_WORDS:
        word = _PREVIOUS.search(text.plain, max(start - _REACH, 0), start)
        if word is None or not _is_part(text, word) or not _may_lead(text, word):
            break
        start = word.start()
        n += 1
    return start, n


def _may_lead(text: FoldedText, word: re.Match[str]) -> bool:
    """Whether a word before a listed name is more than the capital of a sentence's first word."""
    return is_known_name(word[1].lower()) or not _begins_sentence(text, word.start())


def _begins_sentence(text: FoldedText, place: int) -> bool:
    return _SENTENCE_BEGINS.search(text.plain[max(place - 8, 0) : place]) is not None


def _is_told_apart(text: FoldedText, start: int, end: int) -> bool:
    """Whether one word alone is a name by its capital."""
    word = text.plain[start:end]
    return (
        len(word) >= _SHORTEST_ALONE
        and word.istitle()
        and text.are_capitals_informative
        and not _begins_sentence(text, start)
        and not _PLACE_FOLLOWS.search(text.low[max(start - 4, 0) : start])
    )
