"""Scores of predicted topics against labels, with intervals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.errors import ParameterError
from lapor_lab.stats import wilson_interval
from lapor_lab.topics.checks import as_strings, check_lengths, check_share

__all__ = ["Scores", "compare_labels", "score_predictions"]

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Scores:
    """How predictions agree with labels.

    Parameters
    ----------
    scores : DataFrame of shape (2, 5)
        Columns `score` (``accuracy``, ``macro_f1``), `estimate`, `lower`, `upper`, `method`.
    topics : DataFrame of shape (n_topics, 11)
        Columns `topic`, `n`, and `precision`, `recall` and `f1`, each with `_lower` and
        `_upper`; the precision of a topic that is never predicted is missing.
    confusion : DataFrame of shape (n_topics, n_topics)
        Counts; index the label, columns the prediction, in the same order.
    """

    scores: pd.DataFrame
    topics: pd.DataFrame
    confusion: pd.DataFrame


def score_predictions(
    labels: Iterable[str],
    predictions: Iterable[str],
    *,
    groups: Sequence[object] | None = None,
    n_resamples: int = 500,
    confidence_level: float = 0.95,
    rng: np.random.Generator | int = 0,
) -> Scores:
    """Score predictions against labels.

    Shares (accuracy, precision, recall) have Wilson's interval, F1 the percentiles of a
    bootstrap over texts. With groups, texts are not independent: accuracy then takes the
    bootstrap too, which draws whole groups, and the intervals of precision and recall are
    too narrow.

    Parameters
    ----------
    labels : list or Series of str of shape (n_texts,)
        What the topic is, or is said to be.
    predictions : list or Series of str of shape (n_texts,)
        What was predicted.
    groups : sequence of shape (n_texts,), default=None
        What belongs together; None for independent texts.
    n_resamples : int, default=500
        Bootstrap resamples, at least 1.
    confidence_level : float, default=0.95
        In (0, 1).
    rng : Generator or int, default=0
        Source of randomness of the bootstrap.

    Returns
    -------
    Scores
        Tables. Macro F1 is the mean over the topics that stand among the labels.

    Raises
    ------
    ParameterError
        If there is no text, lengths differ, or a parameter is out of range.

    Examples
    --------
    >>> scored = score_predictions(["a", "a", "b"], ["a", "b", "b"])
    >>> scored.scores.set_index("score")["estimate"].round(3).to_dict()
    {'accuracy': 0.667, 'macro_f1': 0.667}
    """
    label, guess = as_strings(labels, "labels"), as_strings(predictions, "predictions")
    check_lengths("predictions", len(guess), len(label))
    check_share("confidence_level", confidence_level)
    if not len(label) or n_resamples < 1:
        name, value = ("labels", []) if not len(label) else ("n_resamples", n_resamples)
        raise ParameterError(
            "parameter_range", name=name, allowed="at least one", value=value, remedy="Give more."
        )
    topics = sorted({*label, *guess})
    number = {topic: position for position, topic in enumerate(topics)}
    pair = np.array(
        [number[a] * len(topics) + number[b] for a, b in zip(label, guess, strict=True)]
    )
    counts = np.bincount(pair, minlength=len(topics) ** 2).reshape(len(topics), -1)
    unit = np.arange(len(label)) if groups is None else _unit_numbers(groups, len(label))
    drawn = _resampled(pair, unit, len(topics), n_resamples, np.random.default_rng(rng))
    ends = [(1 - confidence_level) / 2, (1 + confidence_level) / 2]
    return Scores(
        scores=_score_table(counts, drawn, ends, is_grouped=groups is not None),
        topics=_topic_table(topics, counts, drawn, ends),
        confusion=pd.DataFrame(counts, index=topics, columns=topics),
    )


def compare_labels(
    predictions: Iterable[str],
    labels: Mapping[str, Iterable[str]],
    *,
    groups: Sequence[object] | None = None,
    rng: np.random.Generator | int = 0,
) -> pd.DataFrame:
    """Score the same predictions against several sets of labels, side by side.

    Against labels that hold errors a model seems worse than it is: beside `observed_topic`,
    a synthetic log also has `true_topic`.

    Parameters
    ----------
    predictions : list or Series of str of shape (n_texts,)
        What was predicted.
    labels : mapping of str to list or Series of str of shape (n_texts,)
        Sets of labels by name.
    groups : sequence of shape (n_texts,), default=None
        What belongs together; None for independent texts.
    rng : Generator or int, default=0
        Source of randomness of the bootstrap.

    Returns
    -------
    DataFrame of shape (2 * n_sets, 6)
        Columns `labels`, `score`, `estimate`, `lower`, `upper`, `method`.

    Examples
    --------
    >>> both = {"observed_topic": ["a", "b"], "true_topic": ["a", "a"]}
    >>> compare_labels(["a", "a"], both)["estimate"].round(2).tolist()
    [0.5, 0.33, 1.0, 1.0]
    """
    guess = as_strings(predictions, "predictions")
    tables = [
        score_predictions(found, guess, groups=groups, rng=rng).scores.assign(labels=name)
        for name, found in labels.items()
    ]
    table = pd.concat(tables, ignore_index=True)
    return table[["labels", *table.columns.drop("labels")]]


def _unit_numbers(groups: Sequence[object], n_texts: int) -> npt.NDArray[np.int64]:
    check_lengths("groups", len(groups), n_texts)
    return np.unique(np.array([str(group) for group in groups]), return_inverse=True)[1]


def _resampled(
    pair: npt.NDArray[np.int64],
    unit: npt.NDArray[np.int64],
    n_topics: int,
    n_resamples: int,
    rng: np.random.Generator,
) -> Floats:
    """Confusion matrices of resamples of whole units."""
    n_units = int(unit.max()) + 1
    drawn = np.empty((n_resamples, n_topics, n_topics))
    for resample in range(n_resamples):
        times = np.bincount(rng.integers(0, n_units, n_units), minlength=n_units)
        cells = np.bincount(pair, weights=times[unit], minlength=n_topics**2)
        drawn[resample] = cells.reshape(n_topics, n_topics)
    return drawn


def _f1(counts: npt.NDArray[np.int64] | Floats) -> Floats:
    """F1 by topic; missing where a topic has no label."""
    hits = np.diagonal(counts, axis1=-2, axis2=-1)
    labelled, guessed = counts.sum(axis=-1), counts.sum(axis=-2)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(labelled > 0, 2 * hits / (labelled + guessed), np.nan)


def _score_table(
    counts: npt.NDArray[np.int64], drawn: Floats, ends: list[float], *, is_grouped: bool
) -> pd.DataFrame:
    macro = np.nanquantile(np.nanmean(_f1(drawn), axis=1), ends)
    hits, n = np.trace(counts), counts.sum()
    if is_grouped:
        total = np.maximum(drawn.sum(axis=(1, 2)), 1)
        accuracy = np.quantile(np.trace(drawn, axis1=1, axis2=2) / total, ends)
        method = "cluster bootstrap"
    else:
        accuracy = np.array(wilson_interval(hits, n, ends[1] - ends[0])).ravel()
        method = "Wilson"
    return pd.DataFrame(
        {
            "score": ["accuracy", "macro_f1"],
            "estimate": [hits / n, float(np.nanmean(_f1(counts)))],
            "lower": [accuracy[0], macro[0]],
            "upper": [accuracy[1], macro[1]],
            "method": [method, "cluster bootstrap" if is_grouped else "bootstrap"],
        }
    )


def _topic_table(
    topics: list[str], counts: npt.NDArray[np.int64], drawn: Floats, ends: list[float]
) -> pd.DataFrame:
    hits, labelled, guessed = np.diagonal(counts), counts.sum(axis=1), counts.sum(axis=0)
    level = ends[1] - ends[0]
    f1_drawn = _f1(drawn)
    f1_drawn[:, labelled == 0] = 0  # no label at all: nothing to resample, taken out below
    f1_ends = np.nanquantile(f1_drawn, ends, axis=0)
    table = pd.DataFrame({"topic": topics, "n": labelled})
    for name, trials in (("precision", guessed), ("recall", labelled)):
        lower, upper = wilson_interval(hits, trials, level)
        with np.errstate(invalid="ignore", divide="ignore"):
            table[name] = np.where(trials > 0, hits / trials, np.nan)
        table[f"{name}_lower"], table[f"{name}_upper"] = lower, upper
    table["f1"], table["f1_lower"], table["f1_upper"] = _f1(counts), *f1_ends
    table.loc[table["n"] == 0, ["f1_lower", "f1_upper"]] = np.nan
    return table
