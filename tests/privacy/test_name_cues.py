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
        ("istriku X", " X", Weight.PARTY),
        ("dokternya X", " X", Weight.PARTY),
        ("sdri X", " X", Weight.NAMED),
        ("oknum pegawai X", " X", Weight.PARTY),
        ("panggil saja saya X", " X", Weight.STRONG),
        ("Bapak X", " X", Weight.TITLE),
        ("kepala desa X", " X", Weight.ROLE),
    ],
)
def test_a_cue_has_its_end_and_weight(text: str, rest: str, weight: Weight) -> None:
    """A cue of several words is read to its end."""
    assert (rest, weight) in {(text[cue.end :], cue.weight) for cue in find_cues(fold(text))}


def test_words_of_telling_are_cues_before_a_listed_name_only() -> None:
    """ "Dari" announces a name where a listed one stands near behind it."""
    assert not list(find_cues(fold("surat dari kantor")))
    assert [(c.start, c.weight) for c in find_cues(fold("dari sugimin"))] == [(0, Weight.SELF)]


def test_an_article_of_a_mosque_is_no_cue() -> None:
    """ "An Nur" is no "a.n."."""
    assert not list(find_cues(fold("musala An Nur")))
    assert list(find_cues(fold("KTP an sugimin")))
