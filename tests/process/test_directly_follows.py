"""Steps from one activity to the next: their number and their time."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.process import directly_follows, trace_ends
from lapor_lab.process.working_time import working_position
from lapor_lab.schema import ComplaintLog

EDGE = ["institution", "source", "target"]


@pytest.mark.reference
def test_steps_of_public_logs(
    public_log: Callable[[str], ComplaintLog], expected: dict[str, Any], public_name: str
) -> None:
    """Number, mean and median of every step as pm4py counts them."""
    table = directly_follows(public_log(public_name), by=None)

    told = expected[public_name]
    table = table.set_axis(table["source"] + "->" + table["target"])
    assert table["n"].to_dict() == told["dfg_frequency"]
    for column, key in {"mean_days": "mean", "median_days": "median"}.items():
        seconds = pd.Series(told[f"dfg_performance_{key}"])[table.index]
        np.testing.assert_allclose(table[column] * 86_400, seconds, rtol=1e-9, atol=1e-6)


@pytest.mark.reference
def test_ends_of_public_logs(
    public_log: Callable[[str], ComplaintLog], expected: dict[str, Any], public_name: str
) -> None:
    """First and last activities as pm4py counts them."""
    table = trace_ends(public_log(public_name), by=None).set_index("activity")

    for column, key in {"n_first": "start_activities", "n_last": "end_activities"}.items():
        assert table[column][table[column] > 0].to_dict() == expected[public_name][key]


def test_steps_are_those_of_a_loop(
    made: ComplaintLog, paths: Callable[[ComplaintLog, str], dict[str, list[Any]]]
) -> None:
    """By institution, on a made log."""
    institution = dict(zip(made.cases["case_id"], made.cases["institution"], strict=True))
    loop = Counter(
        (institution[case], *step)
        for case, path in paths(made, "activity").items()
        for step in pairwise(path)
    )

    table = directly_follows(made)

    keys = zip(*(table[name] for name in EDGE), strict=True)
    assert dict(zip(keys, table["n"], strict=True)) == loop


def test_steps_of_parts_add_up(made: ComplaintLog) -> None:
    """Counts of two halves of the cases are those of the whole."""
    cases = made.cases
    halves = [
        replace(
            made, cases=half, events=made.events[made.events["case_id"].isin(half["case_id"])],
            truth=None,
        )
        for half in (cases.iloc[::2], cases.iloc[1::2])
    ]  # fmt: skip
    parts = pd.concat([directly_follows(half) for half in halves])

    whole = directly_follows(made).set_index(EDGE)["n"]

    pd.testing.assert_series_equal(parts.groupby(EDGE)["n"].sum(), whole.sort_index())


def test_a_weekend_takes_days_but_no_working_time(log_of: Callable[..., ComplaintLog]) -> None:
    """From Friday's opening to Monday's: three days, one working day."""
    log = log_of({"1": [*"abcdef"]})

    table = directly_follows(replace(log, events=log.events.iloc[[0, 4, 5]]), by=None)
    monday = log.events.assign(
        timestamp=log.events["timestamp"].where(log.events["activity"] != "f", "2022-08-08 07:30")
    )
    over_weekend = directly_follows(replace(log, events=monday.iloc[4:]), by=None)

    assert table["median_working_days"].round(12).to_list() == [4, 1]
    assert over_weekend["mean_days"].to_list() == [3]
    assert over_weekend["mean_working_days"].round(12).to_list() == [1]


def test_working_time_agrees_with_the_scale(made: ComplaintLog) -> None:
    """Sums over the steps of a case telescope: last minus first moment, in working days."""
    table = directly_follows(made)

    total = (table["n"] * table["mean_working_days"]).sum()
    by_case = made.events.groupby("case_id")["timestamp"]
    ends = [
        working_position(load_calendar(), at.to_numpy()) for at in (by_case.max(), by_case.min())
    ]
    assert total == pytest.approx((ends[0] - ends[1]).sum(), rel=1e-9)


def test_outside_the_calendar_working_time_is_missing(log_of: Callable[..., ComplaintLog]) -> None:
    """Days stay."""
    log = log_of({"1": ["a", "b"]})
    early = log.events.assign(timestamp=log.events["timestamp"] - pd.Timedelta(20 * 365, "D"))

    table = directly_follows(replace(log, events=early))

    assert table["mean_days"].to_list() == [1]
    assert table[["mean_working_days", "median_working_days"]].isna().all(axis=None)


def test_every_case_has_one_first_and_one_last_event(made: ComplaintLog) -> None:
    """Ends add up to the cases; made cases begin with their submission."""
    table = trace_ends(made)

    assert table["n_first"].sum() == table["n_last"].sum() == len(made.cases)
    assert table.loc[table["n_first"] > 0, "activity"].unique().tolist() == ["Laporan masuk"]
