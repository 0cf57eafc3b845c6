"""Where something stands, in words."""

from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.practices.maturity.place import Place, quoted


def test_workbook_and_toml_have_their_own_words() -> None:
    """A workbook has sheets and cells, a TOML file tables and keys."""
    assert Place("a.xlsx", "Legalitas", "D7").fault("x").problem == (
        'a.xlsx, lembar "Legalitas", sel D7: x'
    )
    assert Place("a.toml", "legalitas", "b.c").fault("x").problem == (
        'a.toml, bagian "legalitas", kunci b.c: x'
    )
    assert Place("a.toml").fault("x") == ("", "", "a.toml: x")


@given(st.text())
def test_a_quote_is_short_and_on_one_line(text: str) -> None:
    """Whatever a cell holds, a message stays one line that can be printed."""
    quote = quoted(text)
    assert len(quote) <= 43
    assert quote.isprintable()
    assert len(quote.splitlines()) == 1
