"""Claims about the indicators for the performance agreement."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from lapor_lab.report.documents.indicator_text import write_indicator_text

Make = Callable[..., Any]
Read = Callable[[Path], list[str]]


def test_each_measure_of_the_plan_is_an_indicator_once(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """A measure that two activities share is one indicator, by the row that goes first."""
    rows = make_plan().rows
    again = rows.iloc[[1]].assign(priority=9, target=0.99)
    plan = make_plan(rows=pd.concat([rows, again], ignore_index=True))
    text = blocks(write_indicator_text(make_assessment(), plan, tmp_path / "iku.docx"))
    assert (
        "1 | Tindak lanjut pertama ≤ 5 hari kerja | 61,2 % | 57,1–65,1 % | 85,0 % | 81,0–88,4 %"
        in text
    )
    assert sum(block.startswith("Nama indikator |") for block in text) == 2
    assert not any("99,0 %" in block for block in text)


def test_an_indicator_says_how_it_is_counted(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Definition, formula, unit, direction and targets by quarter stand in its dictionary."""
    text = blocks(write_indicator_text(make_assessment(), make_plan(), tmp_path / "iku.docx"))
    assert "Satuan | hari kerja" in text
    assert "Arah | makin rendah makin baik" in text
    assert "Target per triwulan | TW I 65,0 %; TW II 70,0 %; TW III 80,0 %; TW IV 85,0 %" in text


def test_a_plan_without_measures_gets_the_usual_ones(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Targets are then for the institution to set."""
    plan = make_plan(rows=make_plan().rows.assign(measure=None))
    text = blocks(write_indicator_text(make_assessment(), plan, tmp_path / "iku.docx"))
    assert sum(block.startswith("Nama indikator |") for block in text) == 3
    assert "Target per triwulan | TW I […]; TW II […]; TW III […]; TW IV […]" in text
