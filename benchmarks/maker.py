"""Measure the maker against its peers: ``python benchmarks/maker.py [--memory] [--write]``.

Everything is measured in one run, in CPU time of one process, in turns, so that what slows the
machine slows all of them. What counts are the ratios: seconds are those of one machine.
"""

import argparse
import json
import os
import platform
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from peers import PEERS
from stages import timed_stages

from lapor_lab.synthetic import generate, load_scenario

ROOT: Final = Path(__file__).parents[1]
DOCUMENT: Final = ROOT / "docs" / "performance.md"
SCENARIO: Final = "kementerian"
MAKER: Final = "lapor-lab"
N_CASES: Final = 500_000
N_MANY_CASES: Final = 5_000_000
N_REPEATS: Final = 5
# So much makes caches full and imports done, before anything is measured.
WARM_UP_SHARE: Final = 0.02
# The unit of `ru_maxrss` differs between systems.
RSS_BYTES: Final = 1 if sys.platform == "darwin" else 1024


def make_log(n_cases: int) -> dict[str, float]:
    """Make and write a log, and return CPU seconds and what it weighs."""
    scenario = load_scenario(SCENARIO)
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "log"
        start = time.process_time()
        manifest = generate(scenario, out, n_cases=n_cases)
        seconds = time.process_time() - start
        weights = {
            f"{table.name}_bytes": sum(file.stat().st_size for file in table.glob("*.parquet"))
            for table in sorted(out.iterdir())
            if table.is_dir()
        }
    return {
        "seconds": seconds,
        "n_cases": manifest["n_cases"],
        "n_events": manifest["n_events"],
        **weights,
    }


def measure_speed(n_cases: int, n_repeats: int) -> dict[str, Any]:
    """Measure units a CPU second of the maker and of each peer, in turns."""
    make_log(int(n_cases * WARM_UP_SHARE))
    for run, n_units, _ in PEERS.values():
        run(int(n_units * WARM_UP_SHARE))
    rates: dict[str, list[float]] = {name: [] for name in (MAKER, *PEERS)}
    last: dict[str, float] = {}
    for _ in range(n_repeats):
        last = make_log(n_cases)
        rates[MAKER].append(n_cases / last["seconds"])
        for name, (run, n_units, _) in PEERS.items():
            start = time.process_time()
            run(n_units)
            rates[name].append(n_units / (time.process_time() - start))
    ratios = {
        name: [ours / theirs for ours, theirs in zip(rates[MAKER], rates[name], strict=True)]
        for name in PEERS
    }
    return {"n_cases": n_cases, "rates": rates, "ratios": ratios, "log": last}


def measure_stages(n_cases: int) -> dict[str, float]:
    """Return microseconds a complaint by stage, and what is left."""
    with timed_stages() as spent:
        seconds = make_log(n_cases)["seconds"]
    spent["all else"] = seconds - sum(spent.values())
    return {stage: part / n_cases * 1e6 for stage, part in spent.items()}


def measure_memory(sizes: Sequence[int]) -> dict[str, int]:
    """Return the peak memory of a process of its own for each size, in bytes."""
    peaks = {}
    for n_cases in sizes:
        done = subprocess.run(
            [sys.executable, __file__, "--peak-of", str(n_cases)],
            check=True,
            capture_output=True,
            text=True,
        )
        peaks[str(n_cases)] = int(done.stdout)
    return peaks


def table_of_speed(speed: dict[str, Any]) -> list[str]:
    """Return the table of rates and ratios."""
    lines = [
        "| | of what | units a CPU second: median (range) | the maker is so many times as fast |",
        "|---|---|---:|---:|",
    ]
    units = {MAKER: "complaints, all included", **{name: u for name, (_, _, u) in PEERS.items()}}
    for name, rates in speed["rates"].items():
        low, middle, high = (f"{round(f(rates), -2):,.0f}" for f in (min, statistics.median, max))
        ratio = "1"
        if name in speed["ratios"]:
            values = speed["ratios"][name]
            ratio = f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"
        lines.append(f"| {name} | {units[name]} | {middle} ({low} to {high}) | {ratio} |")
    return lines


def table_of_stages(stages: dict[str, float]) -> list[str]:
    """Return the table of stages."""
    total = sum(stages.values())
    lines = ["| stage | CPU µs a complaint | share |", "|---|---:|---:|"]
    lines += [f"| {name} | {part:.2f} | {part / total:.0%} |" for name, part in stages.items()]
    return [*lines, f"| **in all** | **{total:.2f}** | |"]


def table_of_weights(log: dict[str, float]) -> list[str]:
    """Return the table of bytes a complaint."""
    weights = {key.removesuffix("_bytes"): n for key, n in log.items() if key.endswith("_bytes")}
    weights = {name: n / log["n_cases"] for name, n in weights.items()}
    lines = ["| table | bytes a complaint |", "|---|---:|"]
    # The table of parameters does not grow with the log.
    lines += [f"| {name} | {each:.0f} |" for name, each in weights.items() if round(each)]
    per_case = log["n_events"] / log["n_cases"]
    return [
        *lines,
        f"| **in all** | **{sum(weights.values()):.0f}** |",
        "",
        f"A complaint has {per_case:.2f} events on average.",
    ]


def table_of_memory(peaks: dict[str, int]) -> list[str]:
    """Return the table of peak memory."""
    least = next(iter(peaks.values()))
    lines = ["| complaints | peak memory, MiB | ratio |", "|---:|---:|---:|"]
    return lines + [
        f"| {int(size):,} | {peak / 2**20:,.0f} | {peak / least:.2f} |"
        for size, peak in peaks.items()
    ]


def machine() -> str:
    """Return what it was measured on, and when."""
    model = platform.processor() or platform.machine()
    cpu_info = Path("/proc/cpuinfo")
    if cpu_info.is_file():
        named = re.search(r"model name\s*: (.+)", cpu_info.read_text("utf-8"))
        model = named[1] if named else model
    used = ("numpy", "pyarrow", "faker", "mimesis", "simpy", "ciw")
    versions = ", ".join(f"{name} {version(name)}" for name in used)
    return (
        f"{date.today().isoformat()}, {model}, {os.cpu_count()} processors, "
        f"Python {platform.python_version()}, {versions}."
    )


def replace_section(text: str, name: str, lines: Sequence[str]) -> str:
    """Put lines between the marks of a section of a document."""
    start, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, rest = text.split(start)
    _, after = rest.split(end)
    return f"{before}{start}\n" + "\n".join(lines) + f"\n{end}{after}"


def main() -> None:
    """Measure, print, and write where that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n-cases", type=int, default=N_CASES, help="complaints of one log")
    parser.add_argument("--repeats", type=int, default=N_REPEATS, help="turns")
    parser.add_argument("--memory", action="store_true", help="also 5 million complaints")
    parser.add_argument("--json", action="store_true", help="print figures instead of tables")
    parser.add_argument("--write", action="store_true", help="put the tables into the document")
    parser.add_argument("--peak-of", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.peak_of:
        make_log(arguments.peak_of)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * RSS_BYTES)
        return
    speed = measure_speed(arguments.n_cases, arguments.repeats)
    stages = measure_stages(arguments.n_cases)
    found: dict[str, Any] = {"speed": speed, "stages": stages}
    sections = {
        "speed": [*table_of_speed(speed), "", machine()],
        "stages": table_of_stages(stages),
        "weight": table_of_weights(speed["log"]),
    }
    if arguments.memory:
        found["memory"] = measure_memory([N_CASES, N_MANY_CASES])
        sections["memory"] = table_of_memory(found["memory"])
    if arguments.json:
        print(json.dumps(found))
    else:
        print("\n\n".join("\n".join(lines) for lines in sections.values()))
    if arguments.write:
        text = DOCUMENT.read_text("utf-8")
        for name, lines in sections.items():
            text = replace_section(text, name, lines)
        DOCUMENT.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
