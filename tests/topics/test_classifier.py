"""The contract of an estimator that takes texts."""

import pickle
import re

import joblib
import numpy as np
import pandas as pd
import pytest
import sklearn.utils
from sklearn.base import clone
from sklearn.exceptions import NotFittedError
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import FunctionTransformer

from lapor_lab.errors import ParameterError
from lapor_lab.topics import TopicClassifier

NEW = ["pipa bocor dan air keruh", "jalan penuh lubang", "apotek kehabisan obat", ""]


@pytest.fixture(scope="module")
def fitted(texts_and_labels):
    """A classifier that has learnt the three topics."""
    return TopicClassifier().fit(*texts_and_labels)


def test_clear_texts_get_their_topic(fitted):
    """Three texts of new wording are sorted as a reader would."""
    assert fitted.predict(NEW[:3]).tolist() == ["air", "jalan", "obat"]
    assert fitted.classes_.tolist() == ["air", "jalan", "obat"]


def test_clone_keeps_parameters_and_forgets_what_was_learnt(fitted):
    """A clone has the same parameters and must be fitted anew."""
    copy = clone(TopicClassifier(C=1.5, min_df=3, calibration_folds=4, random_state=7))
    assert copy.get_params() == {"C": 1.5, "min_df": 3, "calibration_folds": 4, "random_state": 7}
    with pytest.raises(NotFittedError):
        clone(fitted).predict(NEW)


@pytest.mark.parametrize("method", ["predict", "predict_proba", "decision_function"])
def test_an_unfitted_classifier_says_so(method):
    """Every method that needs learning raises scikit-learn's own error before it."""
    with pytest.raises(NotFittedError):
        getattr(TopicClassifier(), method)(NEW)


def test_the_index_is_ignored(fitted, texts_and_labels):
    """Series with a shuffled index give the same model and predictions as lists."""
    texts, labels = texts_and_labels
    index = np.random.default_rng(0).permutation(len(texts))
    other = TopicClassifier().fit(pd.Series(texts, index=index), pd.Series(labels, index=index))
    np.testing.assert_array_equal(other.coef_, fitted.coef_)
    np.testing.assert_array_equal(
        other.predict_proba(pd.Series(NEW, index=[9, 8, 7, 6])), fitted.predict_proba(NEW)
    )


def test_the_order_of_rows_changes_nothing(fitted, texts_and_labels):
    """Shuffled training rows give the same probabilities."""
    texts, labels = (np.array(values) for values in texts_and_labels)
    order = np.random.default_rng(1).permutation(len(texts))
    other = TopicClassifier().fit(texts[order], labels[order])
    np.testing.assert_allclose(other.predict_proba(NEW), fitted.predict_proba(NEW), atol=1e-12)


def test_inputs_are_not_changed(texts_and_labels):
    """Fitting and predicting leave texts and labels as they were."""
    texts, labels = (pd.Series(values) for values in texts_and_labels)
    before = texts.copy(), labels.copy()
    TopicClassifier().fit(texts, labels).predict(texts)
    pd.testing.assert_series_equal(texts, before[0])
    pd.testing.assert_series_equal(labels, before[1])


def test_probabilities_add_up_and_agree_with_predictions(fitted):
    """Rows add up to 1 and the largest is the prediction, also for an empty text."""
    probabilities = fitted.predict_proba(NEW)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1)
    assert (fitted.classes_[probabilities.argmax(axis=1)] == fitted.predict(NEW)).all()


def test_an_empty_text_is_the_least_certain(fitted):
    """Without a word the model is less sure than with clear words."""
    confidence = fitted.predict_proba(NEW).max(axis=1)
    assert confidence[3] < confidence[:3].min()


def test_no_text_gives_no_row(fitted):
    """An empty list is answered by empty arrays of the right width."""
    assert fitted.predict([]).shape == (0,)
    assert fitted.predict_proba([]).shape == (0, 3)


def test_two_topics(texts_and_labels):
    """With two topics the margin is one number, positive for the second."""
    texts, labels = texts_and_labels
    model = TopicClassifier().fit(texts[:60], labels[:60])
    margins = model.decision_function(["air keruh", "aspal rusak"])
    assert margins.shape == (2,)
    assert margins[0] < 0 < margins[1]
    assert model.predict_proba(["air keruh"]).shape == (1, 2)


def test_many_topics_some_with_one_text():
    """150 topics, a fifth of them with a single text, are learnt without a warning."""
    names = [f"topik{chr(97 + k // 26)}{chr(97 + k % 26)}" for k in range(150)]
    rows = [(f"{n} khusus {n}", n) for k, n in enumerate(names) for _ in range(1 + k % 5)]
    texts, labels = zip(*rows, strict=True)
    model = TopicClassifier(min_df=1).fit(texts, labels)
    assert model.predict_proba(texts[:5]).shape == (5, 150)
    assert (model.predict(texts) == np.array(labels)).mean() > 0.9


def test_two_texts_are_enough():
    """One text a topic is learnt, without any to hold out."""
    model = TopicClassifier().fit(["air keruh", "jalan rusak"], ["air", "jalan"])
    assert model.predict(["jalan"]).tolist() == ["jalan"]


def test_groups_change_only_the_calibration(fitted, texts_and_labels):
    """Groups decide which texts calibrate together, not what the margins are."""
    texts, labels = texts_and_labels
    grouped = TopicClassifier().fit(texts, labels, groups=[k // 5 for k in range(90)])
    np.testing.assert_allclose(grouped.decision_function(NEW), fitted.decision_function(NEW))
    assert not np.allclose(grouped.sigmoids_.slope, fitted.sigmoids_.slope)


def test_saved_and_loaded_it_predicts_the_same(fitted, tmp_path):
    """A round trip through pickle and joblib changes no probability."""
    joblib.dump(fitted, tmp_path / "model.joblib")
    for loaded in (pickle.loads(pickle.dumps(fitted)), joblib.load(tmp_path / "model.joblib")):  # noqa: S301
        np.testing.assert_array_equal(loaded.predict_proba(NEW), fitted.predict_proba(NEW))


def test_it_is_the_last_step_of_a_pipeline(fitted, texts_and_labels):
    """In a pipeline it gives what it gives alone."""
    pipeline = make_pipeline(FunctionTransformer(list), TopicClassifier())
    assert pipeline.fit(*texts_and_labels).predict(NEW).tolist() == fitted.predict(NEW).tolist()
    assert pipeline.score(*texts_and_labels) > 0.95


def test_its_tags_say_that_it_takes_texts():
    """scikit-learn is told that input is strings, not a table."""
    if not hasattr(sklearn.utils, "get_tags"):
        pytest.skip("scikit-learn before 1.6 has no tags")
    tags = sklearn.utils.get_tags(TopicClassifier())
    assert tags.input_tags.string
    assert not tags.input_tags.two_d_array
    assert tags.estimator_type == "classifier"


@pytest.mark.parametrize(
    ("texts", "labels", "message"),
    [
        (
            ["a b", "c d"],
            ["x", "x"],
            "`labels` must be of at least two topics, got ['x']. Add texts of another topic.",
        ),
        (
            ["a b", "c d"],
            ["x"],
            "`labels` must be as many as the texts (2), got 1. Take both from the same rows.",
        ),
        (
            ["a b", 3],
            ["x", "y"],
            (
                "`texts` must be strings, got 3. It stands at position 1 (the first is 0): "
                'fill it with "" or drop it.'
            ),
        ),
        (
            ["a b", "c d"],
            ["x", None],
            (
                "`labels` must be strings, got None. It stands at position 1 (the first is 0): "
                'fill it with "" or drop it.'
            ),
        ),
        (
            ["", "!"],
            ["x", "y"],
            (
                "`texts` must be texts that share words (empty vocabulary; perhaps the documents "
                "only contain stop words), got ''. Give texts with words, or lower `min_df`."
            ),
        ),
    ],
)
def test_what_cannot_be_learnt_is_refused(texts, labels, message):
    """Each refusal names the argument, the value and the way out."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        TopicClassifier().fit(texts, labels)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"C": 0}, "`C` must be above 0, got 0. Write 0.3 for the usual one."),
        ({"min_df": 0}, "`min_df` must be above 0, got 0. Write 1 to keep every n-gram."),
        (
            {"calibration_folds": 1},
            "`calibration_folds` must be above 1, got 1. Write 3 for the usual number.",
        ),
    ],
)
def test_parameters_are_checked_when_fitting(parameters, message, texts_and_labels):
    """As in scikit-learn, a bad parameter is kept by the constructor and refused by fit."""
    model = TopicClassifier(**parameters)
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        model.fit(*texts_and_labels)
