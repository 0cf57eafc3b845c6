"""Counting is as fast and as small as `docs/performance.md` promises."""

import importlib
import json
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "counting.py"
DOCUMENT = SCRIPT.parents[1] / "docs" / "performance.md"
ONE_STAGE = "one stage by institution"
THREE_STAGES = "three stages by institution and month"


def measured(n_cases: int, n_repeats: int) -> dict[str, Any]:
    """Return the figures of one run."""
    options = ["--json", "--n-cases", str(n_cases), "--repeats", str(n_repeats)]
    done = subprocess.run(
        [sys.executable, str(SCRIPT), *options], check=True, capture_output=True, text=True
    )
    return json.loads(done.stdout)


@pytest.mark.verify
def test_counting_keeps_its_promises() -> None:
    """Ten million cases take 5 and 8 times the reading at most, and less than DuckDB takes."""
    found = measured(10_000_000, 3)["questions"]
    one, three = found[ONE_STAGE]["lapor-lab"], found[THREE_STAGES]["lapor-lab"]
    assert statistics.median(one["ratios"]) <= 5
    assert one["peak_bytes"] <= 450e6
    assert statistics.median(three["ratios"]) <= 8
    assert three["peak_bytes"] <= 700e6
    if "DuckDB" in found[THREE_STAGES]:
        peer = found[THREE_STAGES]["DuckDB"]
        assert statistics.median(three["seconds"]) < statistics.median(peer["seconds"])


def test_every_method_gives_the_same_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On 5,000 cases pandas, DuckDB and ours count the same cells; reading alone has none."""
    monkeypatch.syspath_prepend(str(SCRIPT.parent))
    script = importlib.import_module("counting")
    path = tmp_path / "cases.parquet"
    script.write_cases(path, 5_000)

    for question in (ONE_STAGE, THREE_STAGES):
        sums = {name: script.run_once(path, question, name)["checksum"] for name in script.METHODS}
        assert sums.pop("pyarrow reads the columns") == 0
        assert len(set(sums.values())) == 1, sums
        assert {"lapor-lab", "pandas, as one would"} <= set(sums)


def test_the_document_holds_the_table_of_the_script() -> None:
    """Its section is filled."""
    text = DOCUMENT.read_text("utf-8")
    inside = text.split("<!-- counting: begin -->")[1].split("<!-- counting: end -->")[0]
    assert inside.strip().startswith("| question |")
