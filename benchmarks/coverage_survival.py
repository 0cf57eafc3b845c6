"""How often intervals of shares and times hold what is true.

``python benchmarks/coverage_survival.py`` prints two tables. Shares: Wilson's interval, whose
coverage follows from the binomial and so is exact. Times: the log-log interval of the Kaplan-Meier
median and Greenwood's interval of the restricted mean, by simulation of cases that came in evenly
before a snapshot, so that some are still open.
"""

import argparse
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri
from scipy.stats import binom

from lapor_lab.stats import (
    kaplan_meier,
    restricted_mean_of,
    survival_quantile_interval,
    wilson_interval,
)

__all__ = [
    "table_of_time_coverage",
    "table_of_wilson_coverage",
    "time_coverage",
    "wilson_coverage",
]

SEED: Final = 20220815
N_SAMPLES: Final = 2000
SHARES: Final = np.linspace(0.05, 0.95, 181)
N_TRIALS: Final = (10, 20, 40, 100, 500, 2000)
N_CASES: Final = (30, 80, 300)
# Days before the snapshot within which the cases came in; without end none is open.
WINDOWS_DAYS: Final = {"none": np.inf, "a quarter": 40.0, "half": 16.0}
LIMIT_DAYS: Final = 10.0
# Of an exponential time; and of a lognormal one, which has a long tail as handling times do.
MEAN_DAYS: Final = 10.0
LOG_DAYS: Final = (1.8, 1.0)
KINDS: Final = {
    "exponential": "exponential",
    "lognormal": "lognormal",
    "whole_days": "lognormal, whole days",
}


def wilson_coverage(n: int, confidence_level: float = 0.95) -> NDArray[np.float64]:
    """Return the chance that Wilson's interval holds the true share, exactly.

    Parameters
    ----------
    n : int
        Trials.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    ndarray of shape (181,)
        One chance a true share, from 5 to 95 %.
    """
    count = np.arange(n + 1)
    lower, upper = wilson_interval(count, np.full(n + 1, n), confidence_level)
    share = SHARES[:, None]
    return (binom.pmf(count, n, share) * ((lower <= share) & (share <= upper))).sum(axis=1)


def time_coverage(
    kind: str,
    n_cases: int,
    window_days: float,
    *,
    n_samples: int = N_SAMPLES,
    rng: int | np.random.Generator = SEED,
) -> dict[str, float]:
    """Return how often the 95 % intervals of median and restricted mean hold the truth.

    Parameters
    ----------
    kind : {"exponential", "lognormal", "whole_days"}
        How the times are distributed.
    n_cases : int
        Cases of a sample.
    window_days : float
        Days before the snapshot within which they came in evenly.
    n_samples : int, default=N_SAMPLES
        Samples.
    rng : int or Generator, default=SEED
        Seed of the samples.

    Returns
    -------
    dict of str to float
        `median` and `mean`, coverage of the samples that give an interval (one end may be
        endless); `median_missing` and `mean_missing`, share of those that give none; `open`,
        share of the cases that are open.
    """
    generator = np.random.default_rng(rng)
    median, mean = _truth(kind)
    inside: dict[str, list[float]] = {"median": [], "mean": []}
    n_open = 0
    for _ in range(n_samples):
        event = _times(kind, n_cases, generator)
        end = np.full(n_cases, np.inf)
        if np.isfinite(window_days):
            end = generator.uniform(0, window_days, n_cases)
        if kind == "whole_days":
            end = np.floor(end)
        n_open += int((event > end).sum())
        curve = kaplan_meier(np.minimum(event, end), event <= end)
        _, lower, upper = survival_quantile_interval(curve)
        inside["median"].append(_holds(lower, median, np.inf if np.isnan(upper) else upper))
        found, error = restricted_mean_of(curve, LIMIT_DAYS)
        half = ndtri(0.975) * error
        inside["mean"].append(_holds(found - half, mean, found + half))
    coverage = {"open": n_open / (n_samples * n_cases)}
    for name, held in inside.items():
        coverage[name] = float(np.nanmean(held))
        coverage[f"{name}_missing"] = float(np.isnan(held).mean())
    return coverage


def _holds(lower: float, truth: float, upper: float) -> float:
    return np.nan if np.isnan(lower) else float(lower <= truth <= upper)


def _times(kind: str, n: int, generator: np.random.Generator) -> NDArray[np.float64]:
    if kind == "exponential":
        return generator.exponential(MEAN_DAYS, n)
    times = generator.lognormal(*LOG_DAYS, n)
    return np.ceil(times) if kind == "whole_days" else times


def _truth(kind: str) -> tuple[float, float]:
    # Median, and mean of min(time, limit).
    if kind == "exponential":
        return MEAN_DAYS * np.log(2), MEAN_DAYS * -np.expm1(-LIMIT_DAYS / MEAN_DAYS)
    centre, spread = LOG_DAYS
    median = np.exp(centre)
    if kind == "whole_days":
        days = np.arange(1, LIMIT_DAYS)
        return np.ceil(median), 1 + ndtr((centre - np.log(days)) / spread).sum()
    edge = (np.log(LIMIT_DAYS) - centre) / spread
    within = np.exp(centre + spread**2 / 2) * ndtr(edge - spread)
    return median, within + LIMIT_DAYS * ndtr(-edge)


def table_of_wilson_coverage() -> list[str]:
    """Return the table of shares as lines of a Markdown table.

    Returns
    -------
    list of str
        Coverage in per cent, one row a number of trials.
    """
    lines = [
        "| cases | 95 %: mean | lowest | highest | 99.8 %: mean | lowest | highest |",
        "|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for n in N_TRIALS:
        cells = [
            _per_cent(summary(wilson_coverage(n, level)))
            for level in (0.95, 0.998)
            for summary in (np.mean, np.min, np.max)
        ]
        lines.append(f"| {n} | {' | '.join(cells)} |")
    return lines


def table_of_time_coverage(n_samples: int = N_SAMPLES) -> list[str]:
    """Return the table of times as lines of a Markdown table.

    Parameters
    ----------
    n_samples : int, default=N_SAMPLES
        Samples of each row.

    Returns
    -------
    list of str
        Coverage in per cent, one row a kind, a share of open cases and a number of cases.
    """
    lines = [
        "| times | open | cases | median | no interval | mean within 10 days | no interval |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for kind, words in KINDS.items():
        for window in WINDOWS_DAYS.values():
            for n_cases in N_CASES:
                found = time_coverage(kind, n_cases, window, n_samples=n_samples)
                names = ("median", "median_missing", "mean", "mean_missing")
                cells = [_per_cent(found[name]) for name in names]
                lines.append(f"| {words} | {found['open']:.0%} | {n_cases} | {' | '.join(cells)} |")
    return lines


def _per_cent(share: float) -> str:
    return f"{100 * share:.1f} %"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n-samples", type=int, default=N_SAMPLES, help="samples of each row")
    chosen = parser.parse_args(arguments)
    print("\n".join((*table_of_wilson_coverage(), "", *table_of_time_coverage(chosen.n_samples))))


if __name__ == "__main__":
    main()
