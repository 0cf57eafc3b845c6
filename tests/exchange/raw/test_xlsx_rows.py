"""Rows of .xlsx sheets."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from lapor_lab.exchange.raw.cell_text import cell_text
from lapor_lab.exchange.raw.table_source import open_tables
from lapor_lab.exchange.raw.workbook import list_sheets

BROKEN = (
    ": cannot be read (rusak, atau tidak menurut aturan .xlsx; simpan ulang lewat program lembar "
    "kerja). Give a .xlsx, .xls, .csv, .parquet file."
)
SHEET = "xl/worksheets/sheet1.xml"


def read(path: Path) -> list[list[str | None]]:
    (sheet,) = list_sheets(path, is_package=True)
    return [cells for _, cells in sheet.rows()]


@pytest.mark.parametrize("is_1904", [False, True])
def test_values_are_those_of_calamine(tmp_path: Path, is_1904: bool) -> None:
    """Two libraries agree on every kind of value, whichever day is zero."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path), {"date_1904": is_1904}) as workbook:
        sheet = workbook.add_worksheet()
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        clock = workbook.add_format({"num_format": "hh:mm:ss"})
        moment = workbook.add_format({"num_format": "[$-421]dd mmmm yyyy hh:mm"})
        duration = workbook.add_format({"num_format": "[h]:mm:ss"})
        days = workbook.add_format({"num_format": '0 "hari"'})
        escaped = workbook.add_format({"num_format": r"0\d"})
        bold = workbook.add_format({"bold": True})
        sheet.write_row(0, 0, ["a", 1, 1.5, -3, 1e20, 0.1, True, False, 'é & <"x">\n\ty', "😀"])
        sheet.write(1, 0, date(2023, 5, 29), day)
        sheet.write(1, 1, time(10, 11, 12), clock)
        sheet.write(1, 2, datetime(2023, 5, 29, 10, 11, 12), moment)
        sheet.write(1, 3, 5, days)
        sheet.write(1, 4, date(1910, 1, 31), day)
        sheet.write_rich_string(1, 5, "satu ", bold, "dua", " tiga")
        sheet.write_formula(1, 6, "=1+1", None, 2)
        sheet.write_formula(1, 7, '="x"', None, "x")
        sheet.write(1, 8, "_x0041_ \x01")
        sheet.write(1, 9, 1.25, duration)
        sheet.write_formula(4, 0, "=1/0", None, "#DIV/0!")
        sheet.write(4, 1, "#N/A")
        sheet.write(4, 2, "jauh")
        sheet.write(4, 3, 7, escaped)

    expected = [
        [cell_text(value) or None for value in row]
        for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    ]
    found = [[*row, *[None] * (10 - len(row))] for row in read(path)]

    assert found == [expected[0], expected[1], expected[4]]
    assert found[1][:3] == ["2023-05-29", "10:11:12", "2023-05-29T10:11:12"]
    assert found[2][:4] == [None, "#N/A", "jauh", "7"]


def test_sheets_are_those_of_cells(tmp_path: Path) -> None:
    """A chart is no sheet; a hidden sheet is one; the order is that of the tabs."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        workbook.add_worksheet("Satu")
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=Satu!$A$1:$A$2"})
        workbook.add_chartsheet("Grafik").set_chart(chart)
        workbook.add_worksheet("Dua & tiga").hide()

    assert [sheet.name for sheet in list_sheets(path, is_package=True)] == ["Satu", "Dua & tiga"]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, b'<c r="B3">', b'<c r="B3" cm="1">'),
        (SHEET, b"<v>0.1</v>", b"<v>0.1<!-- x --></v>"),
        (SHEET, b'<row r="3"', b'<row\n r="3"'),
        (SHEET, b'ref="A1:B3"', b'ref="A1:XFD1048576"'),
        (SHEET, b'encoding="UTF-8"', b'encoding="us-ascii"'),
        ("xl/styles.xml", b"<fills", b"<fills><fill/><wrong/></fills><fills"),
        ("xl/styles.xml", b'<family val="2"/>', b'<family val="99"/>'),
        ("xl/_rels/workbook.xml.rels", b'"worksheets/', b'"/xl/worksheets/'),
    ],
)
def test_another_way_of_writing_is_read_alike(
    book: Path,
    part: str,
    old: bytes,
    new: bytes,
    change_part: Callable[[Path, str, bytes, bytes], None],
) -> None:
    """Nothing that says nothing of a cell keeps a workbook from being read."""
    expected = read(book)
    change_part(book, part, old, new)

    assert (
        read(book) == expected == [["Tracking ID", "Isi"], ["001", "a & b < c\nd"], ["12", "0.1"]]
    )


def test_a_prefix_of_names_is_read_alike(
    book: Path, change_part: Callable[[Path, str, bytes, bytes], None]
) -> None:
    """Some programs write every name with a prefix, and cells without their place."""
    with zipfile.ZipFile(book) as package:
        old = package.read(SHEET)
    new = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t>'
        b'<x:rPh sb="0" eb="1"><x:t>no</x:t></x:rPh></x:is></x:c><x:c/><x:c><x:v>2</x:v></x:c>'
        b'<x:c t="d"><x:v>2023-05-29T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    change_part(book, SHEET, old, new)

    assert read(book) == [["a", None, "2", "2023-05-29"]]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (SHEET, b'r="A3"', b'r="ZZZ3"'),
        (SHEET, b'<row r="3"', b'<row r="2"'),
        (SHEET, b'<row r="3"', b'<row r="1048577"'),
        (SHEET, b't="s"><v>0</v>', b't="s"><v>99</v>'),
        (SHEET, b"<v>0.1</v>", b"<v>&bomb;</v>"),
        (SHEET, b"<v>0.1</v>", b"<v>&#xD800;</v>"),
        (SHEET, b"<v>0.1</v>", b"<v>rahasia</v>"),
        (SHEET, b"<v>0.1</v>", b"<v>0.1"),
        (SHEET, b"</worksheet>", b""),
        ("xl/workbook.xml", b'r:id="rId1"', b""),
        ("xl/_rels/workbook.xml.rels", b"worksheets/sheet1.xml", b"worksheets/Sheet1.xml"),
        *[
            (part, b"?>", b"?>\n<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>")
            for part in (SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml")
        ],
    ],
)
def test_a_broken_sheet_is_refused(
    book: Path,
    part: str,
    old: bytes,
    new: bytes,
    change_part: Callable[[Path, str, bytes, bytes], None],
    refusal: Callable[[Path], str],
) -> None:
    """Places outside a sheet, rows or sheets that would be lost, and entities are one line."""
    change_part(book, part, old, new)

    assert refusal(book) == BROKEN


def test_what_openpyxl_warns_of_is_not_shown(
    book: Path,
    change_part: Callable[[Path, str, bytes, bytes], None],
    capfd: pytest.CaptureFixture,
) -> None:
    """A day outside the calendar is no cell, and no word of it, nor of the sheet, is printed."""
    change_part(book, "xl/styles.xml", b'numFmtId="0" fontId', b'numFmtId="14" fontId')
    change_part(book, SHEET, b"<v>12</v>", b"<v>99999999</v>")

    assert read(book)[2] == [None, "02:24:00"]
    assert capfd.readouterr() == ("", "")


def test_texts_are_read_anew_when_a_file_changes(
    book: Path, change_part: Callable[[Path, str, bytes, bytes], None]
) -> None:
    """The texts that sheets share are kept for one state of one file."""
    assert read(book)[1][0] == "001"
    change_part(book, "xl/sharedStrings.xml", b"001", b"002")

    assert read(book)[1][0] == "002"


def test_one_far_cell_costs_nothing(tmp_path: Path) -> None:
    """A cell in the last corner of a sheet is one row more, not 17 thousand million cells."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_row(1, 0, [1, 2])
        sheet.write(1_048_575, 16_383, "x")

    (chunk,) = open_tables(path)[0].chunks()

    assert chunk.cells.index.to_list() == [2, 1_048_576]
    assert chunk.faults.to_dict() == {1_048_576: "baris berisi 16384 sel, judulnya 2 kolom"}
