"""Claims about the draft record of processing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lapor_lab.report.documents.processing_record import write_processing_record

Read = Callable[[Path], list[str]]


def test_every_file_is_recorded(tmp_path: Path, import_facts: dict[str, Any], blocks: Read) -> None:
    """A row a file, with its date and the rows that were read, accepted and set apart."""
    path = write_processing_record(import_facts, tmp_path / "c.docx", institution="Kemenkum")
    text = blocks(path)
    assert "ekspor_2022.xlsx | Laporan | 15 Agustus 2022 | 1.341 | 1.330 | 11" in text
    assert "ekspor_awal.csv | – | 15 Agustus 2022 | 1.341 | 1.330 | 11" in text
    assert "Pengendali data | Kementerian Hukum" in text
    assert "Golongan data | nomor laporan, isi laporan, dan waktu laporan" in text


def test_it_can_be_begun_before_the_import(tmp_path: Path, blocks: Read) -> None:
    """Without facts it is a draft with blanks."""
    text = blocks(write_processing_record(None, tmp_path / "c.docx"))
    assert "Pengendali data | […]" in text
    assert "[…] | […] | […] | […] | […] | […]" in text
