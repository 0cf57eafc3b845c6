"""Join the pieces of many texts in one go, then set capitals and typing errors in place."""

import dataclasses
from collections.abc import Sequence
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
# So many fragments at a time that what is between them and their texts stays in the cache.
_AT_ONCE: Final = 100_000


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


_NO_SPANS: Final = Spans(**dict.fromkeys(("text", "kind", "start", "end"), np.zeros(0, np.int32)))


@dataclass(frozen=True, kw_only=True)
class Assembled:
    """Texts, and where planted values stand in them.

    Parameters
    ----------
    texts : pyarrow.ChunkedArray of str of shape (n_texts,)
        ASCII.
    spans : Spans
        Planted values.
    """

    texts: pa.ChunkedArray
    spans: Spans


def assemble(
    grammar: Grammar,
    layout: Layout,
    writers: Writers,
    keys: Keys,
    source: npt.NDArray[np.int64],
    rng: np.random.Generator,
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
    source : ndarray of int64 of shape (n_texts,)
        Text that each is a copy of; itself where it is none.
    rng : Generator
        Source of randomness, for typing errors.

    Returns
    -------
    Assembled
        Texts and planted values.
    """
    first_fragment = np.cumsum(layout.n_fragments, dtype=np.int32) - layout.n_fragments
    first_slip = np.cumsum(writers.n_slips, dtype=np.int32) - writers.n_slips
    slips = rng.random((2, int(writers.n_slips.sum())), dtype=np.float32)
    texts, spans = [], [_NO_SPANS]
    step = 1 + _AT_ONCE * len(source) // (len(layout.fragment) + 1)
    for begin in range(0, len(source), step):
        rows = source[begin : begin + step]
        n_fragments, n_slips = layout.n_fragments[rows], writers.n_slips[rows]
        place = _places(first_fragment[rows], n_fragments)
        made = _assemble_some(
            grammar,
            Layout(
                fragment=layout.fragment.take(place),
                join=layout.join.take(place),
                n_fragments=n_fragments,
            ),
            writers.of(rows),
            keys.of(rows),
            slips[:, _places(first_slip[rows], n_slips)],
        )
        texts.append(made[0])
        spans.append(dataclasses.replace(made[1], text=made[1].text + np.int32(begin)))
    return Assembled(texts=pa.chunked_array(texts, pa.string()), spans=_joined(spans))


def _assemble_some(
    grammar: Grammar,
    layout: Layout,
    writers: Writers,
    keys: Keys,
    drawn: npt.NDArray[np.float32],
) -> tuple[pa.Array, Spans]:
    n_texts = len(layout.n_fragments)
    text_of = np.repeat(np.arange(n_texts, dtype=np.int32), layout.n_fragments)
    n_tokens = grammar.fragments.n_tokens.take(layout.fragment)
    ends = np.cumsum(n_tokens, dtype=np.int32)
    begins = ends - n_tokens
    place = _places(grammar.fragments.start.take(layout.fragment), n_tokens)
    tokens = grammar.fragments.tokens.take(place)
    text_ends = ends[np.cumsum(layout.n_fragments) - 1]
    n_tokens_of_text = np.diff(text_ends, prepend=np.int32(0))
    spelling = writers.spelling * np.int32(grammar.n_pieces)
    pieces = tokens + np.repeat(spelling, n_tokens_of_text)
    gaps = np.flatnonzero(tokens < 0)
    codes = tokens[gaps]
    text_of_gap = np.searchsorted(text_ends, gaps, side="right").astype(np.int32)
    pieces[gaps] = fill(grammar, codes, text_of_gap, writers.letters, keys)
    stops, is_capital = _stops(grammar, layout, writers, text_of)
    pieces[ends - 1] = stops + np.int32(
        grammar.first_fixed + grammar.fixed_start + grammar.stop_start
    )
    slips, kinds = _slips(tokens, text_ends, writers, drawn)
    lost = kinds >= _MISSED
    slip = np.where(kinds[lost] < _DROPPED, DROPPED_LETTER, DOUBLED_LETTER)
    pieces[slips[lost]] = tokens[slips[lost]] + slip * grammar.n_pieces
    written = grammar.texts.take(pa.array(pieces))
    offsets = np.frombuffer(written.buffers()[1], dtype=np.int32)[: len(pieces) + 1]
    data = _writable(written.buffers()[2])
    text_offsets = np.zeros(n_texts + 1, dtype=np.int32)
    text_offsets[1:] = offsets[text_ends]
    _set_capitals(data, offsets[begins[is_capital]])
    _slip_in_letters(data, offsets, slips[~lost], kinds[~lost])
    texts = pa.Array.from_buffers(
        pa.string(), n_texts, [None, pa.py_buffer(text_offsets), pa.py_buffer(data)]
    )
    return texts, _spans(codes, gaps, text_of_gap, offsets, text_offsets)


def _places(first: Integers, count: npt.NDArray[np.integer]) -> Integers:
    """Return the places of rows of different lengths, one row after the other."""
    ends = np.cumsum(count, dtype=np.int32)
    places = np.arange(ends[-1], dtype=np.int32)
    places += np.repeat(first - (ends - count), count)
    return places


def _stops(
    grammar: Grammar, layout: Layout, writers: Writers, text_of: Integers
) -> tuple[Integers, npt.NDArray[np.bool_]]:
    """Return the stop behind each fragment, and whether it begins with a capital."""
    end = np.cumsum(layout.n_fragments, dtype=np.int32)
    start, last = end - layout.n_fragments, end - 1
    is_closed = grammar.fragments.is_closed.take(layout.fragment)
    by_writer = layout.join == BY_WRITER
    way = layout.join + by_writer * writers.stops.take(text_of)
    way[np.flatnonzero(is_closed)] = BEHIND_CLOSED
    final = np.where(by_writer[last], FINALS[writers.stops], FINAL_LOOSE)
    way[last] = np.where(is_closed[last] | (layout.join[last] == SPACE), NOTHING, final)
    # By the number within the text, so that a letter of a series has the same stops.
    seed = writers.seed - start.view(np.uint32) * _SPREAD
    drawn = seed.take(text_of) + np.arange(len(text_of), dtype=np.uint32) * _SPREAD
    at = way * np.int8(N_CHOICES) + (drawn >> _CHOICE_BITS).astype(np.int8)
    begins = np.empty(len(text_of), dtype=np.bool_)
    begins[1:] = ENDS_SENTENCE.ravel().take(at[:-1])
    begins[start] = True
    begins &= writers.has_capitals.take(text_of)
    return STOPS.ravel().take(at), begins


def _slips(
    tokens: Integers, text_ends: Integers, writers: Writers, drawn: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float32]]:
    """Find the tokens in which a finger slips, and how; none belongs to a planted value."""
    row = np.repeat(np.arange(len(text_ends)), writers.n_slips)
    at, kind = drawn
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


def _joined(spans: Sequence[Spans]) -> Spans:
    names = [field.name for field in dataclasses.fields(Spans)]
    return Spans(**{n: np.concatenate([getattr(some, n) for some in spans]) for n in names})
