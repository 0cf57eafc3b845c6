"""The juknis: a draft decree with the procedure as its annex."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lapor_lab.calendar import Limits, load_limits
from lapor_lab.practices.maturity import Assessment
from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.documents.assessment_context import assessment_context, draft_notices
from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.draft import Draft, write_draft
from lapor_lab.report.documents.limit_rows import latest_limits, limit_rows
from lapor_lab.report.documents.measure_rows import measure_rows
from lapor_lab.report.documents.replies import default_topics, replies_of
from lapor_lab.report.documents.sentences import list_names
from lapor_lab.schema import ArchiveReason

__all__ = ["FIRST_STEPS", "FirstStep", "write_juknis"]


@dataclass(frozen=True, kw_only=True)
class FirstStep:
    """A part of the time until the first follow-up.

    Parameters
    ----------
    activity : str
        What is done.
    days : int
        Working days that are proposed: an assumption.
    """

    activity: str
    days: int


# Five days in all: together they must fit into the limit of the first follow-up.
FIRST_STEPS: Final = (
    FirstStep(activity="disposisi oleh admin instansi", days=1),
    FirstStep(activity="pemeriksaan dan penyusunan jawaban oleh unit", days=2),
    FirstStep(activity="persetujuan pimpinan unit", days=1),
    FirstStep(activity="pemeriksaan mutu dan pengiriman oleh admin instansi", days=1),
)


def write_juknis(
    assessment: Assessment,
    plan: ActionPlan,
    path: Path | str,
    *,
    limits: Limits | None = None,
    topics: Sequence[str] | None = None,
) -> Path:
    """Write a draft decree with the juknis as its annex.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    plan : ActionPlan
        As `action_plan` gives.
    path : Path or str
        Where it should go; must end in ``.docx``.
    limits : Limits or None, default=None
        Legal limits; the kit's own by default. Those in force since the last change are named.
    topics : sequence of str or None, default=None
        Main topics for which answers are shown, for example those most reported; by default
        those that an institution like it is asked about.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    UnknownNameError
        If a topic has no answer that ships.
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    in_force = latest_limits(limits or load_limits())
    chosen = default_topics(assessment.institution) if topics is None else topics
    blanks = Blanks()
    return write_draft(
        Draft(
            template="juknis",
            title="Petunjuk Teknis Pengelolaan SP4N-LAPOR!",
            notices=draft_notices(assessment, plan),
        ),
        path,
        blanks,
        **assessment_context(assessment, plan, blanks),
        limits=limit_rows(in_force),
        has_unverified_limits=any(row.diperiksa_pada is None for row in in_force),
        first_steps=FIRST_STEPS,
        archive_reasons=list_names(
            [r.value.lower() for r in ArchiveReason if r is not ArchiveReason.NOT_OUR_AUTHORITY]
        ),
        measures=measure_rows(),
        replies=replies_of(chosen),
    )
