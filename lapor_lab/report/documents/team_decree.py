"""The decree that appoints the team."""

from pathlib import Path

from lapor_lab.practices.maturity import Assessment
from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.documents.assessment_context import assessment_context, draft_notices
from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.draft import Draft, write_draft

__all__ = ["write_team_decree"]


def write_team_decree(assessment: Assessment, plan: ActionPlan, path: Path | str) -> Path:
    """Write a draft decree that appoints the team and its liaison officers.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives; its units are listed.
    plan : ActionPlan
        As `action_plan` gives; its year is the team's.
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
            template="team_decree",
            title="Tim Pengelola SP4N-LAPOR!",
            notices=draft_notices(assessment, plan),
        ),
        path,
        blanks,
        **assessment_context(assessment, plan, blanks),
    )
