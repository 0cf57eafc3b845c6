"""Claims about what all drafts of an assessment say."""

from collections.abc import Callable
from typing import Any

from lapor_lab.report.documents.assessment_context import assessment_context, example_notices

Make = Callable[..., Any]


def test_simulation_is_spoken_of_where_there_is_one(make_assessment: Make, make_plan: Make) -> None:
    """A plan without effects is not said to rest on a simulation."""
    plan = make_plan()
    without = make_plan(rows=plan.rows.assign(effect=float("nan")))
    assert assessment_context(make_assessment(), plan)["has_effects"]
    assert not assessment_context(make_assessment(), without)["has_effects"]


def test_an_example_says_that_it_is_one(make_assessment: Make) -> None:
    """What was made up is labelled; a real assessment is not."""
    notices = example_notices(make_assessment())
    assert notices[0].startswith("CONTOH REKAAN")
    assert notices[1] == "studi kasus 2022, nomenklatur saat itu"
    assert example_notices(make_assessment(is_example=False)) == ()
