"""Plans of .xlsx workbooks."""

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from lapor_lab.exchange import xlsx_book
from lapor_lab.exchange.xlsx_book import SharedStrings, read_book


def test_sheets_styles_and_texts_are_found(tmp_path: Path) -> None:
    """Charts are no sheets; only styles of time are styles of time."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path), {"date_1904": True}) as workbook:
        sheet = workbook.add_worksheet("Satu")
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=Satu!$A$1:$A$2"})
        workbook.add_chartsheet("Grafik").set_chart(chart)
        workbook.add_worksheet("Dua & tiga").hide()
        sheet.write(0, 0, 1.5, workbook.add_format({"num_format": "0.00"}))
        sheet.write(1, 0, 1.5, workbook.add_format({"num_format": "d mmm yyyy"}))
        sheet.write(2, 0, "x")

    with ZipFile(path) as package:
        book = read_book(package)

    assert book.sheets == (
        ("Satu", "xl/worksheets/sheet1.xml"),
        ("Dua & tiga", "xl/worksheets/sheet2.xml"),
    )
    assert book.strings == "xl/sharedStrings.xml"
    assert book.time_styles == {"2"}
    assert book.is_1904


@pytest.mark.parametrize("target", [b"/xl/worksheets/sheet1.xml", b"worksheets\\Sheet1.xml"])
def test_parts_are_found_however_they_are_named(
    book: Path, change_part: Callable[[Path, str, bytes, bytes], None], target: bytes
) -> None:
    """A target may be absolute, or bear backslashes and other letter case."""
    change_part(book, "xl/_rels/workbook.xml.rels", b"worksheets/sheet1.xml", target)

    with ZipFile(book) as package:
        assert read_book(package).sheets == (("Sheet1", "xl/worksheets/sheet1.xml"),)


def test_shared_texts_are_read_only_as_far_as_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The header of a large workbook is shown without reading all of its texts."""
    n_blocks = 0

    def blocks(*_: object, **__: object) -> object:
        nonlocal n_blocks
        for block in (
            b"<sst><si><t>a</t></si>",
            b"<si><r><t>b</t></r><r><t> c</t></r>",
            b"</si></sst>",
        ):
            n_blocks += 1
            yield block

    monkeypatch.setattr(xlsx_book, "read_part", blocks)
    with ZipFile(tmp_path / "x.zip", "w") as package:
        strings = SharedStrings(package, "part")

    assert (strings[0], n_blocks) == ("a", 1)
    assert (strings[1], n_blocks) == ("b c", 3)
    with pytest.raises(IndexError):
        strings[2]
