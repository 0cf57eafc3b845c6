"""A form inside a notebook that fills the same form as the workbook and the TOML file."""

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, Final

from lapor_lab.course.form_answers import FormAnswers
from lapor_lab.errors import OptionalDependencyError
from lapor_lab.practices.maturity import (
    INSTITUTION,
    EvidenceItem,
    MaturityForm,
    PracticeGuide,
    load_guides,
)
from lapor_lab.practices.maturity.gaps import expected_items
from lapor_lab.practices.maturity.guide import LEVELS
from lapor_lab.practices.maturity.raw_form import IDENTITY, LEVEL_CODE
from lapor_lab.schema import format_count, label

__all__ = ["AssessmentForm", "Fields"]

_WIDTH: Final = "98%"
_NAME_STYLE: Final = {"description_width": "9em"}


@dataclass(frozen=True, kw_only=True)
class Fields:
    """The fields of one question.

    Parameters
    ----------
    answer : object
        Widget that holds the answer of the rater who is chosen; its `value` is a text.
    evidence, note : object or None
        Widgets of what shows it and of a note, which both raters share; None for a level.
    """

    answer: Any
    evidence: Any = None
    note: Any = None


class AssessmentForm:
    """A form that is filled in with the mouse, in a notebook.

    A rater and a unit are chosen above; one practice is a tab. Nothing is saved by it: `read`
    gives the form, which `write_maturity_form` writes as a workbook or as TOML.

    Parameters
    ----------
    form : MaturityForm or None, default=None
        What is filled in already, from `read_form`; None for a blank form.

    Raises
    ------
    OptionalDependencyError
        If ipywidgets is not installed.

    Examples
    --------
    >>> print(AssessmentForm())
    Formulir penilaian: 0 unit, 0 jawaban. Jalankan sel ini untuk mengisinya.
    """

    def __init__(self, form: MaturityForm | None = None) -> None:
        if find_spec("ipywidgets") is None:
            raise OptionalDependencyError(
                "not_installed", package="ipywidgets", command='pip install "lapor-lab[lab]"'
            )
        # Only the extra `lab` brings it.
        import ipywidgets  # noqa: PLC0415

        self._widgets = ipywidgets
        self._answers = FormAnswers(form)
        self.identity: Mapping[str, Any] = {
            key: self._text(name, self._answers.identity[key]) for key, name in IDENTITY.items()
        }
        self.units = ipywidgets.Textarea(
            value=self._answers.units_text,
            description=label("form.units"),
            placeholder=label("form.units_hint"),
            style=_NAME_STYLE,
            layout={"width": _WIDTH, "height": "7em"},
        )
        self.unit = ipywidgets.Dropdown(
            options=[INSTITUTION, *self._answers.units], description=label("form.unit")
        )
        self.rater = ipywidgets.Dropdown(
            options=[(label("form.rater", number=number + 1), number) for number in (0, 1)],
            description=label("form.rater_chosen"),
        )
        self._fields: dict[tuple[str, str], Fields] = {
            (guide.id, code): fields
            for guide in load_guides()
            for code, fields in self._fields_of(guide)
        }
        self._tabs = [ipywidgets.VBox() for _ in load_guides()]
        self._shown: tuple[str, int] = (INSTITUTION, 0)
        self._load()
        self.unit.observe(self._turn, names="value")
        self.rater.observe(self._turn, names="value")
        self.units.observe(self._list_units, names="value")
        tab = ipywidgets.Tab(children=self._tabs)
        for position, guide in enumerate(load_guides()):
            tab.set_title(position, guide.name)
        notices = [label("maturity.example")] if form is not None and form.is_example else []
        notices.append(label("maturity.levels_are_no_score"))
        self._box = ipywidgets.VBox(
            [
                ipywidgets.HTML(f"<b>{html.escape('; '.join(notices))}</b>"),
                ipywidgets.Accordion([ipywidgets.VBox([*self.identity.values(), self.units])]),
                ipywidgets.HBox([self.unit, self.rater]),
                tab,
            ]
        )
        self._box.children[1].set_title(0, label("form.identity"))

    def __str__(self) -> str:
        """Say how much is filled in, the same each time."""
        form = self.read()
        n_answers = sum(value is not None for each in form.answers for value in each.answers)
        counts = {"n_units": len(form.units), "n_answers": n_answers}
        return label("form.state", **{name: format_count(n) for name, n in counts.items()})

    __repr__ = __str__

    def _repr_mimebundle_(self, **_: object) -> dict[str, object]:
        """Show the form where widgets can be shown, and a sentence elsewhere."""
        bundle: dict[str, object] = dict(self._box._repr_mimebundle_())
        return bundle | {"text/plain": str(self)}

    def fields(self, item: str) -> Fields:
        """Return the fields of a question, for the unit and the rater who are chosen.

        Parameters
        ----------
        item : str
            Id of an item such as ``"sk-tim"``, or of a practice for its level.

        Returns
        -------
        Fields
            Its widgets.

        Raises
        ------
        KeyError
            If there is no such question.
        """
        found = {code: fields for (_, code), fields in self._fields.items() if code != LEVEL_CODE}
        levels = {guide.id: self._fields[guide.id, LEVEL_CODE] for guide in load_guides()}
        return (found | levels)[item]

    def read(self) -> MaturityForm:
        """Read what is filled in.

        Returns
        -------
        MaturityForm
            As `read_form` gives it for a file; what is wrong stands in `problems`.
        """
        self._store()
        return self._answers.read()

    def _fields_of(self, guide: PracticeGuide) -> Iterator[tuple[str, Fields]]:
        for item in guide.items:
            yield (
                item.id,
                Fields(
                    answer=self._answer_widget(item),
                    evidence=self._text(label("form.evidence"), "", item.evidence),
                    note=self._text(label("form.note"), ""),
                ),
            )
        options = [("", ""), *((f"{n}. {guide.levels[n]}", str(n)) for n in LEVELS)]
        yield LEVEL_CODE, Fields(answer=self._dropdown(options))

    def _answer_widget(self, item: EvidenceItem) -> Any:
        if item.kind == "yes_no":
            return self._dropdown([("", ""), ("ya", "ya"), ("tidak", "tidak")])
        return self._text(label("form.answer"), "", label(f"form.how_{item.kind}"))

    def _dropdown(self, options: list[tuple[str, str]]) -> Any:
        return self._widgets.Dropdown(
            options=options,
            description=label("form.answer"),
            style=_NAME_STYLE,
            layout={"width": _WIDTH},
        )

    def _text(self, name: str, value: str, hint: str = "") -> Any:
        return self._widgets.Text(
            value=value,
            description=name,
            placeholder=hint,
            style=_NAME_STYLE,
            layout={"width": _WIDTH},
        )

    def _turn(self, _: object) -> None:
        """Keep what stands in the fields, and show those of the unit and rater now chosen."""
        self._store()
        self._load()

    def _list_units(self, _: object) -> None:
        self._store()
        chosen = self.unit.value
        options = [INSTITUTION, *self._answers.units]
        self.unit.options = options
        self.unit.value = chosen if chosen in options else INSTITUTION

    def _store(self) -> None:
        unit, rater = self._shown
        self._answers.identity = {key: field.value for key, field in self.identity.items()}
        self._answers.units_text = self.units.value
        for guide, code in self._questions(unit):
            fields = self._fields[guide.id, code]
            self._answers.put_answer(guide.id, unit, code, rater, str(fields.answer.value))
            if fields.evidence is not None:
                texts = fields.evidence.value, fields.note.value
                self._answers.put_evidence(guide.id, unit, code, *texts)

    def _load(self) -> None:
        unit, rater = self._shown = (self.unit.value, self.rater.value)
        rows: dict[str, list[Any]] = {guide.id: [] for guide in load_guides()}
        for guide, code in self._questions(unit):
            fields = self._fields[guide.id, code]
            fields.answer.value = self._offered(fields, guide.id, unit, code, rater)
            question = label("form.level") if code == LEVEL_CODE else guide.item(code).question
            shown = [self._widgets.HTML(f"<b>{html.escape(question)}</b>"), fields.answer]
            if fields.evidence is not None:
                evidence, note = self._answers.evidence(guide.id, unit, code)
                fields.evidence.value, fields.note.value = evidence, note
                shown += [fields.evidence, fields.note]
            rows[guide.id] += shown
        for tab, widgets in zip(self._tabs, rows.values(), strict=True):
            tab.children = tuple(widgets)

    def _offered(self, fields: Fields, practice: str, unit: str, code: str, rater: int) -> str:
        text = self._answers.answer(practice, unit, code, rater)
        choices = getattr(fields.answer, "options", None)
        if choices is None or text in {value for _, value in choices}:
            return text
        return ""

    def _questions(self, unit: str) -> Iterator[tuple[PracticeGuide, str]]:
        for guide in load_guides():
            for item in expected_items(guide, unit):
                yield guide, item.id
            yield guide, LEVEL_CODE
