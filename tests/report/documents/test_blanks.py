"""Claims about blanks: each is named, and as many are listed as are seen."""

from lapor_lab.report.documents.blanks import BLANK, Blanks


def test_each_mark_is_counted_where_it_stands() -> None:
    """A thing that is asked for twice is listed once, with the number 2."""
    blanks = Blanks()
    text = f"{blanks.mark('nama')}, {blanks.mark('tanggal')}, {blanks.mark('nama')}"
    assert blanks.fill(text) == ("[…], […], […]", {"nama": 2, "tanggal": 1})


def test_marks_that_are_not_shown_are_not_counted() -> None:
    """A blank counts where it is read, not where it was made."""
    blanks = Blanks()
    blanks.mark("tidak dipakai")
    assert blanks.fill("teks") == ("teks", {})


def test_blanks_that_others_wrote_are_named() -> None:
    """A cell that holds a blank, or nothing, asks for what belongs into it."""
    blanks = Blanks()
    text = blanks.name_within("Biro […] dan [...]", "unit") + blanks.name_within(" ", "anggaran")
    assert blanks.fill(text) == ("Biro […] dan […][…]", {"unit": 2, "anggaran": 1})


def test_blanks_nobody_named_are_counted_too() -> None:
    """No blank is left out of the list, however it came into the text."""
    filled, counts = Blanks().fill("a [… nama kota] b [...]")
    assert filled.count(BLANK) == 2
    assert counts == {"isian lain yang tertulis dalam penilaian atau rencana": 2}
