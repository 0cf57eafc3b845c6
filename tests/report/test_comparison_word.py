"""Claims about a comparison as a Word document."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from math import ceil, floor
from pathlib import Path

import docx
import pandas as pd
import pytest
from docx.document import Document
from python_calamine import CalamineWorkbook

from lapor_lab.report import ComparisonReport, write_comparison
from lapor_lab.schema import format_count, format_number, format_share

Make = Callable[..., ComparisonReport]
NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
MEASURES = ("completed_within_limit", "closed_share")


@pytest.fixture(scope="module")
def written(make_fair: Make, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write two compared measures with a composite, once."""
    report = make_fair(
        MEASURES, adjust=("topic",), peers="kind", weights=dict.fromkeys(MEASURES, 1.5)
    )
    return write_comparison(report, tmp_path_factory.mktemp("word") / "perbandingan.docx")


@pytest.fixture(scope="module")
def document(written: Path) -> Document:
    """Return the document, read again."""
    return docx.Document(str(written))


def told(document: Document) -> Iterator[str]:
    """Yield every text of the body; captions and headings without their own number."""
    for paragraph in document.paragraphs:
        yield re.sub(r"^(Tabel|Gambar|Lampiran) \d+\.", "", paragraph.text)
    for table in document.tables:
        for row in table.rows:
            yield from (cell.text for cell in row.cells)


def numbers(texts: Iterator[str] | list[str]) -> set[str]:
    """Return the numbers in texts, as they are written."""
    return {found.rstrip(".") for text in texts for found in NUMBER.findall(text)}


def shown(value: float) -> set[str]:
    """Return the ways in which a document may write a number."""
    share = {format_share(round(end(value * 1000) / 1000, 3)) for end in (floor, ceil)}
    forms = {format_count(value), format_number(value, 1), format_number(value, 2)}
    return {form.removesuffix(" %").lstrip("-") for form in {*forms, *share, format_share(value)}}


def in_workbook(path: Path) -> set[str]:
    """Return every number of a workbook, as text and as a document may write it."""
    book = CalamineWorkbook.from_path(str(path))
    found: set[str] = set()
    for name in book.sheet_names:
        for row in book.get_sheet_by_name(name).to_python():
            for cell in row:
                if isinstance(cell, str):
                    found |= numbers([cell])
                elif isinstance(cell, int | float):
                    found |= shown(cell)
                else:
                    found |= {str(cell.day), str(cell.year)}
    return found


@pytest.mark.parametrize("kind", ["fair", "plain"])
def test_every_number_is_in_the_workbook_beside_it(
    kind: str, written: Path, comparison: ComparisonReport, tmp_path: Path
) -> None:
    """No number of the document, in prose or table, is missing from the Excel file."""
    path = written
    if kind == "plain":
        path = write_comparison(comparison, tmp_path / "perbandingan.docx")
    said = numbers(told(docx.Document(str(path))))
    assert len(said) > 60
    assert said - in_workbook(path.with_suffix(".tabel.xlsx")) == set()


def test_each_figure_has_its_words(document: Document) -> None:
    """Each picture has an alternative text that says more than a name."""
    alts = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert len(alts) >= 5
    assert min(map(len, alts)) > 40


def test_cover_says_what_must_be_said(document: Document) -> None:
    """Notices stand on the cover and on each page; the cover has definition, date, method."""
    first = [p.text for p in document.paragraphs[:6]]
    notice = "Bukan hasil evaluasi resmi KemenPANRB maupun penilaian Ombudsman RI"
    assert first[0] == "Perbandingan penanganan laporan"
    assert any(text.startswith("DATA SINTETIS, bukan kinerja sebenarnya") for text in first)
    assert notice in first
    header = [p.text for p in document.sections[0].header.paragraphs]
    assert notice in header
    assert header[0].startswith("DATA SINTETIS")
    terms = [row.cells[0].text for row in document.tables[0].rows]
    assert terms[:4] == [
        *("Tanggal data", "Sumber", "Jumlah yang dibandingkan", "Laporan yang dihitung"),
    ]
    assert terms[4:8] == ["Ukuran yang dibandingkan", "Definisi", "Penyebut", "Metode"]
    assert terms[-1] == "Daftar instansi"


def test_headings_make_a_table_of_contents(document: Document) -> None:
    """Sections and annexes are headings, and the contents list those of two levels."""
    headings = [p.text for p in document.paragraphs if p.style.name in {"Heading 1", "Heading 2"}]
    assert headings[0] == "Yang dapat dibaca"
    assert headings[1] == "Perbandingan yang adil: Tuntas dalam batas waktu"
    assert "Lampiran 1. Metode dan batasan" in headings
    links = [p.text for p in document.paragraphs if p._p.xpath("./w:hyperlink[@w:anchor]")]
    assert links == headings


def test_same_comparison_gives_same_bytes(
    make_comparison: Make, make_estimates: Callable[..., pd.DataFrame], tmp_path: Path
) -> None:
    """Two writes give equal bytes, pictures included."""
    report = make_comparison(make_estimates(["Dinas A", "Dinas B"], ["closed_share"]))
    files = [write_comparison(report, tmp_path / name / "p.docx") for name in "ab"]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_foreign_names_are_text(make_fair: Make, tmp_path: Path) -> None:
    """A name like a formula, a tag or Markdown is written as it is, here and in the workbook."""
    names = ["=1+1", "<b>Dinas</b> & Badan", "**Kota** 5 %", "+62", "Kabupaten A"]
    cases = {name: (100 + 10 * place, 20) for place, name in enumerate(names)}
    path = write_comparison(make_fair(cases=cases), tmp_path / "p.docx")
    rows = {row.cells[0].text for table in docx.Document(str(path)).tables for row in table.rows}
    assert set(names) <= rows
    book = CalamineWorkbook.from_path(str(path.with_suffix(".tabel.xlsx")))
    column = [row[0] for row in book.get_sheet_by_name("Putusan").to_python()]
    assert set(names) <= set(column)


def test_small_groups_of_real_reports_are_withheld(make_fair: Make, tmp_path: Path) -> None:
    """Of real reports, counts of one to four are in neither file, as on the page."""
    cases = {**{f"Kota {n}": (200, 31) for n in range(4)}, "Kota Kecil": (3, 3), "Kota B": (211, 1)}
    path = write_comparison(make_fair(cases=cases, kind="nyata"), tmp_path / "p.docx")
    tables = docx.Document(str(path)).tables
    small = [
        [cell.text for cell in row.cells]
        for table in tables
        for row in table.rows
        if row.cells[0].text == "Kota Kecil"
    ]
    assert small
    assert not {"3", "3 / 3", "0 / 3"} & {cell for row in small for cell in row}
    book = CalamineWorkbook.from_path(str(path.with_suffix(".tabel.xlsx")))
    for name in book.sheet_names:
        for row in book.get_sheet_by_name(name).to_python():
            assert not (row[0] == "Kota Kecil" and 3 in row[1:])


def test_many_institutions_leave_their_tables_to_excel(
    make_comparison: Make, make_estimates: Callable[..., pd.DataFrame], tmp_path: Path
) -> None:
    """Of 679 institutions the document shows pictures and words and says where the rest is."""
    estimates = make_estimates([f"Instansi {n:03d}" for n in range(679)], ["closed_share"])
    path = write_comparison(make_comparison(estimates), tmp_path / "p.docx")
    document = docx.Document(str(path))
    assert max(len(table.rows) for table in document.tables) <= 41
    said = "Tabel lengkapnya terlalu panjang untuk kertas dan ada di buku kerja p.tabel.xlsx."
    assert said in [p.text for p in document.paragraphs]
    book = CalamineWorkbook.from_path(str(tmp_path / "p.tabel.xlsx"))
    rows = book.get_sheet_by_name("% selesai, dari semua laporan").to_python()
    assert sum(str(row[0]).startswith("Instansi 0") for row in rows) == 100


@pytest.mark.skipif(shutil.which("soffice") is None, reason="soffice is not on the PATH")
@pytest.mark.verify
def test_libreoffice_opens_it(written: Path, tmp_path: Path) -> None:
    """LibreOffice makes a PDF of the document and of the workbook."""
    for source in (written, written.with_suffix(".tabel.xlsx")):
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "pdf", "--outdir", tmp_path, source],
            check=True,
            capture_output=True,
            timeout=180,
        )
        assert (tmp_path / source.with_suffix(".pdf").name).stat().st_size > 10_000
