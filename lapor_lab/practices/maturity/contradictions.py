"""Find answers of one rater that cannot all be true."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from lapor_lab.practices.maturity.answer import format_answer
from lapor_lab.practices.maturity.evidence_item import Answer, EvidenceItem
from lapor_lab.practices.maturity.form import ItemAnswer
from lapor_lab.practices.maturity.guide import PracticeGuide
from lapor_lab.practices.maturity.place import Problem
from lapor_lab.schema import format_date, format_number

__all__ = ["Contradiction", "find_contradictions"]

_MOST_POINTS_APART = 1.0


@dataclass(frozen=True, kw_only=True)
class Contradiction:
    """An answer that another one, the number of units or the calendar denies.

    Parameters
    ----------
    item : str
        Id of the item whose answer no longer counts as it stands.
    rater : int
        0 or 1.
    verdict : bool or None
        What it counts as: not met, or unknown.
    problem : Problem
        What is said of it.
    """

    item: str
    rater: int
    verdict: bool | None
    problem: Problem


def find_contradictions(
    guide: PracticeGuide,
    answers: Mapping[str, ItemAnswer],
    *,
    assessed_on: date | None,
    n_units: int | None,
    n_units_without: Mapping[str, tuple[int, int]],
) -> list[Contradiction]:
    """Find contradictions in the answers about one practice of one unit.

    Parameters
    ----------
    guide : PracticeGuide
        The practice.
    answers : mapping of str to ItemAnswer
        By the id of the item.
    assessed_on : date or None
        Day of assessment.
    n_units : int or None
        How many units the institution has.
    n_units_without : mapping of str to tuple of (int, int)
        Of how many units rater 1 and 2 said "tidak", by the id of the item of units.

    Returns
    -------
    list of Contradiction
        At most a few for each item and rater.
    """
    found: list[Contradiction] = []
    for item in guide.items:
        for rater in (0, 1):
            answer = answers[item.id].answers[rater] if item.id in answers else None
            if answer is None:
                continue
            found += _alone(item, answers[item.id], rater, assessed_on, n_units)
            n_without = n_units_without.get(item.unit_item, (0, 0))[rater]
            found += _against_units(item, answers[item.id], rater, n_units, n_without)
            if item.details in answers:
                parent = guide.item(item.details)
                pair = (answers[parent.id], answers[item.id])
                found += _against(parent, item, pair, rater, assessed_on, n_units)
    return found


def _alone(
    item: EvidenceItem,
    row: ItemAnswer,
    rater: int,
    assessed_on: date | None,
    n_units: int | None,
) -> Iterator[Contradiction]:
    answer = row.answers[rater]
    if item.is_past and assessed_on and isinstance(answer, date) and answer > assessed_on:
        fault = (
            f"{format_date(answer)} sesudah tanggal penilaian {format_date(assessed_on)}. "
            "Tulis tanggal kegiatan yang sudah terjadi."
        )
        yield _contradiction(item, row, rater, fault)
    if item.of_units and n_units is not None and isinstance(answer, float) and answer > n_units:
        fault = (
            f"{format_number(answer, 0)} melebihi jumlah unit {format_number(n_units, 0)}. "
            "Perbaiki hitungan ini atau jumlah unit pada identitas."
        )
        yield _contradiction(item, row, rater, fault)


def _against_units(
    item: EvidenceItem, row: ItemAnswer, rater: int, n_units: int | None, n_without: int
) -> Iterator[Contradiction]:
    answer = row.answers[rater]
    if (
        not n_units
        or not n_without
        or not isinstance(answer, float)
        or answer > _whole(item, n_units)
    ):
        return
    most = n_units - n_without
    if answer > (most if item.of_units else 100 * most / n_units + _MOST_POINTS_APART):
        fault = (
            f"{format_answer(item, answer)} terlalu banyak: {format_number(n_without, 0)} dari "
            f'{format_number(n_units, 0)} unit dijawab "tidak" pada butir "{item.unit_item}". '
            "Perbaiki salah satunya."
        )
        yield _contradiction(item, row, rater, fault)


def _whole(item: EvidenceItem, n_units: int) -> float:
    return n_units if item.of_units else 100


def _against(
    parent: EvidenceItem,
    item: EvidenceItem,
    rows: tuple[ItemAnswer, ItemAnswer],
    rater: int,
    assessed_on: date | None,
    n_units: int | None,
) -> Iterator[Contradiction]:
    stated, answer = rows[0].answers[rater], rows[1].answers[rater]
    is_decree = isinstance(stated, bool) and isinstance(answer, date)
    if is_decree and assessed_on:
        yield from _decree(parent, item, rows, rater, assessed_on)
    is_count = item.kind == "share" and isinstance(stated, float) and isinstance(answer, float)
    if is_count and n_units and _points_apart(stated, answer, n_units) > _MOST_POINTS_APART:
        fault = (
            f"{format_answer(item, answer)} tidak sejalan dengan {format_answer(parent, stated)} "
            f"dari {format_number(n_units, 0)} unit di {rows[0].places[rater].cell}. "
            "Samakan keduanya."
        )
        yield _contradiction(item, rows[1], rater, fault)


def _decree(
    parent: EvidenceItem,
    item: EvidenceItem,
    rows: tuple[ItemAnswer, ItemAnswer],
    rater: int,
    assessed_on: date,
) -> Iterator[Contradiction]:
    stated, last_day = rows[0].answers[rater], rows[1].answers[rater]
    place = rows[0].places[rater].cell
    if not isinstance(last_day, date):
        return
    if stated and last_day < assessed_on:
        fault = (
            f'SK dijawab "ya" di {place}, tetapi berakhir {format_date(last_day)}, sebelum '
            f"tanggal penilaian {format_date(assessed_on)}. SK dihitung tidak berlaku; perbarui "
            "SK, atau perbaiki tanggalnya."
        )
        yield _contradiction(item, rows[1], rater, fault, verdict=False)
        yield _contradiction(parent, rows[1], rater, fault, verdict=False)
    if not stated and last_day >= assessed_on:
        fault = (
            f'berlaku sampai {format_answer(item, last_day)}, tetapi SK dijawab "tidak" di '
            f"{place}. Perbaiki salah satunya."
        )
        yield _contradiction(item, rows[1], rater, fault)


def _points_apart(stated: Answer | None, answer: Answer | None, n_units: int) -> float:
    if isinstance(stated, float) and isinstance(answer, float):
        return abs(answer - 100 * stated / n_units)
    return 0.0


def _contradiction(
    item: EvidenceItem,
    row: ItemAnswer,
    rater: int,
    fault: str,
    *,
    verdict: bool | None = None,
) -> Contradiction:
    problem = row.places[rater].fault(fault)
    return Contradiction(item=item.id, rater=rater, verdict=verdict, problem=problem)
