"""What practices change, as tables that people read: words and units, no bare numbers."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from lapor_lab.practices.practice import Practice
from lapor_lab.practices.saturation import BACKLOG_GROWTH
from lapor_lab.practices.size import SizeName
from lapor_lab.practices.what_if import ALL_PRACTICES
from lapor_lab.schema import (
    Availability,
    format_count,
    format_difference,
    format_estimate,
    format_number,
    format_share,
    label,
)
from lapor_lab.synthetic import InstitutionModel

__all__ = ["format_level", "tabulate_comparison", "tabulate_effects", "tabulate_levers"]

_TENTHS = 10


def tabulate_levers(practice: Practice, institution: InstitutionModel) -> pd.DataFrame:
    """Return what a practice changes at an institution, with the range and the reason.

    Parameters
    ----------
    practice : Practice
        The practice.
    institution : InstitutionModel
        The institution as it is today.

    Returns
    -------
    DataFrame of shape (n_levers, 4)
        Texts: today, with the practice, the range from the least to the most favourable size,
        and the reason; the index names the parameters.
    """

    def level(lever: Any, strength: float, size: SizeName = "standard") -> str:
        return format_level(lever.parameter, lever.level(institution, strength, size))

    rows = {
        label(f"parameter.{lever.parameter}"): {
            label("whatif.today"): level(lever, 0),
            label("plot.changed"): level(lever, 1),
            label("whatif.range"): f"{level(lever, 1, 'low')} … {level(lever, 1, 'high')}",
            label("whatif.reason"): lever.reason,
        }
        for lever in practice.levers
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis(index=label("parameter"))


def tabulate_effects(effects: pd.DataFrame) -> pd.DataFrame:
    """Return the effects of practices as texts.

    Parameters
    ----------
    effects : DataFrame of shape (n_rows, 8)
        As `what_if` gives it for one size.

    Returns
    -------
    DataFrame of shape (n_rows, 3)
        Without, with, and the difference with its interval; the index names the measures.
    """
    rows = {
        label(f"measure.{row['measure']}"): {
            label("plot.base"): _value(row, "base"),
            label("plot.changed"): _value(row, "changed"),
            label("column.difference"): _difference(row),
        }
        for row in effects.to_dict("records")
    }
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis(index=label("column.measure"))


def tabulate_comparison(
    comparison: pd.DataFrame,
    practices: Sequence[Practice],
    measures: Sequence[str] | None = None,
) -> pd.DataFrame:
    """Return the differences of practices as a table practice by measure.

    Parameters
    ----------
    comparison : DataFrame of shape (n_rows, 9)
        As `compare_practices` gives it.
    practices : sequence of Practice
        For their names.
    measures : sequence of str or None, default=None
        Which measures; None for all.

    Returns
    -------
    DataFrame of shape (n_practices + 1, n_measures)
        Differences with their intervals.
    """
    names = {practice.id: practice.name for practice in practices}
    names[ALL_PRACTICES] = label("whatif.all")
    shown = comparison[comparison["measure"].isin(measures)] if measures else comparison
    order = list(measures or dict.fromkeys(shown["measure"]))
    cells = shown.assign(
        practice=shown["practice"].map(names),
        text=[_difference(row) for row in shown.to_dict("records")],
    ).pivot_table(index="practice", columns="measure", values="text", aggfunc="first")
    table = cells.reindex(index=list(names.values()), columns=order).astype(object).fillna("–")
    table.columns = pd.Index([label(f"measure.{measure}") for measure in order])
    return table.rename_axis(index=label("whatif.practice"))


def format_level(parameter: str, level: float) -> str:
    """Write the level of a parameter in its unit.

    Parameters
    ----------
    parameter : str
        Name of a parameter of `InstitutionModel`.
    level : float
        Its level.

    Returns
    -------
    str
        Per cent for shares, whole for reports a year, else up to two digits.

    Examples
    --------
    >>> format_level("misrouted_share", 0.09), format_level("volume_per_year", 2484)
    ('9,0 %', '2.484')
    >>> format_level("read_delay_active_days", 0.525), format_level("absence_days", 4.0)
    ('0,53', '4,0')
    """
    if parameter.endswith(("_share", "_shares")):
        return format_share(level)
    if parameter == "volume_per_year":
        return format_count(level)
    is_round = math.isclose(level * _TENTHS, round(level * _TENTHS))
    return format_number(level, 1 if is_round else 2)


def _value(row: Mapping[Any, Any], name: str) -> str:
    if row["measure"] == BACKLOG_GROWTH:
        return label("whatif.growth", value=format_number(row[name], 2))
    # A world that is not saturated keeps its value beside one that is.
    is_known = math.isfinite(row[name])
    availability = Availability.AVAILABLE.value if is_known else row["availability"]
    return format_estimate(row[name], row["measure"], availability)


def _difference(row: Mapping[Any, Any]) -> str:
    if row["measure"] == BACKLOG_GROWTH:
        return label("whatif.growth", value=f"+{format_number(row['difference'], 2)}")
    if row["availability"] != Availability.AVAILABLE:
        return str(row["availability"])
    return format_difference(row["difference"], row["lower"], row["upper"], row["measure"])
