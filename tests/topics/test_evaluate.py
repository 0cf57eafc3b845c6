"""Cross-validation that does not flatter."""

import re

import numpy as np
import pytest
from sklearn.exceptions import NotFittedError

from lapor_lab.errors import ParameterError
from lapor_lab.topics import TopicClassifier, evaluate_topics


@pytest.fixture(scope="module")
def evaluation(texts_and_labels):
    """Three-fold evaluation of the three topics."""
    return evaluate_topics(TopicClassifier(), *texts_and_labels, n_folds=3)


def test_clear_topics_are_told_apart(evaluation, texts_and_labels):
    """On clear texts nearly all held-out texts are right, and the tables add up."""
    assert evaluation.estimate("accuracy") > 0.9
    assert evaluation.confusion.to_numpy().sum() == len(texts_and_labels[0])
    assert set(evaluation.folds) == {0, 1, 2}
    assert ((evaluation.confidences > 1 / 3) & (evaluation.confidences <= 1)).all()


def test_shuffled_labels_score_as_chance(texts_and_labels):
    """Nothing leaks: with labels drawn at random, accuracy is that of guessing."""
    texts, labels = texts_and_labels
    shuffled = np.random.default_rng(0).permutation(labels)
    found = evaluate_topics(TopicClassifier(), texts, shuffled, n_folds=3)
    assert found.estimate("accuracy") < 1 / 3 + 4 * np.sqrt(2 / 9 / 90)


def test_copies_stand_on_one_side(texts_and_labels):
    """Copies with labels at random are not looked up in the training fold."""
    texts, labels = texts_and_labels
    shuffled = np.random.default_rng(0).permutation(labels).tolist()
    found = evaluate_topics(TopicClassifier(), texts * 2, shuffled * 2, n_folds=3)
    assert (found.folds[:90] == found.folds[90:]).all()
    assert found.estimate("accuracy") < 1 / 3 + 4 * np.sqrt(2 / 9 / 90)


def test_a_topic_held_out_whole_counts_as_missed(texts_and_labels):
    """When a group is a whole topic, that topic cannot be predicted."""
    texts, labels = texts_and_labels
    found = evaluate_topics(TopicClassifier(), texts, labels, groups=labels, n_folds=3)
    assert found.estimate("accuracy") == 0


def test_the_classifier_given_is_not_fitted(texts_and_labels):
    """Only copies of it learn."""
    model = TopicClassifier()
    evaluate_topics(model, *texts_and_labels, n_folds=2)
    with pytest.raises(NotFittedError):
        model.predict(["air"])


def test_the_same_seed_gives_the_same_evaluation(evaluation, texts_and_labels):
    """Folds and intervals follow the seed."""
    again = evaluate_topics(TopicClassifier(), *texts_and_labels, n_folds=3)
    assert again.scores.equals(evaluation.scores)
    assert (again.folds == evaluation.folds).all()


@pytest.mark.parametrize("n_folds", [1, 3])
def test_folds_must_fit_the_texts(n_folds):
    """Fewer than two folds, or more than different texts, are refused."""
    message = (
        "`n_folds` must be from 2 to the number of different texts or groups (2), "
        f"got {n_folds}. Take fewer folds or more texts."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        evaluate_topics(TopicClassifier(), ["a b", "c d", "a b"], ["x", "y", "x"], n_folds=n_folds)
