"""``lapor-lab mask``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_what_was_masked_is_counted_and_not_shown(run: Callable[..., Any], tmp_path: Path) -> None:
    """The screen tells kinds and numbers, the copy holds no value, and a warning stands by."""
    path = tmp_path / "catatan.txt"
    path.write_text("surel contoh@surat.example dan lain@surat.example", encoding="utf-8")
    answer = run("mask", path, "--out", tmp_path / "salinan.txt")
    assert (answer.code, answer.err) == (0, "")
    assert "surat.example" not in answer.out
    assert ": 2\n" in answer.out
    assert "bukan anonimisasi" in answer.out
    assert (tmp_path / "salinan.txt").read_text("utf-8") == "surel [SUREL] dan [SUREL]"


def test_a_clean_text_is_said_to_be_clean(run: Callable[..., Any], tmp_path: Path) -> None:
    """Nothing found is said in words, not as an empty list."""
    path = tmp_path / "catatan.txt"
    path.write_text("jalan rusak", encoding="utf-8")
    answer = run("mask", path, "--out", tmp_path / "salinan.txt")
    assert "Tidak ada data pribadi yang dikenali." in answer.out


def test_confidential_texts_that_were_withheld_are_counted(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    """A table with a confidential report is copied without its text, and the screen says so."""
    path = tmp_path / "ekspor.csv"
    path.write_text(
        "Tracking ID,Tanggal Laporan Masuk,Isi Laporan Awal,Tipe Laporan (Anonim/Rahasia)\n"
        "9000001,2 Jan 2024,jalan rusak,Rahasia\n",
        encoding="utf-8",
    )
    answer = run("mask", path, "--out", tmp_path / "salinan.csv")
    assert (answer.code, answer.err) == (0, "")
    assert "Judul dan isi laporan rahasia yang tidak disalin: 1\n" in answer.out
    assert "jalan rusak" not in (tmp_path / "salinan.csv").read_text("utf-8")


def test_an_absent_file_is_one_line(run: Callable[..., Any], tmp_path: Path) -> None:
    """The refusal names the path and leaves no copy."""
    answer = run("mask", tmp_path / "x.txt", "--out", tmp_path / "y.txt")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
