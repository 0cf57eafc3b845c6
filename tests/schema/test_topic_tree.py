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


def test_the_tree_holds_every_subtopic_of_the_site() -> None:
    """920 sub-topics, none twice under one main topic."""
    tree = load_topic_tree().subtopics
    below = [(main, name.casefold()) for main, names in tree.items() for name in names]
    assert len(below) == len(set(below)) == 920


def test_a_shared_subtopic_lies_where_the_tree_says() -> None:
    """What several main topics hold is given to one of those that hold it."""
    tree = load_topic_tree()
    for subtopic, main in tree.shared.items():
        assert subtopic in tree.subtopics[main]
        assert tree.main_topic(subtopic) == main
        assert tree.find(subtopic) == (main, subtopic)
        assert sum(subtopic in names for names in tree.subtopics.values()) > 1


def test_every_name_of_the_tree_is_found() -> None:
    """However it is written: capitals, no-break spaces, marks left out."""
    tree = load_topic_tree()
    for main, below in tree.subtopics.items():
        assert tree.find(main.upper().replace(" ", "\u00a0")) == (main, None)
        for name in below:
            assert tree.find_below(main, name.upper().replace(",", " ")) == name


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Kesehatan", ("Kesehatan", None)),
        ("Kekerasan di Satuan Pendidikan", "Kekerasan di Satuan Pendidikan"),
        ("program makan bergizi gratis", "Program Makan Bergizi Gratis (MBG)"),
        (
            "Kartu Keluarga Sejahtera",
            ("Sosial dan Kesejahteraan", "Kartu Keluarga Sejahtera (KKS)"),
        ),
        ("Naga", None),
    ],
)
def test_a_name_is_found_without_its_brackets(name: str, place: object) -> None:
    """A main topic comes before a sub-topic of the same name; strangers are not found."""
    found = load_topic_tree().find(name)
    if isinstance(place, str):
        assert found is not None
        assert found[0].startswith(place)
        assert found[1] is None
    else:
        assert found == place


def test_a_subtopic_is_found_under_the_main_topic_that_bears_its_name() -> None:
    """Culture lies under tourism, too."""
    assert load_topic_tree().find("Kebudayaan") == ("Pendidikan dan Kebudayaan", "Kebudayaan")
