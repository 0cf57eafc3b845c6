"""What typing does to a text: letters swapped, capitals only."""

from typing import cast

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

__all__ = ["put_in_capitals", "swap_letters"]


def swap_letters(
    texts: pa.Array, chosen: npt.NDArray[np.bool_], rng: np.random.Generator
) -> pa.Array:
    """Swap two neighbouring small letters in some texts.

    Parameters
    ----------
    texts : pyarrow.Array of str of shape (n_texts,)
        Texts without a missing value.
    chosen : ndarray of bool of shape (n_texts,)
        Texts to touch; one stays whole where the place drawn holds no two small letters.
    rng : Generator
        Source of randomness.

    Returns
    -------
    pyarrow.Array of str of shape (n_texts,)
        New texts of the same lengths.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> swap_letters(pa.array(["ab", "AB"]), np.array([True, True]), rng).to_pylist()
    ['ba', 'AB']
    """
    large = texts.cast(pa.large_string())
    _, offset_buffer, data_buffer = large.buffers()
    offsets = np.frombuffer(offset_buffer, dtype=np.int64)[large.offset :][: len(large) + 1]
    data = np.frombuffer(data_buffer, dtype=np.uint8).copy()
    n_places = np.diff(offsets) - 1
    place = offsets[:-1] + (rng.random(len(large)) * n_places).astype(np.int64)
    place = place[chosen & (n_places > 0)]
    first, second = data[place], data[place + 1]
    # Small ASCII letters only, so that no byte of another letter is torn.
    small = (first >= ord("a")) & (first <= ord("z")) & (second >= ord("a")) & (second <= ord("z"))
    place, first, second = place[small], first[small], second[small]
    data[place], data[place + 1] = second, first
    buffers = [None, pa.py_buffer(offsets), pa.py_buffer(data)]
    return pa.Array.from_buffers(pa.large_string(), len(large), buffers)


def put_in_capitals(texts: pa.Array, chosen: npt.NDArray[np.bool_]) -> pa.Array:
    """Put some texts in capitals.

    Parameters
    ----------
    texts : pyarrow.Array of str of shape (n_texts,)
        Texts.
    chosen : ndarray of bool of shape (n_texts,)
        Texts to put in capitals.

    Returns
    -------
    pyarrow.Array of str of shape (n_texts,)
        New texts.

    Examples
    --------
    >>> put_in_capitals(pa.array(["a", "b"]), np.array([True, False])).to_pylist()
    ['A', 'b']
    """
    mask = pa.array(chosen)
    return cast("pa.Array", pc.replace_with_mask(texts, mask, pc.utf8_upper(texts.filter(mask))))
