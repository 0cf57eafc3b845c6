"""Paths, sets, costs and sensitivities as tables that people read."""

import math
from collections.abc import Sequence
from typing import Final

import pandas as pd

from lapor_lab.practices.effect_table import format_level
from lapor_lab.practices.goal import TargetVerdict
from lapor_lab.practices.officer_hours import OfficerHours
from lapor_lab.practices.practice import Practice
from lapor_lab.practices.size import SIZES
from lapor_lab.practices.smallest_set import SmallestSet
from lapor_lab.schema import (
    Availability,
    format_count,
    format_difference,
    format_estimate,
    format_estimate_interval,
    label,
)

__all__ = [
    "describe_smallest",
    "tabulate_hours",
    "tabulate_order",
    "tabulate_sensitivity",
    "tabulate_sets",
]

_NAN: Final = float("nan")


def tabulate_order(path: pd.DataFrame, practices: Sequence[Practice], measure: str) -> pd.DataFrame:
    """Return the path of one measure as texts.

    Parameters
    ----------
    path : DataFrame of shape (n_rows, 14)
        As `adopt_in_order` gives it.
    practices : sequence of Practice
        For their names.
    measure : str
        Which measure.

    Returns
    -------
    DataFrame of shape (n_steps, 4)
        Value after each step, its difference from today, what the step adds, and the hours of
        all up to it; the index names the practices in their order.
    """
    names = {practice.id: practice.name for practice in practices}
    rows = {}
    for row in path[path["measure"] == measure].to_dict("records"):
        is_known = row["availability"] == Availability.AVAILABLE
        is_step_known = row["step_availability"] == Availability.AVAILABLE
        rows[f"{row['step']}. {names[row['practice']]}"] = {
            label("plot.changed"): format_estimate(row["changed"], measure, row["availability"]),
            label("whatif.path"): format_difference(
                row["difference"], row["lower"], row["upper"], measure
            )
            if is_known
            else row["availability"],
            label("whatif.step_effect"): format_difference(
                row["step_difference"], row["step_lower"], row["step_upper"], measure
            )
            if is_step_known
            else row["step_availability"],
            label("whatif.hours"): format_count(round(row["hours"])),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis(index=label("whatif.step"))


def tabulate_sets(found: SmallestSet, practices: Sequence[Practice]) -> pd.DataFrame:
    """Return sets of practices as texts: those that meet the target, then what comes nearest.

    Parameters
    ----------
    found : SmallestSet
        As `smallest_set` gives it.
    practices : sequence of Practice
        For their names.

    Returns
    -------
    DataFrame of shape (n_sets, 3)
        Value with the interval of a year, verdict, and hours; the index names the sets.
    """
    rows = {}
    for row in found.sets.to_dict("records"):
        value = label(f"target.{row['verdict']}")
        if math.isfinite(row["estimate"]):
            ends = format_estimate_interval(row["lower"], row["upper"], found.measure)
            estimate = format_estimate(row["estimate"], found.measure, Availability.AVAILABLE)
            value = f"{estimate} ({ends})"
        rows[_names(row["practices"], practices)] = {
            label("whatif.one_year"): value,
            label("whatif.verdict"): label(f"target.{row['verdict']}"),
            label("whatif.hours"): format_count(round(row["hours"])),
        }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis(index=label("whatif.sets"))


def describe_smallest(found: SmallestSet, practices: Sequence[Practice]) -> tuple[str, ...]:
    """Say which set meets the target, and which does at the lowest cost.

    Parameters
    ----------
    found : SmallestSet
        As `smallest_set` gives it.
    practices : sequence of Practice
        For their names.

    Returns
    -------
    tuple of str
        One or two Indonesian sentences.
    """
    if math.isnan(found.estimate):
        return (label("target.all_saturated"),)
    value, target = (
        format_estimate(each, found.measure, Availability.AVAILABLE)
        for each in (found.estimate, found.target)
    )
    words = {
        "practices": _names(found.practices, practices),
        "value": value,
        "hours": format_count(round(found.hours)),
    }
    if found.verdict not in (TargetVerdict.CONFIDENT, TargetVerdict.ON_AVERAGE):
        return (label("target.none_of_them", **words),)
    measure, verdict = label(f"measure.{found.measure}"), label(f"target.{found.verdict}")
    said = [label("whatif.smallest", measure=measure, target=target, verdict=verdict, **words)]
    if found.cheapest != found.practices:
        said.append(
            label(
                "whatif.cheapest",
                practices=_names(found.cheapest, practices),
                hours=format_count(round(found.cheapest_hours)),
            )
        )
    return tuple(said)


def tabulate_hours(costs: Sequence[OfficerHours], practices: Sequence[Practice]) -> pd.DataFrame:
    """Return what practices cost a year, item by item, as texts.

    Parameters
    ----------
    costs : sequence of OfficerHours
        One a practice.
    practices : sequence of Practice
        For their names.

    Returns
    -------
    DataFrame of shape (n_rows, 4)
        Work, hours, their range and the reason, a total below each; the index names the
        practices.
    """
    rows = []
    for cost in costs:
        items = cost.items.to_dict("records")
        total = {name: cost.hours(name) for name in SIZES}
        words = {"item": label("whatif.total"), "reason": label("whatif.total_reason")}
        for item in (*items, {**total, **words}):
            ends = (format_count(round(item[name])) for name in ("low", "high"))
            rows.append(
                {
                    label("whatif.practice"): _names((cost.practice,), practices),
                    label("column.item"): item["item"],
                    label("whatif.hours"): format_count(round(item["standard"])),
                    label("whatif.range"): " … ".join(ends),
                    label("whatif.reason"): item["reason"],
                }
            )
    return pd.DataFrame(rows).set_index(label("whatif.practice"))


def tabulate_sensitivity(
    table: pd.DataFrame, practices: Sequence[Practice], measure: str, n_rows: int = 10
) -> pd.DataFrame:
    """Return the assumptions on which an effect hangs most, as texts.

    Parameters
    ----------
    table : DataFrame of shape (n_assumptions, 9)
        As `assumption_sensitivity` gives it.
    practices : sequence of Practice
        For their names.
    measure : str
        Which measure.
    n_rows : int, default=10
        How many, the weightiest first.

    Returns
    -------
    DataFrame of shape (n_rows, 4)
        Practice, range of the level, and the effect at both ends; the index names the
        assumptions.
    """
    rows = []
    for row in table.head(n_rows).to_dict("records"):
        levels = [format_level(row["parameter"], row[name]) for name in ("low", "high")]
        rows.append(
            {
                label("parameter"): label(f"parameter.{row['parameter']}"),
                label("whatif.practice"): _names((row["practice"],), practices)
                if row["practice"]
                else label("whatif.of_model"),
                label("whatif.range"): " … ".join(levels),
                **{
                    label(f"whatif.effect_{end}"): _bare_difference(row[f"effect_{end}"], measure)
                    for end in ("low", "high")
                },
            }
        )
    return pd.DataFrame(rows).set_index(label("parameter"))


def _bare_difference(value: float, measure: str) -> str:
    if math.isnan(value):
        return label("target.saturated")
    return format_difference(value, _NAN, _NAN, measure).split(" (")[0]


def _names(ids: Sequence[str], practices: Sequence[Practice]) -> str:
    names = {practice.id: practice.name for practice in practices}
    return " + ".join(names[each] for each in ids) or label("whatif.no_practice")
