"""Events are sorted by case and time, and every case has its group."""

import re
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.process.traces import order_events
from lapor_lab.schema import UNKNOWN_GROUP, ComplaintLog


def test_the_order_of_the_rows_does_not_matter(made: ComplaintLog) -> None:
    """Shuffled events give the same sequence for each case."""
    shuffled = replace(made, events=made.events.sample(frac=1, random_state=1))

    traces, again = order_events(made), order_events(shuffled)

    for some in (traces, again):
        at = some.events["timestamp"].to_numpy()
        assert (at[1:] >= at[:-1])[some.is_followed].all()
        assert (np.diff(some.case) >= 0).all()
    assert traces.n_cases == again.n_cases == len(made.cases)
    of = dict(zip(again.case_ids, again.end - again.start, strict=True))
    assert dict(zip(traces.case_ids, traces.end - traces.start, strict=True)) == of


def test_events_at_one_moment_keep_the_order_of_the_log() -> None:
    """Sorting is stable."""
    cases = pd.DataFrame({"case_id": ["1"], "institution": "A", "submitted_at": "2022-08-01"})
    events = pd.DataFrame(
        {
            "case_id": "1",
            "activity": ["z", "b", "a"],
            "timestamp": ["2022-08-02", "2022-08-01", "2022-08-01"],
        }
    )
    log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-15"))

    assert order_events(log).events["activity"].to_list() == ["b", "a", "z"]


def test_groups_are_those_of_the_cases(made: ComplaintLog) -> None:
    """In alphabetical order, whatever the order of the events."""
    reordered = replace(made, cases=made.cases.sample(frac=1, random_state=1))

    traces = order_events(reordered, "report_class")

    assert traces.groups is not None
    told = made.cases.set_index("case_id")["report_class"].fillna(UNKNOWN_GROUP)
    assert list(traces.groups) == sorted(told.unique())
    assert [traces.groups[g] for g in traces.group] == told[list(traces.case_ids)].to_list()
    assert traces.n_by_group.sum() == len(made.cases)


def test_a_case_without_a_row_or_a_value_has_its_own_group(made: ComplaintLog) -> None:
    """Neither is dropped."""
    cases = made.cases.iloc[2:].copy()
    cases.loc[cases.index[0], "institution"] = None

    traces = order_events(replace(made, cases=cases))

    assert traces.groups is not None
    n = dict(zip(traces.groups, traces.n_by_group, strict=True))
    assert n[UNKNOWN_GROUP] == 3
    assert sum(n.values()) == len(made.cases)


def test_a_log_without_events_is_refused(made: ComplaintLog) -> None:
    """With the way out."""
    message = (
        "The log holds no events, so that its process cannot be told. Import an event log, or "
        "make one with `lapor-lab generate`."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        order_events(replace(made, events=None))


def test_an_unknown_column_is_refused(log_of: Callable[..., ComplaintLog]) -> None:
    """The message names the columns that there are."""
    message = (
        "`by` must be a column of the cases, got 'agency'. Choose one of case_id, submitted_at, "
        "institution."
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        order_events(log_of({"1": ["a"]}), "agency")
