"""Judge what was answered about one practice of one unit by what shows it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from lapor_lab.practices.maturity.contradictions import find_contradictions
from lapor_lab.practices.maturity.evidence_item import EvidenceItem
from lapor_lab.practices.maturity.form import ItemAnswer, LevelClaim, MaturityForm
from lapor_lab.practices.maturity.gaps import expected_items
from lapor_lab.practices.maturity.guide import PracticeGuide
from lapor_lab.practices.maturity.place import Problem, quoted
from lapor_lab.practices.maturity.raw_form import INSTITUTION

__all__ = ["JudgedItem", "Judgement", "judge", "supported_level"]

_DIFFER = "kedua penilai berbeda"
_WITHOUT_EVIDENCE = "data dukung belum disebut"
_DENIED = "bertentangan dengan jawaban lain"


@dataclass(frozen=True, kw_only=True)
class JudgedItem:
    """An item, what was answered, and whether it is met.

    Parameters
    ----------
    item : EvidenceItem
        What was asked.
    answer : ItemAnswer or None
        What was answered.
    verdicts : tuple of (bool or None)
        Whether the answer of rater 1 and 2 is good enough; None if unknown.
    is_met : bool or None
        True where all who answered find it met and what shows it is named; False where one
        does not; None where nobody answered.
    remark : str
        Why it is not met although one rater says so; empty else.
    """

    item: EvidenceItem
    answer: ItemAnswer | None
    verdicts: tuple[bool | None, bool | None]
    is_met: bool | None
    remark: str


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """One practice of one unit.

    Parameters
    ----------
    practice, unit : str
        Of what.
    items : tuple of JudgedItem
        All that is asked, answered or not.
    level : float
        Level that the evidence supports; NaN if nothing was answered.
    claims : tuple of (int or None)
        Levels that the raters hold right.
    problems : tuple of Problem
        Contradictions, levels claimed above the evidence, answers that nothing shows.
    """

    practice: str
    unit: str
    items: tuple[JudgedItem, ...]
    level: float
    claims: tuple[int | None, int | None]
    problems: tuple[Problem, ...]


def judge(
    form: MaturityForm, guide: PracticeGuide, unit: str, *, assessed_on: date | None
) -> Judgement:
    """Judge one practice of one unit.

    Parameters
    ----------
    form : MaturityForm
        The form.
    guide : PracticeGuide
        The practice.
    unit : str
        A listed unit, or "Seluruh instansi".
    assessed_on : date or None
        Day of assessment.

    Returns
    -------
    Judgement
        Items, level and what is wrong.
    """
    answers = {a.item: a for a in form.answers if (a.practice, a.unit) == (guide.id, unit)}
    denials = find_contradictions(
        guide,
        answers,
        assessed_on=assessed_on,
        n_units=form.n_units,
        n_units_without=_count_without(form, guide) if unit == INSTITUTION else {},
    )
    denied = {(d.item, d.rater): d.verdict for d in denials}
    items = []
    problems = [denial.problem for denial in denials]
    for item in expected_items(guide, unit):
        answer = answers.get(item.id)
        judged = _judge_item(item, answer, denied, assessed_on)
        items.append(judged)
        if answer and judged.remark == _WITHOUT_EVIDENCE:
            fault = (
                f'data dukung butir "{item.id}" untuk {quoted(unit)} belum disebut. Tulis nama '
                f"atau nomornya, misalnya {item.evidence}; sampai itu butir dihitung belum "
                "terpenuhi."
            )
            problems.append(answer.evidence_place.fault(fault))
    level = supported_level(items)
    claims = [c for c in form.claims if (c.practice, c.unit) == (guide.id, unit)]
    for claim in claims:
        problems += _excess(guide, claim, level, items)
    return Judgement(
        practice=guide.id,
        unit=unit,
        items=tuple(items),
        level=level,
        claims=claims[0].levels if claims else (None, None),
        problems=tuple(problems),
    )


def supported_level(items: Sequence[JudgedItem]) -> float:
    """Return the highest level all of whose items, and of those below, are met.

    Parameters
    ----------
    items : sequence of JudgedItem
        All that is asked of a practice.

    Returns
    -------
    float
        0 to 4; NaN if no item was answered.
    """
    if all(judged.is_met is None for judged in items):
        return float(np.nan)
    unmet = [judged.item.level for judged in items if judged.is_met is not True]
    ceiling = min(unmet, default=max(judged.item.level for judged in items) + 1)
    return float(max((j.item.level for j in items if j.item.level < ceiling), default=0))


def _count_without(form: MaturityForm, guide: PracticeGuide) -> dict[str, tuple[int, int]]:
    """Count the units of which each rater said "tidak", by item."""
    denied = Counter(
        (answer.item, rater)
        for answer in form.answers
        if answer.practice == guide.id and answer.unit in form.units
        for rater in (0, 1)
        if answer.answers[rater] is False
    )
    return {item: (denied[item, 0], denied[item, 1]) for item, _ in denied}


def _judge_item(
    item: EvidenceItem,
    answer: ItemAnswer | None,
    denied: dict[tuple[str, int], bool | None],
    assessed_on: date | None,
) -> JudgedItem:
    verdicts: list[bool | None] = [None, None]
    for rater in (0, 1):
        value = answer.answers[rater] if answer else None
        if (item.id, rater) in denied:
            verdicts[rater] = denied[item.id, rater]
        elif value is not None:
            verdicts[rater] = item.is_met_by(value, assessed_on)
    is_denied = any((item.id, rater) in denied for rater in (0, 1))
    known = {verdict for verdict in verdicts if verdict is not None}
    is_met = None if not known else known == {True}
    remark = ""
    if is_denied:
        remark = _DENIED
        is_met = False if False in known else None
    elif len(known) > 1:
        remark = _DIFFER
    elif is_met and answer and not answer.evidence:
        remark, is_met = _WITHOUT_EVIDENCE, False
    first, second = verdicts
    return JudgedItem(
        item=item, answer=answer, verdicts=(first, second), is_met=is_met, remark=remark
    )


def _excess(
    guide: PracticeGuide, claim: LevelClaim, level: float, items: Sequence[JudgedItem]
) -> list[Problem]:
    problems = []
    for claimed, place in zip(claim.levels, claim.places, strict=True):
        if claimed is None or claimed <= level:
            continue
        if np.isnan(level):
            fault = (
                f"tingkat {claimed} untuk {quoted(claim.unit)} dinilai tanpa satu butir pun "
                f"dijawab. Jawab butir {guide.name} lebih dahulu."
            )
        else:
            lacking = ", ".join(
                f'"{judged.item.id}"'
                for judged in items
                if judged.is_met is not True and judged.item.level <= claimed
            )
            fault = (
                f"tingkat {claimed} untuk {quoted(claim.unit)} lebih tinggi daripada tingkat "
                f"{level:.0f} yang didukung bukti. Lengkapi {lacking or 'bukti'}, atau turunkan "
                "tingkatnya."
            )
        problems.append(place.fault(fault))
    return problems
