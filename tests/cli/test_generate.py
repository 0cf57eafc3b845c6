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
