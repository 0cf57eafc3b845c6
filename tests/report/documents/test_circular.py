"""Claims about the circular."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lapor_lab.calendar import Limits, load_limits
from lapor_lab.report.documents.circular import write_circular

Make = Callable[..., Any]
Read = Callable[[Path], list[str]]


def test_limits_are_those_of_the_data(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """First follow-up and completion by class are named, and that they are not verified."""
    path = write_circular(make_assessment(), make_plan(), tmp_path / "surat_edaran.docx")
    text = "\n".join(blocks(path))
    assert "tindak lanjut pertama paling lambat 5 hari kerja" in text
    assert "60 hari kerja untuk Pengaduan Berkadar Pengawasan (belum diverifikasi);" in text


def test_checked_limits_are_not_called_unverified(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """A table of limits that was checked is believed."""
    checked = Limits(tuple(row for row in load_limits().rows if row.diperiksa_pada))
    path = tmp_path / "surat_edaran.docx"
    text = "\n".join(blocks(write_circular(make_assessment(), make_plan(), path, limits=checked)))
    assert "belum diverifikasi" not in text
