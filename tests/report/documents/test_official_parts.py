"""Claims about parts of official documents."""

from typing import Any

import pytest

from lapor_lab.report.documents.official_parts import (
    add_clause,
    add_fields,
    add_line,
    add_page,
    add_signature,
    begin,
)
from lapor_lab.report.word import WordDocument


@pytest.fixture
def document() -> WordDocument:
    """Return an empty document."""
    return WordDocument("Judul")


def paragraphs_of(document: WordDocument) -> list[Any]:
    """Return all paragraphs but the one that looks for them."""
    part: Any = document.new_paragraph().part
    return list(part.document.paragraphs)[:-1]


def test_points_of_a_clause_hang_beside_its_name(document: WordDocument) -> None:
    """The first point stands in the line of the name; the text of all begins below each other."""
    add_clause(document, "Menimbang", ["a. bahwa satu;", "b. bahwa dua;"])
    first, second = paragraphs_of(document)
    assert (first.text, second.text) == ("Menimbang\t:\ta.\tbahwa satu;", "b.\tbahwa dua;")
    lefts = {p.paragraph_format.left_indent for p in (first, second)}
    assert len(lefts) == 1
    assert first.paragraph_format.left_indent == -first.paragraph_format.first_line_indent


def test_a_sentence_is_no_point(document: WordDocument) -> None:
    """A clause of one sentence has no sign before it."""
    add_clause(document, "KESATU", ["Menetapkan tim."])
    assert [p.text for p in paragraphs_of(document)] == ["KESATU\t:\tMenetapkan tim."]


def test_a_signature_is_never_parted_from_what_is_signed(document: WordDocument) -> None:
    """The block is one paragraph, kept with the one before it."""
    document.paragraph("Isi.")
    add_signature(document, ["Ditetapkan di X", "Jabatan,", "Nama"])
    before, block = paragraphs_of(document)
    assert before.paragraph_format.keep_with_next
    assert block.paragraph_format.keep_together
    assert block.text == "Ditetapkan di X\nJabatan,\n\n\n\nNama"


def test_a_page_begins_without_an_empty_one(document: WordDocument) -> None:
    """The break is before a paragraph, not within one that could itself fall on a new page."""
    add_page(document)
    assert paragraphs_of(document)[0].paragraph_format.page_break_before


def test_properties_stand_in_the_order_of_the_standard(document: WordDocument) -> None:
    """Borders come before spacing, as the schema of WordprocessingML has it."""
    add_line(document)
    names = [child.tag.rpartition("}")[2] for child in paragraphs_of(document)[0]._p.pPr]
    assert names.index("pBdr") < names.index("spacing")


def test_fields_align_their_colons(document: WordDocument) -> None:
    """Name, colon and value are parted by tabs at the same stops."""
    add_fields(document, [("Yth.", "Pimpinan"), ("Hal", "Laporan")])
    first, second = paragraphs_of(document)
    assert (first.text, second.text) == ("Yth.\t:\tPimpinan", "Hal\t:\tLaporan")
    stops = [[s.position for s in p.paragraph_format.tab_stops] for p in (first, second)]
    assert stops[0] == stops[1]


def test_a_tight_document_has_smaller_letters(document: WordDocument) -> None:
    """What must fit on a page is set in 11 points."""
    begin(document, is_tight=True)
    part: Any = document.new_paragraph().part
    assert part.document.styles["Normal"].font.size.pt == 11
