"""What the page shows of the plan."""

from dataclasses import replace

from lapor_lab.report import AssessmentReport
from lapor_lab.report.assessment_plan_view import activity_rows, effect_rows, indicator_rows

ON_TIME = "first_followed_up_within_limit"


def test_activities_stand_in_their_order_with_factors(assessment_report: AssessmentReport) -> None:
    """Each activity shows gap, effect with interval, hours and score; saturated ones come last."""
    rows = activity_rows(assessment_report)

    assert [row["priority"] for row in rows] == [str(n + 1) for n in range(len(rows))]
    assert rows[0]["practice"] == "Konektivitas"
    assert rows[0]["places"].startswith("1")
    assert rows[-1]["places"] == "–"
    assert rows[0]["effect"] == "+5,0 poin persen (+4,0 sampai +6,0)"
    assert {row["practice"] for row in rows[-2:]} == {"Legalitas"}
    assert (rows[-1]["effect"], rows[-1]["score"]) == ("tidak tersedia", "–")


def test_indicators_say_what_is_not_available(assessment_report: AssessmentReport) -> None:
    """A measured share has baseline and target with interval; an unmeasured one words."""
    rows = {row["name"]: row for row in indicator_rows(assessment_report)}
    share = rows["Tindak lanjut pertama ≤ 5 hari kerja"]
    rating = rows["Rata-rata penilaian pelapor (1–5)"]

    assert (share["baseline"], share["baseline_interval"]) == ("82,0 %", "80,0–84,0 %")
    assert share["q4"] == share["target"]
    assert (rating["baseline"], rating["target"]) == ("tidak tersedia", "tidak tersedia")
    assert (rating["q1"], rating["q2"]) == ("diukur sebagai baseline", "[…]")


def test_effects_are_a_table_of_practices(assessment_report: AssessmentReport) -> None:
    """Five practices and all of them, a column a measure; a full queue is said."""
    rows = effect_rows(assessment_report, (ON_TIME, "mean_rating"))

    assert [row["practice"] for row in rows][-1] == "Semua praktik"
    assert rows[0]["cells"] == ["+5,0 poin persen (+4,0 sampai +6,0)", "–"]
    assert rows[4]["cells"][0] == "antrean jenuh"


def test_without_plan_and_simulation_there_is_nothing(assessment_report: AssessmentReport) -> None:
    """Without them the lists are empty."""
    bare = replace(assessment_report, plan=None, effects=None)

    assert activity_rows(bare) == indicator_rows(bare) == effect_rows(bare, (ON_TIME,)) == []
