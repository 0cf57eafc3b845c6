"""A comparison as a workbook: one sheet a table, numbers as numbers."""

from pathlib import Path
from typing import Final

from lapor_lab.report.comparison_cover import cover_facts, shown_definitions
from lapor_lab.report.comparison_sheets import comparison_sheets
from lapor_lab.report.comparison_view import ComparisonView
from lapor_lab.report.excel import Workbook

__all__ = ["write_comparison_workbook"]

# Names in one cell; the sheets hold all of them.
_MAX_NAMES: Final = 40


def write_comparison_workbook(view: ComparisonView, path: Path) -> None:
    """Write a comparison as a workbook.

    Parameters
    ----------
    view : ComparisonView
        What is shown.
    path : Path
        Where it should go; must end in ``.xlsx``.
    """
    workbook = Workbook(
        view.title,
        view.notices,
        facts=cover_facts(view, max_names=_MAX_NAMES),
        definitions=shown_definitions(view),
    )
    for sheet in comparison_sheets(view):
        workbook.sheet(
            sheet.name, sheet.frame, title=sheet.title, notes=sheet.notes, formats=sheet.formats
        )
    workbook.save(path)
