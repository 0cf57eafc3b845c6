"""The maker is as fast and as small as `docs/performance.md` promises."""

import importlib.util
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lapor_lab.synthetic import generate, load_scenario

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "maker.py"
DOCUMENT = SCRIPT.parents[1] / "docs" / "performance.md"


def measured(*options: str) -> dict:
    """Return the figures of one run."""
    done = subprocess.run(
        [sys.executable, str(SCRIPT), "--json", *options],
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(done.stdout)


@pytest.mark.verify
def test_the_maker_keeps_its_promises_of_speed() -> None:
    """A CPU second holds 8 times Faker's rows, and three quarters of SimPy's customers."""
    pytest.importorskip("resource", reason="the system has no such measure")
    ratios = measured("--n-cases", "250000", "--repeats", "5")["speed"]["ratios"]
    assert statistics.median(ratios["Faker"]) >= 8
    assert statistics.median(ratios["SimPy"]) > 0.75
    assert statistics.median(ratios["Ciw"]) > 1
    assert statistics.median(ratios["Mimesis"]) > 1


def test_the_document_holds_the_tables_of_the_script() -> None:
    """Each section that the script writes stands in the document, filled."""
    text = DOCUMENT.read_text("utf-8")
    for section in ("speed", "stages", "weight", "memory"):
        inside = text.split(f"<!-- {section}: begin -->")[1].split(f"<!-- {section}: end -->")[0]
        assert inside.strip().startswith("|"), section


def test_stages_are_functions_of_the_maker(tmp_path) -> None:
    """Each step of the table of stages is called what the script calls it, and takes time."""
    spec = importlib.util.spec_from_file_location("stages", SCRIPT.with_name("stages.py"))
    stages = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(stages)
    with stages.timed_stages() as spent:
        start = time.process_time()
        generate(load_scenario("kementerian"), tmp_path / "log", n_cases=200)
        seconds = time.process_time() - start
    assert list(spent) == list(stages.STAGES)
    assert min(spent.values()) > 0
    assert sum(spent.values()) < seconds
