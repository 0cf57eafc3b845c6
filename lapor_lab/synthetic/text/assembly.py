"""Join the pieces of all texts in one go, then set capitals and typing errors in place."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from lapor_lab.synthetic.text.fragments import BEGIN, END, FIXED
from lapor_lab.synthetic.text.grammar import Grammar
from lapor_lab.synthetic.text.layout import Layout
from lapor_lab.synthetic.text.punctuation import (
    BEHIND_CLOSED,
    BY_WRITER,
    ENDS_SENTENCE,
    FINAL_LOOSE,
    FINALS,
    N_CHOICES,
    NOTHING,
    SPACE,
    STOPS,
)
from lapor_lab.synthetic.text.spelling import DOUBLED_LETTER, DROPPED_LETTER
from lapor_lab.synthetic.text.values import Keys, fill
from lapor_lab.synthetic.text.writers import AS_WRITTEN, Writers

__all__ = ["Assembled", "Spans", "assemble"]

Integers = npt.NDArray[np.int32]

_SMALL_A, _SMALL_Z, _TO_CAPITAL = ord("a"), ord("z"), ord("a") - ord("A")
_SPREAD: Final = np.uint32(0x9E3779B1)
_CHOICE_BITS: Final = np.uint32(32 - 3)  # leaves one of the eight choices
# Asumsi: of typing errors, letters that change places, a neighbouring key, a dropped letter;
# the rest is a doubled letter.
_SWAPPED, _MISSED, _DROPPED = 0.3, 0.5, 0.85
_KEYBOARD: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE: Final = np.arange(256, dtype=np.uint8)
for _row in _KEYBOARD:
    for _key, _next in zip(_row, _row[1:] + _row[-2], strict=True):
        _BESIDE[ord(_key)] = ord(_next)
_SHORTEST_PIECE: Final = 6


@dataclass(frozen=True, kw_only=True)
class Spans:
    """Planted values; arrays of shape (n_spans,), in the order of the texts.

    Parameters
    ----------
    text : ndarray of int32
        Number of the text.
    kind : ndarray of int32
        Position in `atoms.PLANTED`.
    start, end : ndarray of int32
        Place within the text, in characters.
    """

    text: Integers
    kind: Integers
    start: Integers
    end: Integers


@dataclass(frozen=True, kw_only=True)
class Assembled:
    """Texts, and where planted values stand in them.

    Parameters
    ----------
    texts : pyarrow.Array of str of shape (n_texts,)
        ASCII.
    spans : Spans
        Planted values.
    """

    texts: pa.Array
    spans: Spans


def assemble(
    grammar: Grammar, layout: Layout, writers: Writers, keys: Keys, rng: np.random.Generator
) -> Assembled:
    """Write the texts.

    Parameters
    ----------
    grammar : Grammar
        Pieces and fragments.
    layout : Layout
        Fragments of each text.
    writers : Writers
        How each text is written.
    keys : Keys
        What decides the values in it.
    rng : Generator
        Source of randomness, for typing errors.

    Returns
    -------
    Assembled
        Texts and planted values.
    """
    n_texts = len(layout.n_fragments)
    if n_texts == 0:
        none = np.zeros(0, dtype=np.int32)
        nothing = Spans(text=none, kind=none, start=none, end=none)
        return Assembled(texts=pa.array([], pa.string()), spans=nothing)
    text_of = np.repeat(np.arange(n_texts, dtype=np.int32), layout.n_fragments)
    fragment = layout.fragment
    n_tokens = grammar.fragments.n_tokens[fragment]
    ends = np.cumsum(n_tokens, dtype=np.int32)
    fragment_of = np.repeat(np.arange(len(fragment), dtype=np.int32), n_tokens)
    shift = grammar.fragments.start[fragment] - (ends - n_tokens)
    place = np.arange(ends[-1], dtype=np.int32)
    place += shift[fragment_of]
    tokens = grammar.fragments.tokens[place]
    spelling = writers.spelling * np.int32(grammar.n_pieces)
    pieces = tokens + spelling[text_of][fragment_of]
    gaps = np.flatnonzero(tokens < 0)
    codes, text_of_gap = tokens[gaps], text_of[fragment_of[gaps]]
    pieces[gaps] = fill(grammar, codes, text_of_gap, writers.letters, keys)
    stops, begins = _stops(grammar, layout, writers, text_of)
    stop_at = ends - 1
    pieces[stop_at] = grammar.first_fixed + grammar.fixed_start + grammar.stop_start + stops

    text_ends = ends[np.cumsum(layout.n_fragments) - 1]
    slips, kinds = _slips(tokens, text_ends, writers, rng)
    lost = kinds >= _MISSED
    slip = np.where(kinds[lost] < _DROPPED, DROPPED_LETTER, DOUBLED_LETTER)
    pieces[slips[lost]] = tokens[slips[lost]] + slip * grammar.n_pieces
    written = grammar.texts.take(pa.array(pieces))
    offsets = np.frombuffer(written.buffers()[1], dtype=np.int32)[: len(pieces) + 1]
    data = _writable(written.buffers()[2])
    text_offsets = np.zeros(n_texts + 1, dtype=np.int32)
    text_offsets[1:] = offsets[text_ends]
    _set_capitals(data, offsets[(ends - n_tokens)[begins]])
    _slip_in_letters(data, offsets, slips[~lost], kinds[~lost])
    texts = pa.Array.from_buffers(
        pa.string(), n_texts, [None, pa.py_buffer(text_offsets), pa.py_buffer(data)]
    )
    return Assembled(texts=texts, spans=_spans(codes, gaps, text_of_gap, offsets, text_offsets))


def _stops(
    grammar: Grammar, layout: Layout, writers: Writers, text_of: Integers
) -> tuple[Integers, npt.NDArray[np.bool_]]:
    """Return the stop behind each fragment, and whether it begins with a capital."""
    end = np.cumsum(layout.n_fragments, dtype=np.int32)
    start, last = end - layout.n_fragments, end - 1
    is_closed = grammar.fragments.is_closed[layout.fragment]
    way = np.where(layout.join == BY_WRITER, writers.stops[text_of], layout.join)
    way[is_closed] = BEHIND_CLOSED
    final = np.where(layout.join[last] == BY_WRITER, FINALS[writers.stops], FINAL_LOOSE)
    way[last] = np.where(is_closed[last] | (layout.join[last] == SPACE), NOTHING, final)
    # The number within the text, so that a letter of a series has the same stops.
    number = np.arange(len(text_of), dtype=np.int32) - start[text_of]
    drawn = writers.seed[text_of] + number.view(np.uint32) * _SPREAD
    at = way.astype(np.int32) * N_CHOICES + (drawn >> _CHOICE_BITS).view(np.int32)
    begins = np.empty(len(text_of), dtype=np.bool_)
    begins[1:] = ENDS_SENTENCE.ravel()[at[:-1]]
    begins[start] = True
    begins &= writers.has_capitals[text_of]
    return STOPS.ravel()[at], begins


def _slips(
    tokens: Integers, text_ends: Integers, writers: Writers, rng: np.random.Generator
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float32]]:
    """Draw the tokens in which a finger slips, and how; none belongs to a planted value."""
    row = np.repeat(np.arange(len(text_ends)), writers.n_slips)
    at, kind = rng.random((2, len(row)), dtype=np.float32)
    begin = np.concatenate([[0], text_ends[:-1]])[row]
    token = begin + (at * (text_ends[row] - begin)).astype(np.int64)
    # A piece with a letter too few stands in the standard spelling only.
    is_plain = (kind < _MISSED) | (writers.letters[row] == AS_WRITTEN)
    kept = (tokens[token] > 0) & is_plain
    return token[kept], kind[kept]


def _slip_in_letters(
    data: npt.NDArray[np.uint8],
    offsets: Integers,
    slips: npt.NDArray[np.intp],
    kinds: npt.NDArray[np.float32],
) -> None:
    """Swap two letters, or hit the key beside, somewhere in a piece; in place."""
    start, length = offsets[slips], offsets[slips + 1] - offsets[slips]
    slips_in = length >= _SHORTEST_PIECE
    start, length, kinds = start[slips_in], length[slips_in], kinds[slips_in]
    # What is left of the draw within its kind says where.
    share = np.where(kinds < _SWAPPED, kinds / _SWAPPED, (kinds - _SWAPPED) / (_MISSED - _SWAPPED))
    at = start + 1 + (share * (length - 3)).astype(np.int32)
    here, behind = data[at], data[at + 1]
    swaps = (kinds < _SWAPPED) & _is_small(here) & _is_small(behind)
    data[at[swaps]], data[at[swaps] + 1] = behind[swaps], here[swaps]
    misses = (kinds >= _SWAPPED) & _is_small(here)
    data[at[misses]] = _BESIDE[here[misses]]


def _is_small(letters: npt.NDArray[np.uint8]) -> npt.NDArray[np.bool_]:
    return (letters >= _SMALL_A) & (letters <= _SMALL_Z)


def _writable(buffer: pa.Buffer) -> npt.NDArray[np.uint8]:
    data = np.frombuffer(buffer, dtype=np.uint8)
    return data if data.flags.writeable else data.copy()


def _set_capitals(data: npt.NDArray[np.uint8], places: Integers) -> None:
    places = places[places < len(data)]
    letters = data[places]
    data[places] = letters - _is_small(letters).astype(np.uint8) * np.uint8(_TO_CAPITAL)


def _spans(
    codes: Integers,
    gaps: npt.NDArray[np.intp],
    text_of_gap: Integers,
    offsets: Integers,
    text_offsets: Integers,
) -> Spans:
    begins = (codes <= BEGIN) & (codes > END)
    ends = (codes <= END) & (codes > FIXED)
    text = text_of_gap[begins]
    return Spans(
        text=text,
        kind=BEGIN - codes[begins],
        start=offsets[gaps[begins]] - text_offsets[text],
        end=offsets[gaps[ends]] - text_offsets[text],
    )
