"""Say which questions of a form are not answered yet."""

from collections.abc import Iterator

from lapor_lab.practices.maturity.evidence_item import EvidenceItem
from lapor_lab.practices.maturity.form import ItemAnswer, MaturityForm
from lapor_lab.practices.maturity.guide import PracticeGuide
from lapor_lab.practices.maturity.guide_file import load_guides
from lapor_lab.practices.maturity.place import Place, Problem, quoted
from lapor_lab.practices.maturity.raw_form import INSTITUTION

__all__ = ["entities", "expected_items", "find_gaps"]

_ADVICE = "Jawab bila sudah diketahui; sampai itu dihitung belum terpenuhi."


def entities(form: MaturityForm) -> tuple[str, ...]:
    """Return whom a form is about: the whole, then each listed unit.

    Parameters
    ----------
    form : MaturityForm
        A form.

    Returns
    -------
    tuple of str
        Their names.
    """
    return (INSTITUTION, *form.units)


def expected_items(guide: PracticeGuide, unit: str) -> tuple[EvidenceItem, ...]:
    """Return what is asked about the whole or about a unit.

    Parameters
    ----------
    guide : PracticeGuide
        Of a practice.
    unit : str
        A unit, or "Seluruh instansi".

    Returns
    -------
    tuple of EvidenceItem
        In the order of the form.
    """
    return guide.items_of("instansi" if unit == INSTITUTION else "unit")


def find_gaps(form: MaturityForm, faulty: frozenset[Place]) -> list[Problem]:
    """Find what is not answered.

    One line stands for a unit, or for a practice of it, of which nothing was answered; else
    one for each cell.

    Parameters
    ----------
    form : MaturityForm
        A form.
    faulty : frozenset of Place
        Cells of which something is said already.

    Returns
    -------
    list of Problem
        The gaps.
    """
    by_key = {(a.practice, a.unit, a.item): a for a in form.answers}
    answered = {(a.practice, a.unit) for a in form.answers if a.answers != (None, None)}
    gaps: list[Problem] = []
    if form.raters[1] and form.rater_numbers == (0,):
        fault = "penilai 2 belum menjawab satu butir pun; kesepakatan belum dapat dihitung."
        gaps.append(Place(form.file).fault(fault))
    for unit in entities(form):
        if all((guide.id, unit) not in answered for guide in load_guides()):
            place = form.units[unit].place if unit in form.units else Place(form.file)
            gaps.append(place.fault(f"{quoted(unit)} belum dijawab sama sekali. {_ADVICE}"))
            continue
        for guide in load_guides():
            found = [by_key.get((guide.id, unit, i.id)) for i in expected_items(guide, unit)]
            if (guide.id, unit) in answered:
                for item, answer in zip(expected_items(guide, unit), found, strict=True):
                    gaps += _cell_gaps(form, guide, unit, item, answer, faulty)
            else:
                place = next((a.places[0] for a in found if a), _sheet(form, guide))
                fault = f"{guide.name} di {quoted(unit)} belum dijawab. {_ADVICE}"
                gaps.append(place.fault(fault))
    return gaps


def _cell_gaps(
    form: MaturityForm,
    guide: PracticeGuide,
    unit: str,
    item: EvidenceItem,
    answer: ItemAnswer | None,
    faulty: frozenset[Place],
) -> Iterator[Problem]:
    if answer is None:
        fault = f'butir "{item.id}" untuk {quoted(unit)} tidak ada. Salin dari formulir kosong.'
        yield _sheet(form, guide).fault(fault)
        return
    open_raters = [
        rater
        for rater in form.rater_numbers
        if answer.answers[rater] is None and answer.places[rater] not in faulty
    ]
    if open_raters:
        numbers = " dan ".join(str(rater + 1) for rater in open_raters)
        fault = f'butir "{item.id}" untuk {quoted(unit)} belum dijawab penilai {numbers}.'
        yield answer.places[open_raters[0]].fault(f"{fault} {_ADVICE}")


def _sheet(form: MaturityForm, guide: PracticeGuide) -> Place:
    is_toml = form.file.casefold().endswith(".toml")
    return Place(form.file, guide.id if is_toml else guide.name)
