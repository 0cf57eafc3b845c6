"""What was filled in so far: texts by unit, item and rater, and the form that they make."""

from dataclasses import replace
from datetime import date
from typing import Final

from lapor_lab.practices.maturity import INSTITUTION, MaturityForm, load_guides
from lapor_lab.practices.maturity.answer import format_answer
from lapor_lab.practices.maturity.blank import blank_form
from lapor_lab.practices.maturity.evidence_item import NEVER, UNBOUNDED, Answer, EvidenceItem
from lapor_lab.practices.maturity.gaps import entities, expected_items
from lapor_lab.practices.maturity.place import Cell, Place
from lapor_lab.practices.maturity.raw_form import IDENTITY, LEVEL_CODE, RawForm, RawRow
from lapor_lab.practices.maturity.read_form import check_form

__all__ = ["FORM_NAME", "FormAnswers"]

FORM_NAME: Final = "formulir"
_SEPARATOR: Final = ";"


class FormAnswers:
    """The state of a form that is being filled in, all of it texts as people typed them.

    Parameters
    ----------
    form : MaturityForm or None, default=None
        What is filled in already; None for a blank form.
    """

    def __init__(self, form: MaturityForm | None = None) -> None:
        form = form or blank_form()
        self._answers: dict[tuple[str, str, str, int], str] = {}
        self._evidence: dict[tuple[str, str, str], tuple[str, str]] = {}
        n_units = "" if form.n_units is None else str(form.n_units)
        assessed_on = "" if form.assessed_on is None else form.assessed_on.isoformat()
        example = "ya" if form.is_example else "tidak"
        values = (form.institution, assessed_on, *form.raters, n_units, example)
        self.identity: dict[str, str] = dict(zip(IDENTITY, values, strict=True))
        self.units_text = "\n".join(
            f"{unit.name}{_SEPARATOR} {unit.group}" for unit in form.units.values()
        )
        items = {(guide.id, item.id): item for guide in load_guides() for item in guide.items}
        for answer in form.answers:
            key = answer.practice, answer.unit, answer.item
            self._evidence[key] = answer.evidence, answer.note
            for rater, value in enumerate(answer.answers):
                text = _typed(items[answer.practice, answer.item], value)
                self._answers[(*key, rater)] = text
        for claim in form.claims:
            for rater, level in enumerate(claim.levels):
                text = "" if level is None else str(level)
                self._answers[claim.practice, claim.unit, LEVEL_CODE, rater] = text

    @property
    def units(self) -> tuple[str, ...]:
        """Names of the listed units."""
        names = (line.partition(_SEPARATOR)[0] for line in self.units_text.splitlines())
        return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))

    def answer(self, practice: str, unit: str, item: str, rater: int) -> str:
        """Return what a rater answered.

        Parameters
        ----------
        practice, unit, item : str
            Of what; the item "tingkat" is the level that the rater holds right.
        rater : int
            0 or 1.

        Returns
        -------
        str
            The text; empty for none.
        """
        return self._answers.get((practice, unit, item, rater), "")

    def evidence(self, practice: str, unit: str, item: str) -> tuple[str, str]:
        """Return what shows an answer, and the note beside it.

        Parameters
        ----------
        practice, unit, item : str
            Of what.

        Returns
        -------
        tuple of str
            Two texts, empty for none.
        """
        return self._evidence.get((practice, unit, item), ("", ""))

    def put_answer(self, practice: str, unit: str, item: str, rater: int, text: str) -> None:
        """Keep what a rater typed.

        Parameters
        ----------
        practice, unit, item : str
            Of what.
        rater : int
            0 or 1.
        text : str
            What was typed.
        """
        self._answers[practice, unit, item, rater] = text

    def put_evidence(self, practice: str, unit: str, item: str, evidence: str, note: str) -> None:
        """Keep what shows an answer.

        Parameters
        ----------
        practice, unit, item : str
            Of what.
        evidence, note : str
            What was typed.
        """
        self._evidence[practice, unit, item] = evidence, note

    def read(self) -> MaturityForm:
        """Understand what was typed, as a filled-in file is understood.

        Returns
        -------
        MaturityForm
            Answers, and what is wrong with them.
        """
        place = Place(FORM_NAME, "Identitas")
        raw = RawForm(
            file=FORM_NAME,
            identity={
                key: Cell(text.strip(), place._replace(cell=IDENTITY[key]))
                for key, text in self.identity.items()
            },
            units=tuple(self._unit_cells(place)),
            rows=(),
            identity_place=place,
            problems=(),
        )
        # Units first: the rows are those of the units that are listed.
        listed = check_form(raw)
        return check_form(replace(raw, rows=tuple(self._rows(listed))))

    def _unit_cells(self, place: Place) -> list[tuple[Cell, Cell]]:
        cells = []
        for number, line in enumerate(self.units_text.splitlines(), start=1):
            name, _, group = line.partition(_SEPARATOR)
            at = place._replace(cell=f"Unit {number}")
            cells.append((Cell(name.strip(), at), Cell(group.strip(), at)))
        return cells

    def _rows(self, form: MaturityForm) -> list[RawRow]:
        rows = []
        for guide in load_guides():
            for unit in entities(form):
                codes = [item.id for item in expected_items(guide, unit)]
                rows += [self._row(guide.id, guide.name, unit, code) for code in codes]
                rows.append(self._row(guide.id, guide.name, unit, LEVEL_CODE))
        return rows

    def _row(self, practice: str, sheet: str, unit: str, code: str) -> RawRow:
        place = Place(FORM_NAME, sheet, code if unit == INSTITUTION else f"{code} ({unit})")
        first, second = (self.answer(practice, unit, code, rater).strip() for rater in (0, 1))
        evidence, note = self.evidence(practice, unit, code)
        return RawRow(
            practice=practice,
            unit=Cell(unit, place),
            item=Cell(code, place),
            answers=(
                Cell(first, place._replace(cell=f"{place.cell}, penilai 1")),
                Cell(second, place._replace(cell=f"{place.cell}, penilai 2")),
            ),
            evidence=Cell(evidence.strip(), place._replace(cell=f"{place.cell}, data dukung")),
            note=note.strip(),
        )


def _typed(item: EvidenceItem, answer: Answer | None) -> str:
    if isinstance(answer, date) and answer not in {NEVER, UNBOUNDED}:
        return answer.isoformat()
    return format_answer(item, answer)
