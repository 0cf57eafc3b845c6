"""Claims about the texts of a form that is being filled in."""

from lapor_lab.course.form_answers import FormAnswers
from lapor_lab.practices.maturity import (
    INHERITED_GROUP,
    INSTITUTION,
    OWN_GROUP,
    assess,
    example_form_path,
    read_form,
)


def test_a_form_that_was_read_is_read_again_the_same() -> None:
    """Texts hold all that a form says: levels and items of the example do not change."""
    form = read_form(example_form_path())
    again = FormAnswers(form).read()
    assert (again.institution, again.assessed_on) == (form.institution, form.assessed_on)
    assert (again.raters, again.n_units, again.is_example) == (
        form.raters,
        form.n_units,
        form.is_example,
    )
    found, expected = assess(again), assess(form)
    assert found.levels.equals(expected.levels)
    assert found.items.equals(expected.items)
    assert len(found.problems) == len(expected.problems)


def test_an_empty_form_says_what_is_not_filled_in() -> None:
    """Nothing was typed: identity and answers are asked for, and nothing is made up."""
    form = FormAnswers().read()
    assert (form.claims, [a for a in form.answers if a.answers != (None, None)]) == (
        tuple(c for c in form.claims if c.levels == (None, None)),
        [],
    )
    assert form.problems["problem"].iloc[0] == (
        'formulir, lembar "Identitas", sel Instansi: Instansi belum diisi. '
        "Tulis nama resmi instansi."
    )


def test_a_line_is_a_unit_with_its_group() -> None:
    """Name and group stand on both sides of a semicolon; without a group a unit is an old one."""
    answers = FormAnswers()
    answers.units_text = "PTN  Contoh 25; unit hasil penggabungan\n\nPTN Contoh 01\nPTN Contoh 01"
    assert answers.units == ("PTN Contoh 25", "PTN Contoh 01")
    units = answers.read().units
    assert {name: unit.group for name, unit in units.items()} == {
        "PTN Contoh 25": INHERITED_GROUP,
        "PTN Contoh 01": OWN_GROUP,
    }


def test_what_is_no_answer_is_named_by_practice_item_unit_and_rater() -> None:
    """A fault says where it stands, and the other rater's answer is still taken."""
    answers = FormAnswers()
    answers.put_answer("legalitas", INSTITUTION, "sk-tim", 0, "mungkin")
    answers.put_answer("legalitas", INSTITUTION, "sk-tim", 1, "ya")
    answers.put_evidence("legalitas", INSTITUTION, "sk-tim", " SK 12 ", "")
    form = answers.read()
    assert (
        'formulir, lembar "Legalitas", sel sk-tim, penilai 1: "mungkin" bukan jawaban. '
        'Pilih "ya" atau "tidak".'
    ) in form.problems["problem"].tolist()
    given = next(a for a in form.answers if a.item == "sk-tim")
    assert (given.answers, given.evidence) == ((None, True), "SK 12")


def test_answers_of_a_unit_that_is_no_longer_listed_wait() -> None:
    """A unit that is taken from the list leaves the form, and its answers come back with it."""
    answers = FormAnswers()
    answers.units_text = "PTN Contoh 25"
    answers.put_answer("konektivitas", "PTN Contoh 25", "akun-unit", 0, "ya")
    answers.units_text = ""
    assert "PTN Contoh 25" not in {a.unit for a in answers.read().answers}
    answers.units_text = "PTN Contoh 25"
    found = [a.answers for a in answers.read().answers if a.item == "akun-unit"]
    assert found == [(True, None)]
