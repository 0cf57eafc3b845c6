"""The folder of an assessment: whole, or not there, and never over somebody's edits."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from lapor_lab.errors import OutputError
from lapor_lab.report import AssessmentReport, write_assessment
from lapor_lab.report.assessment_folder import ASSESSMENT_FILES, check_assessment_folder


@pytest.fixture(scope="module")
def folder(assessment_report: AssessmentReport, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole folder of the example."""
    out = tmp_path_factory.mktemp("penilaian") / "hasil"
    steps: list[int] = []
    files = write_assessment(assessment_report, out, on_file=lambda: steps.append(1))
    assert len(steps) == len(files) == len(ASSESSMENT_FILES)
    return out


@pytest.fixture
def bare(assessment_report: AssessmentReport) -> AssessmentReport:
    """An assessment without a plan, which is quick to write."""
    return replace(assessment_report, plan=None, effects=None, association=None)


def test_page_workbook_and_drafts_are_there(folder: Path) -> None:
    """Eleven files and a manifest that names them with their fingerprints."""
    names = {path.name for path in folder.iterdir()}
    manifest = json.loads((folder / "penilaian.json").read_text("utf-8"))

    assert names == {*ASSESSMENT_FILES, "penilaian.json"}
    assert set(manifest["files"]) == set(ASSESSMENT_FILES)
    assert manifest["is_example"] is True
    page = (folder / "penilaian.html").read_text("utf-8")
    assert all(f'href="{name}"' in page for name in ASSESSMENT_FILES[1:])


def test_without_a_plan_its_drafts_are_left_out(bare: AssessmentReport, tmp_path: Path) -> None:
    """Page, workbook and the records of the import need no plan, and the page names no other."""
    files = write_assessment(bare, tmp_path / "hasil")

    assert [path.name for path in files] == [
        "penilaian.html",
        "penilaian.xlsx",
        "penilaian_dampak_pelindungan_data.docx",
        "catatan_pemrosesan.docx",
    ]
    assert "juknis.docx" not in files[0].read_text("utf-8")


def test_an_earlier_result_is_replaced_with_the_same_bytes(
    bare: AssessmentReport, tmp_path: Path
) -> None:
    """Two runs give the same files, and nothing of the first is left over."""
    out = tmp_path / "hasil"
    first = {path.name: path.read_bytes() for path in write_assessment(bare, out)}
    second = {path.name: path.read_bytes() for path in write_assessment(bare, out)}

    assert first == second
    assert [path.name for path in tmp_path.iterdir()] == ["hasil"]


def test_edited_drafts_are_never_lost(bare: AssessmentReport, tmp_path: Path) -> None:
    """A file that somebody changed, or laid beside, keeps the folder from being replaced."""
    out = tmp_path / "hasil"
    write_assessment(bare, out)
    check_assessment_folder(out)
    (out / "catatan saya.txt").write_text("x")
    message = (
        f"{out}: catatan saya.txt was changed since it was written, or is none of the kit's. "
        "Choose another folder, or move that file away first."
    )
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write_assessment(bare, out)

    (out / "catatan saya.txt").unlink()
    (out / "penilaian.xlsx").write_bytes(b"diubah")
    with pytest.raises(OutputError, match=r"penilaian\.xlsx was changed"):
        write_assessment(bare, out)
    assert (out / "penilaian.xlsx").read_bytes() == b"diubah"


def test_a_foreign_folder_is_refused(bare: AssessmentReport, tmp_path: Path) -> None:
    """A folder that holds something else is left as it is."""
    (tmp_path / "penting.docx").write_text("x")
    message = f"{tmp_path}: exists and is not a folder made by lapor-lab. Choose another name."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write_assessment(bare, tmp_path)


def test_a_fault_on_the_way_leaves_nothing(bare: AssessmentReport, tmp_path: Path) -> None:
    """A run that dies leaves no half folder."""

    def die() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_assessment(bare, tmp_path / "hasil", on_file=die)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["{rusak", "{}", "[1]", '{"files": [1]}', ""])
def test_a_folder_with_a_foreign_manifest_is_refused(content: str, tmp_path: Path) -> None:
    """A file of the manifest's name that the kit did not write protects what lies beside it."""
    (tmp_path / "penilaian.json").write_text(content)
    message = f"{tmp_path}: exists and is not a folder made by lapor-lab. Choose another name."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        check_assessment_folder(tmp_path)
