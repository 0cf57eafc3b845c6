"""The tables of an assessment: numbers as numbers, columns in Indonesian."""

import pandas as pd
import pytest

from lapor_lab.report import AssessmentReport
from lapor_lab.report.assessment_tables import assessment_tables


def test_each_table_that_holds_a_row_is_there(assessment_report: AssessmentReport) -> None:
    """Tables of the form, the plan, the simulation and the association; none that is empty."""
    names = [table.id for table in assessment_tables(assessment_report)]

    assert names == [
        "profile", "levels", "groups", "items", "agreement", "disagreements", "problems",
        "activities", "indicators", "assumptions", "effects", "association", "leave_one_out",
        "points",
    ]  # fmt: skip
    bare = AssessmentReport(assessment=assessment_report.assessment)
    assert [table.id for table in assessment_tables(bare)] == names[:7]


def test_shares_are_in_per_cent_with_their_unit(assessment_report: AssessmentReport) -> None:
    """A share is written in per cent, days as days, and each row says its unit."""
    tables = {table.id: table.frame for table in assessment_tables(assessment_report)}
    rows = tables["indicators"].set_index("Ukuran")
    share = rows.loc["Tindak lanjut pertama ≤ 5 hari kerja"]

    assert share["Baseline"] == pytest.approx(82)
    assert share["Satuan"] == "%"
    assert 82 < share["TW I"] < share["TW IV"] == pytest.approx(share["Target"])
    assert rows.loc["Rata-rata penilaian pelapor (1–5)", "TW I"] == "diukur sebagai baseline"
    effect = tables["effects"]
    days = effect[effect["Satuan"] == "hari kerja"]
    assert (days["Perubahan simulasi"] == -0.5).all()


def test_formats_name_columns_that_are_there(assessment_report: AssessmentReport) -> None:
    """Each format is of a column; a level is whole, a mean of several is not."""
    for table in assessment_tables(assessment_report):
        assert set(table.formats) == set(table.frame.columns)
        assert pd.Index(table.frame.columns).is_unique
    kinds = {table.id: table.formats for table in assessment_tables(assessment_report)}
    assert kinds["profile"]["Tingkat"] == "count"
    assert kinds["points"]["Tingkat"] == "number"
    assert kinds["profile"]["Praktik"] == "text"
