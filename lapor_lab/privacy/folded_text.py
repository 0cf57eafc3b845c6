"""A text as the rules read it: digits of all scripts as 0-9, nothing invisible, small letters."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lapor_lab.privacy.harmless_digits import blank_harmless_digits
from lapor_lab.privacy.span import Span
from lapor_lab.privacy.word_lists import only_names

__all__ = ["FoldedText", "fold"]

_DIGIT: Final = re.compile(r"\d")
_LONG_NUMBER: Final = re.compile(r"\d(?:[ .()+/\-]{0,3}\d){5}")
# Below it, capitals at the head of words tell nothing: a title, or a text in capitals.
_INFORMATIVE_SHARE: Final = 0.5
_SPECIAL: Final = {"İ": "I", "’": "'", "‘": "'", "`": "'", "´": "'", "•": " ", "＠": "@"}


class _Table(dict[int, str]):
    """Each character's replacement, of one character or none, found when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        category = unicodedata.category(character)
        folded = unicodedata.normalize("NFKC", character)
        if character in _SPECIAL:
            folded = _SPECIAL[character]
        elif category in {"Cf", "Mn", "Me"}:
            folded = ""
        elif category == "Nd":
            folded = str(unicodedata.decimal(character))
        elif category in {"Pd", "Sm"} and folded in "‐‑‒–—―−":
            folded = "-"
        elif category in {"Zs", "Zl"}:
            folded = " " if category == "Zs" else "\n"
        elif len(folded) != 1 or len(folded.lower()) != 1:
            folded = character if len(character.lower()) == 1 else "?"
        self[code] = folded
        return folded


_TABLE: Final = _Table()


class _Letters(dict[int, str]):
    """Letters stay, all else becomes a space."""

    def __missing__(self, code: int) -> str:
        letter = chr(code) if chr(code).isalpha() else " "
        self[code] = letter
        return letter


_LETTERS: Final = _Letters()


@dataclass(frozen=True)
class FoldedText:
    """A text with what the rules ask of it, each computed once.

    Parameters
    ----------
    plain : str
        The folded text in its own letters.
    origin : tuple of int or None, default=None
        Place of each character in the text given; None where none has moved.
    """

    plain: str
    origin: tuple[int, ...] | None = None

    @cached_property
    def low(self) -> str:
        """The text in small letters, character by character."""
        return self.plain.lower()

    @cached_property
    def words(self) -> frozenset[str]:
        """The different words in small letters, by which rules see that they cannot apply."""
        return frozenset(self.low.translate(_LETTERS).split())

    @cached_property
    def listed_names(self) -> frozenset[str]:
        """The different words that are listed as names and mean nothing else."""
        return self.words & only_names()

    @cached_property
    def identifying(self) -> str:
        """The text in small letters without the digits of dates, amounts and the like."""
        return blank_harmless_digits(self.low)

    def places(self, words: frozenset[str]) -> list[tuple[int, int]]:
        """Find where any of some words stand.

        Parameters
        ----------
        words : frozenset of str
            Words in small letters.

        Returns
        -------
        list of tuple of int and int
            Places of the first letter and after the last one, in order; digits may touch
            the word, letters may not.
        """
        if self.words.isdisjoint(words):
            return []
        found = []
        for word in self.words & words:
            place = self.low.find(word)
            while place >= 0:
                end = place + len(word)
                is_whole = not self.low[end : end + 1].isalpha()
                if is_whole and not self.low[place - 1 : place].isalpha():
                    found.append((place, end))
                place = self.low.find(word, end)
        return sorted(found)

    @cached_property
    def has_digit(self) -> bool:
        """Whether any digit occurs."""
        return _DIGIT.search(self.plain) is not None

    @cached_property
    def has_long_number(self) -> bool:
        """Whether six digits stand close enough together to be one number."""
        return self.has_digit and _LONG_NUMBER.search(self.plain) is not None

    @cached_property
    def are_capitals_informative(self) -> bool:
        """Whether most words begin with a small letter, so that a capital means something."""
        initials = [word[0] for word in self.plain.split()]
        n_small = sum(map(str.islower, initials))
        return n_small > _INFORMATIVE_SHARE * (n_small + sum(map(str.isupper, initials)))

    def unfold(self, spans: Iterable[Span]) -> list[Span]:
        """Give spans the places of the text that was given.

        Parameters
        ----------
        spans : iterable of Span
            Places in the folded text.

        Returns
        -------
        list of Span
            Places in the text given.
        """
        if self.origin is None:
            return list(spans)
        origin = self.origin
        return [Span(origin[s.start], origin[s.end - 1] + 1, s.kind) for s in spans]


def fold(text: str) -> FoldedText:
    """Fold a text.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    FoldedText
        What rules read.

    Examples
    --------
    >>> fold("０８ ٣").plain
    '08 3'
    """
    if text.isascii():
        return FoldedText(text)
    folded = text.translate(_TABLE)
    if len(folded) == len(text):
        return FoldedText(folded)
    return FoldedText(folded, tuple(i for i, c in enumerate(text) if _TABLE[ord(c)]))
