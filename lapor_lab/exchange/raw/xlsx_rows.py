"""Read the sheets of an .xlsx workbook through openpyxl.

The parts of openpyxl's read-only mode are put together here: its own `load_workbook` drops
rows and sheets that are out of order without a word, and fails over a colour or a font.
"""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from defusedxml.ElementTree import fromstring
from openpyxl.reader.strings import read_string_table
from openpyxl.reader.workbook import WorkbookParser
from openpyxl.styles.stylesheet import Stylesheet
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.functions import localname

from lapor_lab.errors import InputFileError, LaporLabError
from lapor_lab.exchange.raw.cell_text import cell_text, unescape
from lapor_lab.exchange.raw.row_source import ALLOWED, MOST_COLUMNS, Row
from lapor_lab.exchange.raw.zip_package import PartReader, open_package

__all__ = ["list_xlsx_sheets", "read_xlsx_rows"]

_WORKBOOK: Final = "xl/workbook.xml"
_MOST_ROWS: Final = 1_048_576
_MOST_TAGS_OF_ROW: Final = 2**20
_MOST_TAGS_OF_TEXTS: Final = 2**24
_OF_DAYS: Final = ("numFmts", "cellXfs")


def list_xlsx_sheets(path: Path) -> list[tuple[str, str]]:
    """List the sheets of cells of a workbook, hidden ones included.

    Parameters
    ----------
    path : Path
        An .xlsx workbook.

    Returns
    -------
    list of tuple of (str, str)
        Name and part of each, in order.

    Raises
    ------
    InputFileError
        If the workbook is not written by the rules.
    """
    with open_package(path) as package, _reading(path):
        book = _read_book(package)
        if not all(sheet.id for sheet in book.sheets):
            raise LookupError  # openpyxl would leave such a sheet out
        kinds = [(sheet.name, book.rels[sheet.id]) for sheet in book.sheets]
        return [(name, kind.target) for name, kind in kinds if kind.Type.endswith("/worksheet")]


def read_xlsx_rows(path: Path, part: str) -> Iterator[Row]:
    """Read rows that hold a cell.

    Parameters
    ----------
    path : Path
        An .xlsx workbook.
    part : str
        Part of the sheet.

    Yields
    ------
    tuple of (int, list of (str or None))
        Number of the row and its cells from the first column on.

    Raises
    ------
    InputFileError
        If the sheet is broken, or bears rows out of order or cells outside a sheet's bounds.
    """
    with open_package(path) as package:
        rows = _read_rows(package, path, part)
        while True:
            with _reading(path):
                row = next(rows, None)
            if row is None:
                return
            yield row


def _read_book(package: zipfile.ZipFile) -> WorkbookParser:
    # openpyxl itself lets entities pass wherever lxml is installed.
    fromstring(package.read(_WORKBOOK))
    book = WorkbookParser(package, _WORKBOOK, keep_links=False)
    book.parse()
    return book


def _read_rows(package: zipfile.ZipFile, path: Path, part: str) -> Iterator[Row]:
    book = _read_book(package)
    parts = {kind.Type.rpartition("/")[2]: kind.target for kind in book.rels.values()}
    styles = Stylesheet()
    if "styles" in parts:
        tree = fromstring(package.read(parts["styles"]))
        # Fonts, colours and the like are often against the rules, and say nothing of days.
        for child in [child for child in tree if localname(child) not in _OF_DAYS]:
            tree.remove(child)
        styles = Stylesheet.from_tree(tree)
    texts: list[str] = []
    if "sharedStrings" in parts:
        file = path.stat()
        texts = _read_texts(path, parts["sharedStrings"], (file.st_mtime_ns, file.st_size))
    with PartReader(package, part, most_tags=_MOST_TAGS_OF_ROW, of_each=b"row") as stream:
        sheet = WorkSheetParser(
            stream,
            texts,
            data_only=True,
            epoch=book.wb.epoch,
            date_formats=styles.date_formats,
            timedelta_formats=styles.timedelta_formats,
        )
        last = 0
        for number, cells in sheet.parse():
            if not last < number <= _MOST_ROWS:
                raise IndexError
            last = number
            values = _cells(cells)
            if values:
                yield number, values


def _cells(cells: list[dict[str, Any]]) -> list[str | None]:
    values: list[str | None] = []
    for cell in cells:
        value, column = cell["value"], cell["column"]
        if value is None or cell["data_type"] == "e":
            continue
        if column > MOST_COLUMNS:
            raise IndexError
        if column > len(values):
            values.extend([None] * (column - len(values)))
        values[column - 1] = unescape(value) if isinstance(value, str) else cell_text(value)
    return values


@lru_cache(maxsize=1)  # all sheets of a workbook share its texts
def _read_texts(path: Path, part: str, _version: tuple[int, int]) -> list[str]:
    with (
        open_package(path) as package,
        PartReader(package, part, most_tags=_MOST_TAGS_OF_TEXTS) as stream,
    ):
        return list(read_string_table(stream))


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (LaporLabError, OSError, EOFError, zipfile.BadZipFile, zlib.error):
        raise
    except Exception as error:
        # No word of the library: it may quote what the file holds.
        reason = "rusak, atau tidak menurut aturan .xlsx; simpan ulang lewat program lembar kerja"
        raise InputFileError(
            "file_unreadable", path=path, reason=reason, allowed=ALLOWED
        ) from error
