"""How well a classifier sorts texts that it has not seen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
from sklearn.base import clone

from lapor_lab.errors import ParameterError
from lapor_lab.topics.checks import as_strings, check_lengths
from lapor_lab.topics.classifier import TopicClassifier
from lapor_lab.topics.folds import split_folds
from lapor_lab.topics.normalise import normalise_text
from lapor_lab.topics.scores import score_predictions

__all__ = ["Evaluation", "evaluate_topics"]


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """Predictions for texts held out, and how they agree with the labels.

    Parameters
    ----------
    scores : DataFrame of shape (2, 5)
        Columns `score` (``accuracy``, ``macro_f1``), `estimate`, `lower`, `upper`, `method`.
    topics : DataFrame of shape (n_topics, 11)
        Columns `topic`, `n`, and `precision`, `recall` and `f1`, each with `_lower`, `_upper`.
    confusion : DataFrame of shape (n_topics, n_topics)
        Counts; index the label, columns the prediction.
    predictions : ndarray of str of shape (n_texts,)
        Topic predicted by a model that had not seen the text.
    confidences : ndarray of float64 of shape (n_texts,)
        Its probability.
    folds : ndarray of int64 of shape (n_texts,)
        Fold in which each text was held out.
    """

    scores: pd.DataFrame
    topics: pd.DataFrame
    confusion: pd.DataFrame
    predictions: npt.NDArray[np.object_]
    confidences: npt.NDArray[np.float64]
    folds: npt.NDArray[np.int64]

    def estimate(self, score: str) -> float:
        """Return one score.

        Parameters
        ----------
        score : str
            ``accuracy`` or ``macro_f1``.

        Returns
        -------
        float
            Its estimate, a share.
        """
        return float(self.scores.set_index("score")["estimate"][score])


def evaluate_topics(
    classifier: TopicClassifier,
    texts: Iterable[str],
    labels: Iterable[str],
    *,
    groups: Sequence[object] | None = None,
    n_folds: int = 5,
    rng: np.random.Generator | int = 0,
) -> Evaluation:
    """Evaluate a classifier by cross-validation.

    Copies of one text never stand on both sides of a split. With `groups`, whole groups are
    held out, which asks a harder question: how well are texts of a new kind sorted? A topic
    that is held out whole cannot be predicted and counts as missed.

    Parameters
    ----------
    classifier : TopicClassifier
        Not changed: copies of it are fitted.
    texts : list or Series of str of shape (n_texts,)
        Texts.
    labels : list or Series of str of shape (n_texts,)
        Their topics, as observed.
    groups : sequence of shape (n_texts,), default=None
        What to hold out together, such as `template_family`; None for copies only.
    n_folds : int, default=5
        Number of folds, at least 2.
    rng : Generator or int, default=0
        Source of randomness of folds and intervals.

    Returns
    -------
    Evaluation
        Scores, tables and predictions.

    Raises
    ------
    ParameterError
        If lengths differ, there are fewer groups than folds, or a fold leaves one topic only.

    Examples
    --------
    >>> texts = ["jalan rusak", "jalan berlubang", "obat kosong", "obat habis"]
    >>> labels = ["jalan", "jalan", "obat", "obat"]
    >>> evaluate_topics(TopicClassifier(), texts, labels, n_folds=2).estimate("accuracy")
    1.0
    """
    text, label = as_strings(texts, "texts"), as_strings(labels, "labels")
    check_lengths("labels", len(label), len(text))
    if groups is not None:
        check_lengths("groups", len(groups), len(text))
    units = [normalise_text(t) for t in text] if groups is None else [str(g) for g in groups]
    n_units = len(set(units))
    if not 2 <= n_folds <= n_units:  # noqa: PLR2004 - one side to learn from, one to judge
        raise ParameterError(
            "parameter_range",
            name="n_folds",
            allowed=f"from 2 to the number of different texts or groups ({n_units})",
            value=n_folds,
            remedy="Take fewer folds or more texts.",
        )
    generator = np.random.default_rng(rng)
    folds = split_folds(label, units, n_folds, generator)
    predictions = np.empty(len(text), dtype=object)
    confidences = np.empty(len(text))
    for fold in range(n_folds):
        held = folds == fold
        model = clone(classifier).fit(text[~held], label[~held])
        probabilities = model.predict_proba(text[held])
        predictions[held] = model.classes_[probabilities.argmax(axis=1)]
        confidences[held] = probabilities.max(axis=1)
    scored = score_predictions(label, predictions, groups=groups, rng=generator)
    return Evaluation(
        scores=scored.scores,
        topics=scored.topics,
        confusion=scored.confusion,
        predictions=predictions,
        confidences=confidences,
        folds=folds,
    )
