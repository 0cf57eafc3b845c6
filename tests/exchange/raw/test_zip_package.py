"""Zip archives that strangers made."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.exchange.raw import xlsx_rows
from lapor_lab.exchange.raw.zip_package import PartReader, open_package

BROKEN = ": cannot be read (rusak atau terpotong). Give a .xlsx, .xls, .csv, .parquet file."
SHEET = "xl/worksheets/sheet1.xml"


def test_a_zip_bomb_is_refused(book: Path, refusal: Callable[[Path], str]) -> None:
    """What shrinks to a thousandth is no sheet."""
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/media/a.bin", b"\x00" * (64 * 2**20))

    assert refusal(book) == (
        ": would unpack to more than a table needs (64 MB). Save it anew as .xlsx in a spreadsheet "
        "program, in parts if it is large."
    )


def test_a_forged_size_costs_no_memory(
    book: Path,
    change_part: Callable[[Path, str, bytes, bytes], None],
    refusal: Callable[[Path], str],
) -> None:
    """A part that unpacks to more than it says is cut off there, and refused."""
    filler = b"<!--" + b"a" * (40 * 2**20) + b"-->"
    change_part(book, SHEET, b"</sheetData>", filler + b"</sheetData>")
    content = book.read_bytes()
    with zipfile.ZipFile(book) as package:
        size = package.getinfo(SHEET).file_size
    # In the directory at the end of the archive, after its own header.
    at = content.rfind(size.to_bytes(4, "little"))
    book.write_bytes(content[:at] + (5000).to_bytes(4, "little") + content[at + 4 :])

    assert refusal(book) == BROKEN


def test_thousands_of_parts_are_refused(book: Path, refusal: Callable[[Path], str]) -> None:
    """A workbook has dozens of parts."""
    with zipfile.ZipFile(book, "a") as package:
        for number in range(10_001):
            package.writestr(f"a{number}", b"")

    assert refusal(book).startswith(": would unpack to more than a table needs (10011 bagian).")


def test_millions_of_cells_in_one_row_are_refused(
    book: Path,
    change_part: Callable[[Path, str, bytes, bytes], None],
    refusal: Callable[[Path], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A parser keeps a hundred bytes for each, so more of them than a row has are not read."""
    monkeypatch.setattr(xlsx_rows, "_MOST_TAGS_OF_ROW", 9_000)
    change_part(book, SHEET, b"</row>", b"<c/>" * 10_000 + b"</row>")

    assert refusal(book).startswith(
        ": would unpack to more than a table needs (12279 elemen, 0 MB)"
    )


def test_a_plan_of_many_megabytes_is_refused(
    book: Path,
    change_part: Callable[[Path, str, bytes, bytes], None],
    refusal: Callable[[Path], str],
) -> None:
    """A part that is held in memory at once is small."""
    change_part(book, "xl/styles.xml", b"?>", b"?>" + bytes(range(65, 81)) * 2**20)

    assert refusal(book).startswith(": would unpack to more than a table needs (16 MB)")


def test_texts_are_counted_together_and_rows_each(book: Path) -> None:
    """Behind a row all before it is forgotten; of the shared texts each is kept."""
    row, text = b"<row>" + b"<c/>" * 99 + b"</row>", b"<si/>" * 99
    with zipfile.ZipFile(book, "a") as package:
        package.writestr("rows", row * 99)
        package.writestr("texts", text * 99)
    with open_package(book) as package:
        with PartReader(package, "rows", most_tags=500, of_each=b"row") as part:
            assert b"".join(iter(lambda: part.read(64), b"")) == row * 99
        with PartReader(package, "texts", most_tags=500) as part, pytest.raises(InputFileError):
            part.read(10**6)
