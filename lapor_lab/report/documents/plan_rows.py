"""Rows of an action plan: as text for a document, as numbers for a workbook."""

from typing import Any, Final

import pandas as pd

from lapor_lab.practices import find_practice
from lapor_lab.practices.planning import QUARTERS
from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.plan_numbers import format_level, in_per_cent, is_given, unit_of
from lapor_lab.schema import (
    Availability,
    format_count,
    format_difference,
    format_estimate,
    format_estimate_interval,
    format_number,
    label,
)

__all__ = ["number_rows", "text_rows"]

_DASH: Final = "–"
_WRITTEN_BY_OTHERS: Final = {
    "activity": "kegiatan dalam matriks",
    "output": "output dalam matriks",
    "indicator": "indikator dalam matriks",
    "responsible": "penanggung jawab setiap kegiatan",
    "evidence": "data dukung setiap kegiatan",
    "budget": "anggaran setiap kegiatan",
}
_VALUES: Final = (
    *(f"{name}{end}" for name in ("baseline", "target") for end in ("", "_lower", "_upper")),
    "effect",
    "effect_lower",
    "effect_upper",
)


def text_rows(rows: pd.DataFrame, blanks: Blanks) -> list[dict[str, str]]:
    """Write the rows of a plan as text.

    Parameters
    ----------
    rows : DataFrame of shape (n_rows, 28)
        As an `ActionPlan` holds them.
    blanks : Blanks
        Takes the blanks that rows hold, and cells that nobody has filled.

    Returns
    -------
    list of dict of str to str
        Rows in the plan's order; what is not known is a dash.
    """
    return [_text_row(row, blanks) for row in rows.to_dict("records")]


def _text_row(row: dict[Any, Any], blanks: Blanks) -> dict[str, str]:
    measure = str(row["measure"]) if is_given(row["measure"]) else ""
    written = {
        name: blanks.name_within(str(row[name]) if is_given(row[name]) else "", what)
        for name, what in _WRITTEN_BY_OTHERS.items()
    }
    return {
        **written,
        "practice": find_practice(str(row["practice"])).name,
        # Behind a bracket the plan counts the units that an activity is for.
        "activity_name": written["activity"].partition(" (")[0],
        "measure_id": measure,
        "measure": label(f"measure.{measure}") if measure else _DASH,
        "baseline": _value(row["baseline"], measure),
        "baseline_interval": _interval(row, "baseline", measure),
        "target": _value(row["target"], measure),
        "target_interval": _interval(row, "target", measure),
        **{name: _quarter(row[name], measure, blanks) for name in QUARTERS},
        "gap": format_level(float(row["gap"])),
        "effect": _effect(row, measure),
        "effort_hours": format_count(float(row["effort_hours"])),
        "score": format_number(float(row["score"]), 2),
        "priority": format_count(float(row["priority"])),
    }


def number_rows(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the rows of a plan with numbers as numbers, shares in per cent.

    Parameters
    ----------
    rows : DataFrame of shape (n_rows, 28)
        As an `ActionPlan` holds them.

    Returns
    -------
    DataFrame of shape (n_rows, 29)
        The same columns, practice and measure by name, with `unit`: the unit of each row's
        numbers.
    """
    measures = [str(m) if is_given(m) else "" for m in rows["measure"]]
    table = in_per_cent(rows.reset_index(drop=True), (*_VALUES, *QUARTERS))
    return table.assign(
        practice=[find_practice(str(practice)).name for practice in table["practice"]],
        measure=[label(f"measure.{m}") if m else "" for m in measures],
        unit=[unit_of(m) for m in measures],
    )


def _value(value: float, measure: str) -> str:
    if not is_given(value):
        return _DASH
    if not measure:
        return format_level(float(value))
    return format_estimate(float(value), measure, Availability.AVAILABLE)


def _interval(row: dict[Any, Any], name: str, measure: str) -> str:
    lower, upper = row[f"{name}_lower"], row[f"{name}_upper"]
    if not (is_given(lower) and is_given(upper)):
        return _DASH
    return format_estimate_interval(float(lower), float(upper), measure or "level_days")


def _quarter(value: Any, measure: str, blanks: Blanks) -> str:
    if isinstance(value, str):
        return blanks.name_within(value, "target per triwulan")
    return _value(value, measure)


def _effect(row: dict[Any, Any], measure: str) -> str:
    if not (measure and is_given(row["effect"])):
        return "belum dihitung"
    effect, ends = float(row["effect"]), (row["effect_lower"], row["effect_upper"])
    if all(map(is_given, ends)):
        return format_difference(effect, float(ends[0]), float(ends[1]), measure)
    alone = format_difference(effect, effect, effect, measure)
    return f"{alone.partition(' (')[0]} (selang belum dihitung)"
