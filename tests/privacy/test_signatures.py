"""Names that end a text."""

import pytest

from lapor_lab.privacy import mask_text
from lapor_lab.privacy.folded_text import fold
from lapor_lab.privacy.signatures import find_signature_places


def test_a_place_is_told_with_its_formula() -> None:
    """The last words, and whether thanks or respects stand before them."""
    text = "jalan rusak.\nSuwun, Qwertoyo"
    assert (text.index("Qwertoyo"), len(text), True) in list(find_signature_places(fold(text)))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Jalan rusak. Makasih\nQwertoyo Asdfono", "Jalan rusak. Makasih\n[NAMA]"),
        ("Jalan rusak. Hormat kami sekeluarga,\nBunga", None),
        ("jalan rusak.\n-sugimin santoso-", "jalan rusak.\n-[NAMA]-"),
        ("jalan rusak. Wassalamu'alaikum, M. Sugimin S.", None),
    ],
)
def test_signatures_go(text: str, masked: str | None) -> None:
    """Any name behind a formula, a listed one in a line of its own."""
    if masked is not None:
        assert mask_text(text) == masked
    assert mask_text(text).rstrip(".-").endswith("[NAMA]")


@pytest.mark.parametrize(
    "text",
    [
        "Demikian, terima kasih.",
        "Terima kasih. Semoga segera diperbaiki.",
        "Hormat kami, warga desa",
        "Salam sehat",
        "jalan rusak, mohon perbaikan",
    ],
)
def test_other_endings_stay(text: str) -> None:
    """A wish or a group signs nothing."""
    assert mask_text(text) == text
