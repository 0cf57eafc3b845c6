"""What the page shows of the form."""

from dataclasses import replace

import pytest

from lapor_lab.report import AssessmentReport
from lapor_lab.report.assessment_view import (
    agreement_rows,
    missing_rows,
    profile_rows,
    readings,
)


@pytest.fixture
def unanswered(assessment_report: AssessmentReport) -> AssessmentReport:
    """The example without any answer about legalitas."""
    profile = assessment_report.assessment.profile.copy()
    profile.loc[profile["practice"] == "legalitas", "level"] = float("nan")
    return replace(
        assessment_report, assessment=replace(assessment_report.assessment, profile=profile)
    )


def test_levels_come_with_their_meaning(assessment_report: AssessmentReport) -> None:
    """Each practice has its level, its gap and the descriptor of that level."""
    rows = {row["practice"]: row for row in profile_rows(assessment_report)}

    assert rows["Legalitas"]["level"] == "2"
    assert rows["Legalitas"]["inherited_level"] == "0"
    assert rows["Legalitas"]["gap"] == "3"
    assert rows["Legalitas"]["descriptor"].startswith("Ditetapkan: surat edaran")
    assert "asumsi" in rows["Legalitas"]["basis"]


def test_what_nobody_answered_is_no_zero(unanswered: AssessmentReport) -> None:
    """A practice without an answer has a dash, no descriptor, and is named in the readings."""
    row = profile_rows(unanswered)[-1]

    assert (row["level"], row["gap"], row["is_answered"], row["descriptor"]) == (
        "–",
        "–",
        False,
        "",
    )
    assert any("Belum dijawab sama sekali" in line and "legalitas" in line
               for line in readings(unanswered))  # fmt: skip


def test_missing_items_say_who_lacks_them(assessment_report: AssessmentReport) -> None:
    """An item of the whole says so, one of units how many, and how many are inherited."""
    rows = missing_rows(assessment_report)

    assert {row["who"] for row in rows if row["n_inherited"] == 0} == {"seluruh instansi"}
    account = next(row for row in rows if row["question"].startswith("Kapan pejabat penghubung"))
    assert account["who"] == "5 dari 9 unit yang dinilai"
    assert (account["n_inherited"], account["n_unanswered"]) == (4, 2)


def test_agreement_has_its_interval(assessment_report: AssessmentReport) -> None:
    """Kappa of each practice and of all has an interval."""
    rows = agreement_rows(assessment_report)

    assert rows[-1]["practice"] == "Semua praktik"
    assert rows[-1]["kappa"] == "0,92"
    assert rows[-1]["interval"] == "0,87 sampai 0,98"
    none = assessment_report.assessment.agreement.assign(n=0)
    alone = replace(assessment_report.assessment, agreement=none)
    assert agreement_rows(replace(assessment_report, assessment=alone)) == []


def test_readings_name_gap_and_first_steps(assessment_report: AssessmentReport) -> None:
    """The widest gap, the number of missing items and the first activities are told."""
    told = readings(assessment_report)

    assert told[0].startswith("Selisih terlebar dengan instansi percontohan: legalitas (3 tingkat")
    assert told[1] == "19 butir data dukung belum terpenuhi sampai tingkat yang dituju."
    assert told[2].startswith("Kegiatan yang didahulukan: ")


def test_nobody_below_the_role_model_is_told_so(assessment_report: AssessmentReport) -> None:
    """Where no practice lacks a level the readings say so instead of naming one."""
    profile = assessment_report.assessment.profile.assign(level=4.0, inherited_level=4.0)
    best = replace(assessment_report.assessment, profile=profile)

    told = readings(replace(assessment_report, assessment=best, plan=None))
    assert told[0] == "Tidak ada praktik yang tingkatnya di bawah instansi percontohan."
