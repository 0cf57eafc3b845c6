"""Claims about taking a draft apart."""

from lapor_lab.report.documents.directives import Directive, cells_of, plain_of, take_apart

DRAFT = """\
::: centre JUDUL
Satu.

Dua.
::: clause Menimbang
a. bahwa;

b. bahwa;
::: end
::: table Batas | 1 2
| A | B |
|---|---|
| 1 | 2 |
::: end

::: page
"""


def test_pieces_keep_their_order_and_their_text() -> None:
    """Prose stands between directives; bodies end at their end."""
    assert list(take_apart(DRAFT)) == [
        Directive(kind="centre", text="JUDUL"),
        Directive(kind="prose", text="Satu.\n\nDua."),
        Directive(kind="clause", text="Menimbang", lines=("a. bahwa;", "b. bahwa;")),
        Directive(kind="table", text="Batas | 1 2", lines=("| A | B |", "|---|---|", "| 1 | 2 |")),
        Directive(kind="page", text=""),
    ]


def test_cells_are_split_at_bars_that_are_not_escaped() -> None:
    """A bar within a cell stays in it; an empty cell stays a cell."""
    assert cells_of(r"| a \| b |  | \*c\* |") == ["a | b", "", "*c*"]


def test_emphasis_is_dropped_and_escapes_are_undone() -> None:
    """Text that is set without Markdown shows none of its signs."""
    assert plain_of(r"**tebal** 3 \* 4 \[…\]") == "tebal 3 * 4 […]"
    assert plain_of(r"satu<br>dua \<br\>") == "satu\ndua <br>"
