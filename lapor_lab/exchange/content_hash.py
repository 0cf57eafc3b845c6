"""A hash of what a table says, the same for every file format, library and machine."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["UNREPEATED", "combine_hashes", "hash_table"]

# Texts that seldom stand twice in a column. All others are taken for categories, each value
# of which is hashed once: which of the two a column is must not depend on how it is stored.
UNREPEATED: Final = frozenset(
    {"case_id", "duplicate_of", "personal_data", "reporter_id", "text", "title"}
)
# The texts of those that stand in several rows one below the other.
_IN_RUNS: Final = "case_id"
_NOTHING: Final = b"-"
_NUMBERS: Final = b"n"
_SECONDS: Final = b"s"
_MICROSECONDS: Final = b"u"
_TEXTS: Final = b"t"
_RUNS: Final = b"r"
_CATEGORIES: Final = b"c"
_SECOND: Final = pa.timestamp("s")
_MICROSECOND: Final = pa.timestamp("us")
_AT_ONCE: Final = 8_192


def hash_table(table: pd.DataFrame | pa.Table) -> str:
    """Hash the content of a table, column by column.

    Numbers, flags and times (whole seconds, or microseconds where one is not whole) are hashed
    as distances from the smallest, texts by their lengths and their UTF-8 bytes, categories by
    their values in order and the place of each row's among them; 0 is what is missing. An id of
    a case is hashed once for the rows that follow each other. So neither a file, a dictionary,
    the cutting into chunks nor a library matters. A column without any value is the same
    whatever it could hold. Floats are refused, for their last digits differ between machines.

    Parameters
    ----------
    table : DataFrame or Table of shape (n_rows, n_columns)
        Columns of texts, times, integers and flags.

    Returns
    -------
    str
        SHA-256 in hexadecimal.

    Raises
    ------
    TypeError
        If a column holds floats or something else than a column of a log can.

    Examples
    --------
    >>> frame = pd.DataFrame({"unit": ["A", "B", "A"]})
    >>> hash_table(frame)[:8]
    'cf2976c2'
    >>> hash_table(frame) == hash_table(pa.table({"unit": pa.array("ABA").dictionary_encode()}))
    True
    """
    if isinstance(table, pd.DataFrame):
        table = pa.Table.from_pandas(table, preserve_index=False)
    # Of the hashes that everyone knows the fastest: processors compute it themselves.
    digest = hashlib.sha256(_whole(len(table)))
    for name, column in zip(table.column_names, table.columns, strict=True):
        digest.update(_whole(len(name.encode())) + name.encode())
        for piece in _encode(column, name):
            digest.update(piece)
    return digest.hexdigest()


def combine_hashes(hashes: Iterable[str]) -> str:
    """Hash the hashes of parts, in the order given.

    Parameters
    ----------
    hashes : iterable of str
        One hash a part.

    Returns
    -------
    str
        SHA-256 in hexadecimal.
    """
    return hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _encode(column: pa.ChunkedArray, name: str) -> Iterator[Any]:
    kind = column.type
    is_coded = pa.types.is_dictionary(kind)
    if _is_text(kind.value_type if is_coded else kind):
        return _encode_words(column, name, is_coded=is_coded)
    if is_coded:
        column = column.cast(kind.value_type)
        kind = column.type
    if column.null_count == len(column):
        return iter([_NOTHING])
    if pa.types.is_temporal(kind) and not pa.types.is_duration(kind):
        return _encode_times(column)
    if not pa.types.is_integer(kind) and not pa.types.is_boolean(kind):
        found = "floats" if pa.types.is_floating(kind) else kind
        message = f"column {name} holds {found}"
        raise TypeError(message)
    return _encode_numbers(column.cast(pa.int64()), _NUMBERS)


def _encode_words(column: pa.ChunkedArray, name: str, *, is_coded: bool) -> Iterator[Any]:
    if name not in UNREPEATED:
        return _encode_categories(column if is_coded else column.dictionary_encode())
    if not is_coded or name != _IN_RUNS or _has_gaps(column):
        column = column.cast(pa.large_string())
    if column.null_count == len(column):
        return iter([_NOTHING])
    has_runs = name == _IN_RUNS and not column.null_count
    return _encode_runs(column) if has_runs else _encode_texts(column)


def _is_text(kind: pa.DataType) -> bool:
    kinds = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    return any(is_kind(kind) for is_kind in kinds)


def _has_gaps(column: pa.ChunkedArray) -> bool:
    return any(chunk.null_count or chunk.dictionary.null_count for chunk in column.chunks)


def _encode_times(column: pa.ChunkedArray) -> Iterator[Any]:
    if column.type != _SECOND:
        column = column.cast(_MICROSECOND, safe=False)
        try:
            column = column.cast(_SECOND)
        except pa.ArrowInvalid:
            return _encode_numbers(column.cast(pa.int64()), _MICROSECONDS)
    return _encode_numbers(column.cast(pa.int64()), _SECONDS)


def _encode_numbers(column: pa.ChunkedArray, tag: bytes) -> Iterator[Any]:
    bounds = pc.min_max(column).as_py()
    n_places = bounds["max"] - bounds["min"] + 1
    yield tag + bounds["min"].to_bytes(8, "little", signed=True) + _whole(n_places)
    kind = _smallest(n_places)
    # What is too wide for the kind comes out right all the same: both wrap around.
    before_first = np.array(bounds["min"] - 1 & np.iinfo(kind).max, dtype=kind)
    for chunk in column.chunks:
        places = _stored(chunk).astype(kind)
        places -= before_first
        yield _without_gaps(places, chunk)


def _encode_texts(column: pa.ChunkedArray) -> Iterator[Any]:
    yield _TEXTS
    # One place more than bytes: 0 is missing.
    yield from _narrow(
        np.concatenate([_without_gaps(np.diff(_ends(c)) + 1, c) for c in column.chunks])
    )
    for chunk in column.chunks:
        # A missing text may still have bytes in the buffer.
        full = chunk.drop_null() if chunk.null_count else chunk
        ends = _ends(full)
        if ends[-1] > ends[0]:
            yield memoryview(full.buffers()[2])[ends[0] : ends[-1]]


def _ends(texts: pa.Array) -> npt.NDArray[np.integer]:
    """Return the places of a buffer between which the texts stand."""
    if not len(texts):
        return np.zeros(1, dtype="i8")
    width = "i8" if pa.types.is_large_string(texts.type) else "i4"
    stored = np.frombuffer(texts.buffers()[1], width)
    return stored[texts.offset : texts.offset + len(texts) + 1]


def _encode_runs(column: pa.ChunkedArray) -> Iterator[Any]:
    runs = [_runs(chunk) for chunk in column.chunks if len(chunk)]
    texts = [first for first, _ in runs]
    first = texts[0] if len(texts) == 1 else pa.concat_arrays(texts)
    lengths = np.concatenate([length for _, length in runs])
    # Two chunks may meet within a run, and a dictionary may hold a value twice.
    is_new = np.ones(len(first), dtype=bool)
    is_new[1:] = pc.not_equal(first[1:], first[:-1]).to_numpy(zero_copy_only=False)
    if not is_new.all():
        first = first.filter(pa.array(is_new))
        lengths = np.add.reduceat(lengths, np.flatnonzero(is_new))
    yield _RUNS + _whole(len(first))
    yield from _encode_texts(pa.chunked_array([first]))
    yield from _narrow(lengths)


def _runs(chunk: pa.Array) -> tuple[pa.Array, npt.NDArray[np.integer]]:
    """Return texts, and how many rows have each before the next."""
    if not pa.types.is_dictionary(chunk.type):
        return chunk, np.ones(len(chunk), dtype=np.intp)
    codes = _stored(chunk.indices)
    is_new = np.ones(len(codes) + 1, dtype=bool)
    np.not_equal(codes[1:], codes[:-1], out=is_new[1:-1])
    starts = np.flatnonzero(is_new)
    # Wider than stored: a step past the last code of a narrow kind would be a step of one.
    codes = codes[starts[:-1]].astype(np.intp)
    if (np.diff(codes) == 1).all():
        return chunk.dictionary.slice(codes[0], len(codes)), np.diff(starts)
    return chunk.dictionary.take(pa.array(codes)), np.diff(starts)


def _encode_categories(column: pa.ChunkedArray) -> Iterator[Any]:
    chunks = column.unify_dictionaries().chunks
    # The first place is that of what is missing.
    texts = [None, *chunks[0].dictionary.to_numpy(zero_copy_only=False)] if chunks else [None]
    places = [_places(chunk.indices) for chunk in chunks]
    is_used = np.zeros(len(texts), dtype=bool)
    for some in (each[k : k + _AT_ONCE] for each in places for k in range(0, len(each), _AT_ONCE)):
        is_used[some] = True
        if is_used[1:].all():
            break
    found = {texts[place] for place in np.flatnonzero(is_used)}
    shown = sorted(text for text in found if text is not None)
    if not shown:
        yield _NOTHING
        return
    rank = {text: k for k, text in enumerate(shown, start=1)}
    new_place = np.array([rank.get(text, 0) for text in texts], dtype=_smallest(len(shown)))
    values = [text.encode() for text in shown]
    yield _CATEGORIES + _whole(len(shown))
    yield from _narrow(np.array([len(value) for value in values]))
    yield b"".join(values)
    for each in places:
        yield new_place[each]


def _places(indices: pa.Array) -> npt.NDArray[np.intp]:
    # numpy is twice as fast with places of its own width, the cast included.
    places = _stored(indices).astype(np.intp)
    places += 1
    return _without_gaps(places, indices)


def _stored(array: pa.Array) -> npt.NDArray[np.integer]:
    """Return the integers of an array's buffer; under a gap stands any."""
    if not len(array):
        return np.empty(0, dtype=array.type.to_pandas_dtype())
    stored = np.frombuffer(array.buffers()[1], array.type.to_pandas_dtype())
    return stored[array.offset : array.offset + len(array)]


def _without_gaps(places: npt.NDArray[Any], array: pa.Array) -> npt.NDArray[Any]:
    """Put 0 where the array has a gap."""
    if array.null_count:
        start, skip = divmod(array.offset, 8)
        bits = np.frombuffer(array.buffers()[0], np.uint8)[start:]
        places *= np.unpackbits(bits, count=skip + len(array), bitorder="little")[skip:]
    return places


def _narrow(numbers: npt.NDArray[np.integer]) -> Iterator[Any]:
    kind = _smallest(int(numbers.max(initial=0)))
    yield np.dtype(kind).str.encode()
    yield numbers.astype(kind)


def _smallest(largest: int) -> npt.DTypeLike:
    kinds = ("u1", "<u2", "<u4", "<u8")
    return next(kind for kind in kinds if largest <= np.iinfo(kind).max)


def _whole(number: int) -> bytes:
    return number.to_bytes(8, "little")
