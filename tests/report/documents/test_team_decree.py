"""Claims about the decree that appoints the team."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lapor_lab.practices.maturity import INSTITUTION
from lapor_lab.report.documents.team_decree import write_team_decree

Make = Callable[..., Any]
Read = Callable[[Path], list[str]]


def test_every_assessed_unit_has_its_place(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Units come from the form; their offices are for the institution to name."""
    assessment = make_assessment()
    text = blocks(write_team_decree(assessment, make_plan(), tmp_path / "sk_tim.docx"))
    units = [unit for unit in assessment.levels["unit"].unique() if unit != INSTITUTION]
    assert len(units) == 9
    for number, unit in enumerate(units, start=1):
        assert f"{number} | {unit} | […] | […]" in text


def test_missing_evidence_is_a_reason(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """The considerations give the number of items of connection and legality that lack."""
    path = tmp_path / "sk_tim.docx"
    assessment = make_assessment()
    text = "\n".join(blocks(write_team_decree(assessment, make_plan(), path)))
    assert "mencatat 7 butir data dukung legalitas dan konektivitas" in text
    complete = make_assessment(items=assessment.items.assign(is_met=True))
    text = "\n".join(blocks(write_team_decree(complete, make_plan(), path)))
    assert "butir data dukung" not in text
    assert "c.\tbahwa berdasarkan" in text
