"""Claims about the action plan as a document."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pandas as pd

from lapor_lab.report.documents.action_plan import write_action_plan

Make = Callable[..., Any]
Read = Callable[[Path], list[str]]


def test_every_activity_has_its_row_in_each_table(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Matrix, baseline with interval, and order of priority hold the plan's rows."""
    text = blocks(write_action_plan(make_assessment(), make_plan(), tmp_path / "rencana.docx"))
    account = "Mengaktifkan akun pejabat penghubung di setiap unit"
    assert any(b.startswith(f"{account} | akun aktif") for b in text)
    assert f"1 | {account} | 2,5 | +18,3 poin persen (+15,1 sampai +21,4) | 1.240" in text
    assert any("| 61,2 % | 57,1–65,1 % | 85,0 % | 81,0–88,4 %" in b for b in text)


def test_it_lies_on_its_side(tmp_path: Path, make_assessment: Make, make_plan: Make) -> None:
    """A matrix of ten columns needs the long side of the paper."""
    path = write_action_plan(make_assessment(), make_plan(), tmp_path / "rencana.docx")
    section = docx.Document(str(path)).sections[0]
    assert section.page_width > section.page_height


def test_letters_of_chapters_go_on_without_missing_evidence(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Where nothing lacks, the chapter on it is left out and no letter is skipped."""
    complete = make_assessment(items=make_assessment().items.assign(is_met=True))
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
