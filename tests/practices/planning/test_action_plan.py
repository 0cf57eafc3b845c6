"""The whole plan: activities for what is missing, indicators, an order."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.practices import OfficerHours
from lapor_lab.practices.planning import action_plan, load_activities
from lapor_lab.practices.planning.action_plan import PLAN_COLUMNS

LACKING = {"sk-tim": False, "juknis": False, "akun-unit": False, "pelatihan-setahun": None}
# The columns that documents were promised.
PROMISED = {
    *("practice", "activity", "output", "indicator", "measure", "responsible", "evidence"),
    *("baseline", "baseline_lower", "baseline_upper", "target", "target_lower", "target_upper"),
    *("q1", "q2", "q3", "q4", "budget", "gap", "effect", "effect_lower", "effect_upper"),
    *("effort_hours", "priority"),
}


def test_each_missing_item_has_its_activity(make_assessment) -> None:
    """An activity a missing item, those of one activity together, and none for what is met."""
    plan = action_plan(make_assessment({**LACKING, "sk-tim-berakhir": False}))
    items = plan.rows.loc[plan.rows["kind"] == "kegiatan", "items"]

    assert items.to_list() == [
        "akun-unit",
        "pelatihan-setahun",
        "sk-tim, sk-tim-berakhir",
        "juknis",
    ]
    assert PROMISED <= set(PLAN_COLUMNS) == set(plan.rows.columns)
    assert (plan.year, plan.institution, plan.is_example) == (2023, "Instansi Fiktif", True)


def test_nothing_missing_leaves_the_indicators(make_assessment) -> None:
    """An institution that lacks nothing has no activity, and still watches its measures."""
    plan = action_plan(make_assessment(), year=2030)

    assert plan.activities.empty
    assert len(plan.indicators) == 5
    assert plan.year == 2030


def test_units_are_counted_in_the_text(make_assessment) -> None:
    """An activity for units says how many, and how many of them are inherited."""
    plan = action_plan(make_assessment(LACKING))
    account = plan.rows[plan.rows["items"] == "akun-unit"].iloc[0]

    assert account["activity"].endswith(
        "(3 dari 3 unit yang dinilai, 1 di antaranya hasil penggabungan)"
    )
    assert account["n_units"] == 3
    assert account["effort_hours"] == 16 + 3 * 2


def test_the_order_can_be_recomputed(make_assessment, baselines, effects) -> None:
    """Score and place follow from gap, effect and hours that stand in the same row."""
    plan = action_plan(make_assessment(LACKING), effects, baselines=baselines)
    rows = plan.activities
    score = rows["gap"] * rows["effect"] * 100 / rows["effort_hours"] * 100

    pd.testing.assert_series_equal(rows["score"], score, check_names=False)
    assert rows["priority"].to_list() == [1, 2, 3, 4]
    assert rows["practice"].to_list() == ["konektivitas", "sosialisasi", "legalitas", "legalitas"]
    assert plan.indicators["priority"].isna().all()


def test_baseline_and_target_have_intervals(make_assessment, baselines, effects) -> None:
    """Activities and the first indicator carry one baseline and one target with its interval."""
    plan = action_plan(make_assessment(LACKING), effects, baselines=baselines)
    first = plan.indicators.iloc[0]

    assert (first["baseline"], first["baseline_lower"], first["baseline_upper"]) == (
        0.8,
        0.76,
        0.84,
    )
    assert 0.8 < first["target_lower"] < first["target"] < first["target_upper"] < 1
    assert (plan.activities["target"] == first["target"]).all()


def test_without_data_nothing_is_invented(make_assessment, effects) -> None:
    """Without data there is neither baseline nor target, and never a budget."""
    plan = action_plan(make_assessment(LACKING), effects)

    assert plan.rows[["baseline", "target"]].isna().all(axis=None)
    assert (plan.rows["budget"] == "[…]").all()


def test_hours_of_a_practice_are_shared_by_its_activities(make_assessment) -> None:
    """Where all is missing the activities take the hours of the practice that are spent on it."""
    hours = OfficerHours(
        practice="legalitas",
        items=pd.DataFrame(
            {"item": ["x", "y"], "low": 50.0, "standard": [100.0, 900.0], "high": 1000.0}
        ).assign(is_set_aside=[False, True], reason="asumsi: untuk uji"),
    )
    lacking = {i: False for a in load_activities() if a.practice == "legalitas" for i in a.items}
    assessment = make_assessment(lacking, {"legalitas": 3})
    rows = action_plan(assessment, officer_hours={"legalitas": hours}).activities

    assert rows["effort_hours"].sum() == pytest.approx(100)
    some = action_plan(make_assessment(LACKING), officer_hours={"legalitas": hours}).activities
    assert some.loc[some["practice"] == "legalitas", "effort_hours"].sum() < 100
    assert np.isfinite(some["effort_hours"]).all()


def test_a_form_without_a_date_needs_a_year(make_assessment) -> None:
    """Without a date the year must be given: it is never taken from the clock."""
    undated = replace(make_assessment(), assessed_on=None)
    message = (
        "`year` must be given where the assessment has no date, got None. "
        "Fill in the date of the form, or write the year of the plan."
    )
    assert action_plan(undated, year=2023).year == 2023
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        action_plan(undated)
