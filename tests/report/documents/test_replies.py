"""Claims about what answers rest on."""

import re
from typing import Any

import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.report.documents.replies import _table, default_topics, replies_of
from lapor_lab.schema.topic_tree import load_topic_tree


def _topics() -> dict[str, Any]:
    return {name: row for name, row in _table().items() if name != "defaults"}


def test_topics_and_subtopics_are_those_of_the_taxonomy() -> None:
    """Every name is spelt as the tree of lapor.go.id spells it."""
    tree = load_topic_tree()
    for topic, row in _topics().items():
        assert topic in tree.subtopics
        for subtopic in row["subtopics"]:
            assert tree.find_below(topic, subtopic) == subtopic, (topic, subtopic)


def test_default_topics_have_replies() -> None:
    """Nobody is offered a topic without an answer."""
    for topics in _table()["defaults"].values():
        assert [reply.topic for reply in replies_of(topics)] == topics


@pytest.mark.parametrize("name", ["Kemendikbudristek", "kemdiktisaintek", "Kemenbud"])
def test_successors_are_asked_what_their_forerunner_was(name: str) -> None:
    """Ministries that came of one are asked about its topics."""
    assert default_topics(name)[0] == "Pendidikan dan Kebudayaan"


def test_an_unknown_institution_is_asked_what_all_are() -> None:
    """Who is not in the register gets general topics."""
    assert default_topics("Badan Contoh")[-1] == "Topik Lainnya"


def test_a_topic_without_reply_is_refused() -> None:
    """The message lists those that have one."""
    message = f"Unknown topic 'SRGI'. Choose one of {', '.join(_topics())}."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        replies_of(["SRGI"])
