"""Measure what it takes to judge institutions: ``python benchmarks/judging.py [--write]``.

Rank sets and funnels cost the same for ten thousand complaints as for a billion, but grow with
the number of institutions. Ours and what people would write themselves take turns in one process;
what counts are the ratios of CPU time.
"""

import argparse
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq
from scipy.special import betainc

from lapor_lab.stats import funnel_limits, rank_probabilities, rank_sets

ROOT: Final = Path(__file__).parents[1]
DOCUMENT: Final = ROOT / "docs" / "performance.md"
sys.path.insert(0, str(ROOT / "scripts"))

from sections import write_sections  # noqa: E402 - lies among the scripts

OURS: Final = "lapor-lab"
N_UNITS: Final = (37, 100, 700)
N_REPEATS: Final = 5
TARGET: Final = 0.7
N_DRAWS: Final = 20_000
SEED: Final = 5


def rank_sets_pair_by_pair(
    estimate: NDArray[np.float64], error: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return rank sets from the largest of all pairs' differences, draw by draw, in one step."""
    generator = np.random.default_rng(SEED)
    spread = np.hypot(error[:, None], error)
    np.fill_diagonal(spread, np.inf)
    largest = np.empty(N_DRAWS)
    for draw in range(N_DRAWS):
        noise = generator.normal(0, error)
        largest[draw] = ((noise[:, None] - noise) / spread).max()
    is_larger = (estimate[:, None] - estimate) / spread > np.quantile(largest, 0.95)
    return 1 + is_larger.sum(axis=1), len(estimate) - is_larger.sum(axis=0)


def rank_shares(events: NDArray[np.int64], cases: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how often each unit has each rank, sorting draw by draw."""
    generator = np.random.default_rng(SEED)
    found = np.zeros((len(events), len(events)))
    units = np.arange(len(events))
    for _ in range(N_DRAWS):
        drawn = generator.beta(1 + events, 1 + cases - events)
        found[units, drawn.argsort().argsort()] += 1
    return found / N_DRAWS


def limits_point_by_point(cases: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the exact limits of a funnel, the root of each binomial tail by search."""
    ends = [(tail, is_upper) for is_upper in (False, True) for tail in (0.001, 0.025)]
    return np.array([[_limit(int(n), *end) / n for end in ends] for n in cases])


def _limit(n: int, tail: float, is_upper: bool) -> float:  # noqa: FBT001 - one of a pair
    def excess(count: float) -> float:
        if is_upper:
            return float(betainc(count, n - count + 1, TARGET)) - tail
        return float(betainc(n - count, count + 1, 1 - TARGET)) - tail

    low, high = (1e-9, n + 1 - 1e-9) if is_upper else (-1 + 1e-9, n - 1e-9)
    return brentq(excess, low, high, xtol=1e-10)


def tasks(n_units: int) -> dict[str, dict[str, Callable[[], Any]]]:
    """Return what is measured for so many institutions: by question, the way of each method."""
    generator = np.random.default_rng(SEED)
    cases = np.exp(generator.normal(5, 1, n_units)).astype(np.int64) + 10
    events = generator.binomial(cases, generator.beta(14, 6, n_units))
    share = (events + 2) / (cases + 4)
    error = np.sqrt(share * (1 - share) / (cases + 4))
    return {
        "rank sets": {
            "pair by pair": lambda: rank_sets_pair_by_pair(share, error),
            OURS: lambda: rank_sets(share, error),
        },
        "chance of each rank": {
            "draw by draw": lambda: rank_shares(events, cases),
            OURS: lambda: rank_probabilities(events, cases),
        },
        "exact funnel": {
            "point by point": lambda: limits_point_by_point(cases),
            OURS: lambda: funnel_limits(cases, TARGET),
        },
    }


def measure(units: Sequence[int] = N_UNITS, n_repeats: int = N_REPEATS) -> list[dict[str, Any]]:
    """Measure every question with every number of institutions, methods in turns."""
    rows = []
    for n_units in units:
        for question, methods in tasks(n_units).items():
            seconds: dict[str, list[float]] = {name: [] for name in methods}
            for _ in range(n_repeats):
                for name, run in methods.items():
                    start = time.process_time()
                    run()
                    seconds[name].append(time.process_time() - start)
            peer = next(name for name in methods if name != OURS)
            ratios = [
                theirs / ours for theirs, ours in zip(seconds[peer], seconds[OURS], strict=True)
            ]
            rows.append(
                {
                    "question": question,
                    "n_units": n_units,
                    "peer": peer,
                    "ours": statistics.median(seconds[OURS]),
                    "theirs": statistics.median(seconds[peer]),
                    "ratios": ratios,
                }
            )
    return rows


def table_of_judging(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return the table of times and ratios."""
    lines = [
        "| question | institutions | written oneself | CPU ms | ours, CPU ms | times as fast |",
        "|---|---:|---|---:|---:|---:|",
    ]
    for row in rows:
        middle, low, high = (f"{f(row['ratios']):.1f}" for f in (statistics.median, min, max))
        lines.append(
            f"| {row['question']} | {row['n_units']} | {row['peer']} | {1e3 * row['theirs']:,.1f} "
            f"| {1e3 * row['ours']:,.1f} | {middle} ({low} to {high}) |"
        )
    versions = ", ".join(f"{name} {version(name)}" for name in ("numpy", "scipy"))
    machine = f"{os.cpu_count()} processors, Python {platform.python_version()}, {versions}"
    return [*lines, "", f"{date.today().isoformat()}, {machine}."]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print, and write where that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=N_REPEATS, help="turns")
    parser.add_argument("--json", action="store_true", help="print figures instead of a table")
    parser.add_argument("--write", action="store_true", help="put the table into the document")
    asked = parser.parse_args(arguments)
    rows = measure(n_repeats=asked.repeats)
    lines = table_of_judging(rows)
    print(json.dumps(rows) if asked.json else "\n".join(lines))
    if asked.write:
        write_sections(DOCUMENT, {"judging": lines})


if __name__ == "__main__":
    main()
