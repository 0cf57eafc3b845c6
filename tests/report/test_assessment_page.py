"""The page of an assessment, read as its reader does."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lapor_lab.errors import OutputError
from lapor_lab.report import AssessmentReport
from lapor_lab.report.assessment_page import write_assessment_page

Read = Callable[[str], Any]


@pytest.fixture(scope="module")
def html(assessment_report: AssessmentReport, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the example."""
    path = tmp_path_factory.mktemp("halaman") / "penilaian.html"
    files = ["penilaian.xlsx", "juknis.docx"]
    return write_assessment_page(assessment_report, path, files=files).read_text("utf-8")


def test_the_cover_says_what_it_is(html: str, read_page: Read) -> None:
    """Above the first section: notices, the institution, and data, model and assumption."""
    page = read_page(html)
    cover = page.text[: page.text.index("Yang dapat dibaca")]

    for text in (
        "DATA SINTETIS, bukan kinerja sebenarnya",
        "CONTOH REKAAN",
        "bukan nilai SPBE atau PANRB",
        "simulasi, bukan janji kinerja",
        "Kemendikbudristek",
        "15 Agustus 2022",
        "1.341 laporan Kemendikbudristek, per 15 Agustus 2022",
        "Data",
        "Model",
        "Asumsi",
    ):
        assert text in cover, text


def test_sections_come_in_order(html: str, read_page: Read) -> None:
    """From the profile over the plan to method and limits."""
    headings = [text for level, text in read_page(html).headings if level == 2]

    assert headings == [
        "Yang dapat dibaca dari halaman ini",
        "Profil tingkat kematangan",
        "Data dukung yang belum terpenuhi",
        "Rencana aksi 2023",
        "Baseline dan target",
        "Dampak praktik dalam simulasi",
        "Tingkat kematangan dan hasil",
        "Kesepakatan penilai",
        "Yang perlu diperbaiki pada formulir",
        "Berkas di samping halaman ini",
        "Metode, asumsi, dan batasan",
    ]


def test_it_stands_alone_and_pictures_are_described(html: str, read_page: Read) -> None:
    """Nothing is loaded but the files beside it; pictures have words; anchors lead somewhere."""
    page = read_page(html)

    outside = [each for each in page.loads if not each.startswith("data:")]
    assert outside == ["penilaian.xlsx", "juknis.docx"]
    assert len(page.images) == 3
    assert all(len(image["alt"] or "") > 40 for image in page.images)
    assert set(page.anchors) <= page.ids
    assert page.lang == "id"


def test_associated_and_never_more(html: str, read_page: Read) -> None:
    """The association is told as such."""
    text = read_page(html).text

    assert "berkaitan" in text
    assert "Berkaitan tidak berarti sebab" in text
    assert "menyebabkan" not in text


def test_problems_of_the_form_stand_on_the_page(
    html: str, read_page: Read, assessment_report: AssessmentReport
) -> None:
    """Each fault of the form is there with its cell."""
    text = read_page(html).text

    for problem in assessment_report.assessment.problems["problem"]:
        assert " ".join(problem.split()) in text


def test_a_bare_assessment_says_what_is_missing(
    assessment_report: AssessmentReport, tmp_path: Path, read_page: Read
) -> None:
    """Without date, data, simulation and a second rater the page still stands, and says so."""
    found = assessment_report.assessment
    bare = AssessmentReport(
        assessment=replace(
            found,
            assessed_on=None,
            raters=("", ""),
            n_units=None,
            is_example=False,
            agreement=found.agreement.assign(n=0),
            problems=found.problems.head(0),
        )
    )
    text = read_page(write_assessment_page(bare, tmp_path / "p.html").read_text("utf-8")).text

    assert "Rencana aksi belum disusun, karena tanggal penilaian belum diisi." in text
    assert "kesepakatan tidak tersedia" in text
    assert "Baseline tidak tersedia" in text
    assert "DATA SINTETIS" not in text


def test_names_of_others_are_no_markup(assessment_report: AssessmentReport, tmp_path: Path) -> None:
    """An institution with a tag in its name is shown as text."""
    strange = replace(assessment_report.assessment, institution="<script>x</script>")
    path = write_assessment_page(
        replace(assessment_report, assessment=strange), tmp_path / "p.html"
    )
    assert "<script>" not in path.read_text("utf-8")


def test_another_suffix_is_refused(assessment_report: AssessmentReport, tmp_path: Path) -> None:
    """A page ends in .html."""
    target = tmp_path / "penilaian.pdf"
    with pytest.raises(OutputError) as err:
        write_assessment_page(assessment_report, target)
    assert str(err.value) == f"{target}: must end in .html. Choose one of them."
