"""What a log would have shown on an earlier day."""

import dataclasses
import re

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.schema import CLOSED, FOLLOWED_UP, Activity, ComplaintLog
from lapor_lab.synthetic import load_scenario, make_complaint_log
from lapor_lab.synthetic.snapshots import log_as_of

DAYS = [pd.Timestamp(day) for day in ("2021-09-01", "2021-11-17", "2022-03-01", "2022-08-01")]


@pytest.fixture(scope="module")
def log() -> ComplaintLog:
    """A log of all institutions of a scenario."""
    return make_complaint_log(load_scenario("kementerian"), n_cases=4_000, rng=5)


def test_at_its_own_day_it_is_the_log(log: ComplaintLog) -> None:
    """What is read off the events is what the maker says of each case."""
    again = log_as_of(log, log.as_of)
    pd.testing.assert_frame_equal(again.cases, log.cases)
    pd.testing.assert_frame_equal(again.events, log.events)
    pd.testing.assert_frame_equal(again.truth, log.truth)


@pytest.mark.parametrize("day", DAYS[:-1], ids=str)
def test_an_earlier_day_seen_from_a_later_one_is_the_same(
    log: ComplaintLog, day: pd.Timestamp
) -> None:
    """Nothing that happened after the later day decides what the earlier one shows."""
    direct, over = log_as_of(log, day), log_as_of(log_as_of(log, DAYS[-1]), day)
    # The level of a unit is told by the cases that end there.
    columns = [name for name in log.cases.columns if name != "unit_level"]
    pd.testing.assert_frame_equal(over.cases[columns], direct.cases[columns])
    pd.testing.assert_frame_equal(over.events, direct.events)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_no_later_moment_is_told(log: ComplaintLog, day: pd.Timestamp) -> None:
    """Entries, times and events all lie before the day, and all that lie before are there."""
    seen = log_as_of(log, day)
    assert seen.as_of == day
    assert seen.events is not None
    assert seen.truth is not None
    assert log.events is not None
    assert len(seen.cases) == (log.cases["submitted_at"] < day).sum()
    assert len(seen.events) == (log.events["timestamp"] < day).sum()
    assert seen.truth["case_id"].tolist() == seen.cases["case_id"].tolist()
    for name in ("verified_at", "responded_at", "completed_at", "closed_at"):
        assert (seen.cases[name].dropna() < day).all(), name


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_status_times_and_counts_agree(log: ComplaintLog, day: pd.Timestamp) -> None:
    """Who is closed has a time of it; a rating needs one; what is done was followed up."""
    cases = log_as_of(log, day).cases
    is_closed = cases["status"].isin(list(CLOSED))
    assert (is_closed == cases["closed_at"].notna()).all()
    assert (is_closed == cases["closed_by"].notna()).all()
    assert is_closed[cases["rating"].notna()].all()
    assert (cases["status"].str.startswith("Diarsipkan") == cases["archive_reason"].notna()).all()
    is_followed_up = cases["status"].isin(list(FOLLOWED_UP))
    assert cases.loc[is_followed_up, "responded_at"].notna().all()
    assert cases.loc[is_closed, "completed_at"].notna().all()
    assert (cases["completed_at"] >= cases["responded_at"])[cases["completed_at"].notna()].all()


def test_dispositions_are_counted_as_they_happen(log: ComplaintLog) -> None:
    """Returned dispositions and the unit are those of the events before the day."""
    seen = log_as_of(log, DAYS[1])
    assert seen.events is not None
    steps = seen.events[seen.events["activity"].isin([Activity.DISPOSE, Activity.RETURN])]
    last = steps.groupby("case_id").last()
    expected = last["unit"].where(last["activity"] == Activity.DISPOSE)
    units = seen.cases.set_index("case_id")["unit"]
    assert expected.notna().sum() > 100
    pd.testing.assert_series_equal(
        units.dropna().sort_index(), expected.dropna().sort_index(), check_names=False
    )
    returned = (steps["activity"] == Activity.RETURN).groupby(steps["case_id"]).sum()
    counts = seen.cases.set_index("case_id")["n_transfers"].astype(int)
    np.testing.assert_array_equal(
        returned.reindex(counts.index, fill_value=0).to_numpy(), counts.to_numpy()
    )


def test_a_later_day_is_refused(log: ComplaintLog) -> None:
    """Nobody knows what happened after the log."""
    message = "`as_of` must be <= 2022-08-15, got '2022-08-16'. Give an earlier date."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        log_as_of(log, pd.Timestamp("2022-08-16"))


def test_a_log_without_events_is_refused(log: ComplaintLog) -> None:
    """Without events nobody knows what happened when."""
    message = "`log` must be with events, got 'none'. Give a log that the kit made."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        log_as_of(dataclasses.replace(log, events=None), log.as_of)
