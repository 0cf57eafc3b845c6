"""What `compare` prints: how many have which verdict, and who."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from lapor_lab.cli.screen import console, print_estimates, progress

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.comparison import Comparison
    from lapor_lab.report import ComparisonReport

__all__ = ["MAX_ROWS", "print_clarifications", "print_comparison"]

# More rows than this are not read on a screen; the file holds all of them.
MAX_ROWS: Final = 30


def print_comparison(report: "ComparisonReport", measures: tuple[str, ...], out: Path) -> None:
    """Print estimates and verdicts in short.

    Parameters
    ----------
    report : ComparisonReport
        What was found.
    measures : tuple of str
        Measures whose estimates are printed where there are at most 30 institutions.
    out : Path
        The file that holds all of it.
    """
    from lapor_lab.schema import format_count, label

    n = report.estimates["institution"].nunique()
    if n <= MAX_ROWS:
        print_estimates(report.estimates, measures)
    else:
        console().print(label("screen.many", n=format_count(n), path=out), markup=False)
    for comparison in report.comparisons:
        _print_verdicts(comparison, out)
    if report.fair_note:
        console().print(report.fair_note)


def print_clarifications(report: "ComparisonReport", folder: Path) -> None:
    """Write the sheets for the institutions, and say where they are.

    Parameters
    ----------
    report : ComparisonReport
        What was found.
    folder : Path
        Where the sheets should go.
    """
    from lapor_lab.report import write_clarifications
    from lapor_lab.schema import format_count, label

    if not report.comparisons:
        console().print(label("screen.no_clarifications"))
        return
    total = max(len(comparison.table) for comparison in report.comparisons)
    with progress(label("report.clarification"), total) as step:
        sheets = write_clarifications(report, folder, on_sheet=step)
    said = label("screen.clarifications", n=format_count(len(sheets)), path=folder)
    console().print(said, markup=False)


def _print_verdicts(comparison: "Comparison", out: Path) -> None:
    from rich.markup import escape
    from rich.table import Table

    from lapor_lab.report.fair_rows import UNTOLD, verdict_rows
    from lapor_lab.schema import format_count, label

    screen = console()
    screen.print(label("screen.fair", measure=label(f"measure.{comparison.measure}")))
    if comparison.is_refused:
        reasons = [check.reason for check in comparison.checks if check.status == "refused"]
        screen.print(" ".join([label("fair.refused"), *reasons]), markup=False)
        return
    rows = verdict_rows(comparison)
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["verdict"]] = counts.get(row["verdict"], 0) + 1
    told = [
        label("verdict.count", verdict=verdict, n=format_count(n)) for verdict, n in counts.items()
    ]
    screen.print("; ".join(told) + ".")
    shown = _choose(comparison.table)
    table = Table()
    for key in ("institution", "verdict", "estimate", "interval", "ranks"):
        is_number = key in ("estimate", "interval", "ranks")
        table.add_column(label(f"column.{key}"), justify="right" if is_number else "left")
    for row in rows:
        if row["institution"] in shown:
            # What was not judged has no adjusted value.
            name = "adjusted" if comparison.adjusted_by and row["adjusted_interval"] else "crude"
            cells = (row["institution"], row["verdict"], row[name])
            table.add_row(*map(escape, cells), row[f"{name}_interval"] or UNTOLD, row["ranks"])
    screen.print(table)
    n_more = len(rows) - len(shown)
    if n_more:
        screen.print(label("screen.more_rows", n=format_count(n_more), path=out), markup=False)


def _choose(table: "pd.DataFrame") -> set[str]:
    """Choose those that lie outside their peers' range, then the others by the alphabet."""
    from lapor_lab.schema import OUTSIDE

    is_outside = table["verdict"].isin(OUTSIDE)
    first = [*table.loc[is_outside, "institution"], *table.loc[~is_outside, "institution"]]
    return set(first[:MAX_ROWS])
