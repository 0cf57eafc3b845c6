"""Numbers of topics."""

import re

import numpy as np
import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.schema import load_topic_tree
from lapor_lab.synthetic.text.topic_list import (
    MAIN_OF_TOPIC,
    MAIN_TOPICS,
    TOPICS,
    topic_number,
    topic_numbers,
)


def test_a_topic_has_the_number_of_its_place():
    """Numbers and pairs lead to each other."""
    assert topic_numbers(TOPICS).tolist() == list(range(len(TOPICS)))
    assert [MAIN_TOPICS[k] for k in MAIN_OF_TOPIC] == [main for main, _ in TOPICS]
    assert MAIN_OF_TOPIC.dtype == np.int16


def test_main_topics_are_those_of_the_tree():
    """At least sixteen main topics, each a topic of the taxonomy, none on faith or elections."""
    assert len(MAIN_TOPICS) >= 16
    assert set(MAIN_TOPICS) <= set(load_topic_tree().subtopics)
    assert not {"Agama", "Netralitas ASN", "Politisasi ASN", "Program MBG"} & set(MAIN_TOPICS)


def test_an_unknown_topic_is_refused_with_what_can_be_had():
    """The message names the topics."""
    message = f"Unknown topic 'Olahraga'. Choose one of {', '.join(MAIN_TOPICS)}."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        topic_number("Olahraga", "")


def test_an_unknown_sub_topic_is_refused_with_those_of_its_topic():
    """The message names the sub-topics, or says that there are none."""
    below = ", ".join(sub for main, sub in TOPICS if main == "Kesehatan")
    message = f"Unknown subtopic of Kesehatan 'Antrean'. Choose one of {below}."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        topic_number("Kesehatan", "Antrean")
