"""Cases that are forwarded and come straight back."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from lapor_lab.process import ping_pong, ping_pong_cases, ping_pong_pairs
from lapor_lab.schema import ComplaintLog


def returns(path: list[object]) -> int:
    """How often a plain loop sees A-B-A."""
    known = [value for value in path if pd.notna(value)]
    runs = [value for n, value in enumerate(known) if n == 0 or known[n - 1] != value]
    return sum(first == third for first, third in zip(runs, runs[2:], strict=False))


@pytest.mark.parametrize("between", ["unit", "role"])
def test_returns_are_those_of_a_loop(
    made: ComplaintLog, paths: Callable[[ComplaintLog, str], dict[str, list[Any]]], between: str
) -> None:
    """Cases and times, on a made log."""
    found = [returns(path) for path in paths(made, between).values()]

    table = ping_pong(made, between=between, by=None).iloc[0]

    assert table["n_returns"] == sum(found)
    assert table["n"] == sum(n > 0 for n in found)
    assert ping_pong(made, between=between)["n"].sum() == table["n"]
    pairs = ping_pong_pairs(made, between=between)
    assert pairs["n"].sum() == table["n_returns"]
    cases = ping_pong_cases(made, between=between)
    assert (len(cases), cases["case_id"].nunique()) == (table["n_returns"], table["n"])


def test_forwarded_cases_of_the_maker_are_found(made: ComplaintLog) -> None:
    """A case that units had returned was at more than one unit, unless it still waits for one."""
    is_answered = made.cases["responded_at"].notna()
    n_returned = (is_answered & (made.cases["n_transfers"] > 0)).sum()
    units = made.events.dropna(subset="unit").drop_duplicates(["case_id", "unit"])
    is_relayed = units["case_id"].value_counts() > 1

    table = ping_pong(made, by=None).iloc[0]

    assert table["n_forwarded"] == is_relayed.sum() >= n_returned > 0


def test_planted_returns_are_found_with_their_time(log_of: Callable[..., ComplaintLog]) -> None:
    """A-B-A once, A-B-A-B twice, A-B-C never; a day lost each time."""
    log = log_of(
        {
            "once": [("a", "A"), ("a", "B"), ("a", "A")],
            "twice": [("a", "A"), ("a", "B"), "x", ("a", "B"), ("a", "A"), ("a", "B")],
            "never": [("a", "A"), ("a", "B"), ("a", "C")],
            "stays": [("a", "A"), ("a", "A"), ("a", "A")],
            "nobody": ["x"],
        }
    )

    row = ping_pong(log).iloc[0]
    pairs = ping_pong_pairs(log)

    counts = ["n", "n_cases", "n_forwarded", "n_returns"]
    assert row[counts].to_list() == [2, 4, 3, 3]
    assert row["share"] == 0.5
    # Days at B before the return: 1, then 3 (Tuesday to Friday), then 1.
    assert row["mean_lost_working_days"] == pytest.approx(5 / 3)
    cases = ping_pong_cases(log)
    assert cases.drop(columns="returned_at").to_numpy().tolist() == [
        *(["once", "A", "A", "B"], ["twice", "A", "A", "B"], ["twice", "A", "B", "A"])
    ]
    assert cases["returned_at"].dt.day.tolist() == [3, 5, 6]
    assert list(ping_pong_cases(log, by=None)) == ["case_id", "unit", "other_unit", "returned_at"]
    assert pairs.to_numpy().tolist() == [["A", "A", "B", 2, 2], ["A", "B", "A", 1, 1]]


def test_without_a_return_no_time_is_lost_and_none_is_told(
    log_of: Callable[..., ComplaintLog],
) -> None:
    """NaN, for there is nothing to average."""
    log = log_of({"1": [("a", "A"), ("a", "B")]})

    row = ping_pong(log).iloc[0]

    assert row["n_returns"] == 0
    assert pd.isna(row["mean_lost_working_days"])
    assert ping_pong_pairs(log).empty
    assert ping_pong_cases(log).empty
