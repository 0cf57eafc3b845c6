"""How often sets of ranks hold the true ranks: ``python benchmarks/coverage_ranks.py``.

Worlds of units whose true values, and so true ranks, are known.
"""

import argparse
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from lapor_lab.stats import rank_intervals, rank_probabilities, rank_sets

__all__ = ["PATTERNS", "coverage", "table_of_coverage"]

SEED: Final = 20220815
N_WORLDS: Final = 1_000
N_UNITS: Final = 15
N_DRAWS: Final = 2_000
N_FIRST: Final = 3
LEVEL: Final = 0.95
PATTERNS: Final = {
    "equal": "all equal",
    "pairs": "in pairs of equals",
    "even": "evenly spread",
    "one": "one far off, others equal",
}
KINDS: Final = {"normal": "known errors", "share": "shares of 80 to 2,000 cases"}
COLUMNS: Final = {
    "together": "all sets at once",
    "first": "all true first three",
    "single": "set of one unit",
    "posterior": "posterior interval of one unit",
    "width": "median width at once",
}


def coverage(
    kind: str, pattern: str, *, n_worlds: int = N_WORLDS, rng: int | np.random.Generator = SEED
) -> dict[str, float]:
    """Return the share of worlds or units in which ranks are covered at 95 %.

    Parameters
    ----------
    kind : {"normal", "share"}
        Normal estimates with known errors, or shares (x + 2) / (n + 4) with errors estimated
        from these, which are never 0.
    pattern : {"equal", "pairs", "even", "one"}
        How the true values lie.
    n_worlds : int, default=N_WORLDS
        Worlds of 15 units.
    rng : int or Generator, default=SEED
        Seed of the worlds.

    Returns
    -------
    dict of str to float
        By the keys of `COLUMNS`: shares, and a number of ranks; NaN where a kind has none.
        Units of equal true value have each of the ranks that they share, all of which must be
        covered: posterior intervals, after flat priors, know of no ties.
    """
    generator = np.random.default_rng(rng)
    place = _place(pattern)
    first = 1 + (place[:, None] > place).sum(axis=1)
    last = N_UNITS - (place[:, None] < place).sum(axis=1)
    found: dict[str, list[float]] = {name: [] for name in COLUMNS}
    for _ in range(n_worlds):
        estimate, error, counts = _world(kind, place, generator)
        low, high = rank_sets(estimate, error, LEVEL, n_draws=N_DRAWS, rng=generator)
        own_low, own_high = rank_sets(estimate, error, LEVEL, is_simultaneous=False)
        found["together"].append(float(((low <= first) & (last <= high)).all()))
        # Units tied for the last of the first ranks are all among the first.
        found["first"].append(float((low[first <= N_FIRST] <= N_FIRST).all()))
        found["single"].append(float(((own_low <= first) & (last <= own_high)).mean()))
        found["width"].append(float(np.median(high - low + 1)))
        if counts is not None:
            posterior_low, posterior_high = rank_intervals(rank_probabilities(*counts), LEVEL)
            is_inside = (posterior_low <= first) & (last <= posterior_high)
            found["posterior"].append(float(is_inside.mean()))
    return {name: float(np.mean(values)) if values else np.nan for name, values in found.items()}


def table_of_coverage(n_worlds: int = N_WORLDS) -> list[str]:
    """Return the table as lines of a Markdown table.

    Parameters
    ----------
    n_worlds : int, default=N_WORLDS
        Worlds of 15 units in each row.

    Returns
    -------
    list of str
        Shares in per cent, one row a kind and pattern.
    """
    lines = [
        f"| estimates | true values | {' | '.join(COLUMNS.values())} |",
        "|---|---|" + "--:|" * len(COLUMNS),
    ]
    for kind, estimates in KINDS.items():
        for pattern, values in PATTERNS.items():
            found = coverage(kind, pattern, n_worlds=n_worlds)
            cells = [_cell(name, found[name]) for name in COLUMNS]
            lines.append(f"| {estimates} | {values} | {' | '.join(cells)} |")
    return lines


def _place(pattern: str) -> NDArray[np.float64]:
    # Places from -1 to 1 of the true values, smallest first.
    if pattern == "even":
        return np.linspace(-1, 1, N_UNITS)
    if pattern == "pairs":
        return (np.arange(N_UNITS) // 2 - N_UNITS // 4) / (N_UNITS // 4)
    return np.where((pattern == "one") & (np.arange(N_UNITS) == 0), -1.0, 0.0)


def _world(
    kind: str, place: NDArray[np.float64], generator: np.random.Generator
) -> tuple[
    NDArray[np.float64], NDArray[np.float64], tuple[NDArray[np.int64], NDArray[np.int64]] | None
]:
    if kind == "normal":
        error = np.exp(generator.uniform(np.log(0.1), np.log(0.5), N_UNITS))
        return generator.normal(place, error), error, None
    n = np.exp(generator.uniform(np.log(80), np.log(2_000), N_UNITS)).astype(np.int64)
    events = generator.binomial(n, 0.3 + 0.1 * place)
    share = (events + 2) / (n + 4)
    return share, np.sqrt(share * (1 - share) / (n + 4)), (events, n)


def _cell(name: str, value: float) -> str:
    if np.isnan(value):
        return "–"
    return f"{value:.1f}" if name == "width" else f"{value:.1%}".replace("%", " %")


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n-worlds", type=int, default=N_WORLDS, help="worlds of 15 units")
    chosen = parser.parse_args(arguments)
    print("\n".join(table_of_coverage(chosen.n_worlds)))


if __name__ == "__main__":
    main()
