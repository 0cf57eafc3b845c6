"""Claims about rows of a plan: text and numbers are the same rows."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lapor_lab.report.documents.blanks import Blanks
from lapor_lab.report.documents.plan_rows import number_rows, text_rows

Make = Callable[..., Any]


def test_numbers_are_written_in_the_unit_of_their_measure(make_plan: Make) -> None:
    """Shares are per cent, days have one decimal, effects carry sign and interval."""
    legal, connected, watched = text_rows(make_plan().rows, Blanks())
    assert (connected["baseline"], connected["baseline_interval"]) == ("61,2 %", "57,1–65,1 %")
    assert (connected["q1"], connected["effort_hours"]) == ("65,0 %", "1.240")
    assert connected["effect"] == "+18,3 poin persen (+15,1 sampai +21,4)"
    assert (watched["baseline"], watched["baseline_interval"], watched["q4"]) == ("6,4", "–", "4,5")
    assert (legal["baseline"], legal["effect"], legal["q2"]) == (
        "–",
        "belum dihitung",
        "ditetapkan",
    )


def test_an_effect_without_interval_says_so(make_plan: Make) -> None:
    """No end is invented for an effect that came without."""
    rows = make_plan().rows.assign(effect_lower=np.nan, effect_upper=np.nan)
    assert text_rows(rows, Blanks())[1]["effect"] == "+18,3 poin persen (selang belum dihitung)"


def test_cells_nobody_filled_are_blanks(make_plan: Make) -> None:
    """Who is responsible and what it costs is asked for, never guessed."""
    blanks = Blanks()
    row = text_rows(make_plan().rows, blanks)[2]
    filled, counts = blanks.fill(row["responsible"] + row["budget"])
    assert filled == "[…][…]"
    assert counts == {"penanggung jawab setiap kegiatan": 1, "anggaran setiap kegiatan": 1}


def test_shares_become_per_cent_as_numbers(make_plan: Make) -> None:
    """The workbook holds the numbers that the text rounds, with their unit."""
    rows = number_rows(make_plan().rows)
    assert rows["unit"].tolist() == ["–", "%", "hari kerja"]
    np.testing.assert_allclose(rows.loc[1, ["baseline", "target"]].astype(float), [61.2, 85.0])
    np.testing.assert_allclose(rows.loc[2, ["baseline", "q1"]].astype(float), [6.4, 6.0])
    assert rows.loc[0, "q1"] == "draf"
    assert np.isnan(rows.loc[0, "baseline"])


def test_rows_are_not_changed(make_plan: Make) -> None:
    """Writing a plan leaves it as it was."""
    plan = make_plan()
    before = plan.rows.copy(deep=True)
    number_rows(plan.rows)
    text_rows(plan.rows, Blanks())
    assert plan.rows.equals(before)
