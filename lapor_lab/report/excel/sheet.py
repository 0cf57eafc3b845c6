"""One table of a workbook, and what is said above it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from lapor_lab.errors import ParameterError

__all__ = ["KINDS", "Sheet", "sheet_name"]

KINDS: Final = ("share", "days", "number", "count", "date", "text")
# What Excel allows a sheet to be called.
_LONGEST: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table of a workbook.

    Parameters
    ----------
    name : str
        On the sheet's tab.
    title : str
        Above the table.
    frame : DataFrame of shape (n_rows, n_columns)
        The table; the names of its columns are the header.
    notes : tuple of str, default=()
        Sentences below the title.
    formats : mapping of str to str, default={}
        Kind of value by column: ``share`` (in [0, 1], shown as per cent), ``days``,
        ``number``, ``count``, ``date`` or ``text``. A column that is not named is shown by its
        type.

    Raises
    ------
    ParameterError
        If a format is of no known kind or names no column.
    """

    name: str
    title: str
    frame: pd.DataFrame
    notes: tuple[str, ...] = ()
    formats: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        columns = list(map(str, self.frame.columns))
        for column, kind in self.formats.items():
            for value, allowed in ((kind, KINDS), (column, columns)):
                if value not in allowed:
                    raise ParameterError(
                        "parameter_range",
                        name="formats",
                        allowed="{column: kind} with kinds " + ", ".join(KINDS),
                        value=dict(self.formats),
                        remedy=f"Columns of this sheet: {', '.join(columns)}.",
                    )

    def kind(self, column: str) -> str:
        """Tell how a column's numbers are shown.

        Parameters
        ----------
        column : str
            Its name.

        Returns
        -------
        str
            One of the kinds.
        """
        if column in self.formats:
            return self.formats[column]
        values = self.frame[column]
        if pd.api.types.is_bool_dtype(values):
            return "text"
        if pd.api.types.is_integer_dtype(values):
            return "count"
        if pd.api.types.is_datetime64_any_dtype(values):
            return "date"
        return "number" if pd.api.types.is_numeric_dtype(values) else "text"


def sheet_name(wished: str, taken: set[str]) -> str:
    """Make a name that Excel takes and no other sheet has.

    Parameters
    ----------
    wished : str
        Any text.
    taken : set of str
        Names that are used already, in small letters.

    Returns
    -------
    str
        At most 31 letters.

    Examples
    --------
    >>> sheet_name("Waktu: verifikasi/tindak lanjut pertama", {"keterangan"})
    'Waktu verifikasi tindak lanjut'
    >>> sheet_name("Keterangan", {"keterangan"})
    'Keterangan 2'
    """
    plain = " ".join(_FORBIDDEN.sub(" ", wished).split()).strip("'") or "Tabel"
    name, number = _cut(plain, _LONGEST), 1
    while name.casefold() in taken:
        number += 1
        name = f"{_cut(plain, _LONGEST - len(str(number)) - 1)} {number}"
    return name


def _cut(text: str, longest: int) -> str:
    """Cut between words, if the words are no longer than half of the room."""
    if len(text) <= longest:
        return text
    whole = text[: longest + 1].rpartition(" ")[0]
    return (whole if len(whole) > longest // 2 else text[:longest]).rstrip(" ,;")
