"""Words that are names, and words that are none."""

from importlib.resources import files

import pytest

from lapor_lab.privacy.word_lists import (
    is_common,
    is_known_name,
    is_only_name,
    looks_derived,
    looks_like_name,
    only_names,
)


@pytest.mark.parametrize("name", ["name_words.txt", "common_words.txt"])
def test_lists_are_sorted_single_small_words(name: str) -> None:
    """A list can be read, compared and searched by anyone."""
    text = (files("lapor_lab.privacy") / "data" / name).read_text("utf-8")
    words = text.splitlines()
    assert words == sorted(set(words))
    assert all(word.isalpha() and word.islower() for word in words)


def test_affixes_and_abbreviations_of_offices_are_ordinary() -> None:
    """What is made from an ordinary word, and every new office, is no name."""
    assert all(map(is_common, ["kantornya", "kepolisian", "permenkes", "kemendag", "disdukcapil"]))
    assert not any(map(is_common, ["sugimin", "kasiman", "qwartini"]))


def test_names_win_over_affixes() -> None:
    """A listed name is not taken for a derived word."""
    assert is_known_name("irawan")
    assert not is_common("irawan")


def test_words_of_both_kinds_are_no_sure_names() -> None:
    """ "Surya" and "Bunga" are names and things: they prove nothing alone."""
    assert {"surya", "bunga", "indah"}.isdisjoint(only_names())
    assert all(map(is_known_name, ["surya", "bunga", "indah"]))
    assert is_only_name("sugimin")


@pytest.mark.parametrize(
    "name",
    [
        "tukinem", "komariah", "roslina", "simanjuntak", "mappasessu", "nyoman", "baiq", "nahak",
        "wanimbo", "matulessy", "tumbelaka", "zulkifli", "tjia", "bawazier", "theresia", "lesie",
    ],
)  # fmt: skip
def test_names_come_from_all_of_indonesia(name: str) -> None:
    """From Aceh to Papua, old and new, of all religions."""
    assert is_only_name(name)


def test_forms() -> None:
    """Affixes of verbs speak against a name, endings of names for one."""
    assert looks_derived("menunggu")
    assert not looks_derived("kasiman")
    assert looks_like_name("kasiman")
    assert not looks_like_name("jalan")
