"""An assessment as a page that stands alone."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from lapor_lab.plots import plot_association, plot_differences, plot_maturity
from lapor_lab.practices import PRACTICES, describe_association
from lapor_lab.practices.planning.indicator import PRIORITY_MEASURE
from lapor_lab.practices.what_if import ALL_PRACTICES
from lapor_lab.report.assessment_plan_view import activity_rows, effect_rows, indicator_rows
from lapor_lab.report.assessment_report import AssessmentReport
from lapor_lab.report.assessment_view import (
    agreement_rows,
    missing_rows,
    practice_name,
    profile_rows,
    readings,
)
from lapor_lab.report.output import check_kind, write_atomically
from lapor_lab.report.page import render_page, scenario_caption
from lapor_lab.report.picture import Picture, draw_picture
from lapor_lab.schema import Availability, format_count, label

__all__ = ["write_assessment_page"]

# What a page has room for beside each other.
_EFFECTS: Final = (
    PRIORITY_MEASURE,
    "completed_within_limit",
    "first_follow_up_median_days",
    "misrouted_share",
)


def write_assessment_page(
    report: AssessmentReport, path: Path | str, *, files: Sequence[str] = ()
) -> Path:
    """Write an assessment as a page.

    Parameters
    ----------
    report : AssessmentReport
        What was assessed, planned and measured.
    path : Path or str
        Where it should go; must end in ``.html``.
    files : sequence of str, default=()
        Files that lie beside the page, which it links to.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    """
    target = check_kind(path, [".html"])
    association = report.association
    page = render_page(
        "assessment.html.jinja",
        title=label("assessment.name"),
        report=report,
        assessment=report.assessment,
        notices=report.notices,
        is_synthetic=report.is_synthetic,
        readings=readings(report),
        profile=profile_rows(report),
        profile_picture=_maturity(report),
        missing=missing_rows(report),
        agreement=agreement_rows(report),
        disagreements=_named(report.assessment.disagreements.to_dict("records")),
        problems=list(report.assessment.problems["problem"]),
        activities=activity_rows(report),
        indicators=indicator_rows(report),
        effect_measures=_EFFECTS,
        effects=effect_rows(report, _EFFECTS),
        effect_picture=_differences(report),
        association_sentences=() if association is None else describe_association(association),
        association_picture=_association(report),
        parameters=_parameters(report),
        assumptions=() if report.plan is None else report.plan.assumptions,
        files=files,
    )
    write_atomically(target, page)
    return target


def _maturity(report: AssessmentReport) -> Picture:
    profile = report.assessment.profile
    return draw_picture(
        lambda ax: plot_maturity(
            profile, names=_practice_names(), ax=ax, is_example=report.assessment.is_example
        ),
        width_inches=9,
        height_inches=2.0 + 0.75 * len(profile),
        alt=label("assessment.alt_maturity"),
    )


def _differences(report: AssessmentReport) -> Picture | None:
    effects = report.effects
    if effects is None:
        return None
    is_drawn = effects["measure"].eq(PRIORITY_MEASURE)
    if not effects.loc[is_drawn, "availability"].eq(Availability.AVAILABLE).any():
        return None
    return draw_picture(
        lambda ax: plot_differences(
            effects,
            PRIORITY_MEASURE,
            names=_practice_names(),
            ax=ax,
            is_synthetic=report.calibration is None or report.is_synthetic,
            caption=scenario_caption(report.provenance),
        ),
        width_inches=9,
        height_inches=1.8 + 0.45 * int(is_drawn.sum()),
        alt=label("assessment.alt_differences", measure=label(f"measure.{PRIORITY_MEASURE}")),
    )


def _association(report: AssessmentReport) -> Picture | None:
    found = report.association
    if found is None:
        return None
    shrunken = found.leave_one_out[found.leave_one_out["outcome"] == "shrunken"]
    # Sentences come for adjusted and then for shrunken outcomes; drawn are the shrunken.
    text = describe_association(found)[1]
    return draw_picture(
        lambda ax: plot_association(
            found.points,
            found.measure,
            text=text,
            named=list(shrunken.loc[shrunken["moves_most"], "institution"]),
            ax=ax,
            is_synthetic=found.is_synthetic,
            caption=scenario_caption(report.provenance),
        ),
        width_inches=9,
        height_inches=5,
        alt=label("assessment.alt_association", n=format_count(len(found.points)), text=text),
    )


def _parameters(report: AssessmentReport) -> list[dict[str, object]]:
    if report.calibration is None:
        return []
    rows = report.calibration.parameters.to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


def _named(rows: Sequence[object]) -> list[dict[str, object]]:
    return [
        {**row, "practice": practice_name(row["practice"])} for row in rows if isinstance(row, dict)
    ]


def _practice_names() -> dict[str, str]:
    return {name: practice_name(name) for name in (*(p.id for p in PRACTICES), ALL_PRACTICES)}
