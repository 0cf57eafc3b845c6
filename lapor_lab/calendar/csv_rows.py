"""Rows of a small CSV file that a person may have written, checked at the door."""

import csv
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path

from lapor_lab.errors import ColumnNotFoundError, InputFileError

__all__ = ["Row", "data_file", "read_rows"]

_DATA = "data"


class Row:
    """One row, which knows its place, so that a message can name it.

    Parameters
    ----------
    path : str
        Name of the file, for messages.
    line : int
        Line in the file; the header is line 1.
    values : dict of str to str
        Text by column, without blanks around it.
    """

    def __init__(self, path: str, line: int, values: dict[str, str]) -> None:
        self._path = path
        self._line = line
        self._values = values

    def text(self, column: str) -> str:
        """Return the text of a column.

        Parameters
        ----------
        column : str
            Name of the column.

        Returns
        -------
        str
            Text, possibly empty.
        """
        return self._values[column]

    def choice(self, column: str, allowed: tuple[str, ...]) -> str:
        """Return the text of a column that must be one of a few.

        Parameters
        ----------
        column : str
            Name of the column.
        allowed : tuple of str
            What it may be.

        Returns
        -------
        str
            One of `allowed`.

        Raises
        ------
        InputFileError
            If it is another.
        """
        if self._values[column] not in allowed:
            raise self.error(column, " | ".join(name or "(kosong)" for name in allowed))
        return self._values[column]

    def required_text(self, column: str) -> str:
        """Return the text of a column that must hold some.

        Parameters
        ----------
        column : str
            Name of the column.

        Returns
        -------
        str
            Text, not empty.

        Raises
        ------
        InputFileError
            If it is empty.
        """
        if not self._values[column]:
            raise self.error(column, "≠ (kosong)")
        return self._values[column]

    def positive_integer(self, column: str) -> int:
        """Return the whole number of a column.

        Parameters
        ----------
        column : str
            Name of the column.

        Returns
        -------
        int
            A number >= 1.

        Raises
        ------
        InputFileError
            If it is no whole number, or below 1.
        """
        text = self._values[column]
        if not (text.isascii() and text.isdigit() and int(text) > 0):
            raise self.error(column, "1, 2, 3, …")
        return int(text)

    def day(self, column: str) -> date:
        """Return the date of a column.

        Parameters
        ----------
        column : str
            Name of the column.

        Returns
        -------
        date
            The date.

        Raises
        ------
        InputFileError
            If it is no date in the form 2026-03-20.
        """
        try:
            return date.fromisoformat(self._values[column])
        except ValueError:
            raise self.error(column, "YYYY-MM-DD") from None

    def error(self, column: str, allowed: str) -> InputFileError:
        """Make the error that says what is wrong with a column of this row.

        Parameters
        ----------
        column : str
            Name of the column.
        allowed : str
            What it may be.

        Returns
        -------
        InputFileError
            To be raised.
        """
        return InputFileError(
            "row_value",
            path=self._path,
            line=self._line,
            column=column,
            allowed=allowed,
            value=self._values[column],
        )


def data_file(name: str) -> Traversable:
    """Return a data file of this room.

    Parameters
    ----------
    name : str
        Name of the file.

    Returns
    -------
    Traversable
        The file, wherever the package is installed.
    """
    return Path(__file__).parent / _DATA / name


def read_rows(source: Traversable, columns: tuple[str, ...]) -> list[Row]:
    """Read the rows of a CSV file.

    Commas and semicolons are both read, since a spreadsheet set to Indonesian writes the latter.

    Parameters
    ----------
    source : Traversable
        The file.
    columns : tuple of str
        Columns that it must have; others are left alone.

    Returns
    -------
    list of Row
        Rows in the order of the file; blank lines are skipped.

    Raises
    ------
    InputFileError
        If the file is missing, is no CSV file in UTF-8, or holds no row.
    ColumnNotFoundError
        If a column is absent.
    """
    path = source.name
    if not source.is_file():
        raise InputFileError("file_missing", path=path)
    try:
        text = source.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as reason:
        raise InputFileError(
            "file_unreadable", path=path, reason=type(reason).__name__, allowed="CSV (UTF-8)"
        ) from reason
    lines = text.splitlines()
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    reader = csv.reader(lines, delimiter=delimiter)
    header = [name.strip() for name in next(reader, [])]
    missing = [name for name in columns if name not in header]
    if missing:
        raise ColumnNotFoundError(
            "column_missing", path=path, missing=", ".join(missing), found=", ".join(header)
        )
    rows = []
    for cells in reader:
        if any(cell.strip() for cell in cells):
            padded = cells + [""] * (len(header) - len(cells))
            values = {name: cell.strip() for name, cell in zip(header, padded, strict=False)}
            rows.append(Row(path, reader.line_num, values))
    if not rows:
        raise InputFileError("file_empty", path=path)
    return rows
