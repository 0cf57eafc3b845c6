"""The range of the peers at an institution's own size."""

from collections.abc import Callable
from typing import Any

import numpy as np

from lapor_lab.report import ComparisonReport
from lapor_lab.report.fair_ranges import peer_ranges

Fair = Callable[..., ComparisonReport]


def test_verdicts_agree_with_the_range(make_fair: Fair, far_apart: dict[str, Any]) -> None:
    """Who is below lies under the range, who is above over it, and the others within."""
    (found,) = make_fair(cases=far_apart).comparisons
    ranges = peer_ranges(found)
    table = found.table.set_index("institution").join(ranges)

    below, above = table.loc["Kabupaten Melati"], table.loc["Kabupaten Nusa Indah"]
    assert below["adjusted"] < below["lower"]
    assert above["adjusted"] > above["upper"]
    within = table[table["verdict"] == "not_distinguishable"]
    assert within["adjusted"].between(within["lower"], within["upper"]).all()


def test_range_is_read_off_the_funnel(make_fair: Fair) -> None:
    """At the size of the largest institution it is the curve's last point."""
    (found,) = make_fair().comparisons
    last = found.limits.sort_values("denominator").iloc[-1]

    ends = peer_ranges(found).loc["Kementerian Ilalang"]

    np.testing.assert_allclose(ends["lower"], last["lower_998_adjusted"])
    np.testing.assert_allclose(ends["upper"], last["upper_998_adjusted"])


def test_a_mean_has_a_range_about_its_target(make_fair: Fair) -> None:
    """Days lie about the pooled value, never below 0; a smaller institution's range is wider."""
    (found,) = make_fair(("completion_mean_days",)).comparisons
    ranges = peer_ranges(found).dropna()
    target = found.table["target"].dropna().iloc[0]

    assert (ranges["lower"] >= 0).all()
    assert ((ranges["lower"] < target) & (target < ranges["upper"])).all()
    width = ranges["upper"]
    assert width["Kota Lavender"] > width["Kota Edelweis"]


def test_without_a_verdict_there_is_no_range(make_fair: Fair) -> None:
    """Twelve reports have no range to be laid beside."""
    assert peer_ranges(make_fair().comparisons[0]).loc["Kementerian Jeruju"].isna().all()
