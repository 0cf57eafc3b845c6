"""The tables of an assessment, numbers as numbers and columns by their Indonesian names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from lapor_lab.practices.planning import QUARTERS
from lapor_lab.report.assessment_report import AssessmentReport
from lapor_lab.report.assessment_view import practice_name
from lapor_lab.report.plan_numbers import in_per_cent, unit_of
from lapor_lab.schema import label

__all__ = ["AssessmentTable", "assessment_tables"]

_COUNTS: Final = frozenset(
    {"n_items", "n_met", "n_unanswered", "n_units", "n_assessed", "n", "n_peers", "n_pairs"}
    | {
        "priority",
        "rank_low",
        "rank_high",
        "effort_hours",
        "denominator",
        "numerator",
        "n_unknown",
        "item_level",
    }
)
_TEXT: Final = frozenset(
    {"practice", "unit", "group", "item", "question", "answer_1", "answer_2", "evidence", "note"}
    | {"remark", "sheet", "cell", "problem", "measure", "availability", "role_model_basis"}
    | {"activity", "output", "indicator", "responsible", "budget", "items", "effort_reason"}
    | {"q1", "q2", "q3", "q4", "assumption", "institution", "outcome", "parameter", "basis"}
    | {"reason", "in_unit", "weighting", "is_met", "is_decisive", "is_associated", "moves_most"}
)
_OF_ACTIVITIES: Final = (
    *("items", "n_units", "effort_hours", "effort_reason", "gap"),
    *("score", "priority", "rank_low", "rank_high"),
)
_LEVELS: Final = frozenset(
    {"level", "own_level", "inherited_level", "role_model", "peers", "previous", "gap"}
    | {"claimed_1", "claimed_2", "lowest", "highest"}
)
_DATES: Final = frozenset({"previous_on"})
_OF_PLAN: Final = (
    *(
        f"{name}{end}"
        for name in ("baseline", "target", "effect")
        for end in ("", "_lower", "_upper")
    ),
    *QUARTERS,
)
_OF_EFFECTS: Final = ("base", "changed", "difference", "lower", "upper")


@dataclass(frozen=True, kw_only=True)
class AssessmentTable:
    """One table, ready for a sheet.

    Parameters
    ----------
    id : str
        Identifier; its name and title are labels.
    frame : DataFrame of shape (n_rows, n_columns)
        Columns by their Indonesian names.
    formats : mapping of str to str, default={}
        Kind of number by column.
    """

    id: str
    frame: pd.DataFrame
    formats: Mapping[str, str] = field(default_factory=dict)


def assessment_tables(report: AssessmentReport) -> tuple[AssessmentTable, ...]:
    """Put the tables of an assessment together.

    Parameters
    ----------
    report : AssessmentReport
        What was assessed, planned and measured.

    Returns
    -------
    tuple of AssessmentTable
        Those that hold a row.
    """
    found = report.assessment
    frames = {
        "profile": found.profile[
            [*found.profile.columns.drop("role_model_basis"), "role_model_basis"]
        ],
        "levels": found.levels,
        "groups": found.groups,
        "items": found.items,
        "agreement": found.agreement,
        "disagreements": found.disagreements,
        "problems": found.problems,
    }
    if report.plan is not None:
        is_activity = report.plan.rows["kind"] == "kegiatan"
        rows = _in_units(report.plan.rows.drop(columns="kind"), _OF_PLAN)
        frames["activities"] = rows[is_activity].sort_values("priority", kind="stable")
        watched = rows[~is_activity].drop(columns=["items", "n_units", "effort_hours"])
        frames["indicators"] = watched.drop(
            columns=["effort_reason", "score", "priority", "rank_low", "rank_high", "gap"]
        )
        frames["assumptions"] = pd.DataFrame({"assumption": list(report.plan.assumptions)})
    if report.effects is not None:
        frames["effects"] = _in_units(report.effects, _OF_EFFECTS)
    if report.association is not None:
        frames["association"] = report.association.table
        frames["leave_one_out"] = report.association.leave_one_out
        frames["points"] = report.association.points
    if report.calibration is not None:
        frames["calibration"] = report.calibration.parameters
    return tuple(_named(name, frame) for name, frame in frames.items() if len(frame))


def _in_units(frame: pd.DataFrame, names: tuple[str, ...]) -> pd.DataFrame:
    """Write shares in per cent, with a column that says the unit of each row's numbers."""
    unit = [unit_of(measure) for measure in frame["measure"]]
    return in_per_cent(frame, names).assign(in_unit=unit)


def _named(table_id: str, frame: pd.DataFrame) -> AssessmentTable:
    shown = frame.copy()
    if "practice" in shown:
        shown["practice"] = [practice_name(name) for name in shown["practice"]]
    if "measure" in shown:
        shown["measure"] = [label(f"measure.{name}") for name in shown["measure"]]
    if "outcome" in shown:
        shown["outcome"] = [label(f"association.{name}") for name in shown["outcome"]]
    names = {name: label(f"assessment.column.{name}") for name in map(str, shown.columns)}
    return AssessmentTable(
        id=table_id,
        frame=shown.rename(columns=names),
        formats={names[name]: _kind(name, frame[name]) for name in names},
    )


def _kind(name: str, values: pd.Series) -> str:
    if name in _TEXT:
        return "text"
    if name in _DATES:
        return "date"
    # A level is whole, but for a mean of several.
    is_whole = name in _LEVELS and bool((values.dropna() % 1 == 0).all())
    return "count" if name in _COUNTS or is_whole else "number"
