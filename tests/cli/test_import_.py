"""``lapor-lab import``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

TABLE = (
    "Tracking ID,Tanggal Laporan Masuk,Instansi Induk,Status Laporan\n"
    "9000001,2 Jan 2024,Kota Contoh,Terverifikasi\n"
    "9000002,3 Jan 2024,Kota Contoh,Ditutup oleh Admin\n"
    ",3 Jan 2024,Kota Contoh,Terverifikasi\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the key out of the user's own folder."""
    monkeypatch.setenv("LAPOR_LAB_HOME", str(tmp_path / "rumah"))
    return tmp_path / "rumah"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Return an export of three rows, one of which has no number."""
    path = tmp_path / "ekspor.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_the_screen_says_what_came_in_and_what_is_next(
    run: Callable[..., Any], export: Path, tmp_path: Path
) -> None:
    """Rows read, accepted and in quarantine; the page; the next command."""
    out = tmp_path / "impor"
    answer = run("import", export, "--out", out, "--as-of", "2024-03-01")
    assert (answer.code, answer.err) == (0, "")
    assert "Dari 3 baris, 2 diterima dan 1 masuk karantina." in answer.out
    assert f"buka {out / 'impor.html'}" in answer.out
    assert f"Berikutnya: lapor-lab compare {out} --out perbandingan.html" in answer.out
    facts = json.loads((out / "import.json").read_text("utf-8"))
    assert facts["n_rows"] == facts["n_accepted"] + facts["n_quarantined"] == 3


def test_an_import_is_compared_and_its_totals_with_it(
    run: Callable[..., Any], export: Path, tmp_path: Path
) -> None:
    """Follow-up is bounded, not available as a point; a recap stands beside the cases."""
    totals = tmp_path / "rekap.csv"
    totals.write_text("Instansi,Masuk,Selesai,Proses,Belum\nKab. Contoh,200,150,30,20\n")
    many = export.read_text("utf-8") + "".join(
        f"91000{n:02d},{n} Jan 2024,Kota Contoh,Ditutup oleh Sistem\n" for n in range(1, 21)
    )
    export.write_text(many, encoding="utf-8")
    out = tmp_path / "impor"
    assert run("import", export, totals, "--out", out, "--as-of", "2024-03-01").code == 0
    assert run("compare", out, "--out", tmp_path / "p.csv").code == 0
    table = pd.read_csv(tmp_path / "p.csv").set_index(["measure", "institution"])
    assert table.loc[("followed_up_share", "Kab. Contoh"), "estimate"] == 0.9
    assert table.loc[("closed_share", "Kab. Contoh"), "estimate"] == 0.75
    bounds = table.loc[("first_followed_up_within_limit", "Kota Contoh")]
    assert bounds["availability"] == "hanya batas"
    assert pd.isna(bounds["estimate"])
    assert table.loc[("first_follow_up_median_days", "Kota Contoh"), "availability"] == (
        "tidak tersedia"
    )


def test_totals_alone_are_compared(run: Callable[..., Any], tmp_path: Path) -> None:
    """Two recaps and no case: shares are there, and nothing else is."""
    totals = tmp_path / "rekap.csv"
    totals.write_text("Instansi,Masuk,Selesai,Proses,Belum\nA,200,150,30,20\nB,100,50,30,20\n")
    out = tmp_path / "impor"
    assert run("import", totals, "--out", out, "--as-of", "2024-03-01").code == 0
    assert run("compare", out, "--out", tmp_path / "p.csv").code == 0
    table = pd.read_csv(tmp_path / "p.csv")
    told = table[table["availability"] == "tersedia"]
    assert set(told["measure"]) == {"followed_up_share", "closed_share"}


def test_an_import_is_taken_away_with_its_key(
    run: Callable[..., Any], export: Path, tmp_path: Path, home: Path
) -> None:
    """Folder and key are gone, the source stays."""
    out = tmp_path / "impor"
    run("import", export, "--out", out, "--as-of", "2024-03-01")
    answer = run("import", "--hapus", out)
    assert answer.code == 0
    assert answer.out.count("Dihapus: ") == 2
    assert not out.exists()
    assert list((home / "keys").iterdir()) == []
    assert export.exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["import"], "Belum ditulis: BERKAS. Contoh: lapor-lab import ekspor.xlsx --out impor"),
        (
            ["import", "x.csv"],
            "Belum ditulis: --out. Contoh: lapor-lab import ekspor.xlsx --out impor",
        ),
        (
            ["import", "x.csv", "--out", "o", "--as-of", "kemarin"],
            "--as-of harus berupa tanggal seperti 2022-08-15, tetapi tertulis kemarin.",
        ),
        (
            ["import", "--hapus", "tidak-ada"],
            "tidak-ada: berkas atau folder tidak ada. Periksa alamatnya.",
        ),
    ],
)
def test_refusals_are_one_line(
    run: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    message: str,
) -> None:
    """What is missing or wrong is said in one Indonesian line, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    answer = run(*words)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == message + "\n"
    assert list(tmp_path.iterdir()) == []
