"""Rows of .xlsx sheets."""

import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from lapor_lab.exchange.cell_text import cell_text
from lapor_lab.exchange.table_source import open_tables
from lapor_lab.exchange.workbook import list_sheets

BROKEN = ": cannot be read (rusak atau terpotong). Give a .xlsx, .xls, .csv, .parquet file."
SHEET = "xl/worksheets/sheet1.xml"


def read(path: Path) -> list[list[str | None]]:
    (sheet,) = list_sheets(path, is_package=True)
    return [cells for _, cells in sheet.rows()]


def test_values_are_those_of_calamine(
    tmp_path: Path, change_part: Callable[[Path, str, bytes, bytes], None]
) -> None:
    """Both ways of reading .xlsx give, for every kind of value, what python-calamine gives."""
    path = tmp_path / "x.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet()
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        clock = workbook.add_format({"num_format": "hh:mm:ss"})
        moment = workbook.add_format({"num_format": "[$-421]dd mmmm yyyy hh:mm"})
        days = workbook.add_format({"num_format": '0 "hari"'})
        bold = workbook.add_format({"bold": True})
        sheet.write_row(0, 0, ["a", 1, 1.5, -3, 1e20, 0.1, True, False, 'é & <"x">\n\ty', "😀"])
        sheet.write(1, 0, date(2023, 5, 29), day)
        sheet.write(1, 1, time(10, 11, 12), clock)
        sheet.write(1, 2, datetime(2023, 5, 29, 10, 11, 12), moment)
        sheet.write(1, 3, 5, days)
        sheet.write(1, 4, date(1900, 1, 31), day)
        sheet.write_rich_string(1, 5, "satu ", bold, "dua", " tiga")
        sheet.write_formula(1, 6, "=1+1", None, 2)
        sheet.write_formula(1, 7, '="x"', None, "x")
        sheet.write(1, 8, "_x0041_ \x01")
        sheet.write(4, 2, "jauh")

    expected = [
        [cell_text(value) or None for value in row]
        for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
    ]
    found = [[*row, *[None] * (10 - len(row))] for row in read(path)]

    assert found == [expected[0], expected[1], expected[4]]
    # The same by the parser: a comment is not of the plain way of writing.
    change_part(path, SHEET, b"<sheetData>", b"<sheetData><!-- x -->")
    assert [[*row, *[None] * (10 - len(row))] for row in read(path)] == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'<c r="B3">', b'<c r="B3" cm="1">'),
        (b"<v>0.1</v>", b"<v>0.1<!-- x --></v>"),
        (b'<row r="3"', b'<row\n r="3"'),
        (b"<sheetData>", b"<sheetData >"),
        (b'encoding="UTF-8"', b'encoding="us-ascii"'),
    ],
)
def test_another_way_of_writing_is_read_alike(
    book: Path, old: bytes, new: bytes, change_part: Callable[[Path, str, bytes, bytes], None]
) -> None:
    """At the first row that is not plain the parser takes over, and no row is lost."""
    expected = read(book)
    change_part(book, SHEET, old, new)

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
        b'<x:worksheet xmlns:x="u"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t>'
        b"<x:rPh><x:t>no</x:t></x:rPh></x:is></x:c><x:c/><x:c><x:v>2</x:v></x:c></x:row>"
        b"</x:sheetData></x:worksheet>"
    )
    change_part(book, SHEET, old, new)

    assert read(book) == [["a", None, "2"]]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="A3"', b'r="ZZZ3"'),
        (b'<row r="3"', b'<row r="2"'),
        (b'<row r="3"', b'<row r="1048577"'),
        (b't="s"><v>0</v>', b't="s"><v>99</v>'),
        (b't="s"><v>0</v>', b't="s"><v>-1</v>'),
        (b"<v>0.1</v>", b"<v>&bomb;</v>"),
        (b"<v>0.1</v>", b"<v>&#xD800;</v>"),
        (b"<v>0.1</v>", b"<v>0.1"),
        (b"</worksheet>", b""),
    ],
)
def test_a_broken_sheet_is_refused(
    book: Path,
    old: bytes,
    new: bytes,
    change_part: Callable[[Path, str, bytes, bytes], None],
    refusal: Callable[[Path], str],
) -> None:
    """Places outside a sheet, rows out of order, unknown texts and cut parts are one line."""
    change_part(book, SHEET, old, new)

    assert refusal(book) == BROKEN


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
