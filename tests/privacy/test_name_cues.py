"""Words after which a name is looked for."""

import pytest

from lapor_lab.privacy.folded_text import fold
from lapor_lab.privacy.name_cues import Weight, find_cues


@pytest.mark.parametrize(
    ("text", "rest", "weight"),
    [
        ("nama saya X", " X", Weight.STRONG),
        ("a.n. X", " X", Weight.STRONG),
        ("Perkenalkan, saya X", " X", Weight.STRONG),
        ("anak kandung saya X", " X", Weight.PARTY),
        ("warga binaan X", " X", Weight.PARTY),
        ("Bapak X", " X", Weight.TITLE),
        ("kepala desa X", " X", Weight.ROLE),
    ],
)
def test_a_cue_has_its_end_and_weight(text: str, rest: str, weight: Weight) -> None:
    """A cue of several words is read to its end."""
    assert (rest, weight) in {(text[place:], found) for place, found in find_cues(fold(text))}


def test_a_street_is_no_cue() -> None:
    """The rank in a street's name introduces nobody of the case."""
    assert list(find_cues(fold("di Jl. Kapten X"))) == []
