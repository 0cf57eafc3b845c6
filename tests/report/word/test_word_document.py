"""Claims about Word documents: sound, editable, readable, the same bytes each time."""

import re
import zipfile
from pathlib import Path, PurePosixPath

import docx
import pandas as pd
import pytest
from defusedxml import ElementTree
from docx.oxml.ns import qn

from lapor_lab.errors import OutputError, ParameterError
from lapor_lab.report.word import WordDocument

NAMES = {"r": "http://schemas.openxmlformats.org/package/2006/relationships"}
FRAME = pd.DataFrame({"Instansi": ["Dinas A", "=1+1"], "Bagian": ["69,1 %", "–"]})


def make(path: Path, **options: bool) -> Path:
    """Write a document with one of each piece."""
    document = WordDocument("Uji dokumen", notices=["DATA SINTETIS"], **options)
    document.cover_title()
    document.heading("BAB I", centred=True)
    document.heading("A. Latar Belakang", 2)
    document.paragraph("Disusun oleh […nama unit] pada \x00 tanggal […].")
    document.numbered(["satu", "dua"])
    document.bullets(["titik"])
    document.numbered(["satu lagi"])
    assert document.table(FRAME, "Bagian", widths=[3, 1]) == "Tabel 1"
    assert document.table(FRAME, "") == ""
    assert document.figure(lambda ax: ax.plot([1, 3]), "Garis", "Naik dari 1 ke 3") == "Gambar 1"
    document.page_break()
    document.centred("Jakarta", bold=True)
    return document.save(path)


def paragraphs(path: Path) -> list[str]:
    """Return the document's paragraphs as text."""
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_parts_are_sound(tmp_path: Path) -> None:
    """Every part is well-formed XML, and every relationship leads to a part that is there."""
    with zipfile.ZipFile(make(tmp_path / "a.docx", is_draft=True)) as package:
        names = set(package.namelist())
        for name in names:
            if name.endswith((".xml", ".rels")):
                tree = ElementTree.fromstring(package.read(name))
            if not name.endswith(".rels"):
                continue
            folder = PurePosixPath(name).parent.parent
            for relation in tree.findall("r:Relationship", NAMES):
                target = relation.get("Target")
                assert relation.get("TargetMode") != "External"
                parts = PurePosixPath(target.lstrip("/")) if target[0] == "/" else folder / target
                resolved: list[str] = []
                for part in parts.parts:
                    resolved = resolved[:-1] if part == ".." else [*resolved, part]
                assert "/".join(resolved) in names


def test_same_document_gives_same_bytes(tmp_path: Path) -> None:
    """Two writes give equal bytes, and no time of making is told."""
    first, second = make(tmp_path / "a.docx"), make(tmp_path / "b.docx")
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as package:
        assert {entry.date_time[0] for entry in package.infolist()} == {1980}
        assert b"created" not in package.read("docProps/core.xml")


def test_word_reads_it_again(tmp_path: Path) -> None:
    """Text, cells, title, language and heading styles are those that were written."""
    document = docx.Document(str(make(tmp_path / "a.docx")))
    table = document.tables[0]
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells == [["Instansi", "Bagian"], ["Dinas A", "69,1 %"], ["=1+1", "–"]]
    properties = document.core_properties
    assert (properties.title, properties.language) == ("Uji dokumen", "id-ID")
    headings = [p.text for p in document.paragraphs if p.style.name.startswith("Heading")]
    assert headings == ["BAB I", "A. Latar Belakang"]
    assert {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))} == {
        "id-ID"
    }
    assert "Disusun oleh […nama unit] pada ? tanggal […]." in paragraphs(tmp_path / "a.docx")


def test_captions_are_numbered_fields(tmp_path: Path) -> None:
    """A caption's number is a field that Word can update, and stands there already."""
    document = docx.Document(str(make(tmp_path / "a.docx")))
    captions = [p for p in document.paragraphs if p.style.name == "Caption"]
    assert [p.text for p in captions] == ["Tabel 1. Bagian", "Gambar 1. Garis"]
    fields = [text.text.strip() for text in document.element.iter(qn("w:instrText"))]
    assert fields == ["SEQ Tabel \\* ARABIC", "SEQ Gambar \\* ARABIC"]


def test_figure_has_its_words(tmp_path: Path) -> None:
    """A reader of the file finds what each figure shows."""
    document = docx.Document(str(make(tmp_path / "a.docx")))
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert described == ["Naik dari 1 ke 3"]


def test_header_row_repeats_and_rows_stay_whole(tmp_path: Path) -> None:
    """The first row is the header of each page; no row is torn; numbers stand right."""
    table = docx.Document(str(make(tmp_path / "a.docx"))).tables[0]
    header, *rows = [row._tr.trPr for row in table.rows]
    assert header.find(qn("w:tblHeader")) is not None
    assert all(row.find(qn("w:cantSplit")) is not None for row in [header, *rows])
    assert [cell.paragraphs[0].alignment for cell in table.rows[1].cells] == [None, 2]


@pytest.mark.parametrize("is_draft", [True, False])
def test_every_page_bears_notices_and_number(tmp_path: Path, is_draft: bool) -> None:
    """The header says DRAF where it is one, then the notices; the footer counts pages."""
    section = docx.Document(str(make(tmp_path / "a.docx", is_draft=is_draft))).sections[0]
    said = [paragraph.text for paragraph in section.header.paragraphs]
    assert said == (["DRAF"] if is_draft else []) + ["DATA SINTETIS"]
    assert section.footer.paragraphs[0].text == "Halaman 1 dari 1"
    fields = [text.text.strip() for text in section.footer._element.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("landscape", [True, False])
def test_paper_is_a4(tmp_path: Path, landscape: bool) -> None:
    """The paper is A4, and lies where it is asked to."""
    section = docx.Document(str(make(tmp_path / "a.docx", landscape=landscape))).sections[0]
    sides = [round(section.page_width.cm, 1), round(section.page_height.cm, 1)]
    assert sides == ([29.7, 21.0] if landscape else [21.0, 29.7])


def test_each_list_counts_anew(tmp_path: Path) -> None:
    """Two numbered lists are two lists, each begun with 1."""
    document = docx.Document(str(make(tmp_path / "a.docx")))
    used = [number.get(qn("w:val")) for number in document.element.iter(qn("w:numId"))]
    assert used == ["1", "1", "2", "3"]


def test_blanks_are_highlighted(tmp_path: Path) -> None:
    """What only the institution knows stands out."""
    document = docx.Document(str(make(tmp_path / "a.docx")))
    runs = [run for p in document.paragraphs for run in p.runs if run.font.highlight_color]
    assert [run.text for run in runs] == ["[…nama unit]", "[…]"]


def test_refuses_other_suffixes_and_levels(tmp_path: Path) -> None:
    """Another suffix and a level that Word does not have are refused by name."""
    document = WordDocument("Uji")
    with pytest.raises(OutputError, match=re.escape("a.doc")):
        document.save(tmp_path / "a.doc")
    with pytest.raises(ParameterError, match=re.escape("`level` must be in [1, 9], got 0.")):
        document.heading("Judul", 0)
