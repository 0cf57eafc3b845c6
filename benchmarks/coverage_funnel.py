"""How often units of no fault lie outside a funnel: ``python benchmarks/coverage_funnel.py``.

Worlds are made in which units differ by chance alone, or in their true values as well, all drawn
from one normal distribution: none is an outlier, and every alarm is a false one.
"""

import argparse
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from lapor_lab.stats import funnel_limits, overdispersion, ratio_funnel_limits
from lapor_lab.stats.exact_z import exact_z

__all__ = ["false_alarms", "table_of_false_alarms"]

SEED: Final = 20220815
N_WORLDS: Final = 500
N_UNITS: Final = 100
LEVEL: Final = 0.998
TARGET: Final = 0.2
# Standard deviation of the true values, as a share of the target.
SPREADS: Final = (0.0, 0.05, 0.1, 0.2, 0.3)
# Volumes of institutions are about lognormal; this is 5 to 2,500 cases for most.
LOG_VOLUME: Final = (5.0, 1.2)
COLUMNS: Final = {
    "exact": "exact limits",
    "interpolated": "interpolated",
    "wilson": "inverse Wilson",
    "published": "published, both",
    "truncated": "truncated",
    "winsorised": "winsorised",
    "both": "both agree",
}

Flags = dict[str, NDArray[np.bool_]]


def false_alarms(
    kind: str, spread: float, *, n_worlds: int = N_WORLDS, rng: int | np.random.Generator = SEED
) -> dict[str, float]:
    """Return the share of units that each rule finds outside 99.8 %.

    Parameters
    ----------
    kind : {"share", "ratio"}
        Shares of a whole (binomial), or ratios to expected events (Poisson).
    spread : float
        Standard deviation of the units' true values as a share of the target; at least 0.
    n_worlds : int, default=N_WORLDS
        Worlds of 100 units.
    rng : int or Generator, default=SEED
        Seed of the worlds.

    Returns
    -------
    dict of str to float
        By the keys of `COLUMNS`, NaN where a rule has no such kind.
    """
    generator = np.random.default_rng(rng)
    volume = np.exp(generator.normal(*LOG_VOLUME, (n_worlds, N_UNITS))).round().clip(5)
    truth = np.clip(TARGET * generator.normal(1, spread, volume.shape), 0, 1)
    expected = volume * TARGET
    if kind == "share":
        count = generator.binomial(volume.astype(np.int64), truth)
        variance = expected * (1 - TARGET)
    else:
        count, variance = generator.poisson(volume * truth), expected
    z, error = exact_z(count, expected, variance), np.sqrt(variance) / expected
    flags = _by_limits(kind, volume, count) | _by_variants(z, error)
    return {name: float(flags[name].mean()) if name in flags else np.nan for name in COLUMNS}


def _by_limits(kind: str, volume: NDArray[np.float64], count: NDArray[np.int64]) -> Flags:
    flags = {}
    for form in ("exact", "interpolated", "wilson"):
        if kind == "share":
            limits = funnel_limits(volume, TARGET, (LEVEL,), form=form)
            value = count / volume
        elif form == "wilson":
            continue
        else:
            limits = ratio_funnel_limits(volume * TARGET, (LEVEL,), form=form)
            value = count / (volume * TARGET)
        flags[form] = (value < limits["lower_998"]) | (value > limits["upper_998"])
    return flags


def _by_variants(z: NDArray[np.float64], error: NDArray[np.float64]) -> Flags:
    limit = ndtri((1 + LEVEL) / 2)

    def flagged(variant: str, *, is_consistent: bool) -> NDArray[np.bool_]:
        worlds = zip(z, error, strict=True)
        adjusted = [
            overdispersion(row, row_error, variant, is_consistent=is_consistent).z
            for row, row_error in worlds
        ]
        return np.abs(adjusted) > limit

    published = [flagged(name, is_consistent=False) for name in ("truncated", "winsorised")]
    truncated, winsorised = (flagged(n, is_consistent=True) for n in ("truncated", "winsorised"))
    return {
        "published": published[0] & published[1],
        "truncated": truncated,
        "winsorised": winsorised,
        "both": truncated & winsorised,
    }


def table_of_false_alarms(n_worlds: int = N_WORLDS) -> list[str]:
    """Return the table as lines of a Markdown table.

    Parameters
    ----------
    n_worlds : int, default=N_WORLDS
        Worlds of 100 units in each row.

    Returns
    -------
    list of str
        Shares in per cent, one row a kind and spread.
    """
    lines = [
        f"| kind | true values vary by | {' | '.join(COLUMNS.values())} |",
        "|---|" + "--:|" * (1 + len(COLUMNS)),
    ]
    for kind in ("share", "ratio"):
        for spread in SPREADS:
            found = false_alarms(kind, spread, n_worlds=n_worlds)
            cells = [_per_cent(found[name]) for name in COLUMNS]
            lines.append(f"| {kind} | {spread:.0%} | {' | '.join(cells)} |")
    return lines


def _per_cent(share: float) -> str:
    return "–" if np.isnan(share) else f"{100 * share:.2f} %"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n-worlds", type=int, default=N_WORLDS, help="worlds of 100 units")
    chosen = parser.parse_args(arguments)
    print("\n".join(table_of_false_alarms(chosen.n_worlds)))


if __name__ == "__main__":
    main()
