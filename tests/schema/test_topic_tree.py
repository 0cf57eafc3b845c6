"""The topic tree of lapor.go.id."""

import re

import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.schema import load_topic_tree


def test_the_tree_has_the_main_topics_of_the_site() -> None:
    """38 main topics, as coded from the site in July 2025."""
    assert len(load_topic_tree().subtopics) == 38


@pytest.mark.parametrize(
    ("subtopic", "main"),
    [
        ("Paspor", "Politik dan Hukum"),
        ("BEASISWA", "Pendidikan dan Kebudayaan"),
        ("jalan berlubang", "Pekerjaan Umum dan Penataan Ruang"),
    ],
)
def test_a_subtopic_lies_under_its_main_topic(subtopic: str, main: str) -> None:
    """Case does not matter."""
    assert load_topic_tree().main_topic(subtopic) == main


def test_an_unknown_subtopic_is_refused() -> None:
    """The refusal names it."""
    message = "Unknown subtopic 'Naga'. Choose one of the topic tree."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        load_topic_tree().main_topic("Naga")
