"""The short form of a comparison."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.cli.comparison_options import FairRequest
from lapor_lab.cli.comparison_run import run_comparison
from lapor_lab.cli.comparison_screen import print_clarifications, print_comparison
from lapor_lab.report import ComparisonReport
from lapor_lab.schema import ComplaintLog

OUT = Path("hasil.html")


def report_of(late: dict[str, tuple[int, int]], **options: object) -> ComparisonReport:
    """Return a report of institutions with so many cases, of which so many are late."""
    is_late = np.concatenate([np.arange(n) < n_late for n, n_late in late.values()])
    cases = pd.DataFrame(
        {
            "case_id": [f"SIM-{k}" for k in range(len(is_late))],
            "institution": np.repeat(list(late), [n for n, _ in late.values()]),
            "submitted_at": pd.Timestamp("2022-01-03"),
            "closed_at": pd.to_datetime(np.where(is_late, "2022-06-30", "2022-01-06")),
            "report_class": "Pengaduan Berkadar Pengawasan",
        }
    )
    log = ComplaintLog(
        cases=cases, events=None, as_of=pd.Timestamp("2022-08-15"), provenance={"kind": "sintetis"}
    )
    return run_comparison(
        log,
        by="institution",
        calendar=load_calendar(),
        limits=load_limits(),
        request=FairRequest(**options),  # type: ignore[arg-type]
    )


def test_at_most_thirty_rows_and_who_differs_among_them(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Of 41 institutions those outside their peers' range are shown, the rest is counted."""
    late = {f"[red]Kota {k:02d}": (400, 80) for k in range(40)} | {"Zamrud": (400, 240)}
    print_comparison(report_of(late), ("completed_within_limit",), OUT)
    text = capsys.readouterr().out

    assert "Nilai 41 instansi ada di hasil.html." in text
    assert "Perbandingan yang adil: Tuntas dalam batas waktu" in text
    assert "belum dapat dibedakan: 40; di bawah kisaran kelompok pembanding: 1." in text
    rows = [line for line in text.splitlines() if line.startswith("│")]
    assert len(rows) == 30
    assert re.search("│ Zamrud +│ di bawah kisaran kelompok pembanding │", rows[-1])
    assert "[red]Kota 00" in rows[0]
    assert "11 instansi lain ada di hasil.html." in text


def test_refused_comparisons_say_why(capsys: pytest.CaptureFixture[str]) -> None:
    """One line with the reason, and no table."""
    late = {"A": (50, 5), "B": (50, 20)}
    print_comparison(report_of(late, measures=("completed_within_limit",)), (), OUT)
    text = capsys.readouterr().out

    assert "Perbandingan ini tidak memberi putusan" in text
    assert "Perbandingan memerlukan paling sedikit tiga." in text


def test_no_comparison_is_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Where nothing can be judged it is said once, and no sheet is written."""
    report = report_of({"A": (50, 5), "B": (50, 20)})
    print_comparison(report, (), OUT)
    print_clarifications(report, tmp_path / "lembar")
    text = capsys.readouterr().out

    assert text.count("Perbandingan yang adil belum dapat dibuat") == 1
    assert "Lembar klarifikasi tidak dibuat karena tidak ada yang dibandingkan." in text
    assert not (tmp_path / "lembar").exists()
