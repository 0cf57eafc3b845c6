"""A hash of what a table says, the same for every file format, library and machine."""

import hashlib
from collections.abc import Iterable

import pandas as pd

__all__ = ["combine_hashes", "hash_table"]

_SEPARATOR = b"\x1f"
_MISSING = b"\x00"


def hash_table(frame: pd.DataFrame) -> str:
    """Hash the content of a table, column by column.

    Every value is written as text that does not depend on a library's types: times as
    whole microseconds, flags and counts as integers. Floats are refused, for their last
    digits differ between machines.

    Parameters
    ----------
    frame : DataFrame of shape (n_rows, n_columns)
        Columns of texts, times, integers and flags.

    Returns
    -------
    str
        SHA-256 in hexadecimal.

    Raises
    ------
    TypeError
        If a column holds floats.

    Examples
    --------
    >>> hash_table(pd.DataFrame({"a": [1, 2]}))[:8]
    '6102b8e6'
    """
    digest = hashlib.sha256()
    for name in frame.columns:
        column = frame[name]
        digest.update(str(name).encode() + _SEPARATOR)
        digest.update(_SEPARATOR.join(_encoded(column)))
        digest.update(_SEPARATOR)
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


def _encoded(column: pd.Series) -> list[bytes]:
    if pd.api.types.is_float_dtype(column):
        message = f"column {column.name} holds floats"
        raise TypeError(message)
    missing = column.isna().tolist()
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.astype("datetime64[us]").astype("int64")
    elif pd.api.types.is_bool_dtype(column):
        column = column.astype("Int64")
    values = column.tolist()
    return [
        _MISSING if gone else str(value).encode()
        for value, gone in zip(values, missing, strict=True)
    ]
