"""Facts that the page puts into sentences."""

import pandas as pd

from lapor_lab.report import ComparisonReport
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


def test_gaps_and_open_cases_are_counted(comparison: ComparisonReport) -> None:
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


def test_bounds_have_no_spread() -> None:
    """Measures of bounds are shown and counted apart; two bounds are never two intervals."""
    measure = "completed_within_limit"
    rows = [
        ("A", measure, 1, 9, NAN, 0.1, 0.6, 0, "hanya batas"),
        ("B", measure, 5, 9, NAN, 0.5, 0.9, 2, "hanya batas"),
        ("C", measure, 5, 9, 0.5, 0.4, 0.6, 0, "tersedia"),
        ("D", measure, NAN, NAN, NAN, NAN, NAN, 0, "tidak tersedia"),
        ("A", "verified_within_limit", 1, 9, NAN, 0.1, 0.6, 0, "hanya batas"),
    ]

    facts = find_facts(pd.DataFrame(rows, columns=COLUMNS), ["verified_within_limit", measure])

    assert facts.bounded == {"verified_within_limit": 1, measure: 2}
    assert facts.shown == ("verified_within_limit", measure)
    assert facts.available == (measure,)
    assert facts.absent == {}
    assert facts.partial == {measure: 1}
    assert facts.within_limit == {measure: 2}
    assert facts.spreads == ()


def test_shares_of_100_per_cent_everywhere_are_said_to_tell_nothing() -> None:
    """All closed everywhere: no spread, and the numbers of who closed instead."""
    rows = [
        (name, measure, n, 40, n / 40, 0.5, 1.0, 0, "tersedia")
        for name in "AB"
        for measure, n in (("closed_share", 40), ("closed_by_admin_share", 30))
    ]
    table = pd.DataFrame(rows, columns=COLUMNS)

    full = find_facts(table, ["closed_share", "closed_by_admin_share"])
    table.loc[0, ["numerator", "estimate"]] = [39, 0.975]
    open_one = find_facts(table, ["closed_share", "closed_by_admin_share"])

    assert full.saturated == ("closed_share",)
    assert full.spreads == ()
    assert full.closers == {"closed_by_admin_share": (60, 80)}
    assert open_one.saturated == ()
    assert len(open_one.spreads) == 1
