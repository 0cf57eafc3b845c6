"""Rows on their way out of a file, and the failures that a file may hold."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from xml.parsers import expat

from lapor_lab.errors import InputFileError

__all__ = ["ALLOWED", "LONGEST_CELL", "MOST_COLUMNS", "CellTooLongError", "Row", "readable"]

# Limits of a spreadsheet: support.microsoft.com, "Excel specifications and limits".
LONGEST_CELL: Final = 32_767
MOST_COLUMNS: Final = 16_384
ALLOWED: Final = ".xlsx, .xls, .csv, .parquet"

Row = tuple[int, list[str | None]]

_BROKEN: Final = (
    EOFError,
    LookupError,
    NotImplementedError,
    UnicodeError,
    expat.ExpatError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


class CellTooLongError(Exception):
    """A cell holds more than a spreadsheet allows.

    Parameters
    ----------
    row : int
        Its row.
    position : int
        Number of its column, from 1.
    """

    def __init__(self, row: int, position: int) -> None:
        super().__init__(row, position)
        self.row = row
        self.position = position


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Say in one line that a file is broken, whatever library found it out.

    Parameters
    ----------
    path : Path
        The file.

    Yields
    ------
    None
        While the file is read.

    Raises
    ------
    InputFileError
        If reading fails.
    """
    try:
        yield
    except PermissionError as error:
        raise _unreadable(path, "tidak ada izin membaca") from error
    except OSError as error:
        raise _unreadable(path, error.strerror or "rusak atau terpotong") from error
    except _BROKEN as error:
        # No word of the library: it may quote what the file holds.
        raise _unreadable(path, "rusak atau terpotong") from error


def _unreadable(path: Path, reason: str) -> InputFileError:
    return InputFileError("file_unreadable", path=path, reason=reason, allowed=ALLOWED)
