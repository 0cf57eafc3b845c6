"""The action plan as a document."""

from pathlib import Path

from lapor_lab.practices.maturity import Assessment
from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.documents.assessment_context import assessment_context, draft_notices
from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.draft import Draft, write_draft
from lapor_lab.report.documents.plan_rows import text_rows

__all__ = ["write_action_plan"]


def write_action_plan(assessment: Assessment, plan: ActionPlan, path: Path | str) -> Path:
    """Write the action plan as a document that lies on its side.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    plan : ActionPlan
        As `action_plan` gives.
    path : Path or str
        Where it should go; must end in ``.docx``.

    Returns
    -------
    Path
        The file, whole; its numbers stand in the workbook of `write_action_matrix` too.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    blanks = Blanks()
    return write_draft(
        Draft(
            template="action_plan",
            title=f"Rencana Aksi SP4N-LAPOR! {plan.year}",
            notices=draft_notices(assessment, plan),
            is_landscape=True,
        ),
        path,
        blanks,
        **assessment_context(assessment, plan, blanks),
        rows=text_rows(plan.activities, blanks),
        indicators=text_rows(plan.indicators, blanks),
        assumptions=[str(assumption) for assumption in plan.assumptions],
    )
