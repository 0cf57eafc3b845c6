"""Cells of .xlsx sheets."""

from pathlib import Path
from xml.parsers import expat
from zipfile import ZipFile

import pytest

from lapor_lab.exchange.xlsx_book import SharedStrings, XlsxBook
from lapor_lab.exchange.xlsx_values import CellValues, column_position


@pytest.mark.parametrize(
    ("text", "kind", "style", "expected"),
    [
        ("12.0", "", "", "12"),
        ("45075", "n", "3", "2023-05-29"),
        ("45075", "str", "3", "45075"),
        ("1", "b", "", "TRUE"),
        ("0", "b", "3", "FALSE"),
        ("#REF!", "e", "", None),
        ("2023-05-29T00:00:00", "d", "", "2023-05-29"),
        ("_x0041_", "inlineStr", "", "A"),
    ],
)
def test_kind_and_style_say_what_a_cell_is(
    tmp_path: Path, text: str, kind: str, style: str, expected: str | None
) -> None:
    """A number is a day only by its style; an error is nothing."""
    book = XlsxBook(sheets=(), strings="", time_styles=frozenset("3"), is_1904=False)
    with ZipFile(tmp_path / "x.zip", "w") as package:
        values = CellValues(book, SharedStrings(package, ""))

    assert values.read(text, kind, style) == expected
    with pytest.raises(LookupError):
        values.read(text, "?", style)
    with pytest.raises(LookupError):
        values.read("-1", "s", style)


@pytest.mark.parametrize("letters", ["", "A1", "XFE", "AAAA", "É"])
def test_columns_end_at_xfd(letters: str) -> None:
    """What no sheet has is refused."""
    with pytest.raises(expat.ExpatError):
        column_position(letters)
