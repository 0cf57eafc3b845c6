"""Claims about workbooks: numbers as numbers, text as text, the same bytes each time."""

import re
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from defusedxml import ElementTree
from python_calamine import CalamineWorkbook

from lapor_lab.errors import OutputError, ParameterError
from lapor_lab.report.excel import Workbook

FRAME = pd.DataFrame(
    {
        "Instansi": ["=1+1", "+62", "-5", "@x", "Dinas A"],
        "Bagian": [0.6911, float("nan"), 0.0, float("inf"), 1.0],
        "Laporan": [1341, 2, 3, 4, 5],
        "Tanggal": pd.to_datetime(["2022-08-15", None, "2022-08-17", None, None]),
        "Nilai": [1.5, "belum tercapai", None, True, pd.NA],
    }
)


def make(path: Path) -> Path:
    """Write a workbook of one table."""
    workbook = Workbook("Uji", ["DATA SINTETIS"], definitions=[("% selesai", "Selesai / semua.")])
    workbook.sheet(
        "Tabel: satu", FRAME, title="Judul", notes=["Catatan."], formats={"Bagian": "share"}
    )
    return workbook.save(path)


def test_values_are_read_again(tmp_path: Path) -> None:
    """Calamine reads the numbers, dates and texts that were written; missing is empty."""
    book = CalamineWorkbook.from_path(str(make(tmp_path / "a.xlsx")))
    assert book.sheet_names == ["Keterangan", "Tabel satu"]
    rows = book.get_sheet_by_name("Tabel satu").to_python()
    assert [row[0] for row in rows[:3]] == ["Judul", "DATA SINTETIS", "Catatan."]
    assert rows[4] == list(FRAME.columns)
    table = list(zip(*rows[5:], strict=True))
    assert table[0] == ("=1+1", "+62", "-5", "@x", "Dinas A")
    assert table[1] == (0.6911, "", 0.0, "", 1.0)
    assert table[2] == (1341, 2, 3, 4, 5)
    assert [str(day) for day in table[3]] == ["2022-08-15", "", "2022-08-17", "", ""]
    assert table[4] == (1.5, "belum tercapai", "", "ya", "")


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """A cell that begins with = + - @ is text, and stays text when it is edited."""
    page = openpyxl.load_workbook(make(tmp_path / "a.xlsx"))["Tabel satu"]
    first = [row[0] for row in page.iter_rows(min_row=6)]
    assert [cell.data_type for cell in first] == ["s"] * 5
    assert [int(cell.quotePrefix) for cell in first] == [1, 1, 1, 1, 0]
    with zipfile.ZipFile(tmp_path / "a.xlsx") as package:
        sheets = [name for name in package.namelist() if "worksheets/sheet" in name]
        assert all(b"<f>" not in package.read(name) for name in sheets)


def test_numbers_are_shown_in_their_unit(tmp_path: Path) -> None:
    """A share is shown as per cent, a count whole, a date with the Indonesian month."""
    page = openpyxl.load_workbook(make(tmp_path / "a.xlsx"))["Tabel satu"]
    row = [cell.number_format for cell in page[6]]
    assert row == ["General", "0.0 %", "#,##0", "[$-421]d mmmm yyyy", "#,##0.0##"]
    assert page["D6"].value == datetime(2022, 8, 15)
    assert page.freeze_panes == "B6"
    assert page["A5"].font.bold


def test_first_sheet_explains(tmp_path: Path) -> None:
    """The first sheet has title, notices, a link to each table, and definitions."""
    page = openpyxl.load_workbook(make(tmp_path / "a.xlsx"))["Keterangan"]
    cells = {cell.value for row in page.iter_rows() for cell in row if cell.value}
    assert cells == {
        *("Uji", "DATA SINTETIS", "Daftar lembar", "Tabel satu", "Judul"),
        *("Definisi", "% selesai", "Selesai / semua."),
    }
    links = [cell.hyperlink.location for row in page.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'Tabel satu'!A1"]


def test_same_workbook_gives_same_bytes(tmp_path: Path) -> None:
    """Two writes give equal bytes; every part is well-formed; no time of making is told."""
    first, second = make(tmp_path / "a.xlsx"), make(tmp_path / "b.xlsx")
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as package:
        for name in package.namelist():
            ElementTree.fromstring(package.read(name))
        assert b"created" not in package.read("docProps/core.xml")


def test_an_empty_table_and_none_are_written(tmp_path: Path) -> None:
    """A table without rows has its header; a workbook without tables explains itself."""
    workbook = Workbook("Uji")
    workbook.sheet("A", FRAME.iloc[:0], title="Kosong")
    rows = CalamineWorkbook.from_path(str(workbook.save(tmp_path / "a.xlsx")))
    assert rows.get_sheet_by_name("A").to_python()[2] == list(FRAME.columns)
    assert Workbook("Uji").save(tmp_path / "b.xlsx").exists()


def test_two_sheets_of_one_name_are_told_apart() -> None:
    """Excel knows no two sheets of one name."""
    workbook = Workbook("Uji")
    names = [workbook.sheet("Waktu", FRAME, title="") for _ in range(2)]
    assert names == ["Waktu", "Waktu 2"]


def test_refuses_unknown_formats_and_suffixes(tmp_path: Path) -> None:
    """A format of no kind, a format of no column and another suffix are refused by name."""
    workbook = Workbook("Uji")
    for formats in ({"Bagian": "persen"}, {"Tidak ada": "share"}):
        with pytest.raises(ParameterError, match=re.escape(f"got {formats!r}. Columns of")):
            workbook.sheet("A", FRAME, title="", formats=formats)
    with pytest.raises(OutputError, match=re.escape("a.xls: must end in .xlsx")):
        workbook.save(tmp_path / "a.xls")
