"""``lapor-lab whatif``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_a_practice_is_tried(run: Callable[..., Any], tmp_path: Path) -> None:
    """Both worlds, the difference and both notices are on the screen and on the page."""
    out = tmp_path / "simulasi.html"
    answer = run(
        *["whatif", "kementerian", "--institution", "Kementerian G", "--adopt", "konektivitas"],
        *["--n-replications", 2, "--out", out],
    )
    page = out.read_text("utf-8")

    assert answer.code == 0
    assert "DATA SINTETIS, bukan kinerja sebenarnya; simulasi, bukan janji kinerja." in answer.out
    assert "Salah disposisi" in answer.out
    assert "Bila dampak praktik hanya setengah dari asumsi" in page
    assert "Bagian unit dengan akun pejabat penghubung aktif" in page


def test_practices_may_stand_one_behind_the_other(run: Callable[..., Any]) -> None:
    """``--adopt A B`` names two practices: the second is looked up as one, too."""
    answer = run(
        *["whatif", "kementerian", "--institution", "kementerian-g"],
        *["--adopt", "konektivitas", "rapat"],
    )

    assert answer.err == ("Praktik baik rapat tidak dikenal. Pilih salah satu: konektivitas.\n")
