"""Zip archives that strangers made."""

import zipfile
from collections.abc import Callable
from pathlib import Path

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
