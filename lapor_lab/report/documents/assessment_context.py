"""What all drafts of an assessment say: the institution, its levels, the rules, the notices."""

from typing import Any

from lapor_lab.practices.maturity import Assessment
from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.documents.assessment_facts import read_assessment
from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.rules import cite, load_rules
from lapor_lab.schema import label

__all__ = ["assessment_context", "draft_notices"]


def assessment_context(assessment: Assessment, plan: ActionPlan, blanks: Blanks) -> dict[str, Any]:
    """Gather what the templates of an assessment are filled with.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    plan : ActionPlan
        As `action_plan` gives.
    blanks : Blanks
        Takes what the form does not tell.

    Returns
    -------
    dict of str to object
        Values by name.
    """
    facts = read_assessment(assessment)
    rules = load_rules()
    return {
        **{name: getattr(facts, name) for name in type(facts).__dataclass_fields__},
        "assessed_on": facts.assessed_on or blanks.mark("tanggal penilaian mandiri"),
        "cite": cite,
        "rules": {
            scope: [rule for rule in rules if rule.scope == scope]
            for scope in ("base", "performance")
        },
        "year": plan.year,
        "has_effects": bool(plan.rows["effect"].notna().any()),
    }


def draft_notices(assessment: Assessment, plan: ActionPlan) -> tuple[str, ...]:
    """Return what a draft must say of made-up data and of an invented assessment.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    plan : ActionPlan
        As `action_plan` gives.

    Returns
    -------
    tuple of str
        Notices; none where both are real.
    """
    keys = ["notice.synthetic"] if plan.is_synthetic else []
    if assessment.is_example:
        keys += ["document.example", "notice.case_study"]
    return tuple(label(key) for key in keys)
