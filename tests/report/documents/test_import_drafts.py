"""Claims about the drafts on data protection for an import."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lapor_lab.report.documents.import_drafts import (
    write_impact_assessment,
    write_processing_record,
)

Read = Callable[[Path], list[str]]


def test_facts_of_the_import_stand_in_it(
    tmp_path: Path, import_facts: dict[str, Any], blocks: Read
) -> None:
    """Rows, columns with their treatment, and what was masked come from the import."""
    text = blocks(write_impact_assessment(import_facts, tmp_path / "p.docx"))
    assert "Baris yang dibaca | 2.682" in text
    assert "NIK atau nomor kartu keluarga | 12" in text
    assert any(block.startswith("ekspor_2022.xlsx | disandikan satu arah") for block in text)


def test_nothing_found_is_no_proof(
    tmp_path: Path, import_facts: dict[str, Any], blocks: Read
) -> None:
    """An import without findings is not said to be free of personal data."""
    text = blocks(write_impact_assessment(import_facts | {"masked": {}}, tmp_path / "p.docx"))
    assert any("Temuan kosong bukan bukti" in block for block in text)


def test_it_can_be_begun_before_the_import(tmp_path: Path, blocks: Read) -> None:
    """Without facts it is a draft with blanks."""
    text = blocks(write_impact_assessment(None, tmp_path / "p.docx"))
    assert "Impor | […]" in text
    assert any("nama instansi" in block for block in text)


def test_every_file_is_recorded(tmp_path: Path, import_facts: dict[str, Any], blocks: Read) -> None:
    """A row a file, with its date and the rows that were read, accepted and set apart."""
    path = write_processing_record(import_facts, tmp_path / "c.docx", institution="Kemenkum")
    text = blocks(path)
    assert "ekspor_2022.xlsx | Laporan | 15 Agustus 2022 | 1.341 | 1.330 | 11" in text
    assert "ekspor_awal.csv | – | 15 Agustus 2022 | 1.341 | 1.330 | 11" in text
    assert "Pengendali data | Kementerian Hukum" in text
    assert "Golongan data | nomor laporan, isi laporan, dan waktu laporan" in text


def test_the_record_can_be_begun_before_the_import(tmp_path: Path, blocks: Read) -> None:
    """Without facts it is a draft with blanks."""
    text = blocks(write_processing_record(None, tmp_path / "c.docx"))
    assert "Pengendali data | […]" in text
    assert "[…] | […] | […] | […] | […] | […]" in text
