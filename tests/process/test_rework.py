"""Activities that come again, and cases that are reopened."""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from lapor_lab.process import reopening, rework
from lapor_lab.schema import Activity, ComplaintLog


@pytest.mark.reference
def test_rework_of_public_logs(
    public_log: Callable[[str], ComplaintLog], expected: dict[str, Any], public_name: str
) -> None:
    """Cases in which each activity is repeated, as pm4py counts them."""
    table = rework(public_log(public_name), by=None).set_index("activity")["n"]

    assert table[table > 0].to_dict() == expected[public_name]["rework_cases_per_activity"]


def test_rework_is_that_of_a_loop(
    made: ComplaintLog, paths: Callable[[ComplaintLog, str], dict[str, list[Any]]]
) -> None:
    """Cases, repeated cases and repeats of every activity."""
    n_cases, n, n_repeats = Counter[str](), Counter[str](), Counter[str]()
    for path in paths(made, "activity").values():
        for activity, times in Counter(path).items():
            n_cases[activity] += 1
            n[activity] += times > 1
            n_repeats[activity] += times - 1

    table = rework(made, by=None).set_index("activity")

    assert table["n_cases"].to_dict() == n_cases
    assert table["n"].to_dict() == n
    assert table["n_repeats"].to_dict() == n_repeats
    assert rework(made)["n"].sum() == table["n"].sum()


def test_reopened_cases_are_those_of_the_maker(made: ComplaintLog) -> None:
    """Of closed cases, as many as say so themselves."""
    closed = made.cases["closed_at"].notna()
    log = ComplaintLog(
        cases=made.cases[closed],
        events=made.events[made.events["case_id"].isin(made.cases.loc[closed, "case_id"])],
        as_of=made.as_of,
    )
    by_institution = log.cases.groupby("institution")["n_reopens"]

    table = reopening(log).set_index("institution")

    assert table["n_reopens"].to_dict() == by_institution.sum().to_dict()
    assert table["n"].to_dict() == by_institution.agg(lambda n: (n > 0).sum()).to_dict()
    assert table["n_cases"].to_dict() == by_institution.size().to_dict()


def test_only_a_follow_up_after_a_reply_to_one_reopens(log_of: Callable[..., ComplaintLog]) -> None:
    """Completing a held report, thanks, and a reminder in between do not; an answer does."""
    follow_up, reply = Activity.FOLLOW_UP, Activity.REPLY
    log = log_of(
        {
            "held": [Activity.HOLD, reply, follow_up],
            "thanks": [follow_up, reply, Activity.CLOSE_BY_ADMIN],
            "twice": [follow_up, reply, follow_up, reply, Activity.ESCALATE, follow_up],
            "replies": [follow_up, reply, reply, follow_up],
            "none": [Activity.VERIFY],
        }
    )

    assert reopening(log)[["n", "n_cases", "n_reopens"]].to_numpy().tolist() == [[2, 4, 3]]


def test_reopening_of_a_log_without_follow_ups_is_missing(
    log_of: Callable[..., ComplaintLog],
) -> None:
    """A share of no case is NaN."""
    table = reopening(log_of({"1": ["a"]}))

    assert table["n_cases"].to_list() == [0]
    assert table["share"].isna().all()
