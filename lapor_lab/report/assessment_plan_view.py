"""What the page of an assessment shows of the plan: activities, indicators, effects."""

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from lapor_lab.practices import PRACTICES, find_practice
from lapor_lab.practices.planning import QUARTERS
from lapor_lab.practices.what_if import ALL_PRACTICES
from lapor_lab.report.assessment_report import AssessmentReport
from lapor_lab.report.assessment_view import format_score, practice_name
from lapor_lab.report.plan_numbers import format_level
from lapor_lab.schema import (
    Availability,
    format_count,
    format_difference,
    format_estimate,
    format_estimate_interval,
    label,
)

__all__ = ["activity_rows", "effect_rows", "indicator_rows"]

Row = dict[str, Any]


def activity_rows(report: AssessmentReport) -> list[Row]:
    """Write the activities in the order of their priority.

    Parameters
    ----------
    report : AssessmentReport
        With or without a plan.

    Returns
    -------
    list of dict
        A row an activity.
    """
    if report.plan is None:
        return []
    return [
        {
            "priority": format_count(row["priority"]),
            "places": _places(row["rank_low"], row["rank_high"]),
            "practice": find_practice(row["practice"]).name,
            "activity": row["activity"],
            "output": row["output"],
            "responsible": row["responsible"],
            "evidence": row["evidence"],
            **{name: row[name] for name in QUARTERS},
            "gap": format_level(row["gap"]),
            "effect": _change(row["effect"], row["effect_lower"], row["effect_upper"], row),
            "hours": format_count(row["effort_hours"]),
            "score": format_score(row["score"]),
        }
        for row in report.plan.activities.to_dict("records")
    ]


def indicator_rows(report: AssessmentReport) -> list[Row]:
    """Write the measures of the plan: baseline, target, and each quarter.

    Parameters
    ----------
    report : AssessmentReport
        With or without a plan.

    Returns
    -------
    list of dict
        A row a measure; what is not known is said in words.
    """
    if report.plan is None:
        return []
    return [
        {
            "name": label(f"measure.{row['measure']}"),
            **{name: _value(row, name) for name in ("baseline", "target")},
            **{
                f"{name}_interval": format_estimate_interval(
                    row[f"{name}_lower"], row[f"{name}_upper"], row["measure"]
                )
                for name in ("baseline", "target")
            },
            **{name: _quarter(row[name], row["measure"]) for name in QUARTERS},
        }
        for row in report.plan.indicators.to_dict("records")
    ]


def effect_rows(report: AssessmentReport, measures: tuple[str, ...]) -> list[Row]:
    """Write what each practice changes in the simulation.

    Parameters
    ----------
    report : AssessmentReport
        With or without effects.
    measures : tuple of str
        A column each.

    Returns
    -------
    list of dict
        A row a practice and one for all, with a text a measure.
    """
    if report.effects is None:
        return []
    found = {(row["practice"], row["measure"]): row for row in report.effects.to_dict("records")}
    return [
        {
            "practice": practice_name(practice),
            "cells": [_effect(found.get((practice, measure))) for measure in measures],
        }
        for practice in (*(each.id for each in PRACTICES), ALL_PRACTICES)
    ]


def _value(row: Mapping[Any, Any], name: str) -> str:
    if not math.isfinite(row[name]):
        return Availability.NOT_AVAILABLE.value
    return format_estimate(row[name], row["measure"], Availability.AVAILABLE)


def _quarter(value: object, measure: str) -> str:
    if isinstance(value, float):
        return format_estimate(value, measure, Availability.AVAILABLE)
    return str(value)


def _change(value: float, lower: float, upper: float, row: Mapping[Any, Any]) -> str:
    if not math.isfinite(value):
        return Availability.NOT_AVAILABLE.value
    return format_difference(value, lower, upper, row["measure"])


def _effect(row: Mapping[Any, Any] | None) -> str:
    if row is None:
        return "–"
    if row["availability"] != Availability.AVAILABLE or pd.isna(row["difference"]):
        return str(row["availability"])
    return format_difference(row["difference"], row["lower"], row["upper"], row["measure"])


def _places(low: float, high: float) -> str:
    if not math.isfinite(low):
        return "–"
    return "–".join(dict.fromkeys(format_count(place) for place in (low, high)))
