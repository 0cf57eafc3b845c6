"""The command line as a whole: quick help, and every failure one Indonesian line."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HEAVY = ("numpy", "pandas", "pyarrow", "matplotlib", "sklearn", "scipy", "statsmodels", "rich")


def test_help_loads_nothing_heavy() -> None:
    """Help answers at once because no library of numbers, pictures or learning is loaded."""
    code = (
        "import sys\n"
        "from lapor_lab.cli.app import main\n"
        "try:\n    main(['--help'])\n"
        "except SystemExit as end:\n"
        f"    print([m for m in {HEAVY!r} if m in sys.modules], end.code or 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.splitlines()[-1] == "[] 0"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            ["foo"],
            (
                "Perintah tidak dikenal. Pilih salah satu: demo, generate, import, mask, "
                "compare, topics, whatif, assess, lab, doctor."
            ),
        ),
        (["generate", "kementerian"], "Belum ditulis: --out. Lihat: lapor-lab generate --help"),
        (["compare"], "Belum ditulis: INPUT. Lihat: lapor-lab compare --help"),
        (
            ["generate", "kementerian", "--out", "x", "--cepat"],
            "Opsi --cepat tidak dikenal. Lihat: lapor-lab generate --help",
        ),
        (
            ["generate", "kementerian", "--out", "x", "--rng", "tujuh"],
            "--rng harus bilangan bulat paling kecil 0, tetapi tertulis tujuh.",
        ),
        (
            ["generate", "kementerian", "--out", "x", "--rng", "-1"],
            "--rng harus bilangan bulat paling kecil 0, tetapi tertulis -1.",
        ),
        (
            ["generate", "kementerian", "--out", "x", "--n-cases", "0"],
            "--n-cases harus bilangan bulat paling kecil 1, tetapi tertulis 0.",
        ),
        (
            ["generate", "kementerian", "--out", "x", "--as-of", "besok"],
            "--as-of harus berupa tanggal seperti 2022-08-15, tetapi tertulis besok.",
        ),
        (
            ["generate", "naga", "--out", "x"],
            (
                "Skenario naga tidak dikenal. Pilih salah satu: daerah, kementerian, nasional, "
                "pemisahan_2025."
            ),
        ),
        (
            ["generate", "kementerian", "--out", "x", "--engine", "dask"],
            "Mesin dask tidak dikenal. Pilih salah satu: serial, pool.",
        ),
        (
            ["compare", "tidak-ada.csv", "--out", "x.html"],
            "tidak-ada.csv: berkas atau folder tidak ada. Periksa alamatnya.",
        ),
        (
            ["compare", "kosong.csv", "--out", "x.html"],
            (
                "kosong.csv: tidak berisi satu baris pun. Berikan berkas dengan judul kolom dan "
                "sedikitnya satu baris."
            ),
        ),
        (
            ["compare", "gambar.csv", "--out", "x.html"],
            (
                "gambar.csv: isinya jenis berkas lain (gambar PNG). Simpan sebagai .xlsx atau .csv "
                "dari program pembuatnya, atau sesuaikan akhiran namanya."
            ),
        ),
        (
            ["compare", "tanpa.csv", "--out", "x.html"],
            (
                "tanpa.csv: kolom institution tidak ada; yang ada: case_id, submitted_at. "
                "Ubah nama kolom atau sebut kolom lain."
            ),
        ),
        (
            ["compare", "baik.csv", "--out", "x.pdf"],
            "x.pdf: harus berakhiran .html, .docx, .xlsx, .csv, .json. Pilih salah satu.",
        ),
        (
            ["compare", "baik.csv", "--out", "x.html", "--by", "dinas"],
            "--by: kolom dinas tidak ada. Pilih salah satu: case_id, submitted_at, institution.",
        ),
        (
            ["compare", "baik.csv", "--out", "baik.csv/x.html"],
            (
                "baik.csv/x.html: tidak dapat ditulis (berkas dengan nama itu sudah ada). "
                "Pilih tempat lain."
            ),
        ),
        (
            ["compare", "baik.csv", "--out", "x.html", "--as-of", "2022-08-01"],
            (
                "baik.csv: tidak ada laporan yang masuk sebelum tanggal data 2022-08-01; yang "
                "pertama masuk 2022-08-01. Pilih tanggal yang lebih akhir."
            ),
        ),
        (
            ["whatif", "kementerian", "--institution", "X", "--adopt", "konektivitas"],
            (
                "Instansi X tidak dikenal. Pilih salah satu: Kemenkumham, Kemendikbudristek, "
                "Kementerian A, Kementerian B, Kementerian C, Kementerian D, Kementerian E, "
                "Kementerian F, Kementerian G, Kementerian H."
            ),
        ),
        (
            ["whatif", "kementerian", "--institution", "Kemenkumham", "--adopt", "rapat"],
            (
                "Praktik baik rapat tidak dikenal. Pilih salah satu: tugas-fungsi, konektivitas, "
                "target-kinerja, sosialisasi, legalitas."
            ),
        ),
        (
            ["topics", "baik.csv", "--out", "x.html"],
            (
                "baik.csv: kolom topic, text tidak ada; yang ada: case_id, submitted_at, "
                "institution. Ubah nama kolom atau sebut kolom lain."
            ),
        ),
    ],
)
def test_a_failure_is_one_line_and_leaves_nothing(
    run: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    line: str,
) -> None:
    """Exit code 1, the line on standard error, nothing on the screen, no file more than before."""
    monkeypatch.chdir(tmp_path)
    Path("kosong.csv").write_text("")
    Path("gambar.csv").write_bytes(b"\x89PNG\x00\x00")
    Path("tanpa.csv").write_text("case_id,submitted_at\n1,2022-08-01\n")
    Path("baik.csv").write_text("case_id,submitted_at,institution\n1,2022-08-01,A\n")
    before = sorted(tmp_path.rglob("*"))

    answer = run(*words)

    assert (answer.code, answer.err, answer.out) == (1, line + "\n", "")
    assert sorted(tmp_path.rglob("*")) == before


def test_even_a_fault_of_ours_is_one_line(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug shows no traceback to a user, and says how a developer gets it."""

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("dua\nbaris")

    monkeypatch.setattr("lapor_lab.exchange.read_log", broken)
    answer = run("compare", "x.csv", "--out", tmp_path / "x.html")

    assert (answer.code, answer.out) == (1, "")
    # What the error says may hold a cell, so its place is told instead.
    line = broken.__code__.co_firstlineno + 1
    assert answer.err == (
        f"Kesalahan yang tidak terduga (RuntimeError, test_app.py baris {line}). Ini cacat "
        "lapor-lab: jalankan lagi dengan LAPOR_LAB_DEBUG=1, lalu laporkan rinciannya.\n"
    )
