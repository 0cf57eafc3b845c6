"""What a plan rests on, in words that are printed with it."""

from lapor_lab.practices.maturity import Assessment, load_guides
from lapor_lab.practices.planning.indicator import PRIORITY_MEASURE, QUARTERS
from lapor_lab.schema import format_share, label

__all__ = ["list_assumptions"]


def list_assumptions(
    assessment: Assessment, *, has_baselines: bool, has_effects: bool, has_officer_hours: bool
) -> tuple[str, ...]:
    """List what a plan rests on.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    has_baselines : bool
        Whether measures were estimated from data.
    has_effects : bool
        Whether practices were simulated.
    has_officer_hours : bool
        Whether hours of a practice were counted for the institution.

    Returns
    -------
    tuple of str
        Indonesian sentences; each assumption bears the word.
    """
    measure = label(f"measure.{PRIORITY_MEASURE}")
    parts = "; ".join(f"{name.upper()} {format_share(part, 0)}" for name, part in QUARTERS.items())
    unanswered = assessment.profile.loc[assessment.profile["level"].isna(), "practice"]
    names = {guide.id: guide.name for guide in load_guides()}
    return (
        label("plan.assumes_role_model"),
        label("plan.assumes_priority" if has_effects else "plan.assumes_order", measure=measure),
        label("plan.assumes_effects" if has_effects else "plan.no_effects"),
        label("plan.assumes_baselines" if has_baselines else "plan.no_baselines"),
        label("plan.assumes_quarters", parts=parts),
        label("plan.assumes_shared_hours" if has_officer_hours else "plan.assumes_hours"),
        label("plan.no_budget"),
        *(label("plan.unanswered", practice=names[practice]) for practice in unanswered),
    )
