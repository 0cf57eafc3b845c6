"""Counts from totals."""

import re

import pandas as pd
import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.metrics import count_cases, estimate, recap_counts
from lapor_lab.schema import Availability, ComplaintLog

AS_OF = pd.Timestamp("2022-08-23")
NAN = float("nan")


def recap(*rows: tuple[object, ...]) -> pd.DataFrame:
    """Totals of institutions."""
    names = ["institution", "n", "n_closed", "n_in_process", "n_not_followed_up"]
    return pd.DataFrame(rows, columns=names)


def test_published_totals_give_the_published_shares() -> None:
    """Kemensos 2024: 4,227 of 4,286 followed up (98.6 %), 3,737 closed (87.2 %)."""
    counts = recap_counts(recap(("Kemensos", 4286, 3737, 490, 59)), as_of=AS_OF)
    table = estimate(counts).set_index("measure")

    assert table["estimate"].dropna().round(3).to_dict() == {
        "followed_up_share": 0.986,
        "closed_share": 0.872,
    }


def test_what_a_recap_does_not_tell_is_not_available() -> None:
    """Beyond the two shares no measure has a number, 0 least of all."""
    table = estimate(recap_counts(recap(("A", 100, 80, 10, 10)), as_of=AS_OF))

    other = table[~table["measure"].isin(["followed_up_share", "closed_share"])]
    assert set(other["availability"]) == {Availability.NOT_AVAILABLE}
    assert other[["numerator", "denominator", "estimate", "lower", "upper"]].isna().all(axis=None)


def test_gaps_stay_gaps() -> None:
    """Followed up is told by those who were not; who closed is then not available."""
    counts = recap_counts(recap(("A", 100, NAN, NAN, 10), ("B", 50, 40, NAN, NAN)), as_of=AS_OF)
    table = estimate(counts).set_index(["institution", "measure"])

    assert table.loc[("A", "followed_up_share"), "numerator"] == 90
    assert table.loc[("A", "closed_share"), "availability"] == Availability.NOT_AVAILABLE
    assert table.loc[("B", "closed_share"), "numerator"] == 40
    assert table.loc[("B", "followed_up_share"), "availability"] == Availability.NOT_AVAILABLE


def test_a_recap_adds_to_cases(log: ComplaintLog) -> None:
    """A's six sums grow by the totals; shares that need the cases rest on the cases alone."""
    cases = count_cases(log)
    both = cases + recap_counts(recap(("A", 100, 80, 10, 10), ("C", 9, 9, 0, 0)), as_of=AS_OF)
    table = estimate(both).set_index(["institution", "measure"])

    closed = table.loc[("A", "closed_share"), ["numerator", "denominator"]]
    assert closed.to_list() == [82, 105]
    archived = table.loc[("A", "archived_share"), ["numerator", "denominator", "n_unknown"]]
    assert archived.to_list() == [1, 5, 100]
    pd.testing.assert_frame_equal(both.flow, cases.flow)
    assert both.institutions == ["A", "B", "C"]


@pytest.mark.parametrize(
    "row",
    [("A", 10, 11, 0, 0), ("A", 10, 8, 3, 0), ("A", -1, 0, 0, 0), ("A", 10, NAN, NAN, 11)],
)
def test_totals_that_contradict_themselves_are_refused(row: tuple[object, ...]) -> None:
    """More closed or followed up than there were is no recap."""
    message = (
        "`frame` must be totals >= 0, no part larger than its whole, got 'rows that are not: 1'. "
        "Leave out the rows that contradict themselves."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        recap_counts(recap(row), as_of=AS_OF)


def test_a_recap_has_only_its_own_groups() -> None:
    """Another column cannot group it."""
    message = (
        "`by` must be a column of the cases, got 'topic'. Choose one of institution, n, n_closed, "
        "n_in_process, n_not_followed_up."
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        recap_counts(recap(("A", 1, 1, 0, 0)), as_of=AS_OF, by="topic")
