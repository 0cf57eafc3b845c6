"""Turn what a cell of an .xlsx sheet holds into text."""

from collections.abc import Callable
from functools import partial
from typing import Final
from xml.parsers import expat

from lapor_lab.exchange.cell_text import number_text, serial_text, unescape
from lapor_lab.exchange.row_source import MOST_COLUMNS
from lapor_lab.exchange.xlsx_book import SharedStrings, XlsxBook

__all__ = ["MOST_ROWS", "CellValues", "column_position"]

MOST_ROWS: Final = 1_048_576
_LETTERS: Final = 26
_LONGEST_NAME: Final = 3


class CellValues:
    """The way from kind, style and content of a cell to its text.

    Parameters
    ----------
    book : XlsxBook
        Plan of the workbook.
    strings : SharedStrings
        Its shared texts.
    """

    def __init__(self, book: XlsxBook, strings: SharedStrings) -> None:
        self._strings = strings
        self._time_styles = book.time_styles
        self._time_text = partial(serial_text, is_1904=book.is_1904)
        self._by_kind: dict[str, Callable[[str], str | None]] = {
            "s": self._shared_text,
            "": number_text,
            "n": number_text,
            "str": unescape,
            "inlineStr": unescape,
            "b": lambda text: "TRUE" if text.strip() == "1" else "FALSE",
            "d": lambda text: text.removesuffix("T00:00:00"),
            "e": lambda _: None,
        }

    def read(self, text: str, kind: str, style: str) -> str | None:
        """Return a cell as text.

        Parameters
        ----------
        text : str
            Its content.
        kind : str
            Its attribute ``t``; empty if it has none.
        style : str
            Its attribute ``s``; empty if it has none.

        Returns
        -------
        str or None
            The text; None for an error.

        Raises
        ------
        LookupError
            If there is no such kind or shared text.
        """
        if style in self._time_styles and kind in ("", "n"):
            return self._time_text(text)
        return self._by_kind[kind](text)

    def _shared_text(self, text: str) -> str:
        if not (text.isdecimal() and text.isascii()):
            raise LookupError
        return self._strings[int(text)]


def column_position(letters: str) -> int:
    """Return the position of a column.

    Parameters
    ----------
    letters : str
        Its name in a sheet.

    Returns
    -------
    int
        Position, from 0.

    Raises
    ------
    ExpatError
        If a sheet has no such column.

    Examples
    --------
    >>> column_position("A"), column_position("AA"), column_position("XFD")
    (0, 26, 16383)
    """
    number = 0
    if not (letters.isascii() and letters.isalpha() and len(letters) <= _LONGEST_NAME):
        raise expat.ExpatError("no column")
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    if number > MOST_COLUMNS:
        raise expat.ExpatError("column out of bounds")
    return number - 1
