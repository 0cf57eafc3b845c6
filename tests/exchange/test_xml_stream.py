"""XML that strangers made."""

from collections.abc import Callable
from pathlib import Path
from xml.parsers import expat

import pytest

from lapor_lab.exchange.xml_stream import feed, new_parser, read_elements

BROKEN = ": cannot be read (rusak atau terpotong). Give a .xlsx, .xls, .csv, .parquet file."
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize(
    "part", [SHEET, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"]
)
def test_entities_are_refused(
    book: Path,
    part: str,
    change_part: Callable[[Path, str, bytes, bytes], None],
    refusal: Callable[[Path], str],
) -> None:
    """A document type, by which a few bytes become gigabytes, is not read at all."""
    bomb = b"?>\n<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>"
    change_part(book, part, b"?>", bomb)

    assert refusal(book) == BROKEN


def test_a_tag_of_many_megabytes_is_refused() -> None:
    """A parser keeps all of a tag until it ends; so one without end is left."""
    blocks = (b"<a b='", *[b"x" * 2**20] * 20)
    with pytest.raises(expat.ExpatError, match=r"^token too long$"):
        list(feed(new_parser(), blocks))


def test_a_long_text_is_handed_out_in_pieces() -> None:
    """A text of many megabytes is no tag: it passes."""
    parser, n_pieces = new_parser(), []
    parser.CharacterDataHandler = lambda piece: n_pieces.append(len(piece))
    list(feed(parser, (b"<a>", *[b"x" * 2**20] * 20, b"</a>")))

    assert sum(n_pieces) == 20 * 2**20
    assert max(n_pieces) <= 2**20


def test_elements_nested_too_deep_are_refused() -> None:
    """No part of a workbook is nested hundreds deep."""
    with pytest.raises(expat.ExpatError, match=r"^nested too deep$"):
        list(read_elements([b"<a>" * 500]))
