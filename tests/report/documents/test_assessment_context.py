"""Claims about what all drafts of an assessment say."""

from collections.abc import Callable
from typing import Any

from lapor_lab.practices.planning import ActionPlan
from lapor_lab.report.documents.assessment_context import assessment_context, draft_notices
from lapor_lab.report.documents.blanks import Blanks

Make = Callable[..., Any]


def test_simulation_is_spoken_of_where_there_is_one(
    make_assessment: Make, make_plan: Make, bare_plan: ActionPlan
) -> None:
    """A plan without effects is not said to rest on a simulation."""
    assert assessment_context(make_assessment(), make_plan(), Blanks())["has_effects"]
    assert not assessment_context(make_assessment(), bare_plan, Blanks())["has_effects"]


def test_a_form_without_date_asks_for_it(make_assessment: Make, make_plan: Make) -> None:
    """The day of the assessment is a blank where nobody wrote it."""
    blanks = Blanks()
    context = assessment_context(make_assessment(assessed_on=None), make_plan(), blanks)
    assert blanks.fill(context["assessed_on"]) == ("[…]", {"tanggal penilaian mandiri": 1})


def test_an_example_says_that_it_is_one(make_assessment: Make, make_plan: Make) -> None:
    """What was made up is labelled; a real assessment of real data is not."""
    notices = draft_notices(make_assessment(), make_plan())
    assert notices[0].startswith("CONTOH REKAAN")
    assert notices[1] == "studi kasus 2022, nomenklatur saat itu"
    assert draft_notices(make_assessment(is_example=False), make_plan()) == ()


def test_figures_of_synthetic_data_say_so_on_a_real_form(
    make_assessment: Make, make_plan: Make
) -> None:
    """Baselines of made-up data are labelled, also where nobody made up the form."""
    synthetic = make_plan(is_synthetic=True)
    word = "DATA SINTETIS, bukan kinerja sebenarnya"

    assert draft_notices(make_assessment(is_example=False), synthetic) == (word,)
    assert draft_notices(make_assessment(), synthetic)[0] == word
