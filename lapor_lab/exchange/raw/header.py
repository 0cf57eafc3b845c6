"""Refuse a table whose first row is data: its cells would be shown as names of columns."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.errors import InputFileError
from lapor_lab.privacy import find_personal

__all__ = ["refuse_data_as_header"]

_LONGEST_NAME: Final = 60
_NUMBER_OR_DATE: Final = (
    r"^[\d\s.,:;/+%()-]+$"
    r"|^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b"
    r"|^\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}\b"
)
_NO_NAME: Final = r"\(kolom \d+\)"
_MOST_HEADERS: Final = 0.5
_SUFFIX: Final = r" \(\d+\)$"


def refuse_data_as_header(
    path: Path, header_row: int, columns: Iterable[str], cells: pd.DataFrame | None = None
) -> None:
    """Refuse names of columns that look like what a complaint holds.

    Parameters
    ----------
    path : Path
        The file, for the message.
    header_row : int
        Row of the names.
    columns : iterable of str
        The names; they are never quoted.
    cells : DataFrame of shape (n_rows, n_columns) or None, default=None
        Rows below, by which a name is known for a value of its own column.

    Raises
    ------
    InputFileError
        If a name is a number or a date, is longer than 60 characters, holds an identity
        number, a phone number, an e-mail address or the like, or stands below itself in a
        row that is no second header.

    Examples
    --------
    >>> refuse_data_as_header(Path("a.csv"), 1, ["No", "Tanggal", "(kolom 3)", "Rating (2)"])
    """
    names = pd.Series(list(columns), dtype=object).astype(str)
    plain = names.str.replace(_SUFFIX, "", regex=True)
    looks_like_data = plain.str.contains(_NUMBER_OR_DATE, regex=True) | (
        plain.str.len() > _LONGEST_NAME
    )
    looks_like_data |= plain.map(_is_personal)
    if cells is not None:
        looks_like_data |= _stand_below(plain.set_axis(names), cells).to_numpy()
    if looks_like_data.any():
        position = int(looks_like_data.to_numpy().argmax()) + 1
        raise InputFileError("header_is_data", path=path, row=header_row, position=position)


def _stand_below(written: pd.Series, cells: pd.DataFrame) -> pd.Series:
    """Tell names that are values of their own columns: every row names its institution."""
    below = cells.reindex(columns=written.index)
    is_name = pd.DataFrame(
        below.to_numpy(dtype=object) == written.to_numpy(dtype=object),
        columns=written.index,
        dtype=bool,
    )
    # Exports that were pasted below each other repeat the header, with every name.
    is_named = ~written.str.fullmatch(_NO_NAME).to_numpy(dtype=bool)
    is_header = is_name.loc[:, is_named].all(axis="columns")
    # But where most rows are alike, so is the first.
    return is_name[~is_header | (is_header.mean() > _MOST_HEADERS)].any()


def _is_personal(name: str) -> bool:
    """Tell a value ("Jl. Contoh 5") from a name for values ("Alamat", "Nama Pelapor")."""
    found = [name[span.start : span.end] for span in find_personal(name)]
    return any(re.search(r"[\d@]|://", part) for part in found)
