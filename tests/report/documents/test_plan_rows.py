"""Claims about rows of a plan: text and numbers are the same rows."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.plan_rows import number_rows, text_rows

Make = Callable[..., Any]


def test_numbers_are_written_in_the_unit_of_their_measure(make_plan: Make) -> None:
    """Shares are per cent, days have one decimal, effects carry sign and interval."""
    rows = {row["measure_id"]: row for row in text_rows(make_plan().indicators, Blanks())}
    share, days = rows["first_followed_up_within_limit"], rows["first_follow_up_median_days"]
    assert (share["baseline"], share["baseline_interval"]) == ("61,2 %", "57,1–65,1 %")
    assert (days["baseline"], days["baseline_interval"]) == ("6,4", "5,9–7,0")
    assert share["effect"] == "+18,0 poin persen (+13,5 sampai +22,5)"
    assert share["q4"] == share["target"]


def test_an_effect_without_interval_says_so(make_plan: Make) -> None:
    """No end is invented for an effect that came without."""
    rows = make_plan().indicators.assign(effect_lower=np.nan, effect_upper=np.nan)
    assert text_rows(rows, Blanks())[0]["effect"] == "+18,0 poin persen (selang belum dihitung)"


def test_what_is_not_known_is_never_a_number(bare_plan: ActionPlan) -> None:
    """Without data and simulation there is a dash, and the quarters are for measuring."""
    blanks = Blanks()
    row = text_rows(bare_plan.indicators, blanks)[0]
    assert (row["baseline"], row["target"], row["effect"]) == ("–", "–", "belum dihitung")
    assert row["q1"] == "diukur sebagai baseline"
    assert blanks.fill(row["q2"]) == ("[…]", {"target per triwulan": 1})


def test_cells_nobody_filled_are_blanks(make_plan: Make) -> None:
    """Who is responsible and what it costs is asked for, never guessed."""
    blanks = Blanks()
    row = text_rows(make_plan().activities.assign(responsible=""), blanks)[0]
    filled, counts = blanks.fill(row["responsible"] + row["budget"])
    assert filled == "[…][…]"
    assert counts == {"penanggung jawab setiap kegiatan": 1, "anggaran setiap kegiatan": 1}


def test_shares_become_per_cent_as_numbers(make_plan: Make) -> None:
    """The workbook holds the numbers that the text rounds, with their unit."""
    plan = make_plan()
    rows = number_rows(plan.indicators).set_index("unit")
    assert rows.index.tolist() == ["%", "%", "hari kerja", "%", "bintang (1–5)"]
    assert rows["baseline"].iloc[0] == plan.indicators["baseline"].iloc[0] * 100
    assert rows["baseline"].iloc[2] == 6.4
    assert np.isnan(rows["baseline"].iloc[4])
    assert isinstance(number_rows(plan.activities)["q1"].iloc[0], str)


def test_rows_are_not_changed(make_plan: Make) -> None:
    """Writing a plan leaves it as it was."""
    plan = make_plan()
    before = plan.rows.copy(deep=True)
    number_rows(plan.rows)
    text_rows(plan.rows, Blanks())
    assert plan.rows.equals(before)
