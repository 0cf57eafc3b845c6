"""``lapor-lab whatif``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WHO = ["whatif", "kementerian", "--institution", "Kementerian G"]
NOTICES = "DATA SINTETIS, bukan kinerja sebenarnya; simulasi, bukan janji kinerja."


def test_a_practice_is_tried(run: Callable[..., Any], tmp_path: Path) -> None:
    """Both worlds, the difference, its range and both notices are on the screen and the page."""
    out = tmp_path / "simulasi.html"
    answer = run(*WHO, "--adopt", "konektivitas", "--n-replications", 2, "--out", out)
    page = out.read_text("utf-8")

    assert answer.code == 0
    assert NOTICES in answer.out
    assert "Salah disposisi" in answer.out
    assert "Kurang menguntungkan" in answer.out
    assert "Praktik yang" not in answer.out  # nothing to compare one practice with
    assert "Bila dampak praktik hanya setengah dari asumsi" in page
    assert "Bagian unit dengan akun pejabat penghubung aktif" in page


def test_several_are_compared_alone_and_together(run: Callable[..., Any]) -> None:
    """``--adopt A B`` names two practices; each has a row, and so have both together."""
    answer = run(*WHO, "--adopt", "konektivitas", "legalitas", "--n-replications", 2)

    assert answer.code == 0
    for name in ("Konektivitas", "Legalitas", "Semua bersama"):
        assert f"│ {name} " in answer.out


def test_all_five_are_the_default(run: Callable[..., Any]) -> None:
    """Without ``--adopt`` all five are tried, and that reports are added is said."""
    answer = run(*WHO, "--n-replications", 2)

    assert answer.code == 0
    for name in ("Tugas dan fungsi", "Konektivitas", "Target kinerja", "Sosialisasi", "Legalitas"):
        assert f"│ {name} " in answer.out
    assert "Praktik ini menambah laporan" in answer.out


def test_the_list_shows_sizes_and_reasons(run: Callable[..., Any]) -> None:
    """``--list`` simulates nothing: five practices, what each changes, and why so much."""
    answer = run(*WHO, "--list")

    assert answer.code == 0
    names = ("tugas-fungsi", "konektivitas", "target-kinerja", "sosialisasi", "legalitas")
    for name in names:
        assert f"{name}: " in answer.out
    assert "asumsi: " in answer.out
    assert answer.out.rstrip().endswith("Kementerian G: simulasi, bukan janji kinerja.")


def test_own_sizes_are_used(run: Callable[..., Any], tmp_path: Path) -> None:
    """A written file can be changed and is then what is tried."""
    path = tmp_path / "ukuran.toml"
    written = run(*WHO, "--write-sizes", path)
    assert (written.code, path.name in written.out) == (0, True)
    path.write_text(
        path.read_text("utf-8").replace("low = 6.0\nstandard = 3.0", "low = 6.0\nstandard = 4.5"),
        "utf-8",
    )

    answer = run(*WHO, "--adopt", "legalitas", "--list", "--sizes", path)
    assert "│ 4,5 " in answer.out


def test_a_full_queue_is_told_in_one_sentence(run: Callable[..., Any], tmp_path: Path) -> None:
    """Where a practice brings more than can be done, the screen and the page say so."""
    path = tmp_path / "ukuran.toml"
    path.write_text(
        "[sosialisasi.volume_per_year]\nlow = 8\nstandard = 7\nhigh = 6\nreason = 'uji'\n"
        "[sosialisasi.seasons]\nlow = 1\nstandard = 1\nhigh = 1\nreason = 'uji'\n",
        "utf-8",
    )
    out = tmp_path / "simulasi.html"
    answer = run(
        *[*WHO, "--adopt", "sosialisasi", "--sizes", path],
        *["--n-replications", 2, "--as-of", "2022-01-15", "--out", out],
    )

    assert answer.code == 0
    assert "Dengan praktik: Antrean jenuh di " in answer.out
    assert "antrean jenuh" in answer.out
    assert "laporan per hari kerja" in answer.out
    assert "Antrean jenuh di " in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["--adopt", "konektivitas", "rapat"],
            (
                "Praktik baik rapat tidak dikenal. Pilih salah satu: tugas-fungsi, konektivitas, "
                "target-kinerja, sosialisasi, legalitas.\n"
            ),
        ),
        (
            ["--write-sizes", "ukuran.txt"],
            "ukuran.txt: harus berakhiran .toml. Pilih salah satu.\n",
        ),
        (
            ["--sizes", "tidak-ada.toml"],
            "tidak-ada.toml: berkas atau folder tidak ada. Periksa alamatnya.\n",
        ),
    ],
)
def test_what_cannot_be_meant_is_one_line(
    run: Callable[..., Any], words: list[str], message: str
) -> None:
    """Each refusal says what is wrong and the way out."""
    answer = run(*WHO, *words)
    assert (answer.code, answer.err) == (1, message)


def test_a_wrong_size_is_one_line(run: Callable[..., Any], tmp_path: Path) -> None:
    """The line of the file that must be mended is named by its key."""
    path = tmp_path / "ukuran.toml"
    path.write_text(
        "[legalitas.unread_share]\nlow = 1.2\nstandard = 1.1\nhigh = 1.0\nreason = 'uji'\n", "utf-8"
    )
    answer = run(*WHO, "--sizes", path)
    assert answer.err == (
        f"{path}: legalitas.unread_share.size harus ke bawah, tetapi tertulis "
        "unread_share × 1.2 / 1.1 / 1.0. Perbaiki baris itu.\n"
    )
