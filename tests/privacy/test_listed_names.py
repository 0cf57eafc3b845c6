"""Names without a cue."""

import pytest

from lapor_lab.privacy.folded_text import fold
from lapor_lab.privacy.listed_names import find_listed_names


def found(text: str) -> list[str]:
    """Return what is found in a text."""
    return [text[s.start : s.end] for s in find_listed_names(fold(text))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("uang itu dibawa sugimin santoso ke kota", "sugimin santoso"),
        ("SUDAH JELAS YEYET ROHAYATI DALANGNYA", "YEYET ROHAYATI"),
        ("kemarin lalu sugimin qwertoyo datang", "sugimin qwertoyo"),
        ("yang datang hanya Sugimin dan istrinya", "Sugimin"),
        ("ia datang ke kantor bersama M. Sugimin kemarin", "M. Sugimin"),
    ],
)
def test_listed_words_together_or_with_a_capital_are_names(text: str, name: str) -> None:
    """Two words in any case, one where its capital means something."""
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "jalan sugimin santoso rusak",
        "RSUD dr. Sugimin penuh pasien sejak pagi",
        "kata sugimin begitu",
        "taman yang indah dan bunga surya",
    ],
)
def test_places_and_single_small_words_are_left(text: str) -> None:
    """A street's name stays; one word in small letters needs a cue."""
    assert found(text) == []
