"""Groups of one to four reports."""

import pandas as pd
import pytest

from lapor_lab.report import ComparisonReport
from lapor_lab.report.small_groups import hide_small_groups
from lapor_lab.schema import Availability


def estimates(*n: int, unknown: int = 0) -> pd.DataFrame:
    """Return one share of several groups, a half of each being so."""
    return pd.DataFrame(
        {
            "institution": [f"G{k}" for k in range(len(n))],
            "measure": "closed_share",
            "numerator": [k / 2 for k in n],
            "denominator": [float(k) for k in n],
            "estimate": 0.5,
            "lower": 0.2,
            "upper": 0.8,
            "n_unknown": unknown,
            "availability": Availability.AVAILABLE.value,
        }
    )


def test_large_groups_are_told() -> None:
    """Nothing is hidden where every group holds at least five."""
    table = estimates(5, 40, 12)
    assert hide_small_groups(table)["denominator"].tolist() == [5, 40, 12]


def test_a_small_group_takes_the_smallest_other_with_it() -> None:
    """Three reports are the sum less 52; so a second group hides, and keeps its estimate."""
    got = hide_small_groups(estimates(3, 40, 12))
    assert got["denominator"].isna().tolist() == [True, False, True]
    assert got["numerator"].isna().tolist() == [True, False, True]
    assert got["estimate"].notna().all()


@pytest.mark.parametrize("sizes", [(1, 4, 90, 7), (2, 2, 2), (4, 5), (1,)])
def test_what_is_hidden_adds_up_to_five_or_is_all(sizes: tuple[int, ...]) -> None:
    """Whoever knows the sum learns of hidden groups only that they are at least five together."""
    got = hide_small_groups(estimates(*sizes))
    hidden = got["denominator"].isna()
    n_hidden = sum(size for size, is_hidden in zip(sizes, hidden, strict=True) if is_hidden)
    assert n_hidden >= 5 or hidden.all()


def test_cases_that_are_unknown_belong_to_the_group() -> None:
    """Two judged and 30 still within their limit are a group of 32."""
    got = hide_small_groups(estimates(2, 40, unknown=30))
    assert got["denominator"].tolist() == [2, 40]


@pytest.mark.parametrize(("kind", "n_hidden"), [("nyata", 2), ("sintetis", 0)])
def test_only_real_reports_can_point_at_a_person(kind: str, n_hidden: int) -> None:
    """A comparison of made-up reports tells every count; one of real reports does not."""
    comparison = ComparisonReport(
        estimates=estimates(3, 40, 12),
        as_of=pd.Timestamp("2024-01-01"),
        source="a.csv",
        provenance={"kind": kind},
        n_cases=55,
    )
    assert comparison.estimates["denominator"].isna().sum() == n_hidden
