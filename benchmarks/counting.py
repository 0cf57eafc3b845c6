"""Measure counting against its peers: ``python benchmarks/counting.py [--n-cases N] [--write]``.

Cases are made once, in a temporary folder. Every measurement is a process of its own, which
counts them once; methods take turns, so that what slows the machine slows all of them. What
counts are the ratios of CPU time to that of reading the columns, and the peak of memory.
"""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import pandas as pd
from counting_cases import write_cases
from counting_peers import METHODS, QUESTIONS

ROOT: Final = Path(__file__).parents[1]
DOCUMENT: Final = ROOT / "docs" / "performance.md"
sys.path.insert(0, str(ROOT / "scripts"))

from sections import write_sections  # noqa: E402 - lies among the scripts

OURS: Final = "lapor-lab"
FLOOR: Final = "pyarrow reads the columns"
N_CASES: Final = 10_000_000
N_REPEATS: Final = 3
# The unit of `ru_maxrss` differs between systems.
RSS_BYTES: Final = 1 if sys.platform == "darwin" else 1024


def run_once(path: Path, question: str, method: str) -> dict[str, Any]:
    """Count once in this process, and return CPU seconds, peak memory and a checksum."""
    start = time.process_time()
    flow = METHODS[method](path, QUESTIONS[question])
    seconds = time.process_time() - start
    return {"seconds": seconds, "peak_bytes": peak_bytes(), "checksum": checksum(flow)}


def peak_bytes() -> int:
    """Return the most memory that this process ever held, imports included."""
    # A child starts with the `ru_maxrss` of its parent; what the kernel says is its own.
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(row for row in status.read_text("utf-8").splitlines() if "VmHWM" in row)
        return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_BYTES


def checksum(flow: pd.DataFrame) -> int:
    """Return a number that differs where any cell of two answers does; 0 for none."""
    if flow.empty:
        return 0
    cells = flow[sorted(flow.columns)].astype("str")
    return int(pd.util.hash_pandas_object(cells, index=False).sum())


def measure(n_cases: int, n_repeats: int) -> dict[str, Any]:
    """Measure every method on every question, in turns."""
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.parquet"
        write_cases(path, n_cases)
        for question in QUESTIONS:
            runs: dict[str, list[dict[str, Any]]] = {name: [] for name in METHODS}
            for _ in range(n_repeats):
                for name in METHODS:
                    runs[name].append(in_process(path, question, name))
            answers = {run["checksum"] for name in METHODS if name != FLOOR for run in runs[name]}
            if len(answers) != 1:
                message = f"the methods do not agree on {question}"
                raise RuntimeError(message)
            found[question] = {
                name: {
                    "seconds": [run["seconds"] for run in runs[name]],
                    "ratios": [
                        run["seconds"] / floor["seconds"]
                        for run, floor in zip(runs[name], runs[FLOOR], strict=True)
                    ],
                    "peak_bytes": max(run["peak_bytes"] for run in runs[name]),
                }
                for name in METHODS
            }
    return {"n_cases": n_cases, "questions": found}


def in_process(path: Path, question: str, method: str) -> dict[str, Any]:
    """Count once in a process of its own."""
    done = subprocess.run(
        [sys.executable, __file__, "--run-once", str(path), question, method],
        check=True,
        capture_output=True,
        text=True,
    )
    run: dict[str, Any] = json.loads(done.stdout)
    return run


def table_of_counting(found: dict[str, Any]) -> list[str]:
    """Return the table of ratios and memory."""
    lines = [
        "| question | method | CPU s: median | times the reading: median (range) | peak MiB |",
        "|---|---|---:|---:|---:|",
    ]
    for question, methods in found["questions"].items():
        for name, measured in methods.items():
            ratios = measured["ratios"]
            middle, low, high = (f"{f(ratios):.1f}" for f in (statistics.median, min, max))
            ratio = "1" if name == FLOOR else f"{middle} ({low} to {high})"
            shown = f"**{name}**" if name == OURS else name
            lines.append(
                f"| {question} | {shown} | {statistics.median(measured['seconds']):.2f} "
                f"| {ratio} | {measured['peak_bytes'] / 2**20:,.0f} |"
            )
    used = [name for name in ("numpy", "pyarrow", "pandas", "duckdb") if find_spec(name)]
    versions = ", ".join(f"{name} {version(name)}" for name in used)
    machine = f"{os.cpu_count()} processors, Python {platform.python_version()}, {versions}"
    return [*lines, "", f"{found['n_cases']:,} cases, {date.today().isoformat()}, {machine}."]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write where that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n-cases", type=int, default=N_CASES, help="cases of the file")
    parser.add_argument("--repeats", type=int, default=N_REPEATS, help="turns")
    parser.add_argument("--json", action="store_true", help="print figures instead of a table")
    parser.add_argument("--write", action="store_true", help="put the table into the document")
    parser.add_argument("--run-once", nargs=3, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    if asked.run_once:
        path, question, method = asked.run_once
        print(json.dumps(run_once(Path(path), question, method)))
        return
    found = measure(asked.n_cases, asked.repeats)
    lines = table_of_counting(found)
    print(json.dumps(found) if asked.json else "\n".join(lines))
    if asked.write:
        write_sections(DOCUMENT, {"counting": lines})


if __name__ == "__main__":
    main()
