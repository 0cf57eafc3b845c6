"""Indicators for the performance agreement."""

from pathlib import Path

from lapor_lab.practices.maturity import Assessment
from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.documents.assessment_context import assessment_context, draft_notices
from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.draft import Draft, write_draft
from lapor_lab.report.documents.measure_rows import measure_rows
from lapor_lab.report.documents.plan_rows import text_rows
from lapor_lab.report.plan_numbers import unit_of

__all__ = ["write_indicator_text"]


def write_indicator_text(assessment: Assessment, plan: ActionPlan, path: Path | str) -> Path:
    """Write the text of the indicators for the performance agreement.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    plan : ActionPlan
        As `action_plan` gives, with the measures that are watched.
    path : Path or str
        Where it should go; must end in ``.docx``.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    blanks = Blanks()
    return write_draft(
        Draft(
            template="indicator_text",
            title=f"Indikator Kinerja SP4N-LAPOR! {plan.year}",
            notices=draft_notices(assessment, plan),
        ),
        path,
        blanks,
        **assessment_context(assessment, plan, blanks),
        indicators=_indicators(plan, blanks),
    )


def _indicators(plan: ActionPlan, blanks: Blanks) -> list[dict[str, str]]:
    rows = text_rows(plan.indicators, blanks)
    explained = measure_rows([row["measure_id"] for row in rows])
    return [
        row
        | {
            "name": measure.name,
            "definition": measure.definition,
            "formula": measure.formula,
            "direction": measure.direction,
            "unit": unit_of(measure.id),
        }
        for row, measure in zip(rows, explained, strict=True)
    ]
