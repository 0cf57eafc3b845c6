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
_MISSING: Final = 0
_NOTHING: Final = b"-"
_NUMBERS: Final = b"n"
_TEXTS: Final = b"t"
_CATEGORIES: Final = b"c"


def hash_table(table: pd.DataFrame | pa.Table) -> str:
    """Hash the content of a table, column by column.

    Numbers, flags and times (as microseconds) are hashed as 64-bit integers, texts by their
    lengths and their UTF-8 bytes, categories by their values in order and the place of each
    row's among them. So neither a file, a dictionary, the cutting into chunks nor a library
    matters. A column without any value is the same whatever it could hold. Floats are
    refused, for their last digits differ between machines.

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
    '15376af6'
    >>> hash_table(frame) == hash_table(pa.table({"unit": pa.array("ABA").dictionary_encode()}))
    True
    """
    if isinstance(table, pd.DataFrame):
        table = pa.Table.from_pandas(table, preserve_index=False)
    # Of the hashes that everyone knows the fastest: processors compute it themselves.
    digest = hashlib.sha256(_whole(len(table)))
    for name in table.column_names:
        digest.update(_whole(len(name.encode())) + name.encode())
        for piece in _encode(table[name], name):
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
    if pa.types.is_dictionary(kind):
        if _is_text(kind.value_type) and name not in UNREPEATED:
            return _encode_categories(column)
        column = column.cast(kind.value_type)
        kind = column.type
    if column.null_count == len(column):
        return iter([_NOTHING])
    if _is_text(kind):
        if name in UNREPEATED:
            return _encode_texts(column)
        return _encode_categories(column.dictionary_encode())
    if pa.types.is_temporal(kind) and not pa.types.is_duration(kind):
        column = column.cast(pa.timestamp("us"), safe=False)
    elif not pa.types.is_integer(kind) and not pa.types.is_boolean(kind):
        found = "floats" if pa.types.is_floating(kind) else kind
        message = f"column {name} holds {found}"
        raise TypeError(message)
    return _encode_numbers(column.cast(pa.int64()))


def _is_text(kind: pa.DataType) -> bool:
    kinds = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    return any(is_kind(kind) for is_kind in kinds)


def _encode_numbers(column: pa.ChunkedArray) -> Iterator[Any]:
    yield _NUMBERS + _gaps(column)
    for chunk in column.chunks:
        yield chunk.fill_null(_MISSING).to_numpy(zero_copy_only=False).astype("<i8", copy=False)


def _encode_texts(column: pa.ChunkedArray) -> Iterator[Any]:
    yield _TEXTS + _gaps(column)
    # A missing text may still have bytes in the buffer.
    chunks = [chunk.cast(pa.large_string()).fill_null("") for chunk in column.chunks]
    ends = [np.frombuffer(c.buffers()[1], "i8")[c.offset : c.offset + len(c) + 1] for c in chunks]
    for places in ends:
        yield np.diff(places).astype("<u4")
    for chunk, places in zip(chunks, ends, strict=True):
        if len(places) and places[-1] > places[0]:
            yield memoryview(chunk.buffers()[2])[places[0] : places[-1]]


def _encode_categories(column: pa.ChunkedArray) -> Iterator[Any]:
    chunks = column.unify_dictionaries().chunks
    if not chunks:
        yield _NOTHING
        return
    stored = chunks[0].dictionary.cast(pa.string()).dictionary_encode()
    values, n_stored = stored.dictionary, len(stored)
    # One place more than values are stored: that of what is missing.
    codes = [_places(chunk.indices, n_stored) for chunk in chunks]
    is_used = np.zeros(n_stored + 1, dtype=bool)
    for places in codes:
        is_used[places] = True
    value_of = np.append(stored.indices.fill_null(len(values)).to_numpy(zero_copy_only=False), -1)
    used = np.unique(value_of[is_used & (value_of >= 0) & (value_of < len(values))])
    if not len(used):
        yield _NOTHING
        return
    shown = values.take(pa.array(used))
    order = pc.sort_indices(shown).to_numpy()
    rank = np.full(len(values) + 1, _MISSING)
    rank[used[order]] = np.arange(1, len(used) + 1)
    new_code = rank[value_of].astype(_smallest(len(used)))
    yield _CATEGORIES + _whole(len(used))
    yield from _encode_texts(pa.chunked_array([shown.take(pa.array(order))]))
    for places in codes:
        yield new_code[places]


def _places(indices: pa.Array, missing: int) -> npt.NDArray[np.intp]:
    if indices.null_count:
        # The narrowest indices have no room for one more.
        indices = indices.cast(pa.int32()).fill_null(missing)
    # numpy is twice as fast with places of its own width, the cast included.
    return np.asarray(indices).astype(np.intp)


def _smallest(n_values: int) -> npt.DTypeLike:
    return next((kind for kind in ("u1", "<u2") if n_values <= np.iinfo(kind).max), "<u4")


def _gaps(column: pa.ChunkedArray) -> bytes:
    if not column.null_count:
        return b"\x00"
    is_valid = column.is_valid().to_numpy()
    return b"\x01" + np.packbits(is_valid).tobytes()


def _whole(number: int) -> bytes:
    return number.to_bytes(8, "little")
