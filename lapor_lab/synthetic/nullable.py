"""Arrow arrays of numbers and times with gaps, without a copy of what numpy holds."""

import numpy as np
import numpy.typing as npt
import pyarrow as pa

__all__ = ["numbers_or_null"]


def numbers_or_null(
    values: npt.NDArray[np.integer], is_known: npt.NDArray[np.bool_], kind: pa.DataType
) -> pa.Array:
    """Make an array of some numbers, null where they are not known.

    Parameters
    ----------
    values : ndarray of int of shape (n,)
        Numbers, as wide as `kind` stores them.
    is_known : ndarray of bool of shape (n,)
        Where they mean something.
    kind : pyarrow.DataType
        Type of the array.

    Returns
    -------
    pyarrow.Array of shape (n,)
        On the memory of `values`.

    Examples
    --------
    >>> known = np.array([True, False])
    >>> numbers_or_null(np.array([5, 0]), known, pa.int64()).to_pylist()
    [5, None]
    """
    gaps = None
    if not is_known.all():
        gaps = pa.py_buffer(np.packbits(is_known, bitorder="little"))
    numbers = pa.py_buffer(np.ascontiguousarray(values))
    return pa.Array.from_buffers(kind, len(values), [gaps, numbers])
