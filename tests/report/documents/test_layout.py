"""Claims about laying out a draft."""

from pathlib import Path

import docx
import pytest

from lapor_lab.report.documents.layout import lay_out
from lapor_lab.report.word import WordDocument

DRAFT = """\
::: centre JUDUL
::: chapter BAB I | PENDAHULUAN
Kata **tebal**.

::: table Batas | 1 3
| Tahap | Hari \\| kerja |
|---|---|
| Verifikasi | 3 |
::: end
::: note Catatan
"""


def test_directives_become_parts_of_word(tmp_path: Path) -> None:
    """Chapters are headings in the middle, tables have captions, prose keeps its emphasis."""
    document = WordDocument("Judul")
    lay_out(document, DRAFT)
    read = docx.Document(str(document.save(tmp_path / "a.docx")))
    texts = {p.text: p for p in read.paragraphs}
    assert texts["BAB I\nPENDAHULUAN"].style.name == "Heading 1"
    assert [run.text for run in texts["Kata tebal."].runs if run.bold] == ["tebal"]
    assert "Tabel 1. Batas" in texts
    assert texts["Catatan"].style.name == "Catatan"
    cells = [[cell.text for cell in row.cells] for row in read.tables[0].rows]
    assert cells == [["Tahap", "Hari | kerja"], ["Verifikasi", "3"]]


def test_an_unknown_directive_is_a_mistake() -> None:
    """A template cannot ask for what nobody can set."""
    with pytest.raises(KeyError, match=r"^'garis'$"):
        lay_out(WordDocument("Judul"), "::: garis\n")
