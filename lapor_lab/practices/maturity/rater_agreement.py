"""How far the two raters agree, and on what they do not."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.practices.maturity.answer import format_answer
from lapor_lab.practices.maturity.guide import LEVELS
from lapor_lab.practices.maturity.guide_file import load_guides
from lapor_lab.practices.maturity.judgement import Judgement
from lapor_lab.stats.agreement import Agreement, cohen_kappa

__all__ = ["ALL_PRACTICES", "item_agreement", "level_agreement", "list_disagreements"]

ALL_PRACTICES: Final = "semua"
_COLUMNS: Final = ["practice", "n", "kappa", "lower", "upper", "observed_share", "weighting"]


def item_agreement(judgements: Sequence[Judgement]) -> pd.DataFrame:
    """Return kappa over the items: does the answer meet what is asked, or not.

    Parameters
    ----------
    judgements : sequence of Judgement
        Of all practices and units.

    Returns
    -------
    DataFrame of shape (6, 7)
        `practice` ("semua" for all), `n` items that both answered, `kappa`, `lower`, `upper`,
        `observed_share`, and `weighting` "tanpa bobot".
    """
    rows = []
    for practice, chosen in _by_practice(judgements):
        pairs = [j.verdicts for each in chosen for j in each.items if None not in j.verdicts]
        rows.append(_row(practice, cohen_kappa(*_columns(pairs)), "tanpa bobot"))
    return pd.DataFrame(rows, columns=_COLUMNS)


def level_agreement(judgements: Sequence[Judgement]) -> pd.DataFrame:
    """Return kappa over the levels that the raters hold right, near ones counted in part.

    Parameters
    ----------
    judgements : sequence of Judgement
        Of all practices and units.

    Returns
    -------
    DataFrame of shape (6, 7)
        As `item_agreement`, with `weighting` "linear".
    """
    rows = []
    for practice, chosen in _by_practice(judgements):
        pairs = [each.claims for each in chosen if None not in each.claims]
        kappa = cohen_kappa(
            *_columns(pairs),
            weighting="linear",
            categories=list(LEVELS),
        )
        rows.append(_row(practice, kappa, "linear"))
    return pd.DataFrame(rows, columns=_COLUMNS)


def list_disagreements(judgements: Iterable[Judgement]) -> pd.DataFrame:
    """Return what the raters answered differently.

    Parameters
    ----------
    judgements : iterable of Judgement
        Of all practices and units.

    Returns
    -------
    DataFrame of shape (n_disagreements, 7)
        `unit`, `practice`, `item`, `question`, `answer_1`, `answer_2`, and `is_decisive`:
        whether one answer is good enough and the other not.
    """
    columns = ["unit", "practice", "item", "question", "answer_1", "answer_2", "is_decisive"]
    rows = []
    for each in judgements:
        for judged in each.items:
            answers = judged.answer.answers if judged.answer else (None, None)
            if None in answers or answers[0] == answers[1]:
                continue
            texts = [format_answer(judged.item, answer) for answer in answers]
            is_decisive = judged.verdicts[0] != judged.verdicts[1]
            item = judged.item
            rows.append([each.unit, each.practice, item.id, item.question, *texts, is_decisive])
    table = pd.DataFrame(rows, columns=columns)
    return table.astype({"is_decisive": bool})


def _by_practice(judgements: Sequence[Judgement]) -> Iterable[tuple[str, list[Judgement]]]:
    for guide in load_guides():
        yield guide.id, [each for each in judgements if each.practice == guide.id]
    yield ALL_PRACTICES, list(judgements)


def _columns(pairs: Sequence[tuple[object, object]]) -> tuple[NDArray[Any], NDArray[Any]]:
    table = np.empty((len(pairs), 2), dtype=object)
    for at, pair in enumerate(pairs):
        table[at] = pair
    return table[:, 0], table[:, 1]


def _row(practice: str, found: Agreement, weighting: str) -> list[object]:
    numbers = [found.kappa, found.lower, found.upper, found.observed_share]
    return [practice, found.n, *numbers, weighting]
