"""The register: who is meant by a name, at a date."""

import re
from datetime import date

import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.schema import load_register

STORY = date(2022, 8, 15)


def test_a_name_means_what_it_meant_on_that_day() -> None:
    """Kemenkumham was one ministry in 2022 and none in 2025."""
    register = load_register()

    assert register.find("kemenkumham", STORY).official_name.startswith("Kementerian Hukum dan")
    with pytest.raises(UnknownNameError):
        register.find("Kemenkumham", date(2025, 5, 1))


def test_successors_begin_after_their_predecessor_ended() -> None:
    """Every successor is in the register and valid the day after."""
    register = load_register()
    by_id = {entry.id: entry for entry in register}
    pairs = [(old, by_id[new]) for old in register for new in old.successor]

    assert len(pairs) == 6
    assert all(old.valid_to is not None and old.valid_to < new.valid_from for old, new in pairs)


def test_the_trees_of_the_story_have_their_units() -> None:
    """Kemenkumham had 11 unit utama, Kemendikbudristek 9; every parent exists."""
    register = load_register()
    ids = {entry.id for entry in register}

    assert len(register.children("kemenkumham")) == 11
    assert len(register.children("kemendikbudristek")) == 9
    assert {entry.parent for entry in register if entry.parent} <= ids


def test_every_entry_says_where_it_is_read() -> None:
    """A name without a source, or the word that it is not verified, may not stand here."""
    assert all(entry.source for entry in load_register())


def test_an_unknown_name_is_refused_with_the_ministries() -> None:
    """The refusal lists who is known."""
    message = (
        "Unknown institution 'Kementrian X'. Choose one of Kemenkumham, Kemenkum, KemenHAM, "
        "Kemenimipas, Kemendikbudristek, Kemendikdasmen, Kemdiktisaintek, Kemenbud."
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        load_register().find("Kementrian X", STORY)
