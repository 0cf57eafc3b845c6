"""What can be computed, counted by institution."""

from collections.abc import Callable

import pandas as pd

from lapor_lab.metrics import MEASURES
from lapor_lab.report.availability import count_availability
from lapor_lab.schema import label


def test_institutions_are_counted_by_state(make_estimates: Callable[..., pd.DataFrame]) -> None:
    """Each measure's states add up to the institutions, in the order of reading."""
    first = make_estimates(["A", "B"])
    other = make_estimates(["C"], available=["closed_share"])
    table = pd.concat([first, other], ignore_index=True)
    is_bound = (table["institution"] == "B") & (table["measure"] == "verified_within_limit")
    table.loc[is_bound, "availability"] = "hanya batas"

    found = count_availability(table)

    assert list(found)[:2] == ["verified_within_limit", "first_followed_up_within_limit"]
    assert found["verified_within_limit"] == {"tersedia": 1, "hanya batas": 1, "tidak tersedia": 1}
    assert found["closed_share"] == {"tersedia": 3}
    assert {sum(states.values()) for states in found.values()} == {3}


def test_without_cases_nothing_is_counted() -> None:
    """No estimates, no availability."""
    assert count_availability(None) == {}


def test_every_measure_says_what_it_needs() -> None:
    """A measure that is not available can be explained: its label of needs exists."""
    assert all(label(f"needs.{measure.id}") for measure in MEASURES)
