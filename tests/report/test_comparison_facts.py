"""Facts that the page puts into sentences."""

import pandas as pd

from lapor_lab.report import Comparison
from lapor_lab.report.comparison_facts import find_facts
from lapor_lab.schema import ESTIMATES

COLUMNS = [column.name for column in ESTIMATES]
NAN = float("nan")


def test_absent_measures_are_grouped_by_reason() -> None:
    """A measure that nobody has an estimate of is listed under its reason, in the page's order."""
    rows = [
        ("A", "closed_share", NAN, NAN, NAN, NAN, NAN, 0, "tidak tersedia"),
        ("A", "backlog_share", NAN, NAN, NAN, NAN, NAN, 0, "tidak tersedia"),
        ("A", "mean_rating", NAN, 2, NAN, NAN, NAN, 0, "data belum memadai"),
    ]

    facts = find_facts(
        pd.DataFrame(rows, columns=COLUMNS), ["backlog_share", "closed_share", "mean_rating"]
    )

    assert facts.available == ()
    assert facts.absent == {
        "tidak tersedia": ("backlog_share", "closed_share"),
        "data belum memadai": ("mean_rating",),
    }


def test_gaps_and_open_cases_are_counted(comparison: Comparison) -> None:
    """Institutions without estimate and cases within the limit are counted by measure."""
    facts = find_facts(comparison.estimates, ["completed_within_limit", "reopened_share"])

    rows = comparison.estimates.query("measure == 'completed_within_limit'")
    assert facts.partial == {"completed_within_limit": 1}
    assert facts.within_limit == {"completed_within_limit": rows["n_unknown"].sum()}
    assert facts.n_institutions == 4


def test_a_spread_needs_two_intervals() -> None:
    """One institution has no spread, and an estimate without a reached end takes no part."""
    rows = [
        ("A", "first_follow_up_median_days", 9, 9, 4.0, 3.0, 6.0, 0, "tersedia"),
        ("B", "first_follow_up_median_days", 9, 9, 9.0, 7.0, NAN, 0, "tersedia"),
    ]

    facts = find_facts(pd.DataFrame(rows, columns=COLUMNS), ["first_follow_up_median_days"])

    assert facts.spreads == ()
