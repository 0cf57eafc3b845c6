"""Words that speak for a topic."""

import re

import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.topics import TopicClassifier, words_for_topic


@pytest.fixture(scope="module")
def fitted(texts_and_labels):
    """A classifier that has learnt the three topics."""
    return TopicClassifier().fit(*texts_and_labels)


def test_the_word_that_only_one_topic_uses_comes_first(fitted):
    """ "obat", "air" and "jalan" lead their topics, by weights that fall."""
    for topic in ("air", "jalan", "obat"):
        table = words_for_topic(fitted, topic, n=5)
        assert topic in table["word"].tolist()[:2]
        assert table["weight"].is_monotonic_decreasing
        assert len(table) == 5


def test_two_topics_have_opposite_words(texts_and_labels):
    """With two topics, each has its own words."""
    texts, labels = texts_and_labels
    model = TopicClassifier().fit(texts[:60], labels[:60])
    assert words_for_topic(model, "air", n=1)["word"][0] == "air"
    assert words_for_topic(model, "jalan", n=2)["word"].isin(["jalan", "aspal"]).all()


def test_an_unknown_topic_is_refused(fitted):
    """The message lists the topics that the classifier knows."""
    message = "Unknown topic 'pajak'. Choose one of air, jalan, obat."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        words_for_topic(fitted, "pajak")
