"""Claims about the memo of one page."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lapor_lab.report.documents.memo import write_memo

Make = Callable[..., Any]
Read = Callable[[Path], list[str]]


def test_three_decisions_are_asked_for(
    tmp_path: Path, make_assessment: Make, make_plan: Make, blocks: Read
) -> None:
    """Team, procedure and plan; the first activities are those of the highest priority."""
    text = blocks(write_memo(make_assessment(), make_plan(), tmp_path / "nota_dinas.docx"))
    place = text.index("Mohon tiga keputusan Bapak/Ibu:")
    starts = ["Menetapkan Tim Pengelola", "Menetapkan petunjuk teknis", "Menyetujui rencana aksi"]
    for block, start in zip(text[place + 1 : place + 4], starts, strict=True):
        assert block.startswith(start)
    first = make_plan().activities["activity"].iloc[0].partition(" (")[0]
    said = text[place - 1].removeprefix("Kegiatan yang didahulukan: ")
    assert said.startswith(first[0].lower() + first[1:])
    assert said.endswith("Urutannya memakai simulasi, bukan janji kinerja.")


def test_the_longest_memo_is_one_page(
    tmp_path: Path, make_assessment: Make, make_plan: Make
) -> None:
    """Long names of the institution and of activities leave it on one page in LibreOffice."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("soffice (LibreOffice) is not on the PATH")
    rows = make_plan().rows.assign(activity="Menyelenggarakan bimbingan teknis " * 8)
    assessment = make_assessment(institution="Badan Contoh dengan Nama yang Sangat Panjang " * 4)
    path = write_memo(assessment, make_plan(rows=rows), tmp_path / "nota_dinas.docx")
    home = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [soffice, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(path)], check=True, capture_output=True)
    pages = re.findall(rb"/Type\s*/Page\b", path.with_suffix(".pdf").read_bytes())
    assert len(pages) == 1
