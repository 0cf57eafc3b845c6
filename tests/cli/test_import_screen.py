"""What an import prints."""

import pandas as pd
import pytest

from lapor_lab.cli.import_screen import print_import
from lapor_lab.exchange.imports.import_summary import AsOfOrigin, FileFacts, ImportSummary
from lapor_lab.exchange.imports.remarks import Remark

DAY = pd.Timestamp("2024-05-31")


def facts(file: str, n_quarantined: int = 0) -> FileFacts:
    """Return the facts of a file of 1,200 rows."""
    return FileFacts(
        file=file,
        sheet="",
        layout="ekspor resmi SP4N-LAPOR!",
        header_row=11,
        encoding="",
        as_of=DAY,
        as_of_origin=AsOfOrigin.PREAMBLE,
        n_rows=1200,
        n_accepted=1200 - n_quarantined,
        n_quarantined=n_quarantined,
    )


def printed(capsys: pytest.CaptureFixture[str], summary: ImportSummary) -> str:
    """Print a summary and return what stands on the screen."""
    print_import(summary)
    return capsys.readouterr().out


def test_each_file_has_its_line_and_the_rows_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    """Files with their layout, date and counts; then the totals and what masking is not."""
    summary = ImportSummary(
        files=(facts("a.xlsx"), facts("b.csv", n_quarantined=30)), n_cases=2370, as_of=DAY
    )

    out = printed(capsys, summary)

    line = next(line for line in out.splitlines() if "b.csv" in line)
    assert [cell.strip() for cell in line.split("│")[1:-1]] == [
        "b.csv", "ekspor resmi SP4N-LAPOR!", "31 Mei 2024", "1.200", "1.170", "30",
    ]  # fmt: skip
    assert "Dari 2.400 baris, 2.370 diterima dan 30 masuk karantina." in out
    assert "2.370 laporan, data per 31 Mei 2024." in out
    assert "quarantine.csv" in out
    assert "Penyamaran bukan anonimisasi" in out
    assert "Perlu diperiksa" not in out


def test_what_else_came_in_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """Recap rows, earlier states, later cases and synthetic data each have their sentence."""
    summary = ImportSummary(
        files=(facts("a.xlsx"),),
        n_cases=1100,
        n_recap_rows=60,
        as_of=DAY,
        n_after_as_of=7,
        provenance={"kind": "sintetis"},
    )

    out = printed(capsys, summary)

    assert "60 baris rekapitulasi diterima." in out
    assert "7 laporan masuk pada atau sesudah tanggal itu dan tidak ikut dibandingkan." in out
    assert "DATA SINTETIS, bukan kinerja sebenarnya." in out
    assert "quarantine.csv" not in out


def test_remarks_stand_with_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    """Eighty alike take four lines and one action; no style is read out of a name."""
    guessed = [Remark(code="mapping_guessed", values={"file": f"[red]{n}.csv"}) for n in range(80)]
    summary = ImportSummary(
        files=(facts("[bold]a.csv"),), n_cases=1200, as_of=DAY, remarks=tuple(guessed)
    )

    out = printed(capsys, summary)

    assert "[bold]a.csv" in out
    assert out.count("arti kolomnya diduga") == 3
    assert "- [red]0.csv: arti kolomnya diduga" in out
    assert "… dan 77 lagi; semuanya ada di impor.html." in out
    assert out.count("Periksa arti setiap kolom") == 1
