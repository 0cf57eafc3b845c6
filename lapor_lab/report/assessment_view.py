"""What the page of an assessment shows: rows of text, most important first."""

import math
from typing import Any, Final

from lapor_lab.practices import find_practice
from lapor_lab.practices.maturity import load_guides
from lapor_lab.practices.planning import find_missing_items, gap_table
from lapor_lab.practices.what_if import ALL_PRACTICES
from lapor_lab.report.assessment_report import AssessmentReport
from lapor_lab.report.plan_numbers import format_level
from lapor_lab.schema import format_count, format_number, label

__all__ = [
    "agreement_rows",
    "format_score",
    "missing_rows",
    "practice_name",
    "profile_rows",
    "readings",
]

Row = dict[str, Any]
_MISSING: Final = "–"
_N_FIRST: Final = 3


def profile_rows(report: AssessmentReport) -> list[Row]:
    """Write the levels of each practice.

    Parameters
    ----------
    report : AssessmentReport
        What was assessed.

    Returns
    -------
    list of dict
        A row a practice: its name, levels as text, the gap, and the descriptor of its level.
    """
    gaps = gap_table(report.assessment).set_index("practice")["gap"]
    guides = {guide.id: guide for guide in load_guides()}
    rows = []
    for row in report.assessment.profile.to_dict("records"):
        guide = guides[row["practice"]]
        level = float(row["level"])
        names = ("level", "own_level", "inherited_level", "role_model", "peers", "previous")
        rows.append(
            {
                "practice": guide.name,
                **{name: format_level(float(row[name])) for name in names},
                "gap": format_level(float(gaps[guide.id])),
                "is_answered": math.isfinite(level),
                "descriptor": guide.levels[int(level)] if math.isfinite(level) else "",
                "basis": row["role_model_basis"],
            }
        )
    return rows


def missing_rows(report: AssessmentReport) -> list[Row]:
    """Write the items that are lacking up to the level aimed at.

    Parameters
    ----------
    report : AssessmentReport
        What was assessed.

    Returns
    -------
    list of dict
        A row an item: practice, question, level, who lacks it.
    """
    questions = {item.id: item for guide in load_guides() for item in guide.items}
    rows = []
    for row in find_missing_items(report.assessment).to_dict("records"):
        item = questions[row["item"]]
        counts = {name: format_count(row[name]) for name in ("n_lacking", "n_asked")}
        who = label("assessment.whole") if item.scope == "instansi" else ""
        rows.append(
            {
                "practice": find_practice(row["practice"]).name,
                "question": item.question,
                "level": row["level"],
                "evidence": item.evidence,
                "who": who or label("assessment.units", **counts),
                "n_inherited": row["n_inherited"],
                "n_unanswered": row["n_unanswered"],
            }
        )
    return rows


def agreement_rows(report: AssessmentReport) -> list[Row]:
    """Write how far the raters agree, where there are two.

    Parameters
    ----------
    report : AssessmentReport
        What was assessed.

    Returns
    -------
    list of dict
        A row a practice and one for all; none where one person rated.
    """
    rows = [row for row in report.assessment.agreement.to_dict("records") if row["n"]]
    return [
        {
            "practice": practice_name(row["practice"]),
            "n": row["n"],
            "observed": row["observed_share"],
            "kappa": format_score(row["kappa"]),
            "interval": _interval(row["lower"], row["upper"]),
        }
        for row in rows
    ]


def readings(report: AssessmentReport) -> list[str]:
    """Say in a few sentences what the page shows.

    Parameters
    ----------
    report : AssessmentReport
        What was assessed and planned.

    Returns
    -------
    list of str
        Indonesian sentences.
    """
    gaps = gap_table(report.assessment).dropna(subset=["gap"])
    widest = gaps[gaps["gap"].eq(gaps["gap"].max()) & gaps["gap"].gt(0)]
    told = []
    if len(widest):
        names = ", ".join(find_practice(name).name.lower() for name in widest["practice"])
        gap = format_level(float(widest["gap"].iloc[0]))
        told.append(label("assessment.widest", practices=names, gap=gap))
    elif len(gaps):
        told.append(label("assessment.no_gap"))
    unanswered = report.assessment.profile.loc[report.assessment.profile["level"].isna()]
    if len(unanswered):
        names = ", ".join(find_practice(name).name.lower() for name in unanswered["practice"])
        told.append(label("assessment.unanswered", practices=names))
    missing = find_missing_items(report.assessment)
    told.append(label("assessment.missing", n=format_count(len(missing))))
    if report.plan is not None and len(report.plan.activities):
        first = report.plan.activities["activity"].head(_N_FIRST)
        told.append(label("assessment.first", activities="; ".join(first)))
    return told


def practice_name(name: str) -> str:
    """Return what a practice is called.

    Parameters
    ----------
    name : str
        Its identifier, or "semua".

    Returns
    -------
    str
        Its name.

    Examples
    --------
    >>> practice_name("semua")
    'Semua praktik'
    """
    return label("assessment.all_practices") if name == ALL_PRACTICES else find_practice(name).name


def format_score(value: float) -> str:
    """Write a number with two digits and a minus sign.

    Parameters
    ----------
    value : float
        A number; NaN is a dash.

    Returns
    -------
    str
        The number as text.

    Examples
    --------
    >>> format_score(-0.5)
    '−0,50'
    """
    return format_number(float(value), 2).replace("-", "−")


def _interval(lower: float, upper: float) -> str:
    if not (math.isfinite(lower) and math.isfinite(upper)):
        return _MISSING
    return f"{format_score(lower)} sampai {format_score(upper)}"
