"""Read the rows of an .xls sheet through python-calamine."""

import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lapor_lab.errors import InputFileError, OptionalDependencyError
from lapor_lab.exchange.raw.cell_text import cell_text
from lapor_lab.exchange.raw.ole_file import read_ole
from lapor_lab.exchange.raw.row_source import Row

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

__all__ = ["check_xls", "list_xls_sheets", "read_xls_rows"]

_LARGEST_FILE: Final = 256 * 2**20
_MOST_COLUMNS: Final = 256
_MOST_ROWS: Final = 65_536
_PASSWORD: Final = 0x002F
_DIMENSIONS: Final = 0x0200
# Records of [MS-XLS] that begin with row and column of a cell.
_CELLS: Final = frozenset((0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E))
_RUNS_OF_CELLS: Final = frozenset((0x00BD, 0x00BE))
_MACROS: Final = frozenset(("_VBA_PROJECT", "_VBA_PROJECT_CUR", "VBA"))
_LOCKED: Final = frozenset(("EncryptedPackage", "EncryptionInfo"))


def check_xls(path: Path) -> None:
    """Refuse a workbook that is locked, holds macros or would exhaust memory.

    Parameters
    ----------
    path : Path
        A compound file.

    Raises
    ------
    InputFileError
        If it is one of these, or no workbook.
    EOFError
        If it is broken.
    """
    if path.stat().st_size > _LARGEST_FILE:
        raise InputFileError("file_bomb", path=path, value=f"lebih dari {_LARGEST_FILE >> 20} MB")
    ole = read_ole(path)
    if ole.names & _LOCKED:
        raise InputFileError("file_locked", path=path)
    if ole.names & _MACROS:
        raise InputFileError("file_macro", path=path)
    if not ole.workbook:
        raise InputFileError("file_disguised", path=path, found=_other_document(ole.names))
    _check_records(path, ole.workbook)


def list_xls_sheets(path: Path) -> list[str]:
    """List the sheets of cells of a workbook, hidden ones included.

    Parameters
    ----------
    path : Path
        An .xls workbook that `check_xls` let pass.

    Returns
    -------
    list of str
        Their names in order.

    Raises
    ------
    InputFileError
        If a sheet holds macros.
    EOFError
        If the workbook is broken.
    OptionalDependencyError
        If python-calamine is not installed.
    """
    sheets = _open(path).sheets_metadata
    kinds = [str(sheet.typ).rpartition(".")[2] for sheet in sheets]
    if "MacroSheet" in kinds or "Vba" in kinds:
        raise InputFileError("file_macro", path=path)
    return [sheet.name for sheet, kind in zip(sheets, kinds, strict=True) if kind == "WorkSheet"]


def read_xls_rows(path: Path, sheet: str) -> Iterator[Row]:
    """Read the rows of one sheet.

    Parameters
    ----------
    path : Path
        An .xls workbook that `check_xls` let pass.
    sheet : str
        Name of the sheet.

    Yields
    ------
    tuple of (int, list of (str or None))
        Number of the row and its cells from the first column on.

    Raises
    ------
    EOFError
        If the workbook is broken.
    OptionalDependencyError
        If python-calamine is not installed.
    """
    book = _open(path)
    with _reading():
        cells = book.get_sheet_by_name(sheet)
        n_above, n_left = cells.start or (0, 0)
        rows = cells.to_python(skip_empty_area=True)
    left: list[str | None] = [None] * n_left
    for row, values in enumerate(rows, start=n_above + 1):
        yield row, left + [cell_text(value) for value in values]


def _open(path: Path) -> "CalamineWorkbook":
    try:
        from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only .xls needs it
    except ImportError as error:
        raise OptionalDependencyError(
            "not_installed", package="python-calamine", command="pip install python-calamine"
        ) from error
    with _reading():
        return CalamineWorkbook.from_path(str(path))


@contextmanager
def _reading() -> Iterator[None]:
    try:
        with _no_outcry():
            yield
    except BaseException as error:
        # A panic of Rust comes as PanicException, which is no Exception.
        if isinstance(error, Exception) or type(error).__name__ == "PanicException":
            raise EOFError from error
        raise


@contextmanager
def _no_outcry() -> Iterator[None]:
    """Keep a panic of Rust from writing its stack to the screen."""
    try:
        screen = os.dup(2)
    except OSError:  # a program without a screen
        yield
        return
    try:
        with Path(os.devnull).open("wb") as nowhere:
            os.dup2(nowhere.fileno(), 2)
            yield
    finally:
        os.dup2(screen, 2)
        os.close(screen)


def _check_records(path: Path, stream: bytes) -> None:
    at, end = 0, len(stream) - 4
    while at <= end:
        kind, n_bytes = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind in _CELLS or kind in _RUNS_OF_CELLS:
            _, column = struct.unpack_from("<HH", stream, at)
            if kind in _RUNS_OF_CELLS:
                (column,) = struct.unpack_from("<H", stream, at + n_bytes - 2)
            if column >= _MOST_COLUMNS:
                raise EOFError
        elif kind == _DIMENSIONS and n_bytes >= 12:  # noqa: PLR2004 - four numbers
            _, n_rows, _, n_columns = struct.unpack_from("<LLHH", stream, at)
            if n_rows > _MOST_ROWS or n_columns > _MOST_COLUMNS:
                raise EOFError
        elif kind == _PASSWORD:
            raise InputFileError("file_locked", path=path)
        at += n_bytes


def _other_document(names: frozenset[str]) -> str:
    if "WordDocument" in names:
        return "dokumen Word"
    return (
        "presentasi PowerPoint" if "PowerPoint Document" in names else "berkas OLE tanpa buku kerja"
    )
