"""The matrix of the action plan as a workbook: every number of the drafts as a number."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.calendar import Limits, load_limits
from lapor_lab.practices.maturity import Assessment
from lapor_lab.practices.planning import QUARTERS, ActionPlan
from lapor_lab.report.documents.assessment_context import draft_notices
from lapor_lab.report.documents.assessment_facts import find_missing, level_table
from lapor_lab.report.documents.blanks import BLANK
from lapor_lab.report.documents.limit_rows import latest_limits, limit_rows
from lapor_lab.report.documents.official_name import official_name
from lapor_lab.report.documents.plan_rows import number_rows
from lapor_lab.report.excel import Workbook
from lapor_lab.report.output import check_kind
from lapor_lab.report.plan_numbers import is_given
from lapor_lab.schema import format_date, label

__all__ = ["MatrixSheet", "matrix_sheets", "write_action_matrix"]

_PLAN: Final = (
    "kind",
    "practice",
    "activity",
    "output",
    "indicator",
    "measure",
    "unit",
    "baseline",
    "baseline_lower",
    "baseline_upper",
    "target",
    "target_lower",
    "target_upper",
    *QUARTERS,
    "responsible",
    "evidence",
    "budget",
)
_PRIORITY: Final = (
    "priority",
    "practice",
    "activity",
    "gap",
    "effect",
    "effect_lower",
    "effect_upper",
    "unit",
    "effort_hours",
    "score",
)
_TO_FILL: Final = ("responsible", "evidence", "budget")
_EVIDENCE_COUNTS: Final = ("n_lacking", "n_asked", "n_unanswered", "n_inherited")
_COUNTS: Final = ("priority", "effort_hours", "days", *_EVIDENCE_COUNTS)
_NUMBERS: Final = (
    *("baseline", "baseline_lower", "baseline_upper", "target", "target_lower", "target_upper"),
    *("effect", "effect_lower", "effect_upper"),
    "score",
    *("level", "previous", "inherited_level", "role_model", "gap"),
    *QUARTERS,
)


@dataclass(frozen=True, kw_only=True)
class MatrixSheet:
    """One sheet of the workbook.

    Parameters
    ----------
    name, title : str
        Of the sheet.
    frame : DataFrame of shape (n_rows, n_columns)
        Its table, columns by their Indonesian names.
    formats : dict of str to str, default={}
        Kind of number by column.
    notes : tuple of str, default=()
        Sentences below the title.
    """

    name: str
    title: str
    frame: pd.DataFrame
    formats: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def write_action_matrix(
    assessment: Assessment, plan: ActionPlan, path: Path | str, *, limits: Limits | None = None
) -> Path:
    """Write the matrix of the action plan as a workbook.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    plan : ActionPlan
        As `action_plan` gives.
    path : Path or str
        Where it should go; must end in ``.xlsx``.
    limits : Limits or None, default=None
        Legal limits; the kit's own by default.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    target = check_kind(path, [".xlsx"])
    title = label(
        "document.matrix", institution=official_name(assessment.institution), year=plan.year
    )
    notices = (label("word.draft"), *draft_notices(assessment, plan), label("document.levels"))
    if plan.rows["effect"].notna().any():
        notices = (*notices, label("notice.simulation"))
    workbook = Workbook(title, notices)
    for sheet in matrix_sheets(assessment, plan, limits or load_limits()):
        workbook.sheet(
            sheet.name, sheet.frame, title=sheet.title, notes=sheet.notes, formats=sheet.formats
        )
    workbook.save(target)
    return target


def matrix_sheets(
    assessment: Assessment, plan: ActionPlan, limits: Limits
) -> tuple[MatrixSheet, ...]:
    """Put the tables of the workbook together.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    plan : ActionPlan
        As `action_plan` gives.
    limits : Limits
        Legal limits.

    Returns
    -------
    tuple of MatrixSheet
        The plan, the order of priority, levels, missing evidence, limits and assumptions.
    """
    rows, activities = number_rows(plan.rows), number_rows(plan.activities)
    rows = rows.assign(**{name: _filled(rows[name]) for name in _TO_FILL})
    missing = find_missing(assessment)
    evidence = ("practice", "question", "units", *_EVIDENCE_COUNTS)
    limit_columns = ("stage", "report_class", "days", "legal_base", "remark")
    day = BLANK if assessment.assessed_on is None else format_date(assessment.assessed_on)
    assessed = label("document.assessed_on", day=day)
    return (
        _sheet("plan", rows[list(_PLAN)], label("document.percent")),
        _sheet("priority", activities[list(_PRIORITY)]),
        _sheet("levels", level_table(assessment).drop(columns="practice"), assessed),
        _sheet("evidence", _frame(missing, evidence), assessed),
        _sheet("limits", _frame(limit_rows(latest_limits(limits)), limit_columns)),
        _sheet("assumptions", pd.DataFrame({"assumption": list(plan.assumptions)}, dtype=object)),
    )


def _sheet(sheet_id: str, frame: pd.DataFrame, *notes: str) -> MatrixSheet:
    names = {name: label(f"document.column.{name}") for name in map(str, frame.columns)}
    kinds = {names[name]: "count" for name in names if name in _COUNTS}
    kinds |= {names[name]: "number" for name in names if name in _NUMBERS}
    return MatrixSheet(
        name=label(f"document.sheet.{sheet_id}"),
        title=label(f"document.sheet_title.{sheet_id}"),
        frame=frame.rename(columns=names),
        formats=kinds,
        notes=notes,
    )


def _frame(rows: Sequence[object], columns: Sequence[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {name: [getattr(row, name) for row in rows] for name in columns}, columns=list(columns)
    )


def _filled(cells: pd.Series) -> list[str]:
    return [str(cell) if is_given(cell) else BLANK for cell in cells]
