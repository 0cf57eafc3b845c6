"""What the classifier does not read."""

import pytest

from lapor_lab.topics import normalise_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kepada Yth. Kepala Dinas Perhubungan, lampu mati", "lampu mati"),
        ("Lampu mati\nYth Admin\nsegera", "lampu mati segera"),
        ("KPD YTH PIMPINAN: lampu", "lampu"),
        ("Yang terhormat Bapak Kepala;lampu", "lampu"),
        ("biaya Rp150.000 pada 12 Mei", "biaya rp<num> pada <num> mei"),
        ("<p>Air</p> <br/>keruh", "air keruh"),
        ("ﬁdusia\u00a0Ｋａｒｔｕ", "fidusia kartu"),
        ("  \n ", ""),
        ("", ""),
    ],
)
def test_what_tells_too_much_or_nothing_goes(text, expected):
    """Addressee lines, tags, digits, case and odd characters are folded or dropped."""
    assert normalise_text(text) == expected


def test_normalising_twice_changes_nothing():
    """The form that the classifier reads is a fixed point."""
    once = normalise_text("Yth. Admin, Rp1.200 <b>KTP</b> 12.30")
    assert normalise_text(once) == once


def test_a_long_sentence_after_the_addressee_stays():
    """An addressee that is not closed within a line's length takes no sentence with it."""
    text = "yth admin lampu di depan rumah saya mati sejak dua minggu dan belum ada yang datang"
    assert normalise_text(text) == text
