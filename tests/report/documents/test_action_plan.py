"""Claims about the action plan as a document."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pandas as pd

from lapor_lab.report.documents.action_plan import write_action_plan

Make = Callable[..., Any]
Read = Callable[[Path], list[str]]


def test_every_activity_and_indicator_has_its_row(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Matrix and order of priority hold the activities, the table of targets the indicators."""
    plan = make_plan()
    text = blocks(write_action_plan(make_assessment(), plan, tmp_path / "rencana.docx"))
    for number, activity in enumerate(plan.activities["activity"], start=1):
        assert any(block.startswith(f"{number}. {activity} | ") for block in text)
        ranked = [block for block in text if block.startswith(f"{number} | ")]
        assert any(f" | {activity.partition(' (')[0]} | " in block for block in ranked)
    indicator = "Tindak lanjut pertama ≤ 5 hari kerja | 61,2 % | 57,1–65,1 %"
    assert any(block.startswith(indicator) for block in text)


def test_it_lies_on_its_side(tmp_path: Path, make_assessment: Make, make_plan: Make) -> None:
    """A matrix of ten columns needs the long side of the paper."""
    path = write_action_plan(make_assessment(), make_plan(), tmp_path / "rencana.docx")
    section = docx.Document(str(path)).sections[0]
    assert section.page_width > section.page_height


def test_letters_of_chapters_go_on_without_missing_evidence(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Where nothing lacks, the chapter on it is left out and no letter is skipped."""
    items = make_assessment().items
    complete = make_assessment(items=items.assign(is_met=True).astype({"is_met": "boolean"}))
    text = blocks(write_action_plan(complete, make_plan(), tmp_path / "rencana.docx"))
    heads = [block[:2] for block in text if block[1:3] == ". " and block[0].isupper()]
    assert heads == [f"{letter}." for letter in "ABCDEFG"]


def test_an_empty_plan_can_be_written(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Where nothing is to be done, the document says so and breaks nowhere."""
    empty: pd.DataFrame = make_plan().rows.iloc[:0]
    plan = make_plan(rows=empty, assumptions=())
    text = "\n".join(blocks(write_action_plan(make_assessment(), plan, tmp_path / "r.docx")))
    assert "Rencana ini memuat 0 kegiatan" in text
    assert "Tidak ada asumsi lain yang dicatat." in text
    assert "Besar pengaruh belum dihitung" in text
