"""The form as a workbook: lists to choose from, and nothing that runs."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from lapor_lab.practices.maturity import assess, example_form_path, load_guides, read_form
from lapor_lab.report.maturity_form import write_maturity_form
from lapor_lab.report.maturity_form_words import INSTRUCTIONS


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The blank workbook."""
    path = write_maturity_form(tmp_path_factory.mktemp("formulir") / "formulir.xlsx")
    return openpyxl.load_workbook(path)


def test_sheets_are_guide_identity_practices_and_levels(blank: Workbook) -> None:
    """One sheet a practice, between what explains and what describes."""
    practices = [guide.name for guide in load_guides()]
    assert blank.sheetnames == ["Petunjuk", "Identitas", *practices, "Tingkat"]
    words = [cell.value for cell in blank["Petunjuk"]["B"]]
    assert set(INSTRUCTIONS) <= set(words)
    levels = {cell.value for cell in blank["Tingkat"]["C"]}
    assert all(set(guide.levels) <= levels for guide in load_guides())


def test_answers_are_chosen_from_lists(blank: Workbook) -> None:
    """Yes or no, levels and units are offered, and a count must be whole."""
    rules = {str(rule.sqref): rule for rule in blank["Legalitas"].data_validations.dataValidation}
    assert rules["D5:E5"].formula1 == '"ya,tidak"'
    assert rules["D11:E11"].formula1 == '"0,1,2,3,4"'
    units = next(rule for place, rule in rules.items() if place.startswith("B5"))
    assert units.formula1.startswith("'Identitas'!$A$11")
    counts = blank["Konektivitas"].data_validations.dataValidation
    assert next(r for r in counts if str(r.sqref) == "D5:E5").type == "whole"


def test_a_unit_that_is_listed_names_its_rows(blank: Workbook) -> None:
    """Rows of units take the names from the list, so that each is typed once."""
    formulas = {cell.value for cell in blank["Legalitas"]["B"] if str(cell.value).startswith("=")}
    assert len(formulas) == 10
    assert "=IF('Identitas'!$A$11=\"\",\"\",'Identitas'!$A$11)" in formulas


def test_share_is_typed_as_text(blank: Workbook) -> None:
    """A cell for a share keeps "97 %" as it was typed."""
    assert blank["Konektivitas"]["D7"].number_format == "@"


def test_same_form_gives_same_bytes(tmp_path: Path) -> None:
    """Two runs write the same file."""
    form = read_form(example_form_path("penilaian_2022.toml"))
    first = write_maturity_form(tmp_path / "a.xlsx", form).read_bytes()
    assert first == write_maturity_form(tmp_path / "b.xlsx", form).read_bytes()


def test_text_of_a_form_never_becomes_a_formula(tmp_path: Path) -> None:
    """A note that begins with = is written as text."""
    form = read_form(example_form_path("penilaian_2022.toml"))
    answer = replace(form.answers[0], evidence='=HYPERLINK("x")', note="+1")
    path = write_maturity_form(
        tmp_path / "a.xlsx", replace(form, answers=(answer, *form.answers[1:]))
    )
    sheet = openpyxl.load_workbook(path)["Tugas dan fungsi"]
    assert (sheet["F5"].value, sheet["F5"].data_type) == ('=HYPERLINK("x")', "s")
    assert assess(read_form(path)).items["evidence"].iloc[0] == '=HYPERLINK("x")'


@pytest.mark.verify
def test_form_that_was_filled_in_by_a_spreadsheet_program_is_read(tmp_path: Path) -> None:
    """Saved by LibreOffice, the form names its rows by the list of units, and is assessed."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice (LibreOffice) is not on the PATH")
    book = openpyxl.load_workbook(write_maturity_form(tmp_path / "formulir.xlsx"))
    book["Identitas"]["A11"], book["Identitas"]["B11"] = "PTN Contoh 25", "unit hasil penggabungan"
    sheet = book["Konektivitas"]
    row = next(cell.row for cell in sheet["A"] if cell.value == "akun-unit")
    for column, text in {"D": "ya", "E": "tidak", "F": "daftar akun"}.items():
        sheet[f"{column}{row}"] = text
    sheet["D7"], sheet["F7"] = "97 %", "rekap"
    book.save(tmp_path / "formulir.xlsx")
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = [soffice, home, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path / "simpan"), str(tmp_path / "formulir.xlsx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    form = read_form(tmp_path / "simpan" / "formulir.xlsx")
    answers = {(a.unit, a.item): a.answers for a in form.answers}
    assert answers["PTN Contoh 25", "akun-unit"] == (True, False)
    assert answers["Seluruh instansi", "akun-aktif-persen"] == (97.0, None)
    assert list(assess(form).levels["unit"].unique()) == ["Seluruh instansi", "PTN Contoh 25"]
