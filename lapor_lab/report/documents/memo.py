"""The one-page memo that asks for three decisions."""

from pathlib import Path
from typing import Final

from lapor_lab.practices.maturity import Assessment
from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.documents.assessment_context import assessment_context, draft_notices
from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.draft import Draft, write_draft
from lapor_lab.report.documents.sentences import list_names

__all__ = ["write_memo"]

_N_FIRST: Final = 3
_MAX_LETTERS: Final = 80
# Team decree, circular, juknis, plan, matrix, indicators.
_N_ATTACHMENTS: Final = 6


def write_memo(assessment: Assessment, plan: ActionPlan, path: Path | str) -> Path:
    """Write a memo of one page with the three decisions that are asked for.

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
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    first = plan.activities.head(_N_FIRST)
    blanks = Blanks()
    return write_draft(
        Draft(
            template="memo",
            title="Nota Dinas Pengelolaan SP4N-LAPOR!",
            is_one_page=True,
            notices=draft_notices(assessment, plan),
        ),
        path,
        blanks,
        **assessment_context(assessment, plan, blanks),
        n_attachments=_N_ATTACHMENTS,
        first_rows=list_names([_shortened(str(activity)) for activity in first["activity"]]),
    )


def _shortened(text: str) -> str:
    """Keep the memo on its page whatever the plan says."""
    words = text.partition(" (")[0].strip().rstrip(".")
    lowered = words[:1].lower() + words[1:] if words[1:2].islower() else words
    if len(lowered) <= _MAX_LETTERS:
        return lowered
    return lowered[:_MAX_LETTERS].rsplit(" ", 1)[0] + " …"
