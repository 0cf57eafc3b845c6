"""The workbook of an assessment, read again."""

from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from lapor_lab.report import AssessmentReport
from lapor_lab.report.assessment_tables import assessment_tables
from lapor_lab.report.assessment_workbook import write_assessment_workbook


@pytest.fixture(scope="module")
def path(assessment_report: AssessmentReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook of the example."""
    folder = tmp_path_factory.mktemp("buku")
    return write_assessment_workbook(assessment_report, folder / "penilaian.xlsx")


def test_each_table_has_its_sheet(path: Path, assessment_report: AssessmentReport) -> None:
    """The first sheet explains, then a sheet a table; every sheet says what levels are not."""
    book = load_workbook(path)

    assert len(book.sheetnames) == 1 + len(assessment_tables(assessment_report))
    assert book.sheetnames[:2] == ["Keterangan", "Profil"]
    for sheet in book:
        texts = [str(cell) for row in sheet.iter_rows(values_only=True) for cell in row]
        assert any("bukan nilai SPBE atau PANRB" in text for text in texts), sheet.title


def test_numbers_come_back_as_they_were(path: Path, assessment_report: AssessmentReport) -> None:
    """Read by calamine, the profile holds the levels as numbers and unknown ones as empty."""
    sheet = pd.read_excel(path, sheet_name="Profil", header=None, engine="calamine")
    header = int(sheet.index[sheet[0] == "Praktik"][0])
    table = sheet.iloc[header + 1 :].set_axis(list(sheet.iloc[header]), axis="columns")
    profile = assessment_report.assessment.profile

    assert table["Tingkat"].to_list() == profile["level"].to_list()
    assert table["Instansi percontohan"].to_list() == profile["role_model"].to_list()
    assert table["Kelompok pembanding (median)"].isna().all()
