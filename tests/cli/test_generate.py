"""``lapor-lab generate``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_the_same_seed_makes_the_same_content(run: Callable[..., Any], tmp_path: Path) -> None:
    """Twice with seed 7 gives one content hash, seed 8 another."""
    hashes = {}
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        answer = run(
            "generate", "kementerian", "--out", tmp_path / name, "--n-cases", 60, "--rng", seed
        )
        manifest = json.loads((tmp_path / name / "manifest.json").read_text("utf-8"))
        hashes[name] = manifest["content_hash"]
        assert answer.code == 0
        assert "DATA SINTETIS, bukan kinerja sebenarnya" in answer.out

    assert hashes["a"] == hashes["b"] != hashes["c"]


def test_the_folder_holds_what_the_interface_says(run: Callable[..., Any], tmp_path: Path) -> None:
    """Parquet parts of cases and events, and a manifest with everything that decides them."""
    out = tmp_path / "log"
    run("generate", "kementerian", "--out", out, "--n-cases", 60, "--as-of", "2022-06-01")
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))

    assert list(out.glob("cases/*.parquet"))
    assert list(out.glob("events/*.parquet"))
    assert {"scenario", "rng", "n_cases", "as_of", "versions", "calendar", "content_hash"} <= set(
        manifest
    )
    assert (manifest["scenario"], manifest["rng"], manifest["n_cases"]) == ("kementerian", 0, 60)
    assert manifest["as_of"].startswith("2022-06-01")


def test_a_pool_makes_the_same_content(run: Callable[..., Any], tmp_path: Path) -> None:
    """Two processes write what one does."""
    hashes = set()
    for name, words in (("a", ()), ("b", ("--engine", "pool", "--workers", 2))):
        run("generate", "kementerian", "--out", tmp_path / name, "--n-cases", 60, *words)
        manifest = json.loads((tmp_path / name / "manifest.json").read_text("utf-8"))
        hashes.add(manifest["content_hash"])
    assert len(hashes) == 1


def test_exports_stand_beside_the_log_and_come_back_as_synthetic(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    """Two weekly files of the same world; `import` says DATA SINTETIS of them."""
    words = ["--n-cases", 60, "--as-export", "26 kolom", "--weekly", 2, "--export-kind", "csv"]
    answer = run("generate", "kementerian", "--out", tmp_path / "log", *words)
    assert answer.code == 0
    assert f"2 berkas ekspor ada di {tmp_path / 'log' / 'ekspor'}." in answer.out
    names = [f"laporan_2022-08-{day}.csv" for day in ("08", "15")]
    assert sorted(file.name for file in (tmp_path / "log" / "ekspor").iterdir()) == names
    back = run("import", tmp_path / "log" / "ekspor", "--out", tmp_path / "back")
    assert back.code == 0
    assert "DATA SINTETIS, bukan kinerja sebenarnya" in back.out
    # The log is replaced whole, its exports with it.
    again = run("generate", "kementerian", "--out", tmp_path / "log", "--n-cases", 60)
    assert again.code == 0
    assert not (tmp_path / "log" / "ekspor").exists()


def test_a_wrong_export_is_refused_before_anything_is_made(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    """Nobody waits for a log and then learns of a slip of the pen."""
    for words, message in (
        (
            ("--as-export", "27"),
            (
                "Tata letak 27 tidak dikenal. "
                "Pilih salah satu: 17 kolom, 20 kolom, 26 kolom, snake_case."
            ),
        ),
        (
            ("--as-export", "26 kolom", "--export-kind", "ods"),
            "Jenis berkas ods tidak dikenal. Pilih salah satu: xlsx, csv.",
        ),
        (("--workers", "0"), "--workers harus bilangan bulat paling kecil 1, tetapi tertulis 0."),
        (("--weekly", "0"), "--weekly harus bilangan bulat paling kecil 1, tetapi tertulis 0."),
    ):
        answer = run("generate", "kementerian", "--out", tmp_path / "log", *words)
        assert (answer.code, answer.err.strip()) == (1, message)
    assert list(tmp_path.iterdir()) == []
