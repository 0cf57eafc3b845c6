"""Scores against scikit-learn, Wilson and known populations."""

import re

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix, f1_score, precision_recall_fscore_support

from lapor_lab.errors import ParameterError
from lapor_lab.stats import wilson_interval
from lapor_lab.topics import compare_labels, score_predictions

TOPICS = np.array(["air", "jalan", "obat", "pajak"], dtype=object)


def draw(n, rng, p_right=0.7):
    labels = TOPICS[rng.integers(0, 4, n)]
    guesses = np.where(rng.random(n) < p_right, labels, TOPICS[rng.integers(0, 4, n)])
    return labels, guesses


def test_tables_agree_with_scikit_learn():
    """Confusion matrix, precision, recall, F1 and macro F1 are scikit-learn's."""
    labels, guesses = draw(500, np.random.default_rng(0))
    scored = score_predictions(labels, guesses, n_resamples=5)
    expected = precision_recall_fscore_support(labels, guesses)
    for name, values in zip(("precision", "recall", "f1", "n"), expected, strict=True):
        np.testing.assert_allclose(scored.topics[name], values)
    np.testing.assert_array_equal(scored.confusion, confusion_matrix(labels, guesses))
    assert scored.scores["estimate"][1] == pytest.approx(f1_score(labels, guesses, average="macro"))


def test_accuracy_has_wilsons_interval():
    """The interval of accuracy and recall is that of the statistics room."""
    labels, guesses = draw(80, np.random.default_rng(1))
    scored = score_predictions(labels, guesses, n_resamples=5, confidence_level=0.9)
    hits = int((labels == guesses).sum())
    expected = wilson_interval(hits, 80, 0.9)
    np.testing.assert_allclose(scored.scores.loc[0, ["lower", "upper"]].astype(float), expected)
    first = scored.topics.iloc[0]
    lower, upper = wilson_interval(round(first["recall"] * first["n"]), first["n"], 0.9)
    np.testing.assert_allclose([first["recall_lower"], first["recall_upper"]], [lower, upper])


def test_a_topic_that_is_never_predicted_has_no_precision():
    """Its precision is missing, its recall 0; a topic without labels has no recall."""
    topics = score_predictions(["a", "b"], ["a", "c"], n_resamples=5).topics.set_index("topic")
    assert np.isnan(topics.loc["b", "precision"])
    assert topics.loc["b", "recall"] == 0
    assert np.isnan(topics.loc["c", "recall"])
    assert np.isnan(topics.loc["c", "f1"])


def test_the_bootstrap_covers():
    """Of 60 samples, the 90 % interval of macro F1 holds the population's value in 47 or more."""
    rng = np.random.default_rng(5)
    labels, guesses = draw(200_000, rng)
    truth = f1_score(labels, guesses, average="macro")
    held = 0
    for _ in range(60):
        rows = rng.integers(0, len(labels), 300)
        table = score_predictions(
            labels[rows], guesses[rows], n_resamples=200, confidence_level=0.9, rng=rng
        ).scores
        held += table["lower"][1] <= truth <= table["upper"][1]
    assert held >= 47  # P(fewer) below 0.005 where coverage is 0.9


def test_copies_do_not_narrow_the_interval_of_groups():
    """Ten copies of each text give about the interval of the texts, not of ten times as many."""
    labels, guesses = draw(150, np.random.default_rng(7))
    single = score_predictions(labels, guesses).scores
    groups = np.repeat(np.arange(150), 10)
    copied = score_predictions(np.repeat(labels, 10), np.repeat(guesses, 10), groups=groups).scores
    naive = score_predictions(np.repeat(labels, 10), np.repeat(guesses, 10)).scores
    width = {
        name: (table["upper"] - table["lower"]).to_numpy()
        for name, table in (("single", single), ("copied", copied), ("naive", naive))
    }
    np.testing.assert_allclose(width["copied"], width["single"], rtol=0.15)
    assert (width["naive"] < 0.5 * width["copied"]).all()
    assert set(copied["method"]) == {"cluster bootstrap"}


def test_the_same_seed_gives_the_same_interval():
    """An integer seed makes the bootstrap repeatable."""
    labels, guesses = draw(100, np.random.default_rng(2))
    first, second = (score_predictions(labels, guesses, rng=3).scores for _ in range(2))
    assert first.equals(second)


def test_wrong_labels_hide_part_of_the_accuracy():
    """Perfect predictions score 1 against the truth and 1 - noise against noisy labels."""
    true = np.repeat(TOPICS, 25)
    observed = true.copy()
    observed[::10] = np.roll(TOPICS, 1)[np.searchsorted(TOPICS.astype(str), true[::10].astype(str))]
    table = compare_labels(true, {"observed_topic": observed, "true_topic": true})
    accuracy = table[table["score"] == "accuracy"].set_index("labels")["estimate"]
    assert accuracy.to_dict() == {"observed_topic": 0.9, "true_topic": 1.0}


def test_no_text_is_refused():
    """There is nothing to score."""
    message = "`labels` must be at least one, got []. Give more."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        score_predictions([], [])


def test_at_least_one_resample():
    """A bootstrap without resamples is refused."""
    message = "`n_resamples` must be at least one, got 0. Give more."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        score_predictions(["a"], ["a"], n_resamples=0)
