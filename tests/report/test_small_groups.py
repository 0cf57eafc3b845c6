"""Groups of one to four reports."""

from collections.abc import Callable

import pandas as pd
import pytest

from lapor_lab.report import ComparisonReport
from lapor_lab.report.small_groups import hide_small_comparison, hide_small_groups
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


HIDDEN = ["Kementerian Jeruju", "Kota Kenanga"]


def test_a_comparison_withholds_what_the_estimates_withhold(
    make_fair: Callable[..., ComparisonReport],
) -> None:
    """Of three reports and of the smallest other group no count is left; values stay."""
    report = make_fair(kind="nyata")
    (found,) = report.comparisons
    small = found.table[found.table["is_suppressed"]]
    counts = ["n", "numerator", "denominator", "n_unknown", "expected", "n_to_benchmark"]

    assert small["institution"].tolist() == HIDDEN
    assert small[counts].isna().all(axis=None)
    assert found.table.loc[~found.table["is_suppressed"], "n"].notna().all()
    missing = found.missing.set_index("institution")
    assert (
        missing.loc[HIDDEN, ["n", "denominator", "n_unknown", "unknown_share"]]
        .isna()
        .all(axis=None)
    )
    estimates = report.estimates[report.estimates["measure"] == found.measure]
    hidden = estimates.loc[estimates["denominator"].isna(), "institution"]
    assert sorted(hidden) == HIDDEN


def test_hiding_twice_hides_the_same(make_fair: Callable[..., ComparisonReport]) -> None:
    """A report that is copied with a change withholds no less."""
    (found,) = make_fair(kind="nyata").comparisons
    assert hide_small_comparison(found) is found


def test_made_up_comparisons_tell_every_count(make_fair: Callable[..., ComparisonReport]) -> None:
    """Synthetic reports point at nobody."""
    (found,) = make_fair().comparisons
    assert "is_suppressed" not in found.table
    assert found.table["n"].min() == 3


def test_a_class_of_volume_does_not_tell_its_smallest(
    make_fair: Callable[..., ComparisonReport],
) -> None:
    """The name of a class that holds a hidden count is a number, in every table."""
    (open_,) = make_fair(peers="volume").comparisons
    (hidden,) = make_fair(peers="volume", kind="nyata").comparisons

    assert open_.table["peer_group"].str.startswith("3 sampai").any()
    names = set(hidden.table["peer_group"])
    assert "kelas jumlah laporan ke-1" in names
    assert not any(name.startswith("3 ") for name in names)
    assert set(hidden.limits["peer_group"]) <= names
    assert set(hidden.dispersion["peer_group"]) <= names
