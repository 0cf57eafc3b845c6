"""``lapor-lab demo``."""

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_everything_works_once(run: Callable[..., Any], tmp_path: Path) -> None:
    """Data, three pages with their notices, and a last word that says where to look."""
    answer = run("demo", "--out", tmp_path / "demo")
    pages = {path.name: path.read_text("utf-8") for path in (tmp_path / "demo").glob("*.html")}

    assert answer.code == 0, answer.err
    assert sorted(pages) == ["perbandingan.html", "simulasi.html", "topik.html"]
    assert all("DATA SINTETIS, bukan kinerja sebenarnya" in page for page in pages.values())
    assert "simulasi, bukan janji kinerja" in pages["simulasi.html"].lower()
    assert (tmp_path / "demo" / "data" / "manifest.json").is_file()
    assert "Kemendikbudristek" in answer.out
    assert answer.out.splitlines()[-1] == (
        f"Buka {(tmp_path / 'demo' / 'perbandingan.html').resolve()} di peramban."
    )
