"""Claims about the indicators for the performance agreement."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.documents.indicator_text import write_indicator_text
from lapor_lab.schema import label

Make = Callable[..., Any]
Read = Callable[[Path], list[str]]


def test_each_indicator_of_the_plan_has_its_dictionary(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Measures that are watched stand in the table and are explained one by one."""
    plan = make_plan()
    text = blocks(write_indicator_text(make_assessment(), plan, tmp_path / "iku.docx"))
    for number, measure in enumerate(plan.indicators["measure"], start=1):
        assert f"Nama indikator | {label(f'measure.{measure}')}" in text
        assert any(
            block.startswith(f"{number} | {label(f'measure.{measure}')} | ") for block in text
        )


def test_an_indicator_says_how_it_is_counted(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Definition, formula, unit, direction and targets by quarter stand in its dictionary."""
    text = blocks(write_indicator_text(make_assessment(), make_plan(), tmp_path / "iku.docx"))
    assert "Satuan | hari kerja" in text
    assert "Arah | makin rendah makin baik" in text
    target = next(block for block in text if block.startswith("Target per triwulan | TW I "))
    assert target.count(" %") == 4


def test_a_plan_without_data_asks_for_targets(
    tmp_path: Path, make_assessment: Make, bare_plan: ActionPlan, blocks: Read
) -> None:
    """Targets are then for the institution to set, once the baseline is measured."""
    text = blocks(write_indicator_text(make_assessment(), bare_plan, tmp_path / "iku.docx"))
    first = "Target per triwulan | TW I diukur sebagai baseline; TW II […]; TW III […]; TW IV […]"
    assert first in text
