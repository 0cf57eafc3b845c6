"""The form as a workbook: lists to choose from, and nothing that runs."""

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
