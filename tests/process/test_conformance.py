"""Deviations from the workflow are found, all of them and no others."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from lapor_lab.process import (
    OFFICIAL_WORKFLOW,
    RequiredStep,
    Workflow,
    conformance,
    deviating_cases,
    forbidden_steps,
    stage_times,
)
from lapor_lab.schema import Activity, ComplaintLog, label
from lapor_lab.synthetic import load_scenario, make_complaint_log

A = Activity
DEADLINE = Workflow(source="tenggat laporan itu sendiri", is_deadline_checked=True)
START = [A.SUBMIT, A.VERIFY, A.DISPOSE]
GOOD = [*START, A.FOLLOW_UP, A.CLOSE_BY_ADMIN, A.RATE]


def found(log: ComplaintLog, **options: Any) -> dict[str, tuple[int, int]]:
    """Cases that deviate and cases that are asked, by kind."""
    table = conformance(log, by=None, **options)
    pairs = zip(table["n"], table["n_cases"], strict=True)
    return dict(zip(table["deviation"], pairs, strict=True))


@pytest.mark.reference
def test_cases_of_a_public_log_end_by_their_deadlines(
    public_log: Callable[[str], ComplaintLog], expected: dict[str, Any]
) -> None:
    """1,342 of 1,434, and by department, as counted beside pm4py's expected values."""
    told = expected["receipt_sla"]
    log = public_log("receipt")

    total = conformance(log, workflow=DEADLINE, by=None).set_index("deviation")
    table = conformance(log, workflow=DEADLINE, by="case:department")

    late = total.loc["ended_after_deadline"]
    assert late["n_cases"] - late["n"] == told["last_event_within_deadline"] == 1342
    assert late["n_cases"] == told["deadline_present"] == 1434
    rows = table[table["deviation"] == "ended_after_deadline"].set_index("institution")
    in_time = rows["n_cases"] - rows["n"]
    for name, numbers in told["by_department"].items():
        assert (in_time[name], rows["n_cases"][name]) == (numbers["within"], numbers["n"])
    # Fifteen cases allow no claim: the interval reaches from near none to a third.
    assert rows["upper"]["Experts"] - rows["lower"]["Experts"] > 0.25


@pytest.mark.parametrize("scenario", ["kementerian", "daerah", "pemisahan_2025"])
def test_the_maker_keeps_to_the_official_order(scenario: str) -> None:
    """A made log has late cases and no other deviation."""
    log = make_complaint_log(load_scenario(scenario), n_cases=1500, rng=5)

    table = conformance(log)

    n = table.groupby("deviation")["n"].sum()
    late = [name for name in n.index if name.endswith("_late")]
    assert n.drop([*late, "any"]).eq(0).all()
    assert n["any"] > 0
    assert forbidden_steps(log).empty


def test_late_cases_are_those_of_the_stages(made: ComplaintLog) -> None:
    """Both tables judge the same cases, by institution."""
    stages = stage_times(made).set_index(["institution", "stage"])
    table = conformance(made).set_index(["institution", "deviation"])

    for stage in ("verified", "first_followed_up", "completed"):
        late = table.xs(f"{stage}_late", level="deviation")
        judged = stages.xs(stage, level="stage")
        assert late["n_cases"].to_list() == judged["n_judged"].to_list()
        np.testing.assert_allclose(late["share"], 1 - judged["within_share"])
        np.testing.assert_allclose(late["lower"], 1 - judged["within_upper"], atol=1e-12)


@pytest.mark.parametrize(
    ("path", "deviation", "n_asked"),
    [
        ([A.VERIFY, A.DISPOSE, A.FOLLOW_UP], "wrong_start", 2),
        ([A.SUBMIT, "Rapat", *GOOD[1:]], "unknown_activity", 2),
        ([A.SUBMIT, A.VERIFY, A.RETURN, A.FOLLOW_UP], "order_not_allowed", 2),
        ([*START, A.FOLLOW_UP, A.REPLY, A.CLOSE_BY_SYSTEM], "order_not_allowed", 2),
        ([*GOOD, A.FOLLOW_UP], None, 2),
        ([*GOOD[:-1], A.FOLLOW_UP], "event_after_end", 2),
        ([A.SUBMIT, A.ARCHIVE, A.VERIFY], "event_after_end", 2),
    ],
)
def test_a_planted_deviation_is_found(
    log_of: Callable[..., ComplaintLog], path: list[str], deviation: str | None, n_asked: int
) -> None:
    """One case of two deviates, and the other one in nothing."""
    log = log_of({"good": GOOD, "bad": path})

    kinds = found(log)

    if deviation is None:
        # A step after the rating is one after the end in spirit, but the rating is no end.
        assert kinds["order_not_allowed"] == (1, 2)
    else:
        assert kinds[deviation] == (1, n_asked)
    assert kinds["any"] == (1, 2)


def test_required_steps_are_asked_of_whom_they_concern(log_of: Callable[..., ComplaintLog]) -> None:
    """Verification before a follow-up, a follow-up before the closing; an archive needs none."""
    log = log_of(
        {
            "good": GOOD,
            "unverified": [A.SUBMIT, A.NOT_OUR_AUTHORITY, A.FOLLOW_UP, A.VERIFY],
            "unanswered": [*START, A.CLOSE_BY_ADMIN],
            "archived": [A.SUBMIT, A.ARCHIVE],
            "open": START,
        }
    )

    kinds = found(log)

    assert kinds["followed_up_without_verification"] == (1, 2)
    assert kinds["closed_without_follow_up"] == (1, 2)


@pytest.mark.parametrize(("days", "is_early"), [(11, True), (15, False)])
def test_the_system_closes_after_ten_working_days(
    log_of: Callable[..., ComplaintLog], days: int, *, is_early: bool
) -> None:
    """From the last follow-up on, Independence Day not counted; earlier is a deviation."""
    log = log_of({"1": [*START, A.FOLLOW_UP, A.CLOSE_BY_SYSTEM]})
    answered = log.events["timestamp"].iloc[3]
    events = log.events.copy()
    # Follow-up on Thursday 4 August: the tenth working day after it is Friday 19 August.
    events.loc[4, "timestamp"] = answered + pd.Timedelta(days, "D")

    kinds = found(replace(log, events=events))

    assert kinds["closed_before_window_ended"] == (int(is_early), 1)


def test_only_what_a_workflow_says_is_checked(log_of: Callable[..., ComplaintLog]) -> None:
    """A rule of one's own, and no other kind."""
    rule = RequiredStep(deviation="no_check", step="check", before=frozenset({"pay"}))
    log = log_of({"1": ["check", "pay"], "2": ["pay", "check"], "3": ["ask"]})

    kinds = found(log, workflow=Workflow(source="asumsi", required=(rule,)))

    assert kinds == {"no_check": (1, 2), "any": (1, 3)}


def test_forbidden_steps_name_what_is_out_of_order(log_of: Callable[..., ComplaintLog]) -> None:
    """Each with the number of times and of cases, the most frequent first."""
    log = log_of(
        {
            "1": [A.SUBMIT, A.FOLLOW_UP, A.SUBMIT, A.FOLLOW_UP],
            "2": [A.SUBMIT, A.FOLLOW_UP],
            "3": GOOD,
        }
    )

    steps = forbidden_steps(log)

    assert steps.to_numpy().tolist() == [
        ["A", A.SUBMIT, A.FOLLOW_UP, 3, 2],
        ["A", A.FOLLOW_UP, A.SUBMIT, 1, 1],
    ]


def test_removed_verifications_are_counted_exactly(made: ComplaintLog) -> None:
    """A hundred cases from which the event is taken are a hundred deviations."""
    events = made.events
    answered = events.loc[events["activity"] == A.FOLLOW_UP, "case_id"].unique()[:100]
    is_gone = events["case_id"].isin(answered) & (events["activity"] == A.VERIFY)

    table = conformance(replace(made, events=events[~is_gone]))

    rows = table[table["deviation"] == "followed_up_without_verification"]
    assert rows["n"].sum() == 100
    assert ((rows["lower"] <= rows["share"]) & (rows["share"] <= rows["upper"])).all()


def test_every_kind_has_its_word(made: ComplaintLog) -> None:
    """In the catalogue that reports read."""
    kinds = {*conformance(made)["deviation"], "ended_after_deadline"}

    assert all(label(f"deviation.{kind}") for kind in kinds)
    assert OFFICIAL_WORKFLOW.source


@pytest.mark.parametrize("by", ["institution", "report_class", None])
def test_listed_cases_are_those_that_are_counted(made: ComplaintLog, by: str | None) -> None:
    """Of each kind and group as many as `conformance` counts, each case once, in order."""
    events = made.events[~made.events["activity"].eq(A.VERIFY) | (made.events.index % 7 > 0)]
    log = replace(made, events=events)

    cases, table = deviating_cases(log, by=by), conformance(log, by=by)

    names = ["deviation"] if by is None else ["institution", "deviation"]
    assert list(cases) == ["case_id", *names]
    assert not cases.duplicated(["case_id", "deviation"]).any()
    is_any = table["deviation"] == "any"
    told = table[~is_any & (table["n"] > 0)].set_index(names)["n"]
    assert cases.groupby(names).size().to_dict() == told.to_dict()
    assert cases["case_id"].nunique() == table.loc[is_any, "n"].sum()
    if by == "institution":
        own = made.cases.set_index("case_id")["institution"]
        assert (cases["case_id"].map(own) == cases["institution"]).all()


def test_a_case_is_listed_with_each_of_its_deviations(log_of: Callable[..., ComplaintLog]) -> None:
    """One that deviates in nothing is not listed, and one that does in three stands thrice."""
    log = log_of({"good": GOOD, "bad": [A.SUBMIT, A.VERIFY, A.CLOSE_BY_ADMIN]})

    assert deviating_cases(log).to_numpy().tolist() == [
        ["bad", "A", "order_not_allowed"],
        ["bad", "A", "closed_without_follow_up"],
        ["bad", "A", "first_followed_up_late"],
    ]


def test_where_nobody_deviates_nobody_is_listed(log_of: Callable[..., ComplaintLog]) -> None:
    """An empty table has the same columns."""
    table = deviating_cases(log_of({"good": GOOD}), workflow=Workflow(source="asumsi"))

    assert table.empty
    assert list(table) == ["case_id", "institution", "deviation"]
