"""Show how often tables of institutions name the wrong ones: ``python scripts/fairness.py``.

In a made-up world it is known who truly follows up less often in time. A league table of the
crude share and our comparison are drawn up for many years of such a world, and both are held to
the truth. Writes the tables of docs/fairness.md.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
from sections import write_sections

from lapor_lab.comparison import compare
from lapor_lab.metrics import Counts, count_cases
from lapor_lab.stats import direct_standardisation, indirect_standardisation, top_sets
from lapor_lab.synthetic import Scenario, load_scenario, make_complaint_log

ROOT: Final = Path(__file__).parents[1]
DOCUMENT: Final = ROOT / "docs" / "fairness.md"
CASE_MIX: Final = ROOT / "tests" / "data" / "casemix_input.csv"
SCENARIO: Final = "daerah"
MEASURE: Final = "first_followed_up_within_limit"
ADJUSTED_BY: Final = ("report_class",)
N_TRUTH: Final = 400_000
VOLUMES: Final = (1_200, 6_000, 30_000)
N_WORLDS: Final = 30
N_WORST: Final = 3
# A league table leaves out who has hardly any report.
_FEWEST: Final = 5


@dataclass(frozen=True, kw_only=True)
class Naming:
    """Whom one table of one world named, held to the truth.

    Parameters
    ----------
    n_named : int
        Institutions that were named.
    n_wrong : int
        Of these, who is not what they were named as.
    n_missed : int
        Of the true worst three, who was not named.
    """

    n_named: int
    n_wrong: int
    n_missed: int


def true_shares(scenario: Scenario, n_cases: int) -> pd.Series:
    """Return the share of each institution on equal composition, from very many reports."""
    counts = count_cases(make_complaint_log(scenario, n_cases=n_cases), strata=ADJUSTED_BY)
    table = compare(counts, MEASURE, adjust=ADJUSTED_BY).table
    return table.set_index("institution")["adjusted"].sort_values()


def worlds(scenario: Scenario, n_cases: int, n_worlds: int, first_rng: int) -> Iterator[Counts]:
    """Make years of the same world that differ by chance alone."""
    for number in range(n_worlds):
        log = make_complaint_log(scenario, n_cases=n_cases, rng=first_rng + number)
        yield count_cases(log, strata=ADJUSTED_BY)


def league(counts: Counts, truth: pd.Series) -> Naming:
    """Name the three with the lowest crude share."""
    table = compare(counts, MEASURE, adjust=ADJUSTED_BY).table.set_index("institution")
    crude = table.loc[table["denominator"] >= _FEWEST, "crude"]
    worst = set(truth.index[:N_WORST])
    named = set(crude.nsmallest(N_WORST).index)
    return Naming(n_named=len(named), n_wrong=len(named - worst), n_missed=len(worst - named))


def verdicts(counts: Counts, truth: pd.Series) -> Naming:
    """Name who lies below the range of the peers."""
    table = compare(counts, MEASURE, adjust=ADJUSTED_BY).table
    named = set(table.loc[table["verdict"] == "below", "institution"])
    not_lower = set(truth.index[truth >= truth.median()])
    worst = set(truth.index[:N_WORST])
    return Naming(n_named=len(named), n_wrong=len(named & not_lower), n_missed=len(worst - named))


def possible_worst(counts: Counts, truth: pd.Series) -> Naming:
    """Name all who could be among the worst three, with 95 % confidence."""
    table = compare(counts, MEASURE, adjust=ADJUSTED_BY).table.dropna(subset=["adjusted"])
    error = (table["adjusted_upper"] - table["adjusted_lower"]) / (2 * 1.96)
    could = top_sets(table["adjusted"], error, N_WORST)
    named, worst = set(table["institution"][could]), set(truth.index[:N_WORST])
    judged = worst & set(table["institution"])
    return Naming(n_named=len(named), n_wrong=0, n_missed=len(judged - named))


METHODS: Final = {
    "league table: the three lowest crude shares": league,
    "verdict *di bawah kisaran kelompok pembanding*": verdicts,
    "all who could be among the lowest three": possible_worst,
}


def measure_naming(
    scenario: Scenario, truth: pd.Series, volumes: tuple[int, ...], n_worlds: int
) -> pd.DataFrame:
    """Draw up every table for every world.

    Returns
    -------
    DataFrame of shape (n_volumes * n_methods, 6)
        `n_cases, method, n_named, wrong_share` (of worlds in which somebody was named
        wrongly), `missed_share` (of worlds that missed one of the true lowest three).
    """
    rows = []
    for volume in volumes:
        made = list(worlds(scenario, volume, n_worlds, first_rng=1_000))
        for name, method in METHODS.items():
            found = [method(counts, truth) for counts in made]
            rows.append(
                {
                    "n_cases": volume,
                    "method": name,
                    "n_named": np.mean([naming.n_named for naming in found]),
                    "wrong_share": np.mean([naming.n_wrong > 0 for naming in found]),
                    "missed_share": np.mean([naming.n_missed > 0 for naming in found]),
                }
            )
    return pd.DataFrame(rows)


def table_of_naming(found: pd.DataFrame) -> list[str]:
    """Write how often each table names the wrong ones."""
    lines = [
        "| reports in all | table | named, on average | wrong names in | a true one left out in |",
        "|---:|---|---:|---:|---:|",
    ]
    for row in found.itertuples():
        wrong = "–" if row.method.startswith("all who") else f"{row.wrong_share:.0%}"
        lines.append(
            f"| {row.n_cases:,} | {row.method} | {row.n_named:.1f} | {wrong} "
            f"| {row.missed_share:.0%} |"
        )
    return lines


def table_of_reversal() -> list[str]:
    """Write the case in which the composition reverses the order."""
    cells = pd.read_csv(CASE_MIX)
    late = cells.pivot_table(index="inst", columns="topic", values="late", aggfunc="sum")
    n = cells.pivot_table(index="inst", columns="topic", values="n", aggfunc="sum")
    found = indirect_standardisation(late, n)
    direct = direct_standardisation(late, n, n.sum(axis=0)).estimate
    crude = (late.sum(axis=1) / n.sum(axis=1)).to_numpy()
    order = {name: pd.Series(v).rank().astype(int) for name, v in
             (("crude", crude), ("adjusted", found.ratio))}  # fmt: skip
    lines = [
        "| institution | late, crude | place | adjusted | seen / expected | place | direct |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for place, name in enumerate(late.index):
        lines.append(
            f"| {name} | {crude[place]:.1%} | {order['crude'][place]} "
            f"| {found.adjusted[place]:.1%} "
            f"| {found.ratio[place]:.2f} ({found.lower[place]:.2f} to {found.upper[place]:.2f}) "
            f"| {order['adjusted'][place]} | {direct[place]:.1%} |"
        )
    return lines


def table_of_truth(truth: pd.Series) -> list[str]:
    """Write who is truly lowest."""
    lowest = ", ".join(f"{name} ({share:.1%})" for name, share in truth.head(N_WORST).items())
    return [
        f"True lowest three: {lowest}.",
        f"Median of all {truth.median():.1%}, highest {truth.iloc[-1]:.1%}.",
    ]


def main() -> int:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=N_WORLDS, help="years of each world")
    arguments = parser.parse_args()
    scenario = load_scenario(SCENARIO)
    truth = true_shares(scenario, N_TRUTH)
    found = measure_naming(scenario, truth, VOLUMES, arguments.worlds)
    sections = {
        "naming": [*table_of_naming(found), "", *table_of_truth(truth)],
        "reversal": table_of_reversal(),
    }
    write_sections(DOCUMENT, sections)
    print("\n".join(line for lines in sections.values() for line in [*lines, ""]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
