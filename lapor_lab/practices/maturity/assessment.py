"""An assessment: levels by evidence, agreement of the raters, and a profile beside others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.practices.maturity.answer import format_answer
from lapor_lab.practices.maturity.form import MaturityForm, tabulate_problems
from lapor_lab.practices.maturity.gaps import entities
from lapor_lab.practices.maturity.guide_file import load_guides
from lapor_lab.practices.maturity.institution_name import is_same_institution
from lapor_lab.practices.maturity.judgement import JudgedItem, Judgement, judge
from lapor_lab.practices.maturity.place import Place, Problem, quoted
from lapor_lab.practices.maturity.profile import tabulate_groups, tabulate_profile
from lapor_lab.practices.maturity.rater_agreement import (
    item_agreement,
    level_agreement,
    list_disagreements,
)

__all__ = ["Assessment", "assess"]

_LEVELS: Final = ["unit", "group", "practice", "level", "claimed_1", "claimed_2"]
_COUNTS: Final = ["n_items", "n_met", "n_unanswered"]
_ITEMS: Final = [
    "unit",
    "group",
    "practice",
    "item",
    "item_level",
    "question",
    "answer_1",
    "answer_2",
    "is_met",
    "evidence",
    "note",
    "remark",
]


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """What a form shows. Levels are no score of SPBE nor of PANRB.

    Parameters
    ----------
    institution : str
        Whom it is about.
    assessed_on : date or None
        Day of assessment.
    raters : tuple of str
        Of whom the answers are.
    n_units : int or None
        How many units the institution has, listed or not.
    is_example : bool
        Whether the form is an invented example.
    levels : DataFrame of shape (n_units * 5, 9)
        `unit` ("Seluruh instansi" for the whole), `group`, `practice`, `level` that the
        evidence supports (NaN if nothing was answered), `claimed_1`, `claimed_2`, `n_items`,
        `n_met`, `n_unanswered`.
    items : DataFrame of shape (n_answers, 12)
        `unit`, `group`, `practice`, `item`, `item_level`, `question`, `answer_1`, `answer_2`,
        `is_met` (True, False or missing), `evidence`, `note`, `remark`.
    agreement : DataFrame of shape (6, 7)
        Kappa over items: `practice` or "semua", `n`, `kappa`, `lower`, `upper`,
        `observed_share`, `weighting`.
    level_agreement : DataFrame of shape (6, 7)
        The same over claimed levels, with linear weights.
    disagreements : DataFrame of shape (n_disagreements, 7)
        `unit`, `practice`, `item`, `question`, `answer_1`, `answer_2`, `is_decisive`.
    profile : DataFrame of shape (5, 10)
        `practice`, `level` of the institution, `own_level` and `inherited_level` (level that
        half of these units reach), `role_model`, `role_model_basis`, `peers` (median),
        `n_peers`, `previous`, `previous_on`.
    groups : DataFrame of shape (n_groups * 5, 7)
        `group`, `practice`, `n_units`, `n_assessed`, `level`, `lowest`, `highest`.
    problems : DataFrame of shape (n_problems, 3)
        `sheet`, `cell`, `problem`.
    """

    institution: str
    assessed_on: date | None
    raters: tuple[str, str]
    n_units: int | None
    is_example: bool
    levels: pd.DataFrame
    items: pd.DataFrame
    agreement: pd.DataFrame
    level_agreement: pd.DataFrame
    disagreements: pd.DataFrame
    profile: pd.DataFrame
    groups: pd.DataFrame
    problems: pd.DataFrame


def assess(
    form: MaturityForm,
    *,
    previous: "MaturityForm | Assessment | None" = None,
    peers: Sequence[MaturityForm] = (),
    as_of: date | None = None,
) -> Assessment:
    """Assess the five practices by what a form shows.

    An item is met where all raters who answered find it met and what shows it is named; a
    level is supported where all its items and all below are met.

    Parameters
    ----------
    form : MaturityForm
        From `read_form`.
    previous : MaturityForm, Assessment or None, default=None
        The institution's own last round; that of another is named and left out.
    peers : sequence of MaturityForm, default=()
        Forms of other institutions; one of the institution itself is named and left out.
    as_of : date or None, default=None
        Day of assessment, in place of the form's own.

    Returns
    -------
    Assessment
        Levels, agreement, profile, and all that is wrong with the form.
    """
    assessed_on = as_of or form.assessed_on
    judgements = _judge_all(form, assessed_on)
    levels = _tabulate_levels(form, judgements)
    earlier = assess(previous) if isinstance(previous, MaturityForm) else previous
    problems = [Problem(*row) for row in form.problems.itertuples(index=False)]
    problems += [problem for each in judgements for problem in each.problems]
    if earlier and earlier.assessed_on and assessed_on and earlier.assessed_on >= assessed_on:
        fault = "putaran sebelumnya tidak lebih awal daripada penilaian ini. Periksa tanggalnya."
        problems.append(Place(form.file).fault(fault))
    if earlier and _is_another(earlier.institution, form.institution):
        fault = (
            f"putaran sebelumnya dari {quoted(earlier.institution)}, bukan "
            f"{quoted(form.institution)}; tidak dipakai. Periksa berkasnya, atau samakan namanya."
        )
        problems.append(Place(form.file).fault(fault))
        earlier = None
    others, own = _part_peers(form, peers)
    for peer in own:
        fault = "formulir instansi ini sendiri; tidak dipakai sebagai pembanding. Keluarkan."
        problems.append(Place(peer.file).fault(fault))
    groups = tabulate_groups(levels)
    return Assessment(
        institution=form.institution,
        assessed_on=assessed_on,
        raters=form.raters,
        n_units=form.n_units,
        is_example=form.is_example,
        levels=levels,
        items=_tabulate_items(form, judgements),
        agreement=item_agreement(judgements),
        level_agreement=level_agreement(judgements),
        disagreements=list_disagreements(judgements),
        profile=tabulate_profile(
            levels,
            groups,
            peers=[_levels_of(peer) for peer in others],
            previous=earlier.levels if earlier else None,
            previous_on=earlier.assessed_on if earlier else None,
        ),
        groups=groups,
        problems=tabulate_problems(problems),
    )


def _is_another(name: str, own: str) -> bool:
    return bool(name and own) and not is_same_institution(name, own)


def _part_peers(
    form: MaturityForm, peers: Iterable[MaturityForm]
) -> tuple[list[MaturityForm], list[MaturityForm]]:
    """Part forms of other institutions from those of the institution itself."""
    others: list[MaturityForm] = []
    own: list[MaturityForm] = []
    for peer in peers:
        is_own = bool(form.institution) and is_same_institution(peer.institution, form.institution)
        (own if is_own else others).append(peer)
    return others, own


def _levels_of(form: MaturityForm) -> pd.DataFrame:
    return _tabulate_levels(form, _judge_all(form, form.assessed_on))


def _judge_all(form: MaturityForm, assessed_on: date | None) -> list[Judgement]:
    return [
        judge(form, guide, unit, assessed_on=assessed_on)
        for unit in entities(form)
        for guide in load_guides()
    ]


def _tabulate_levels(form: MaturityForm, judgements: Iterable[Judgement]) -> pd.DataFrame:
    rows = [
        [
            each.unit,
            form.group_of(each.unit),
            each.practice,
            each.level,
            *(np.nan if claimed is None else float(claimed) for claimed in each.claims),
            len(each.items),
            sum(judged.is_met is True for judged in each.items),
            sum(_is_unanswered(judged) for judged in each.items),
        ]
        for each in judgements
    ]
    return pd.DataFrame(rows, columns=[*_LEVELS, *_COUNTS])


def _is_unanswered(judged: JudgedItem) -> bool:
    return judged.answer is None or judged.answer.answers == (None, None)


def _tabulate_items(form: MaturityForm, judgements: Iterable[Judgement]) -> pd.DataFrame:
    rows = []
    for each in judgements:
        for judged in each.items:
            item, answer = judged.item, judged.answer
            answers = answer.answers if answer else (None, None)
            rows.append(
                [
                    each.unit,
                    form.group_of(each.unit),
                    each.practice,
                    item.id,
                    item.level,
                    item.question,
                    *(format_answer(item, value) for value in answers),
                    pd.NA if judged.is_met is None else judged.is_met,
                    answer.evidence if answer else "",
                    answer.note if answer else "",
                    judged.remark,
                ]
            )
    return pd.DataFrame(rows, columns=_ITEMS).astype({"is_met": "boolean"})
