"""Rows of a small CSV file that a person may have written, checked at the door."""

import csv
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO

from lapor_lab.errors import ColumnNotFoundError, InputFileError

__all__ = ["Row", "data_file", "read_rows"]


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
            raise self.error(column, " | ".join(name or '""' for name in allowed))
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
            raise self.error(column, '!= ""')
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
            raise self.error(column, ">= 1")
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
        """Make the error that says what a column of this row may be.

        Parameters
        ----------
        column : str
            Name of the column.
        allowed : str
            What it may be, in words that need no translation.

        Returns
        -------
        InputFileError
            To be raised.
        """
        return self.refusal("row_value", column, allowed=allowed)

    def refusal(self, code: str, column: str, **values: object) -> InputFileError:
        """Make an error that names this row and the text of a column.

        Parameters
        ----------
        code : str
            Key of the message.
        column : str
            Name of the column.
        **values : object
            What else the message holds.

        Returns
        -------
        InputFileError
            To be raised.
        """
        return InputFileError(
            code,
            path=self._path,
            line=self._line,
            column=column,
            value=self._values[column],
            **values,
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
    return files("lapor_lab.calendar") / "data" / name


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
        If the file is missing, is no CSV file in UTF-8, holds no row, or a row is wider than
        the header.
    ColumnNotFoundError
        If a column is absent.
    """
    path = str(source)
    if not source.is_file():
        raise InputFileError("file_missing", path=path)
    try:
        text = source.read_bytes().decode("utf-8-sig")
        first_line = text.partition("\n")[0]
        delimiter = ";" if first_line.count(";") > first_line.count(",") else ","
        reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
        header = [name.strip() for name in next(reader, [])]
        numbered = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as reason:
        raise InputFileError(
            "file_unreadable", path=path, reason=reason, allowed="CSV (UTF-8)"
        ) from reason
    missing = [name for name in columns if name not in header]
    if missing:
        raise ColumnNotFoundError(
            "column_missing", path=path, missing=", ".join(missing), found=", ".join(header)
        )
    rows = []
    for line, cells in numbered:
        if len(cells) > len(header):
            raise InputFileError(
                "row_width", path=path, line=line, n_found=len(cells), n_expected=len(header)
            )
        if any(cells):
            padded = cells + [""] * (len(header) - len(cells))
            rows.append(Row(path, line, dict(zip(header, padded, strict=True))))
    if not rows:
        raise InputFileError("file_empty", path=path)
    return rows
