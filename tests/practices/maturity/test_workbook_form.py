"""The form as a workbook, before anything is judged."""

from collections.abc import Callable
from pathlib import Path

import openpyxl

from lapor_lab.practices.maturity import example_form_path
from lapor_lab.practices.maturity.workbook_form import read_workbook_form

Filled = Callable[[dict[str, object]], Path]


def test_rows_bear_their_cells() -> None:
    """Each text knows its sheet and cell."""
    raw = read_workbook_form(example_form_path())
    first = raw.rows[0]
    assert first.item.text == "penanggung-jawab"
    assert first.answers[0].place[1:] == ("Tugas dan fungsi", "D5")
    assert raw.identity["tanggal"].place[1:] == ("Identitas", "B3")
    assert raw.units[0][0].place.cell == "A11"
    assert raw.problems == ()


def test_columns_are_found_by_their_names(tmp_path: Path) -> None:
    """A column that was put before the others moves the cells, not the meaning."""
    book = openpyxl.load_workbook(example_form_path())
    book["Legalitas"].insert_cols(1)
    book.save(tmp_path / "penilaian.xlsx")
    rows = read_workbook_form(tmp_path / "penilaian.xlsx").rows
    row = next(row for row in rows if row.item.text == "surat-edaran")
    assert (row.answers[0].text, row.answers[0].place.cell) == ("ya", "E7")


def test_lost_headers_are_named(filled: Filled) -> None:
    """A column that lost its name is named; the rest of the sheet is read where it says of what."""
    raw = read_workbook_form(filled({"Legalitas!D4": "Penilai satu", "Sosialisasi!A4": "No"}))
    assert [problem.problem for problem in raw.problems] == [
        (
            'penilaian.xlsx, lembar "Sosialisasi": kolom "Kode", "Unit", "Jawaban penilai 1", '
            '"Jawaban penilai 2", "Data dukung" tidak ditemukan. Kembalikan baris judul dari '
            "formulir kosong."
        ),
        (
            'penilaian.xlsx, lembar "Legalitas": kolom "Jawaban penilai 1" tidak ditemukan. '
            "Kembalikan baris judul dari formulir kosong."
        ),
    ]
    assert {row.practice for row in raw.rows} == {
        *("tugas-fungsi", "konektivitas", "target-kinerja", "legalitas")
    }
    row = next(row for row in raw.rows if row.item.text == "surat-edaran")
    assert [answer.text for answer in row.answers] == ["", "ya"]


def test_a_sheet_whose_name_stands_twice_is_named(tmp_path: Path) -> None:
    """Names that differ by blanks alone are one practice: the first is read, the other named."""
    book = openpyxl.load_workbook(example_form_path())
    copy = book.copy_worksheet(book["Legalitas"])
    copy.title = "Legalitas "
    copy["D7"] = "tidak"
    book.save(tmp_path / "penilaian.xlsx")
    raw = read_workbook_form(tmp_path / "penilaian.xlsx")
    row = next(row for row in raw.rows if row.item.text == "surat-edaran")

    assert row.answers[0].text == "ya"
    assert [problem.problem for problem in raw.problems] == [
        (
            'penilaian.xlsx, lembar "Legalitas": nama lembar ini ada dua kali. Hapus salah '
            "satunya; yang pertama dipakai."
        )
    ]
