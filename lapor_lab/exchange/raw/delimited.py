"""Read the rows of a delimited text file as a stream."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Final, TextIO, cast

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw.row_source import ALLOWED, LONGEST_CELL, CellTooLongError, Row

__all__ = ["DELIMITERS", "find_delimiter", "read_delimited_rows"]

DELIMITERS: Final = ",;\t"
_LONGEST_LINE: Final = 16 * 2**20
_N_SAMPLE: Final = 100
_SAMPLE_LENGTH: Final = 2**20
_FIRST_CELL: Final = "tracking id"


def find_delimiter(path: Path, encoding: str) -> str:
    r"""Find what parts the cells of a text file.

    A mark by which a row begins with *Tracking ID* wins; else the one by which most rows are
    of one width, counted by the cells that it parts.

    Parameters
    ----------
    path : Path
        A text file.
    encoding : str
        Its encoding.

    Returns
    -------
    {",", ";", "\t"}
        The mark; a comma where there is none.
    """
    with path.open(encoding=encoding, newline="") as file:
        sample = file.read(_SAMPLE_LENGTH)
    lines = sample.splitlines(keepends=True)
    if len(sample) == _SAMPLE_LENGTH:
        lines = lines[:-1]
    return max(DELIMITERS, key=lambda mark: _score(lines, mark))


def read_delimited_rows(path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    """Read the records of a text file.

    Parameters
    ----------
    path : Path
        A text file.
    encoding : str
        Its encoding.
    delimiter : str
        What parts its cells.

    Yields
    ------
    tuple of (int, list of (str or None))
        Number of the record and its cells; a blank line is a record without cells.

    Raises
    ------
    InputFileError
        If a quotation mark is never closed, or a line does not end.
    CellTooLongError
        If a cell is too long.
    """
    with path.open(encoding=encoding, newline="") as file:
        lines = _Lines(file)
        # Strict: a quotation mark that is not closed would swallow the rows behind it.
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        number = 0
        while True:
            number += 1
            lines.start_record()
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                position = _long_cell(lines.record, delimiter)
                if position:
                    raise CellTooLongError(number, position) from error
                raise InputFileError("quote_open", path=path, row=number) from error
            if lines.is_endless:
                position = _long_cell(lines.record, delimiter)
                if position:
                    raise CellTooLongError(number, position)
                raise InputFileError(
                    "file_unreadable",
                    path=path,
                    reason=f"baris {number} lebih dari {_LONGEST_LINE} huruf",
                    allowed=ALLOWED,
                )
            yield number, cast("list[str | None]", cells)


class _Lines:
    """Lines of a file, never more of one than is sensible; keeps those of one record."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self.record: list[str] = []
        self.is_endless = False

    def start_record(self) -> None:
        """Forget the record before."""
        self.record = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(_LONGEST_LINE)
        if not line:
            raise StopIteration
        self.is_endless = len(line) >= _LONGEST_LINE
        self.record.append(line)
        return line


def _score(lines: list[str], mark: str) -> tuple[bool, int]:
    rows = []
    try:
        rows = list(islice(csv.reader(lines, delimiter=mark), _N_SAMPLE))
    except csv.Error:
        return False, 0
    is_official = any(len(row) > 1 and _plain(row[0]) == _FIRST_CELL for row in rows)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return is_official, max(((width - 1) * n**2 for width, n in widths.items()), default=0)


def _plain(cell: str) -> str:
    return " ".join(cell.replace("_", " ").casefold().split())


def _long_cell(record: list[str], delimiter: str) -> int:
    position, length, in_quotes = 1, 0, False
    for line in record:
        for character in line:
            if character == '"':
                in_quotes = not in_quotes
            elif character == delimiter and not in_quotes:
                position, length = position + 1, 0
                continue
            length += 1
            if length > LONGEST_CELL:
                return position
    return 0
