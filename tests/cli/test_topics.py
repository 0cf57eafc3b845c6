"""``lapor-lab topics``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_topics_are_sorted_and_judged(
    run: Callable[..., Any], log_folder: Path, tmp_path: Path
) -> None:
    """Accuracy with its interval, also against the true topics, on a page with its notice."""
    out = tmp_path / "topik.html"
    answer = run("topics", log_folder, "--out", out)

    assert answer.code == 0
    assert "Ketepatan (bagian yang topiknya benar):" in answer.out
    assert "Ketepatan terhadap topik sebenarnya (diketahui karena data sintetis):" in answer.out
    assert "DATA SINTETIS, bukan kinerja sebenarnya" in out.read_text("utf-8")
