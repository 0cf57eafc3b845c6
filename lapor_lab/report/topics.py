"""An evaluation of topic sorting as a page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pandas as pd

from lapor_lab.plots import plot_confusion
from lapor_lab.report.output import check_kind, write_atomically
from lapor_lab.report.page import (
    cover_notices,
    is_synthetic,
    render_page,
    scenario_caption,
)
from lapor_lab.report.picture import draw_picture
from lapor_lab.schema import label
from lapor_lab.schema.tables import Column, require_columns

__all__ = ["TopicEvaluation", "write_topics"]

_SCORES: Final = tuple(
    Column(name, "number", is_required=True) for name in ("score", "estimate", "lower", "upper")
)
_TOPICS: Final = tuple(
    Column(name, "number", is_required=True)
    for name in ("topic", "n", "precision", "recall", "recall_lower", "recall_upper", "f1")
)


@dataclass(frozen=True, kw_only=True)
class TopicEvaluation:
    """How well a classifier sorts topics, ready to be written.

    Parameters
    ----------
    scores : DataFrame of shape (n_scores, 4)
        `score, estimate, lower, upper`, shares in [0, 1]; a score's name is the label
        ``score.<score>``, such as ``accuracy`` or ``macro_f1``.
    topics : DataFrame of shape (n_topics, 7)
        `topic, n, precision, recall, recall_lower, recall_upper, f1`.
    confusion : DataFrame of shape (n_topics, n_topics)
        Counts; index true, columns predicted, in the same order.
    method : str
        What the classifier is, in a sentence.
    n_train, n_test : int
        Complaints learnt from and judged on.
    provenance : mapping of str to str
        As the complaint log carries it.
    notes : tuple of str, default=()
        Further sentences for the section on limits.

    Raises
    ------
    ColumnNotFoundError
        If a table lacks a column.
    """

    scores: pd.DataFrame
    topics: pd.DataFrame
    confusion: pd.DataFrame
    method: str
    n_train: int
    n_test: int
    provenance: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_columns(self.scores.columns, _SCORES, path="scores")
        require_columns(self.topics.columns, _TOPICS, path="topics")


def write_topics(evaluation: TopicEvaluation, path: Path | str) -> Path:
    """Write an evaluation of topic sorting as a page.

    Parameters
    ----------
    evaluation : TopicEvaluation
        What to write.
    path : Path or str
        Where it should go; must end in ``.html``.

    Returns
    -------
    Path
        The file, whole.

    Raises
    ------
    OutputError
        If the suffix is another, or the place cannot be written.
    ParameterError
        If the confusion matrix is not square.
    """
    target = check_kind(path, [".html"])
    made_up = is_synthetic(evaluation.provenance)
    n_topics = len(evaluation.confusion)
    picture = draw_picture(
        lambda ax: plot_confusion(
            evaluation.confusion,
            ax=ax,
            is_synthetic=made_up,
            caption=scenario_caption(evaluation.provenance),
        ),
        width_inches=max(7.0, 4 + 0.42 * n_topics),
        height_inches=1.8 + 0.42 * n_topics,
        alt=label("report.alt_confusion", n=n_topics),
    )
    page = render_page(
        "topics.html.jinja",
        title=label("report.topics"),
        evaluation=evaluation,
        notices=cover_notices(evaluation.provenance, always=("notice.human_decides",)),
        is_synthetic=made_up,
        picture=picture,
        scores=evaluation.scores.to_dict("records"),
        topics=evaluation.topics.sort_values("topic").to_dict("records"),
        confused=_confused_pairs(evaluation.confusion),
    )
    write_atomically(target, page)
    return target


def _confused_pairs(confusion: pd.DataFrame, n_pairs: int = 5) -> list[tuple[str, str, int, int]]:
    """Return the largest cells off the diagonal: true topic, predicted one, count, row's total."""
    totals = confusion.sum(axis=1)
    cells = [
        (str(true), str(predicted), int(confusion.loc[true, predicted]), int(totals[true]))
        for true in confusion.index
        for predicted in confusion.columns
        if true != predicted and confusion.loc[true, predicted] > 0
    ]
    return sorted(cells, key=lambda cell: (-cell[2], cell[0], cell[1]))[:n_pairs]
