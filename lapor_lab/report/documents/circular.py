"""The circular that goes ahead of the juknis."""

from pathlib import Path

from lapor_lab.calendar import Limits, load_limits
from lapor_lab.practices.maturity import Assessment
from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.documents.assessment_context import assessment_context, draft_notices
from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.draft import Draft, write_draft
from lapor_lab.report.documents.limit_rows import completion_text, latest_limits

__all__ = ["write_circular"]


def write_circular(
    assessment: Assessment, plan: ActionPlan, path: Path | str, *, limits: Limits | None = None
) -> Path:
    """Write a draft circular to the heads of all units.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    plan : ActionPlan
        As `action_plan` gives.
    path : Path or str
        Where it should go; must end in ``.docx``.
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
    in_force = latest_limits(limits or load_limits())
    is_unverified = any(row.diperiksa_pada is None for row in in_force)
    blanks = Blanks()
    return write_draft(
        Draft(
            template="circular",
            title="Surat Edaran Pengelolaan SP4N-LAPOR!",
            notices=draft_notices(assessment, plan),
        ),
        path,
        blanks,
        **assessment_context(assessment, plan, blanks),
        limit_days={row.stage: row.days for row in in_force if not row.report_class},
        completion_text=completion_text(in_force),
        is_unverified=is_unverified,
    )
