"""Indicators for the performance agreement."""

from pathlib import Path
from typing import Final

from lapor_lab.report.documents.assessment_context import assessment_context, example_notices
from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.draft import Draft, write_draft
from lapor_lab.report.documents.inputs import ActionPlan, Assessment
from lapor_lab.report.documents.measure_rows import measure_rows
from lapor_lab.report.documents.plan_rows import QUARTERS, text_rows
from lapor_lab.report.documents.sentences import is_given, unit_of

__all__ = ["write_indicator_text"]

# Where a plan names no measure: what every institution is asked for.
_USUAL: Final = ("first_followed_up_within_limit", "completed_within_limit", "followed_up_share")
_DASH: Final = "–"


def write_indicator_text(assessment: Assessment, plan: ActionPlan, path: Path | str) -> Path:
    """Write the text of the indicators for the performance agreement.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    plan : ActionPlan
        As `action_plan` gives; each measure that it names is an indicator once, by the row of
        the highest priority.
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
            notices=example_notices(assessment),
        ),
        path,
        blanks,
        **assessment_context(assessment, plan),
        indicators=_indicators(plan, blanks),
    )


def _indicators(plan: ActionPlan, blanks: Blanks) -> list[dict[str, str]]:
    measured = plan.rows[[is_given(measure) for measure in plan.rows["measure"]]]
    first = measured.sort_values("priority", kind="stable").drop_duplicates("measure")
    rows = text_rows(first, blanks) or [_unplanned(measure, blanks) for measure in _USUAL]
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


def _unplanned(measure: str, blanks: Blanks) -> dict[str, str]:
    target = blanks.mark("target indikator")
    return {
        "measure_id": measure,
        "baseline": _DASH,
        "baseline_interval": _DASH,
        "target": target,
        "target_interval": _DASH,
        **dict.fromkeys(QUARTERS, target),
        "responsible": blanks.mark("penanggung jawab indikator"),
        "evidence": blanks.mark("data dukung indikator"),
    }
