"""``lapor-lab whatif``."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lapor_lab.exchange import write_log_folder
from lapor_lab.synthetic import load_scenario, make_complaint_log

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


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year of a small ministry, with its events."""
    scenario = load_scenario("kementerian")
    one = replace(scenario, institutions=(scenario.institution("kementerian-g"),))
    folder = tmp_path_factory.mktemp("data") / "log"
    write_log_folder(make_complaint_log(one), folder)
    return folder


def test_own_data_are_calibrated_on(run: Callable[..., Any], data: Path, tmp_path: Path) -> None:
    """Screen and page say what is data, what is model, what is assumed; no scenario is named."""
    out = tmp_path / "simulasi.html"
    answer = run("whatif", "--data", data, "--adopt", "konektivitas", "legalitas",
                 "--n-replications", 2, "--out", out)  # fmt: skip
    page = out.read_text("utf-8")
    cover = page[: page.index("<main>")]

    assert answer.code == 0
    assert "Kementerian G: " in answer.out
    assert "parameter ditaksir dari data sendiri" in answer.out
    assert NOTICES in answer.out
    for name in ("Konektivitas", "Legalitas", "Semua bersama"):
        assert f"│ {name} " in answer.out
    assert "<dt>Data</dt><dd>Ditaksir dari 300 laporan sendiri: volume, musim, " in cover
    assert "<dt>Model</dt><dd>Antrean admin" in cover
    assert "Tidak teramati dalam data, diambil dari Kementerian G dalam skenario acuan" in cover
    assert "simulasi, bukan janji kinerja" in cover
    assert "Dasar setiap parameter" in page
    assert "Biaya dalam jam kerja" in page
    assert "Selang perubahan memuat ketidakpastian simulasi dan ketidakpastian taksiran" in page


def test_a_target_an_order_and_assumptions_are_asked_for(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    """Each question has its section on the screen and on the page."""
    out = tmp_path / "simulasi.html"
    answer = run(
        *[*WHO, "--adopt", "konektivitas", "--n-replications", 2, "--order", "--sensitivity"],
        *["--target", "50 %", "--measure", "misrouted_share", "--out", out],
    )
    page = out.read_text("utf-8")

    assert answer.code == 0
    assert "Himpunan praktik terkecil agar “Salah disposisi” mencapai 50,0 %: tanpa" in answer.out
    for text in ("Bila diterapkan satu per satu", "Asumsi yang paling menentukan"):
        assert text in answer.out
        assert text in page
    assert "1. Konektivitas" in page
    assert "Tidak ada data instansi: semua parameter berasal dari skenario kementerian" in page


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["whatif"],
            "Sebutkan skenario, atau berikan data dengan --data.\n",
        ),
        (
            [*WHO, "--target", "banyak"],
            "--target harus angka, tetapi tertulis banyak. Contoh: 0,9 untuk 90 %.\n",
        ),
        (
            ["whatif", "--data", "tidak-ada.xlsx"],
            "tidak-ada.xlsx: berkas atau folder tidak ada. Periksa alamatnya.\n",
        ),
    ],
)
def test_a_question_that_cannot_be_meant_is_one_line(
    run: Callable[..., Any], words: list[str], message: str
) -> None:
    """Each refusal says what is wrong and the way out."""
    answer = run(*words)
    assert (answer.code, answer.err) == (1, message)


def test_a_target_outside_its_scale_is_one_line(run: Callable[..., Any]) -> None:
    """90 is no share, and no year is simulated for it."""
    answer = run(*WHO, "--target", 90)
    assert answer.code == 1
    assert answer.err.startswith("target ")
    assert answer.err.count("\n") == 1


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
