"""Fragments cut into pieces: what is always the same, and gaps that are filled for each text.

A fragment is a row of tokens. A token of 0 or more is a piece. Below 0 are atoms (-1 for the
first), fixed pieces, and marks where a planted value begins and ends.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.text.atoms import PLANTED, SLOTS

__all__ = ["BEGIN", "END", "FIXED", "MARKS", "FragmentBook", "Fragments"]

Integers = npt.NDArray[np.int32]

MARKS: Final = -900  # below it are marks
BEGIN: Final = -1_000  # a mark is BEGIN or END less the number of the kind
END: Final = -1_100
FIXED: Final = -2_000  # a fixed piece is FIXED less its number
_SLOT: Final = re.compile(r"\{(\w+)\}")
_ATOM: Final = re.compile(r"<(\w+)>")
_LINK: Final = re.compile(r"(https?://\S*)")
_CLOSED: Final = re.compile(r"\?$|\{surel\}$|https?://\S*$")
_STOP_CHARS: Final = 2.0
_STOP: Final = 0  # a place only: the stop is put there for each text


@dataclass(frozen=True, kw_only=True)
class Fragments:
    """All fragments.

    Parameters
    ----------
    tokens : ndarray of int32
        Tokens of all fragments; the last of each is a place for the stop behind it.
    start : ndarray of int32 of shape (n_fragments,)
        Where the tokens of a fragment begin.
    n_tokens : ndarray of int32 of shape (n_fragments,)
        How many it has, with the stop.
    mean_chars, max_chars : ndarray of float32 of shape (n_fragments + 1,)
        Length with the stop; the last, of "no fragment" (-1), is 0.
    is_closed : ndarray of bool of shape (n_fragments,)
        It ends in a question mark, an e-mail address or a link, behind which no stop may follow.
    """

    tokens: Integers
    start: Integers
    n_tokens: Integers
    mean_chars: npt.NDArray[np.float32]
    max_chars: npt.NDArray[np.float32]
    is_closed: npt.NDArray[np.bool_]


class FragmentBook:
    """Collects fragments and the pieces that they are made of.

    Parameters
    ----------
    atom_chars : dict of str to tuple of (int, float, int)
        Number, mean and largest length of each atom.
    """

    def __init__(self, atom_chars: dict[str, tuple[int, float, int]]) -> None:
        self.pieces: dict[str, int] = {}
        self.fixed: dict[str, int] = {"": 0}
        self._atom_chars = atom_chars
        self._slots = {slot: self._slot(slot) for slot in SLOTS}
        self._rows: list[list[int]] = []
        self._chars: list[tuple[float, float]] = []
        self._closed: list[bool] = []

    def add(self, fragments: Sequence[str]) -> tuple[int, int]:
        """Add fragments.

        Parameters
        ----------
        fragments : sequence of str
            With gaps like ``{tempat}``.

        Returns
        -------
        first : int
            Number of the first of them.
        n_fragments : int
            How many there are.
        """
        first = len(self._rows)
        for fragment in fragments:
            row: list[int] = []
            mean, most = _STOP_CHARS, _STOP_CHARS
            for tokens, mean_chars, max_chars in self._parts(fragment):
                row += tokens
                mean += mean_chars
                most += max_chars
            self._rows.append([*row, _STOP])
            self._chars.append((mean, most))
            self._closed.append(_CLOSED.search(fragment) is not None)
        return first, len(fragments)

    def fixed_token(self, text: str) -> int:
        """Return the token of a piece that has one spelling only.

        Parameters
        ----------
        text : str
            The piece.

        Returns
        -------
        int
            Its token.
        """
        return FIXED - self.fixed.setdefault(text, len(self.fixed))

    def fragments(self) -> Fragments:
        """Return all fragments that were added.

        Returns
        -------
        Fragments
            In the order in which they were added.
        """
        n_tokens = np.array([len(row) for row in self._rows], dtype=np.int32)
        chars = np.array([*self._chars, (0, 0)], dtype=np.float32)
        return Fragments(
            tokens=np.array([token for row in self._rows for token in row], dtype=np.int32),
            start=(np.cumsum(n_tokens) - n_tokens).astype(np.int32),
            n_tokens=n_tokens,
            mean_chars=chars[:, 0].copy(),
            max_chars=chars[:, 1].copy(),
            is_closed=np.array(self._closed),
        )

    def _parts(self, fragment: str) -> Iterator[tuple[list[int], float, float]]:
        """Yield the tokens of each part with its mean and its largest length."""
        for number, text in enumerate(_LINK.split(fragment)):
            is_link = number % 2 == 1  # nobody mistypes a link
            for place, part in enumerate(_SLOT.split(text)):
                if place % 2:
                    yield self._slots[part]
                elif part and is_link:
                    yield [self.fixed_token(part)], len(part), len(part)
                elif part:
                    yield [self.pieces.setdefault(part, len(self.pieces))], len(part), len(part)

    def _slot(self, slot: str) -> tuple[list[int], float, float]:
        tokens: list[int] = []
        mean, most = 0.0, 0.0
        for number, part in enumerate(_ATOM.split(SLOTS[slot])):
            if number % 2:
                atom, mean_chars, max_chars = self._atom_chars[part]
                tokens.append(-1 - atom)
                mean += mean_chars
                most += max_chars
            elif part:
                tokens.append(self.fixed_token(part))
                mean += len(part)
                most += len(part)
        if slot in PLANTED:
            kind = PLANTED.index(slot)
            tokens = [BEGIN - kind, *tokens, END - kind]
        return tokens, mean, most
