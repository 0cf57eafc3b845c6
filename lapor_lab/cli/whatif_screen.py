"""What `whatif` prints: practices and their sizes, and what they change."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from lapor_lab.cli.screen import console

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.practices import Practice
    from lapor_lab.report import WhatIfSection
    from lapor_lab.synthetic import InstitutionModel

__all__ = ["print_practices", "print_section", "print_trials"]

# What a screen has room for beside each other.
_COMPARED: Final = (
    "first_followed_up_within_limit",
    "completed_within_limit",
    "first_follow_up_p90_days",
    "misrouted_share",
)


def print_practices(practices: "Sequence[Practice]", institution: "InstitutionModel") -> None:
    """Print practices, what each changes at an institution, how far, and why.

    Parameters
    ----------
    practices : sequence of Practice
        What can be adopted.
    institution : InstitutionModel
        Whose values of today are shown.
    """
    from lapor_lab.practices import tabulate_levers

    for practice in practices:
        console().print(f"{practice.id}: {practice.title}")
        _print(tabulate_levers(practice, institution))


def print_trials(trials: "pd.DataFrame", practices: "Sequence[Practice]") -> None:
    """Print what practices change: together, each alone, and at both ends of their range.

    Parameters
    ----------
    trials : DataFrame of shape (n_rows, 9)
        As `run_trials` gives.
    practices : sequence of Practice
        What was adopted.
    """
    import pandas as pd

    from lapor_lab.practices import (
        ALL_PRACTICES,
        tabulate_comparison,
        tabulate_effects,
    )
    from lapor_lab.schema import label

    sizes = {"low": "low", ALL_PRACTICES: "standard", "high": "high"}
    by_size = {size: trials[trials["trial"] == name] for name, size in sizes.items()}
    _print(tabulate_effects(by_size["standard"]))
    if len(practices) > 1:
        names = [practice.id for practice in practices] + [ALL_PRACTICES]
        comparison = trials[trials["trial"].isin(names)].rename(columns={"trial": "practice"})
        _print(tabulate_comparison(comparison, practices, _COMPARED))
    console().print(f"{label('whatif.range')}:")
    columns = {
        label(f"whatif.size_{size}"): tabulate_effects(effects)[label("column.difference")]
        for size, effects in by_size.items()
    }
    _print(
        pd.DataFrame(columns)
        .reindex(tabulate_effects(by_size["standard"]).index)
        .astype(object)
        .fillna("–")
    )


def print_section(section: "WhatIfSection") -> None:
    """Print a further question: its heading, what is said, and its table.

    Parameters
    ----------
    section : WhatIfSection
        As the page shows it.
    """
    console().print(f"{section.heading}. {section.caption}")
    for sentence in section.sentences:
        console().print(sentence)
    _print(section.table)


def _print(frame: "pd.DataFrame") -> None:
    from rich.table import Table

    table = Table()
    table.add_column(str(frame.index.name))
    for name in frame.columns:
        table.add_column(str(name))
    for name, *cells in frame.itertuples(name=None):
        # An interval stands below its value, so that a column needs half the width.
        table.add_row(str(name), *(str(cell).replace(" (", "\n(") for cell in cells))
    console().print(table)
