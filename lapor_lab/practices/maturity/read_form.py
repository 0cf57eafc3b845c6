"""Read a filled-in form, name every fault in it, and keep the rest."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from lapor_lab.errors import InputFileError
from lapor_lab.practices.maturity.answer import BLANKS, AnswerError, parse_answer
from lapor_lab.practices.maturity.evidence_item import EvidenceItem
from lapor_lab.practices.maturity.form import (
    ItemAnswer,
    LevelClaim,
    MaturityForm,
    tabulate_problems,
)
from lapor_lab.practices.maturity.gaps import expected_items, find_gaps
from lapor_lab.practices.maturity.guide import LEVELS, PracticeGuide
from lapor_lab.practices.maturity.guide_file import load_guides
from lapor_lab.practices.maturity.identity import Identity, read_identity, unit_key
from lapor_lab.practices.maturity.place import Cell, Place, Problem, quoted
from lapor_lab.practices.maturity.raw_form import INSTITUTION, LEVEL_CODE, RawForm, RawRow
from lapor_lab.practices.maturity.toml_form import read_toml_form
from lapor_lab.practices.maturity.workbook_form import read_workbook_form

__all__ = ["check_form", "read_form"]

_T = TypeVar("_T")
_NO_EVIDENCE = BLANKS | {"tidak ada", "belum ada", "belum"}


def read_form(path: str | Path) -> MaturityForm:
    """Read a form.

    Parameters
    ----------
    path : str or Path
        An .xlsx or .toml file in the layout of the blank form.

    Returns
    -------
    MaturityForm
        Its answers; what cannot be understood stands in `problems` and is left out.

    Raises
    ------
    InputFileError
        If the file is absent, broken or no form at all.
    """
    path = Path(path)
    if path.is_dir():
        raise InputFileError("not_a_form", path=path)
    if not path.is_file():
        raise InputFileError("file_missing", path=path)
    is_toml = path.suffix.casefold() == ".toml"
    return check_form(read_toml_form(path) if is_toml else read_workbook_form(path))


def check_form(raw: RawForm) -> MaturityForm:
    """Understand what stands in a form.

    Parameters
    ----------
    raw : RawForm
        Texts with their places.

    Returns
    -------
    MaturityForm
        Answers, and what is wrong.
    """
    identity = read_identity(raw)
    reading = _Reading(identity)
    guides = {guide.id: guide for guide in load_guides()}
    for row in raw.rows:
        reading.take(guides[row.practice], row)
    form = MaturityForm(
        file=raw.file,
        institution=identity.institution,
        assessed_on=identity.assessed_on,
        raters=identity.raters,
        n_units=identity.n_units,
        units=identity.units,
        answers=tuple(reading.answers.values()),
        claims=tuple(reading.claims.values()),
        is_example=identity.is_example,
        problems=tabulate_problems([]),
    )
    faults = [*raw.problems, *identity.problems, *reading.problems]
    gaps = find_gaps(form, frozenset(reading.faulty))
    return replace(form, problems=tabulate_problems([*faults, *gaps]))


class _Reading:
    """Lines that were understood so far."""

    def __init__(self, identity: Identity) -> None:
        self.answers: dict[tuple[str, str, str], ItemAnswer] = {}
        self.claims: dict[tuple[str, str], LevelClaim] = {}
        self.problems: list[Problem] = []
        self.faulty: set[Place] = set()
        self._unknown: set[tuple[str, str]] = set()
        self._units = {unit_key(name): name for name in identity.units}
        self._units[unit_key(INSTITUTION)] = INSTITUTION
        if identity.institution:
            self._units.setdefault(unit_key(identity.institution), INSTITUTION)

    def take(self, guide: PracticeGuide, row: RawRow) -> None:
        """Understand one line."""
        is_blank = all(c.text.casefold() in BLANKS for c in (*row.answers, row.evidence))
        unit = self._units.get(unit_key(row.unit.text))
        if unit is None:
            self._say_unknown_unit(row, is_blank=is_blank)
            return
        if row.item.text.casefold() == LEVEL_CODE:
            self._take_claim(guide, unit, row)
            return
        items = {item.id: item for item in guide.items}
        item = items.get(row.item.text.casefold())
        if item is None:
            if not is_blank:
                codes = ", ".join(i.id for i in expected_items(guide, unit))
                fault = (
                    f"kode {quoted(row.item.text)} tidak dikenal. Pilih salah satu dari {codes}."
                )
                self.problems.append(row.item.place.fault(fault))
            return
        if item not in expected_items(guide, unit):
            if not is_blank:
                other = f'"{INSTITUTION}"' if item.scope == "instansi" else "sebuah unit"
                fault = f'butir "{item.id}" dijawab untuk {other}, bukan {quoted(unit)}. Pindahkan.'
                self.problems.append(row.unit.place.fault(fault))
            return
        self._take_answer(guide, unit, item, row)

    def _say_unknown_unit(self, row: RawRow, *, is_blank: bool) -> None:
        key = (row.practice, unit_key(row.unit.text))
        if is_blank or (row.unit.text and key in self._unknown):
            return
        self._unknown.add(key)
        fault = "unit belum diisi. Pilih unit dari daftar; sampai itu baris ini tidak dinilai."
        if row.unit.text:
            fault = (
                f"unit {quoted(row.unit.text)} tidak ada dalam daftar unit. Tambahkan ke daftar, "
                "atau perbaiki namanya; sampai itu baris-barisnya tidak dinilai."
            )
        self.problems.append(row.unit.place.fault(fault))

    def _take_answer(
        self, guide: PracticeGuide, unit: str, item: EvidenceItem, row: RawRow
    ) -> None:
        first, second = (self._parse(c, lambda t: parse_answer(item, t)) for c in row.answers)
        has_evidence = row.evidence.text.casefold() not in _NO_EVIDENCE
        answer = ItemAnswer(
            practice=guide.id,
            unit=unit,
            item=item.id,
            answers=(first, second),
            evidence=row.evidence.text if has_evidence else "",
            note=row.note,
            places=(row.answers[0].place, row.answers[1].place),
            evidence_place=row.evidence.place,
        )
        key = (guide.id, unit, item.id)
        earlier = self.answers.get(key)
        if earlier is None or earlier.answers == (None, None):
            self.answers[key] = answer
        elif answer.answers != (None, None):
            fault = (
                f'butir "{item.id}" untuk {quoted(unit)} sudah dijawab di '
                f"{earlier.places[0].cell}. Hapus salah satunya; yang pertama dipakai."
            )
            self.problems.append(row.item.place.fault(fault))

    def _take_claim(self, guide: PracticeGuide, unit: str, row: RawRow) -> None:
        first, second = (self._parse(cell, _parse_level) for cell in row.answers)
        claim = LevelClaim(
            practice=guide.id,
            unit=unit,
            levels=(first, second),
            places=(row.answers[0].place, row.answers[1].place),
        )
        earlier = self.claims.get((guide.id, unit))
        if earlier is None or earlier.levels == (None, None):
            self.claims[guide.id, unit] = claim
        elif claim.levels != (None, None):
            fault = (
                f"tingkat untuk {quoted(unit)} sudah dinilai di {earlier.places[0].cell}. "
                "Hapus salah satunya; yang pertama dipakai."
            )
            self.problems.append(row.item.place.fault(fault))

    def _parse(self, cell: Cell, parse: Callable[[str], _T]) -> _T | None:
        try:
            return parse(cell.text)
        except AnswerError as fault:
            self.problems.append(cell.place.fault(str(fault)))
            self.faulty.add(cell.place)
            return None


def _parse_level(text: str) -> int | None:
    if text.casefold() in BLANKS:
        return None
    if text in {str(level) for level in LEVELS}:
        return int(text)
    raise AnswerError(text, "bukan tingkat. Pilih 0, 1, 2, 3, atau 4.")
