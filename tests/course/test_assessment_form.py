"""Claims about the form that is filled in inside a notebook."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from lapor_lab.course import assessment_form
from lapor_lab.course.assessment_form import AssessmentForm
from lapor_lab.errors import OptionalDependencyError
from lapor_lab.practices.maturity import INSTITUTION, assess, example_form_path, read_form
from lapor_lab.report.maturity_form import write_maturity_form

ipywidgets = pytest.importorskip("ipywidgets", reason="it belongs to the extra `lab`")


@pytest.fixture
def form() -> Iterator[AssessmentForm]:
    """Return a form with one unit, and close its widgets afterwards."""
    made = AssessmentForm()
    made.units.value = "PTN Contoh 25; unit hasil penggabungan"
    yield made
    ipywidgets.Widget.close_all()


def test_what_is_filled_in_is_read_as_a_form(form: AssessmentForm) -> None:
    """Identity, units, answers of both raters and what shows them reach the form."""
    form.identity["instansi"].value = "Kementerian A"
    form.identity["tanggal"].value = "2022-08-15"
    form.fields("sk-tim").answer.value = "ya"
    form.fields("sk-tim").evidence.value = "SK 12 tahun 2022"
    form.fields("sk-tim-berakhir").answer.value = "31 Desember 2022"
    form.fields("sk-tim-berakhir").evidence.value = "SK 12 tahun 2022"
    form.fields("legalitas").answer.value = "1"
    form.rater.value = 1
    assert form.fields("sk-tim").answer.value == ""
    assert form.fields("sk-tim").evidence.value == "SK 12 tahun 2022"
    form.fields("sk-tim").answer.value = "tidak"
    read = form.read()
    assert (read.institution, list(read.units)) == ("Kementerian A", ["PTN Contoh 25"])
    answers = {(a.unit, a.item): a for a in read.answers}
    assert answers[INSTITUTION, "sk-tim"].answers == (True, False)
    assert answers[INSTITUTION, "sk-tim"].evidence == "SK 12 tahun 2022"
    claims = {(c.unit, c.practice): c.levels for c in read.claims}
    assert claims[INSTITUTION, "legalitas"] == (1, None)


def test_each_unit_has_its_own_answers(form: AssessmentForm) -> None:
    """Choosing another unit shows its fields; what was typed before is kept."""
    form.unit.value = "PTN Contoh 25"
    form.fields("akun-unit").answer.value = "ya"
    form.unit.value = INSTITUTION
    form.unit.value = "PTN Contoh 25"
    assert form.fields("akun-unit").answer.value == "ya"
    assert [a.unit for a in form.read().answers if a.answers == (True, None)] == ["PTN Contoh 25"]


def test_a_unit_that_is_taken_from_the_list_is_no_longer_chosen(form: AssessmentForm) -> None:
    """The choice falls back to the whole, and other units stay chosen."""
    form.unit.value = "PTN Contoh 25"
    form.units.value += "\nPTN Contoh 26"
    assert (form.unit.value, len(form.unit.options)) == ("PTN Contoh 25", 3)
    form.units.value = "PTN Contoh 26"
    assert form.unit.value == INSTITUTION


def test_form_is_saved_as_the_file_that_ships(tmp_path: Path) -> None:
    """Shown and read again, the example is written as the same TOML file, byte for byte."""
    path = example_form_path("penilaian_2022.toml")
    written = write_maturity_form(tmp_path / "form.toml", AssessmentForm(read_form(path)).read())
    assert written.read_bytes() == path.read_bytes()


def test_it_assesses_as_the_file_does() -> None:
    """Levels by the widgets are the levels by the workbook."""
    filled = read_form(example_form_path())
    assert assess(AssessmentForm(filled).read()).levels.equals(assess(filled).levels)


def test_its_text_is_the_same_each_time_and_its_view_is_a_widget(form: AssessmentForm) -> None:
    """A stored lesson holds the sentence; only the view names a model of this run."""
    form.fields("sk-tim").answer.value = "ya"
    sentence = "Formulir penilaian: 1 unit, 1 jawaban. Jalankan sel ini untuk mengisinya."
    bundle = form._repr_mimebundle_()
    assert repr(form) == bundle["text/plain"] == sentence
    assert set(bundle) == {"text/plain", "application/vnd.jupyter.widget-view+json"}


def test_no_text_of_a_form_becomes_markup(form: AssessmentForm) -> None:
    """A name from a file is shown as it is: no field that interprets markup holds it."""
    form.units.value = "<img src=x>"
    form.unit.value = "<img src=x>"
    shown = [w.value for tab in form._tabs for w in tab.children if isinstance(w, ipywidgets.HTML)]
    assert shown
    assert not [text for text in shown if "<img" in text]


def test_it_refuses_in_one_line_without_ipywidgets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra `lab` it names the package and the command."""
    monkeypatch.setattr(assessment_form, "find_spec", lambda _: None)
    message = 'ipywidgets is not installed. Run: pip install "lapor-lab[lab]"'
    with pytest.raises(OptionalDependencyError, match=f"^{re.escape(message)}$"):
        AssessmentForm()


def test_an_unknown_question_is_refused(form: AssessmentForm) -> None:
    """Only items and practices of the catalogue have fields."""
    with pytest.raises(KeyError, match="sk-lain"):
        form.fields("sk-lain")
