"""Reading a form: every fault by its cell, and the rest is kept."""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lapor_lab.errors import InputFileError, LaporLabError
from lapor_lab.practices.maturity import (
    INHERITED_GROUP,
    INSTITUTION,
    MaturityForm,
    assess,
    example_form_path,
    read_form,
)
from lapor_lab.practices.maturity.read_form import check_form
from lapor_lab.practices.maturity.toml_form import read_toml_form

Filled = Callable[[dict[str, object]], Path]
EXAMPLE = example_form_path("penilaian_2022.toml")
RAW = read_toml_form(EXAMPLE)


def problems(path: Path) -> list[str]:
    """Return all that is said of a form, once it was assessed."""
    return list(assess(read_form(path)).problems["problem"])


def test_both_kinds_of_file_say_the_same(example: MaturityForm) -> None:
    """The shipped workbook and TOML file hold the same form."""
    book, text = assess(read_form(example_form_path())), assess(example)
    for name in ("levels", "items", "agreement", "disagreements", "profile", "groups"):
        pd.testing.assert_frame_equal(getattr(book, name), getattr(text, name))
    assert len(book.problems) == len(text.problems)


def test_identity_is_read(example: MaturityForm) -> None:
    """Who, when, by whom, and the units with their groups."""
    assert example.institution == "Kemendikbudristek"
    assert example.assessed_on == date(2022, 8, 15)
    assert example.n_units == 109
    assert example.group_of("PTN Contoh 25") == INHERITED_GROUP
    assert example.group_of(INSTITUTION) == "instansi"
    assert example.rater_numbers == (0, 1)


@pytest.mark.parametrize(
    ("cell", "value", "message"),
    [
        (
            "Legalitas!D7",
            "mungkin",
            'sel D7: "mungkin" bukan jawaban. Pilih "ya" atau "tidak".',
        ),
        (
            "Konektivitas!D7",
            "120 %",
            'sel D7: "120 %" melebihi 100 %. Tulis angka 0 sampai 100.',
        ),
        (
            "Konektivitas!E5",
            110,
            (
                "sel E5: 110 melebihi jumlah unit 109. Perbaiki hitungan ini "
                "atau jumlah unit pada identitas."
            ),
        ),
        (
            "Legalitas!D6",
            datetime(2021, 12, 31),
            (
                'sel D6: SK dijawab "ya" di D5, tetapi berakhir 31 Desember 2021, '
                "sebelum tanggal penilaian 15 Agustus 2022. SK dihitung tidak berlaku; perbarui "
                "SK, atau perbaiki tanggalnya."
            ),
        ),
        (
            "Konektivitas!B10",
            "LLDIKTI 1",
            (
                'sel B10: unit "LLDIKTI 1" tidak ada dalam daftar unit. '
                "Tambahkan ke daftar, atau perbaiki namanya; sampai itu baris-barisnya tidak "
                "dinilai."
            ),
        ),
        (
            "Konektivitas!B10",
            None,
            (
                "sel B10: unit belum diisi. Pilih unit dari daftar; sampai itu "
                "baris ini tidak dinilai."
            ),
        ),
        (
            "Legalitas!A7",
            "edaran",
            (
                'sel A7: kode "edaran" tidak dikenal. Pilih salah satu dari '
                "sk-tim, sk-tim-berakhir, surat-edaran, juknis, rencana-aksi, dasar-hukum-ditinjau."
            ),
        ),
        (
            "Legalitas!A7",
            "sk-tim",
            (
                'sel A7: butir "sk-tim" untuk "Seluruh instansi" sudah dijawab di '
                "D5. Hapus salah satunya; yang pertama dipakai."
            ),
        ),
        (
            "Legalitas!A7",
            "sk-jabatan",
            (
                'sel B7: butir "sk-jabatan" dijawab untuk sebuah unit, bukan '
                '"Seluruh instansi". Pindahkan.'
            ),
        ),
        (
            "Legalitas!D7",
            None,
            (
                'sel D7: butir "surat-edaran" untuk "Seluruh instansi" belum '
                "dijawab penilai 1. Jawab bila sudah diketahui; sampai itu dihitung belum "
                "terpenuhi."
            ),
        ),
        (
            "Legalitas!F7",
            "-",
            (
                'sel F7: data dukung butir "surat-edaran" untuk "Seluruh instansi" '
                "belum disebut. Tulis nama atau nomornya, misalnya surat edaran, dengan nomor dan "
                "tanggal; sampai itu butir dihitung belum terpenuhi."
            ),
        ),
        (
            "Legalitas!D11",
            "tinggi",
            'sel D11: "tinggi" bukan tingkat. Pilih 0, 1, 2, 3, atau 4.',
        ),
        (
            "Legalitas!D11",
            4,
            (
                'sel D11: tingkat 4 untuk "Seluruh instansi" lebih tinggi daripada '
                'tingkat 2 yang didukung bukti. Lengkapi "juknis", atau turunkan tingkatnya.'
            ),
        ),
        (
            "Identitas!B3",
            "kemarin",
            'sel B3: "kemarin" bukan tanggal. Tulis seperti 2022-08-15.',
        ),
        (
            "Identitas!B6",
            5,
            (
                "sel B6: 5 lebih kecil daripada 9 unit yang didaftar. Perbaiki "
                "salah satunya; jumlah ini tidak dipakai."
            ),
        ),
        (
            "Identitas!A12",
            "llDIKTI  contoh 01",
            'sel A12: unit "llDIKTI contoh 01" sudah ada. Hapus salah satunya.',
        ),
    ],
)
def test_a_fault_is_one_line_that_names_its_cell(
    filled: Filled, cell: str, value: object, message: str
) -> None:
    """File, sheet, cell, value and the way out; and the other practices are assessed."""
    assessment = assess(read_form(filled({cell: value})))
    sheet = cell.partition("!")[0]
    line = f'penilaian.xlsx, lembar "{sheet}", {message}'
    assert line in list(assessment.problems["problem"])
    assert assessment.levels["level"].notna().sum() >= 40


def test_sheet_of_no_practice_and_a_lacking_one_are_named(tmp_path: Path) -> None:
    """A renamed sheet is unknown and lacking at once; the others are read."""
    book = openpyxl.load_workbook(example_form_path())
    book["Sosialisasi"].title = "Publikasi"
    book.save(tmp_path / "penilaian.xlsx")
    said = problems(tmp_path / "penilaian.xlsx")
    assert said[:2] == [
        (
            'penilaian.xlsx, lembar "Publikasi": praktik tidak dikenal. Beri nama salah satu dari '
            '"Tugas dan fungsi", "Konektivitas", "Target kinerja", "Sosialisasi", "Legalitas".'
        ),
        'penilaian.xlsx, lembar "Sosialisasi": lembar tidak ada. Salin dari formulir kosong.',
    ]


def test_institution_may_be_named_instead_of_the_whole(filled: Filled) -> None:
    """Its own name in the column of units means the whole institution."""
    path = filled({f"Legalitas!B{row}": "kemendikbudristek" for row in range(5, 12)})
    levels = assess(read_form(path)).levels.set_index(["unit", "practice"])["level"]
    assert levels[(INSTITUTION, "legalitas")] == 2


def test_unanswered_unit_is_one_line(filled: Filled) -> None:
    """A unit of which nothing is answered is named once, where it is listed."""
    path = filled({"Identitas!A20": "PTN Contoh 28", "Identitas!B20": "hasil penggabungan"})
    said = [line for line in problems(path) if "PTN Contoh 28" in line]
    assert said == [
        (
            'penilaian.xlsx, lembar "Identitas", sel A20: "PTN Contoh 28" belum dijawab sama '
            "sekali. Jawab bila sudah diketahui; sampai itu dihitung belum terpenuhi."
        )
    ]


def test_second_rater_without_an_answer_is_named() -> None:
    """A rater who is named and rated nothing is said to have not."""
    rows = tuple(
        replace(row, answers=(row.answers[0], row.answers[1]._replace(text=""))) for row in RAW.rows
    )
    said = check_form(replace(RAW, rows=rows)).problems["problem"].tolist()
    assert said[0] == (
        "penilaian_2022.toml: penilai 2 belum menjawab satu butir pun; kesepakatan belum dapat "
        "dihitung."
    )
    assert not any("penilai 1 dan 2" in line for line in said)


# What is no form at all


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "penilaian.toml",
            "[catatan]\nisi = 1\n",
            (
                ": is no assessment form. Write a blank one with "
                "`lapor-lab assess --form penilaian.xlsx`, and fill that in."
            ),
        ),
        (
            "penilaian.toml",
            "[identitas\n",
            (
                ": cannot be read (Expected ']' at the end of a table declaration (at line 1, "
                "column 11)). Give a TOML (UTF-8) file."
            ),
        ),
        (
            "penilaian.csv",
            "Kode,Unit\nsk-tim,Seluruh instansi\n",
            (
                ": is no assessment form. Write a blank one with "
                "`lapor-lab assess --form penilaian.xlsx`, and fill that in."
            ),
        ),
        ("penilaian.xlsx", "", ": holds no row. Give a file with a header and at least one row."),
    ],
)
def test_what_is_no_form_is_refused_in_one_line(
    tmp_path: Path, name: str, content: str, message: str
) -> None:
    """Only a file that is none is refused."""
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputFileError, match=f"^{re.escape(f'{path}{message}')}$"):
        read_form(path)


def test_workbook_without_a_practice_is_no_form(tmp_path: Path) -> None:
    """A table of something else is refused, not read as an empty form."""
    openpyxl.Workbook().save(tmp_path / "daftar.xlsx")
    message = (
        f"{tmp_path / 'daftar.xlsx'}: is no assessment form. Write a blank one with "
        "`lapor-lab assess --form penilaian.xlsx`, and fill that in."
    )
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        read_form(tmp_path / "daftar.xlsx")


def test_absent_file_is_refused(tmp_path: Path) -> None:
    """The path is named."""
    message = f"{tmp_path / 'x.toml'}: no such file or folder. Check the path."
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        read_form(tmp_path / "x.toml")


# Forms that were changed at random


def refusal_of(path: Path) -> str:
    """Assess a form, and return what it was refused with; empty if it was not."""
    try:
        assess(read_form(path))
    except LaporLabError as error:
        return str(error)
    return ""


TEXTS = st.one_of(
    st.sampled_from(
        [
            "-",
            "ya",
            "tidak",
            "mungkin",
            "0.97",
            "120%",
            "-3",
            "1e9",
            "inf",
            "nan",
            "2021-12-31",
            "9999-12-31",
            "0001-01-01",
            "4",
            "5",
            "tingkat",
            "sk-tim",
            "=1+1",
        ]
    ),
    st.sampled_from(["", "9" * 400, "97 %", "31 Feb", "Seluruh instansi", "belum pernah"]),
    st.text(max_size=20),
)
PLACES = st.tuples(st.integers(0, len(RAW.rows) - 1), st.integers(0, 4), TEXTS)


def changed(changes: list[tuple[int, int, str]], identity: dict[str, str]) -> MaturityForm:
    """Return the example with other texts in some cells."""
    rows = list(RAW.rows)
    for number, part, text in changes:
        row = rows[number]
        first, second = row.answers
        rows[number] = [
            replace(row, unit=row.unit._replace(text=text)),
            replace(row, item=row.item._replace(text=text)),
            replace(row, answers=(first._replace(text=text), second)),
            replace(row, answers=(first, second._replace(text=text))),
            replace(row, evidence=row.evidence._replace(text=text)),
        ][part]
    cells = {key: RAW.identity[key]._replace(text=text) for key, text in identity.items()}
    return check_form(replace(RAW, rows=tuple(rows), identity={**RAW.identity, **cells}))


@settings(max_examples=25, deadline=None)
@given(
    st.lists(PLACES, max_size=30),
    st.dictionaries(st.sampled_from(sorted(RAW.identity)), TEXTS, max_size=6),
)
def test_no_cell_can_break_an_assessment(
    changes: list[tuple[int, int, str]], identity: dict[str, str]
) -> None:
    """Whatever stands in the cells, a form is assessed, and each fault is one line."""
    assessment = assess(changed(changes, identity))
    assert assessment.levels["level"].dropna().isin(range(5)).all()
    for line in assessment.problems["problem"]:
        assert line.startswith("penilaian_2022.toml")
        assert len(line.splitlines()) == 1


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_change_of_a_toml_file_ends_in_a_traceback(tmp_path: Path, data: st.DataObject) -> None:
    """Lines that are cut, doubled, emptied or changed give a form or one line of refusal."""
    lines = example_form_path("penilaian_2021.toml").read_text("utf-8").splitlines()
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        text = data.draw(st.text(st.characters(codec="utf-8"), max_size=12))
        half = lines[at][: len(lines[at]) // 2]
        lines[at] = data.draw(st.sampled_from(["", half, text, lines[at] + text, f"x = {text!r}"]))
    path = tmp_path / "penilaian.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert refusal_of(path).count("\n") == 0


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=8))
def test_no_broken_workbook_ends_in_a_traceback(
    tmp_path: Path, changes: list[tuple[float, int]]
) -> None:
    """Bytes that were changed give a form or one line of refusal."""
    content = bytearray(example_form_path().read_bytes())
    for place, byte in changes:
        content[int(place * len(content))] = byte
    path = tmp_path / "penilaian.xlsx"
    path.write_bytes(content)
    assert refusal_of(path).count("\n") == 0


@pytest.mark.parametrize(
    "value", [True, 3.7, datetime(2022, 1, 2, 3, 4), "x" * 4000, "#N/A", "=A1"]
)
def test_any_kind_of_cell_is_taken(filled: Filled, value: object) -> None:
    """Truth values, numbers, times, long texts and formulas stand anywhere without harm."""
    cells = {f"Konektivitas!{column}{row}": value for column in "ABDEFG" for row in (5, 7, 11)}
    cells |= {f"Identitas!B{row}": value for row in range(2, 13)}
    assert not assess(read_form(filled(cells))).problems.empty


def test_legacy_ending_is_read_by_content(tmp_path: Path) -> None:
    """A workbook under another ending of workbooks is read all the same."""
    shutil.copy(example_form_path(), tmp_path / "penilaian.XLSX")
    assert read_form(tmp_path / "penilaian.XLSX").institution == "Kemendikbudristek"
