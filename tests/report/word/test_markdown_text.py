"""Claims about Markdown in Word documents."""

from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document

from lapor_lab.report.word import WordDocument

TEXT = """# Judul

Paragraf **tebal** dan *miring*,
<b>bukan HTML</b> […].

1. pertama
   - anak

   lanjutan
2. kedua

Tabel: Isi

| a | b |
|---|---|
| 1 | **dua** |

---

Tabel: bukan takarir
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Return the text as a document, read again."""
    written = WordDocument("Uji")
    written.markdown(TEXT)
    path: Path = written.save(tmp_path_factory.mktemp("word") / "a.docx")
    return docx.Document(str(path))


def test_text_is_kept(document: Document) -> None:
    """Each block is a paragraph, and HTML is no more than text."""
    said = [p.text for p in document.paragraphs if p.text.strip()]
    assert said == [
        "Judul",
        "Paragraf tebal dan miring, <b>bukan HTML</b> […].",
        *["pertama", "anak", "lanjutan", "kedua"],
        "Tabel 1. Isi",
        "Tabel: bukan takarir",
    ]
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["a", "b"],
        ["1", "dua"],
    ]


def test_bold_and_italic_are_kept(document: Document) -> None:
    """Emphasis is that of Word."""
    runs = [run for p in document.paragraphs[:3] for run in p.runs]
    assert [run.text for run in runs if run.bold] == ["tebal"]
    assert [run.text for run in runs if run.italic] == ["miring"]


def test_lists_are_nested(document: Document) -> None:
    """A list in a list lies one level deeper, and its parent counts on."""

    def place(paragraph: Any) -> tuple[int, int] | None:
        numbering = paragraph._p.pPr.numPr if paragraph._p.pPr is not None else None
        return None if numbering is None else (numbering.numId.val, numbering.ilvl.val)

    places = {p.text: place(p) for p in document.paragraphs}
    assert places["pertama"] == places["kedua"] == (1, 0)
    assert places["anak"] == (2, 1)
    assert places["lanjutan"] is None
