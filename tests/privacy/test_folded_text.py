"""The text as the rules read it."""

import pytest

from lapor_lab.privacy.folded_text import FoldedText, fold
from lapor_lab.privacy.span import Kind, Span


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("０８１２", "0812"),
        ("٠٨١٢", "0812"),
        ("08\u200b12\ufeff", "0812"),
        ("08\u00a012", "08 12"),
        ("0812–3456", "0812-3456"),
        ("Ｂｕｄｉ", "Budi"),
        ("İlham", "Ilham"),
        ("½ ton", "½ ton"),
    ],
)
def test_digits_and_spaces_of_all_kinds_are_read(text: str, plain: str) -> None:
    """What looks like a digit, a dash or nothing is read as that."""
    assert fold(text).plain == plain
    assert len(fold(text).low) == len(plain)


def test_places_are_those_of_the_text_given() -> None:
    """A span in the folded text covers what was written, invisible characters included."""
    text = "hp 0\u200b81\u200b2 ya"
    folded = fold(text)
    start = folded.plain.index("0812")

    (span,) = folded.unfold([Span(start, start + 4, Kind.PHONE)])

    assert text[span.start : span.end] == "0\u200b81\u200b2"


def test_places_of_words_are_whole_words() -> None:
    """A word is found beside digits and signs, and not inside of another."""
    text = FoldedText("Pak, paket; hp08 (pak)")
    assert text.places(frozenset({"pak", "hp"})) == [(0, 3), (12, 14), (18, 21)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jalan rusak di depan Pasar", True),
        ("Jalan Rusak Di Depan Pasar", False),
        ("JALAN RUSAK", False),
        ("123", False),
    ],
)
def test_capitals_tell_something_where_they_are_few(text: str, *, expected: bool) -> None:
    """In a title and in a text of capitals a capital is no sign of a name."""
    assert FoldedText(text).are_capitals_informative is expected
