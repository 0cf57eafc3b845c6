"""What the command line prints: tables, progress, one line for a failure."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from rich.console import Console

    from lapor_lab.errors import LaporLabError

__all__ = ["console", "describe_error", "print_effects", "print_estimates", "progress"]

_PLAIN_WIDTH = 120
# Values of a message that are words of ours, not names of the user's.
_TRANSLATED = frozenset({"allowed", "kind", "reason", "remedy"})


def console(*, stderr: bool = False) -> "Console":
    """Return the screen to print on.

    Parameters
    ----------
    stderr : bool, default=False
        Whether to print on standard error.

    Returns
    -------
    Console
        As wide as the terminal; wide enough for a table where there is none.
    """
    from rich.console import Console

    width = None if sys.stdout.isatty() else _PLAIN_WIDTH
    return Console(stderr=stderr, width=width, highlight=False, soft_wrap=True)


def describe_error(error: "LaporLabError") -> str:
    """Write a failure as one Indonesian line.

    Parameters
    ----------
    error : LaporLabError
        The failure.

    Returns
    -------
    str
        The message of the catalogue, filled with the failure's values.
    """
    from lapor_lab.schema import label, translate

    values = {
        name: translate(value) if name in _TRANSLATED and isinstance(value, str) else value
        for name, value in error.values.items()  # noqa: PD011 (no frame)
    }
    return " ".join(label(f"error.{error.code}", **values).split())


@contextmanager
def progress(text: str, total: int | None) -> Iterator["Callable[[], None]"]:
    """Show a bar on standard error while something runs.

    Parameters
    ----------
    text : str
        What runs, in Indonesian.
    total : int or None
        Steps in all; None where nobody can tell, and the bar only moves.

    Yields
    ------
    callable
        To be called after each step.
    """
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn())
    screen = console(stderr=True)
    with Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(text, total=total)
        yield lambda: bar.advance(task)


def print_estimates(estimates: "pd.DataFrame", measures: "tuple[str, ...]") -> None:
    """Print a table of institutions, a column a measure, each value with its interval.

    Bounds are said in words, with a line below the table that they are no interval.

    Parameters
    ----------
    estimates : DataFrame of shape (n_rows, 9)
        Estimates.
    measures : tuple of str
        Which measures; those of which no institution has a value are left out.
    """
    from rich.table import Table

    from lapor_lab.schema import (
        Availability,
        format_count,
        format_estimate,
        format_estimate_interval,
        label,
    )

    shown = estimates[estimates["measure"].isin(measures)]
    told = (Availability.AVAILABLE, Availability.BOUNDS)
    given = set(shown.loc[shown["availability"].isin(told), "measure"])
    kept = [measure for measure in measures if measure in given]
    if not kept:
        console().print(label("screen.nothing_available"))
        return
    table = Table()
    table.add_column(label("column.institution"), no_wrap=True)
    for measure in kept:
        table.add_column(label(f"short.{measure}"), justify="right")
    for institution, rows in shown.groupby("institution", sort=True):
        by_measure = {str(row["measure"]): row for row in rows.to_dict("records")}
        cells = []
        for measure in kept:
            row = by_measure[measure]
            ends = (row["lower"], row["upper"])
            value = format_estimate(row["estimate"], measure, row["availability"], bounds=ends)
            # Bounds stand below each other, so that no number is parted from its sign.
            lines = [value.replace(", ", ",\n")]
            if row["availability"] == Availability.AVAILABLE:
                lines.append(format_estimate_interval(*ends, measure))
            if row["availability"] in told:
                lines.append(f"n = {format_count(row['denominator'])}")
            cells.append("\n".join(lines))
        table.add_row(str(institution), *cells, end_section=True)
    console().print(table)
    if (shown["availability"] == Availability.BOUNDS).any():
        console().print(label("screen.bounds"))


def print_effects(effects: "pd.DataFrame") -> None:
    """Print what practices change: both worlds and the paired difference.

    Parameters
    ----------
    effects : DataFrame of shape (n_measures, 7)
        As `what_if` gives.
    """
    from rich.table import Table

    from lapor_lab.schema import Availability, format_difference, format_estimate, label

    table = Table()
    for key in ("column.measure", "plot.base", "plot.changed", "column.difference"):
        table.add_column(label(key), justify="left" if key == "column.measure" else "right")
    for row in effects.to_dict("records"):
        measure = row["measure"]
        table.add_row(
            label(f"measure.{measure}"),
            format_estimate(row["base"], measure, Availability.AVAILABLE),
            format_estimate(row["changed"], measure, Availability.AVAILABLE),
            format_difference(row["difference"], row["lower"], row["upper"], measure),
        )
    console().print(table)
