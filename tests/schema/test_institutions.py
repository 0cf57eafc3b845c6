"""The register: who is meant by a name, at a date."""

import re
from datetime import date, timedelta

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


def test_successors_are_in_force_when_their_predecessor_ended() -> None:
    """Every successor is in the register and valid the day after."""
    register = load_register()
    by_id = {entry.id: entry for entry in register}
    pairs = [(old, by_id[new]) for old in register for new in old.successor]

    assert len(pairs) == 10
    ends = [(old.valid_to, new) for old, new in pairs]
    assert all(end and new.is_valid_on(end + timedelta(days=1)) for end, new in ends)


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
        "Kemenimipas, Kemendikbudristek, Kemendikdasmen, Kemdiktisaintek, Kemenbud, "
        "Kemenristekdikti, Kemenristek/BRIN, Kemendikbud, Kemensos, Kemenag, Kemenkes, "
        "Kementerian ATR/BPN, Kemendagri, Polri."
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        load_register().find("Kementrian X", STORY)


@pytest.mark.parametrize(
    ("name", "day", "short_name"),
    [
        ("Kementerian Sosial RI", date(2024, 3, 1), "Kemensos"),
        (
            "kementerian agraria dan tata ruang/badan pertanahan nasional",
            STORY,
            "Kementerian ATR/BPN",
        ),
        ("Kemenristekdikti", date(2019, 3, 1), "Kemenristekdikti"),
        ("Kemdikbud", date(2020, 3, 1), "Kemendikbud"),
        ("POLRI", STORY, "Polri"),
    ],
)
def test_the_ministries_of_the_published_figures_are_known(
    name: str, day: date, short_name: str
) -> None:
    """By the names under which exports and the press have them."""
    assert load_register().find(name, day).short_name == short_name
