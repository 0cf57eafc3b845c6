"""``lapor-lab assess``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lapor_lab.practices.maturity import read_form

Run = Callable[..., Any]


def test_the_example_runs_whole(run: Run, tmp_path: Path) -> None:
    """Faults of the form by their cell, levels, first steps and notices; eleven files."""
    out = tmp_path / "hasil"
    answer = run("assess", "--example", "--n-replications", 2, "--out", out)
    lines = answer.out.splitlines()

    assert (answer.code, answer.err) == (0, "")
    assert lines[0].startswith('penilaian_2022.xlsx, lembar "')
    assert ", sel " in lines[0]
    assert "│ Legalitas " in answer.out
    assert "Kegiatan yang didahulukan: " in answer.out
    assert "DATA SINTETIS, bukan kinerja sebenarnya (skenario kementerian, rng 0)." in lines
    assert "tingkat kematangan: bukan nilai SPBE atau PANRB." in lines
    assert lines[-1] == f"11 berkas ada di {out}; mulai dari penilaian.html."
    assert len(list(out.iterdir())) == 12
    page = (out / "penilaian.html").read_text("utf-8")
    assert "dikalibrasi pada data instansi" in page
    assert "Baseline dan target" in page


def test_a_blank_form_is_written_and_read_again(run: Run, tmp_path: Path) -> None:
    """``--form`` writes a form of either kind, which `read_form` reads, and never over one."""
    for name in ("formulir.xlsx", "formulir.toml"):
        answer = run("assess", "--form", tmp_path / name)

        assert answer.code == 0
        assert answer.out.splitlines() == [f"Formulir kosong ada di {tmp_path / name}."]
        assert read_form(tmp_path / name).institution == ""
        again = run("assess", "--form", tmp_path / name)
        assert again.code == 1
        assert again.err.startswith(f"{tmp_path}: {name} ")


def test_a_blank_form_is_still_assessed(run: Run, tmp_path: Path) -> None:
    """Each gap is a line with its cell, exit 0; that there is no plan without a date is said."""
    run("assess", "--form", tmp_path / "kosong.xlsx")
    out = tmp_path / "hasil"
    answer = run("assess", tmp_path / "kosong.xlsx", "--n-replications", 2, "--out", out)

    assert (answer.code, answer.err) == (0, "")
    assert "Instansi belum diisi" in answer.out
    assert "Tanggal penilaian belum diisi, sehingga rencana aksi" in answer.out
    assert answer.out.splitlines()[-1].startswith("4 berkas ada di ")
    assert "belum diisi" in (out / "penilaian.html").read_text("utf-8")


def test_what_is_missing_is_one_line(run: Run, tmp_path: Path) -> None:
    """No form, a form and the example, no folder, an absent form, a foreign folder: a line each."""
    one = (
        "Beri satu formulir, atau --example tanpa formulir. "
        "Formulir kosong: lapor-lab assess --form formulir.xlsx."
    )
    (tmp_path / "penting.txt").write_text("x")
    refused = {
        ("--out", tmp_path / "a"): one,
        ("x.xlsx", "--example", "--out", tmp_path / "a"): one,
        ("--example",): "Folder hasil belum ditulis. Contoh: lapor-lab assess formulir.xlsx",
        (
            "x.xlsx",
            "--out",
            tmp_path / "a",
        ): "x.xlsx: berkas atau folder tidak ada. Periksa alamatnya.",
        ("--example", "--out", tmp_path): f"{tmp_path}: sudah ada",
        ("--form", tmp_path / "f.pdf"): f"{tmp_path / 'f.pdf'}: ",
        ("--example", "--year", "x", "--out", tmp_path / "a"): "--year harus bilangan bulat",
    }
    for words, message in refused.items():
        answer = run("assess", *words)

        assert answer.code == 1, words
        assert answer.out == ""
        assert len(answer.err.splitlines()) == 1
        assert answer.err.startswith(message), (answer.err, message)
    assert [path.name for path in tmp_path.iterdir()] == ["penting.txt"]
