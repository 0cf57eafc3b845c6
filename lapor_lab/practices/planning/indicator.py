"""Measures as indicators of a plan: where they are, where they should go, and by which quarter."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from lapor_lab.metrics import MEASURES
from lapor_lab.metrics.catalogue import COMPARED_MEASURES
from lapor_lab.practices.planning.target import UNKNOWN, Target, project_target
from lapor_lab.practices.what_if import ALL_PRACTICES
from lapor_lab.schema import Availability, label

__all__ = [
    "INDICATORS",
    "PRIORITY_MEASURE",
    "QUARTERS",
    "find_baseline",
    "find_effect",
    "find_target",
    "indicator_rows",
    "is_lower_wanted",
]

# All five practices should move it, so that it can weigh them against each other.
PRIORITY_MEASURE: Final = "first_followed_up_within_limit"
# Speed never stands alone: what goes astray and what reporters say of it stand beside.
INDICATORS: Final = (
    PRIORITY_MEASURE,
    "completed_within_limit",
    "first_follow_up_median_days",
    "misrouted_share",
    "mean_rating",
)
# Part of the way that is behind at the end of each quarter: rules first, effects later. Assumed.
QUARTERS: Final = {"q1": 0.1, "q2": 0.4, "q3": 0.7, "q4": 1.0}
_PRACTICE: Final = "target-kinerja"
_BLANK: Final = "[…]"


def indicator_rows(
    baselines: pd.DataFrame | None,
    effects: pd.DataFrame | None,
    measures: Sequence[str] = INDICATORS,
) -> list[dict[str, object]]:
    """Make a row of the plan for each measure that is watched.

    Parameters
    ----------
    baselines : DataFrame of shape (n_measures, 9) or None
        Estimates of the institution; None where nothing was measured.
    effects : DataFrame of shape (n_rows, 9) or None
        As `compare_practices` gives.
    measures : sequence of str, default=INDICATORS
        Identifiers of the measures.

    Returns
    -------
    list of dict of str to object
        Rows with `measure`, baseline and target with their intervals and numbers for each
        quarter; where there is no target, the first quarter is for measuring.
    """
    return [_row(measure, baselines, effects) for measure in measures]


def find_baseline(baselines: pd.DataFrame | None, measure: str) -> Target:
    """Return the measured value of a measure.

    Parameters
    ----------
    baselines : DataFrame of shape (n_measures, 9) or None
        Estimates of the institution.
    measure : str
        Identifier of the measure.

    Returns
    -------
    Target
        NaN where it was not measured, or is not available.
    """
    if baselines is None:
        return UNKNOWN
    row = baselines[baselines["measure"] == measure]
    if row.empty or row["availability"].iloc[0] != Availability.AVAILABLE:
        return UNKNOWN
    value, lower, upper = (float(row[name].iloc[0]) for name in ("estimate", "lower", "upper"))
    return Target(value=value, lower=lower, upper=upper)


def find_effect(effects: pd.DataFrame | None, practice: str, measure: str) -> Target:
    """Return the simulated change of a measure by a practice.

    Parameters
    ----------
    effects : DataFrame of shape (n_rows, 9) or None
        As `compare_practices` gives.
    practice : str
        Identifier of the practice, or "semua".
    measure : str
        Identifier of the measure.

    Returns
    -------
    Target
        NaN where it was not simulated, or has no steady value.
    """
    row = _effect_row(effects, practice, measure)
    if row is None:
        return UNKNOWN
    value, lower, upper = (float(row[name]) for name in ("difference", "lower", "upper"))
    return Target(value=value, lower=lower, upper=upper)


def find_target(
    baselines: pd.DataFrame | None, effects: pd.DataFrame | None, measure: str
) -> Target:
    """Return where a measure would go if all practices of the plan are adopted.

    Parameters
    ----------
    baselines : DataFrame of shape (n_measures, 9) or None
        Estimates of the institution.
    effects : DataFrame of shape (n_rows, 9) or None
        As `compare_practices` gives.
    measure : str
        Identifier of the measure.

    Returns
    -------
    Target
        The baseline itself where the simulation moves it away from what is wanted: nobody
        plans to become worse. NaN where baseline or effect is not known.
    """
    baseline = find_baseline(baselines, measure)
    row = _effect_row(effects, ALL_PRACTICES, measure)
    if row is None:
        return UNKNOWN
    change = find_effect(effects, ALL_PRACTICES, measure)
    worsens = change.value > 0 if is_lower_wanted(measure) else change.value < 0
    return baseline if worsens else project_target(measure, baseline, float(row["base"]), change)


def is_lower_wanted(measure: str) -> bool:
    """Tell whether less of a measure is wanted.

    Parameters
    ----------
    measure : str
        Identifier of the measure.

    Returns
    -------
    bool
        Whether it is.

    Examples
    --------
    >>> is_lower_wanted("misrouted_share"), is_lower_wanted("mean_rating")
    (True, False)
    """
    return measure in {m.id for m in (*MEASURES, *COMPARED_MEASURES) if m.direction == "lower"}


def _row(
    measure: str, baselines: pd.DataFrame | None, effects: pd.DataFrame | None
) -> dict[str, object]:
    baseline, target = (
        find_baseline(baselines, measure),
        find_target(baselines, effects, measure),
    )
    change = find_effect(effects, ALL_PRACTICES, measure)
    is_known = target.value == target.value
    quarters: dict[str, object] = {"q1": label("plan.measured"), "q2": _BLANK, "q3": _BLANK}
    if is_known:
        way = target.value - baseline.value
        quarters = {name: baseline.value + part * way for name, part in QUARTERS.items()}
    return {
        "kind": "indikator",
        "practice": _PRACTICE,
        "activity": label("plan.watch", measure=label(f"measure.{measure}")),
        "output": label("plan.watch_output"),
        "indicator": label(f"measure.{measure}"),
        "measure": measure,
        "baseline": baseline.value,
        "baseline_lower": baseline.lower,
        "baseline_upper": baseline.upper,
        "target": target.value,
        "target_lower": target.lower,
        "target_upper": target.upper,
        "q4": _BLANK,
        **quarters,
        "responsible": label("plan.watch_responsible"),
        "evidence": label("plan.watch_evidence"),
        "budget": _BLANK,
        "effect": change.value,
        "effect_lower": change.lower,
        "effect_upper": change.upper,
    }


def _effect_row(effects: pd.DataFrame | None, practice: str, measure: str) -> dict[str, Any] | None:
    if effects is None:
        return None
    rows = effects[
        (effects["practice"] == practice)
        & (effects["measure"] == measure)
        & (effects["availability"] == Availability.AVAILABLE)
    ]
    return None if rows.empty else {str(k): v for k, v in rows.iloc[0].items()}
