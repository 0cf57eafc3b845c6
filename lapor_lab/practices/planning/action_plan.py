"""The plan: what to do about each missing item, and where the measures should go."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from lapor_lab.errors import ParameterError
from lapor_lab.practices.maturity import Assessment, load_guides
from lapor_lab.practices.officer_hours import OfficerHours
from lapor_lab.practices.planning.activity import Activity, load_activities
from lapor_lab.practices.planning.assumption import list_assumptions
from lapor_lab.practices.planning.gap import find_missing_items, gap_table
from lapor_lab.practices.planning.indicator import (
    PRIORITY_MEASURE,
    QUARTERS,
    find_baseline,
    find_effect,
    find_target,
    indicator_rows,
    is_lower_wanted,
)
from lapor_lab.practices.planning.priority import rank_activities
from lapor_lab.practices.planning.target import Target
from lapor_lab.schema import format_count, label

__all__ = ["PLAN_COLUMNS", "ActionPlan", "action_plan"]

PLAN_COLUMNS: Final = (
    *("kind", "practice", "activity", "output", "indicator", "measure"),
    *("baseline", "baseline_lower", "baseline_upper", "target", "target_lower", "target_upper"),
    *QUARTERS,
    *("responsible", "evidence", "budget", "items", "n_units"),
    *("gap", "effect", "effect_lower", "effect_upper", "effort_hours", "effort_reason"),
    *("score", "priority", "rank_low", "rank_high"),
)
_BLANK: Final = "[…]"
_TEXT: Final = frozenset(
    {"kind", "practice", "activity", "output", "indicator", "measure", *QUARTERS, "responsible"}
    | {"evidence", "budget", "items", "effort_reason"}
)


@dataclass(frozen=True, kw_only=True)
class ActionPlan:
    """What an institution plans to do in a year.

    Parameters
    ----------
    institution : str
        Its name.
    year : int
        The year of the plan.
    is_example : bool
        Whether the assessment was made up.
    rows : DataFrame of shape (n_rows, 30)
        First rows of `kind` "kegiatan" by practice, an activity each, with words for each
        quarter; then rows of `kind` "indikator", a measure each, with numbers. `effect` is
        the simulated change of `measure` by the practice (by all of them in an indicator),
        `gap` is that of `gap_table`, `items` what the activity supplies, and `n_units` the
        units that lack it. `priority` counts from 1, by `score`, and `rank_low, rank_high` are
        the places that are possible within the intervals of the effects; indicators have none.
    assumptions : tuple of str
        What it rests on, in Indonesian.
    is_synthetic : bool, default=False
        Whether its baselines were measured on made-up data, whatever the form is.
    """

    institution: str
    year: int
    is_example: bool
    rows: pd.DataFrame
    assumptions: tuple[str, ...]
    is_synthetic: bool = False

    @property
    def activities(self) -> pd.DataFrame:
        """The activities in the order of their priority."""
        rows = self.rows[self.rows["kind"] == "kegiatan"]
        return rows.sort_values("priority", kind="stable").reset_index(drop=True)

    @property
    def indicators(self) -> pd.DataFrame:
        """The measures that are watched."""
        return self.rows[self.rows["kind"] == "indikator"].reset_index(drop=True)


def action_plan(
    assessment: Assessment,
    effects: pd.DataFrame | None = None,
    officer_hours: Mapping[str, OfficerHours] | None = None,
    baselines: pd.DataFrame | None = None,
    *,
    year: int | None = None,
    is_synthetic: bool = False,
) -> ActionPlan:
    """Plan an activity for each missing item, with targets and an order.

    Parameters
    ----------
    assessment : Assessment
        As `assess` gives.
    effects : DataFrame of shape (n_rows, 9) or None, default=None
        As `compare_practices` gives; without them there is no target, and the order rests on
        gap and effort alone.
    officer_hours : mapping of str to OfficerHours or None, default=None
        What each practice costs the institution in a year; activities share it, but for the
        hours that are kept free for reports, by the hours of their catalogue, which are used
        as they are where it is not given.
    baselines : DataFrame of shape (n_measures, 9) or None, default=None
        Estimates of the institution by its own data; without them baselines and targets are
        not available.
    year : int or None, default=None
        The year of the plan; the one after the assessment by default.
    is_synthetic : bool, default=False
        Whether the baselines were measured on made-up data.

    Returns
    -------
    ActionPlan
        No budget is in it: that only the institution knows.

    Raises
    ------
    ParameterError
        If neither the assessment has a date nor a year is given.
    """
    planned = _year_after(assessment) if year is None else year
    missing = find_missing_items(assessment)
    gaps = gap_table(assessment).set_index("practice")["gap"]
    n_listed = int(assessment.items.loc[_is_of_units(assessment), "unit"].nunique())
    n_units = assessment.n_units or n_listed
    hours = {
        activity.id: _hours(activity, missing, n_units, officer_hours)
        for activity in load_activities()
    }
    rows = [
        _row(activity, missing, baselines, effects)
        | {"gap": float(gaps[activity.practice]), "effort_hours": hours[activity.id]}
        for activity in load_activities()
        if missing["item"].isin(activity.items).any()
    ]
    activities = pd.DataFrame(rows, columns=[*PLAN_COLUMNS])
    ranked = rank_activities(activities, is_lower_wanted=is_lower_wanted(PRIORITY_MEASURE))
    watched = pd.DataFrame(indicator_rows(baselines, effects), columns=[*PLAN_COLUMNS])
    watched["gap"] = float(gaps["target-kinerja"])
    table = pd.concat([ranked.astype(object), watched.astype(object)], ignore_index=True)
    numbers = [name for name in PLAN_COLUMNS if name not in _TEXT]
    table[numbers] = table[numbers].astype("float64")
    return ActionPlan(
        institution=assessment.institution,
        year=planned,
        is_example=assessment.is_example,
        rows=table[[*PLAN_COLUMNS]],
        assumptions=list_assumptions(
            assessment,
            has_baselines=baselines is not None,
            has_effects=effects is not None,
            has_officer_hours=officer_hours is not None,
        ),
        is_synthetic=is_synthetic,
    )


def _year_after(assessment: Assessment) -> int:
    if assessment.assessed_on is None:
        raise ParameterError(
            "parameter_range",
            name="year",
            allowed="given where the assessment has no date",
            value=None,
            remedy="Fill in the date of the form, or write the year of the plan.",
        )
    return assessment.assessed_on.year + 1


def _is_of_units(assessment: Assessment) -> pd.Series:
    by_unit = {item.id for guide in load_guides() for item in guide.items if item.scope == "unit"}
    return assessment.items["item"].isin(by_unit)


def _row(
    activity: Activity,
    missing: pd.DataFrame,
    baselines: pd.DataFrame | None,
    effects: pd.DataFrame | None,
) -> dict[str, object]:
    lacking = missing[missing["item"].isin(activity.items)]
    of_units = lacking[lacking["scope"] == "unit"]
    widest = of_units.sort_values("n_lacking").tail(1).to_dict("records")
    counted: Mapping[Hashable, Any] = widest[0] if widest else {"n_lacking": 0}
    baseline = find_baseline(baselines, PRIORITY_MEASURE)
    target = find_target(baselines, effects, PRIORITY_MEASURE)
    effect = find_effect(effects, activity.practice, PRIORITY_MEASURE)
    return {
        "kind": "kegiatan",
        "practice": activity.practice,
        "activity": _with_units(activity.activity, counted),
        "output": activity.output,
        "indicator": activity.indicator,
        "measure": PRIORITY_MEASURE,
        **_ends("baseline", baseline),
        **_ends("target", target),
        **{name: getattr(activity, name) for name in QUARTERS},
        "responsible": activity.responsible,
        "evidence": activity.evidence,
        "budget": _BLANK,
        "items": ", ".join(lacking["item"]),
        "n_units": counted["n_lacking"],
        "effort_reason": activity.reason,
        **_ends("effect", effect),
    }


def _with_units(activity: str, counted: Mapping[Hashable, Any]) -> str:
    if not counted["n_lacking"]:
        return activity
    key = "plan.units_inherited" if counted["n_inherited"] else "plan.units"
    names = {"n": "n_lacking", "asked": "n_asked", "inherited": "n_inherited"}
    values = {name: format_count(counted[column]) for name, column in names.items()}
    return f"{activity} ({label(key, **values)})"


def _ends(name: str, target: Target) -> dict[str, float]:
    return {name: target.value, f"{name}_lower": target.lower, f"{name}_upper": target.upper}


def _hours(
    activity: Activity,
    missing: pd.DataFrame,
    n_units: int,
    officer_hours: Mapping[str, OfficerHours] | None,
) -> float:
    if officer_hours is None or activity.practice not in officer_hours:
        of_units = missing[missing["item"].isin(activity.items) & missing["scope"].eq("unit")]
        return activity.hours_for(float(of_units["n_lacking"].max()) if len(of_units) else 0.0)
    siblings = [each for each in load_activities() if each.practice == activity.practice]
    whole = sum(each.hours_for(n_units) for each in siblings)
    # Hours kept free for reports are no work on the practice itself.
    items = officer_hours[activity.practice].items
    spent = float(items.loc[~items["is_set_aside"].astype(bool), "standard"].sum())
    return spent * activity.hours_for(n_units) / whole
