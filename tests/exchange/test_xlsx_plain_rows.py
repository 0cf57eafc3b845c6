"""Rows of .xlsx sheets by pattern."""

from collections.abc import Generator
from pathlib import Path
from xml.parsers import expat
from zipfile import ZipFile

import pytest

from lapor_lab.exchange.row_source import Row
from lapor_lab.exchange.xlsx_book import SharedStrings, XlsxBook
from lapor_lab.exchange.xlsx_plain_rows import Rest, read_plain_rows
from lapor_lab.exchange.xlsx_values import CellValues

PLAIN = (
    b'<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>'
    b'<row r="1"><c r="A1" t="str"><v>a &amp;&#x41;&#66; b\r\nc</v></c><c r="C1"><v>2</v></c></row>'
    b'<row r="3"/><row r="4" ht="1"><c r="B4" t="inlineStr"><is><t>x</t></is></c><c r="C4"/></row>'
)
STRANGE = b'<row r="6"><c r="A6"><f>1</f><v>1</v></c></row></sheetData></worksheet>'


@pytest.fixture
def values(tmp_path: Path) -> CellValues:
    """Return what reads cells of a workbook without shared texts."""
    book = XlsxBook(sheets=(), strings="", time_styles=frozenset(), is_1904=False)
    with ZipFile(tmp_path / "x.zip", "w") as package:
        return CellValues(book, SharedStrings(package, ""))


def read(sheet: bytes, size: int, values: CellValues) -> tuple[list[Row], Rest]:
    rows: list[Row] = []

    def keep() -> Generator[Row, None, None]:
        blocks = iter([sheet[at : at + size] for at in range(0, len(sheet), size)])
        rest = yield from read_plain_rows(blocks, values)
        rests.append(rest)

    rests: list[Rest] = []
    rows.extend(keep())
    return rows, rests[0]


@pytest.mark.parametrize("size", [1, 7, 64, 10_000])
def test_plain_rows_are_read_and_the_rest_is_handed_on(values: CellValues, size: int) -> None:
    """Wherever blocks part, rows are read up to the first strange one, and nothing is lost."""
    rows, (rest, last) = read(PLAIN + STRANGE, size, values)

    assert rows == [(1, ["a &AB b\nc", None, "2"]), (4, [None, "x"])]
    assert last == 4
    assert (b"<worksheet><sheetData>" + STRANGE).startswith(rest)
    assert rest.startswith(b'<worksheet><sheetData><row r="6">')


@pytest.mark.parametrize(
    "sheet",
    [
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet><sheetData><row r=\"1\"></row>",
        b"<?xml version='1.0' encoding='utf-16'?><worksheet><sheetData>",
        b"<x:worksheet><x:sheetData>",
        b"",
    ],
)
def test_a_strange_start_is_left_to_the_parser(values: CellValues, sheet: bytes) -> None:
    """Document types, other encodings and prefixes are nothing for a pattern."""
    assert read(sheet, 10_000, values) == ([], (sheet, 0))


@pytest.mark.parametrize("entity", [b"&a;", b"&#0;", b"&#xD800;", b"&#x110000;", b"&amp", b"&#;"])
def test_entities_are_only_those_of_xml(values: CellValues, entity: bytes) -> None:
    """An entity that stands for anything else, or for no character, is refused."""
    sheet = PLAIN + b'<row r="5"><c r="A5" t="str"><v>' + entity + b"</v></c></row>"

    with pytest.raises(expat.ExpatError):
        read(sheet, 10_000, values)
