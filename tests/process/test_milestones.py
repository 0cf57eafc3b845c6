"""When each case passed each stage."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.process.milestones import archived_cases, milestones
from lapor_lab.schema import ComplaintLog, Stage

TIMES = ["verified_at", "responded_at", "completed_at", "closed_at"]


def test_columns_of_the_cases_go_first(made: ComplaintLog) -> None:
    """They are what measures read."""
    times = milestones(made)

    assert list(times) == list(Stage)
    for stage, column in zip(Stage, TIMES, strict=True):
        pd.testing.assert_series_equal(times[stage], made.cases[column], check_names=False)


def test_events_alone_tell_the_same(made: ComplaintLog) -> None:
    """But for the completion of open cases: that a follow-up is final is not in its event."""
    bare = replace(made, cases=made.cases.drop(columns=TIMES))

    times, told = milestones(bare), milestones(made)

    is_closed = made.cases["closed_at"].notna()
    for stage in (Stage.VERIFIED, Stage.FIRST_FOLLOWED_UP, Stage.CLOSED):
        pd.testing.assert_series_equal(times[stage], told[stage], check_names=False)
    pd.testing.assert_series_equal(times[Stage.COMPLETED], told[Stage.COMPLETED].where(is_closed))


def test_a_log_that_knows_closing_alone_is_completed_then(made: ComplaintLog) -> None:
    """The two coincide where nothing else is told; other stages are not made up."""
    cases = made.cases.drop(columns=TIMES[:3])

    times = milestones(replace(made, cases=cases, events=None))

    assert list(times) == [Stage.COMPLETED, Stage.CLOSED]
    assert times[Stage.COMPLETED].equals(cases["closed_at"])


def test_a_log_without_any_time_tells_of_no_stage(made: ComplaintLog) -> None:
    """Rows remain."""
    times = milestones(replace(made, cases=made.cases.drop(columns=TIMES), events=None))

    assert times.shape == (len(made.cases), 0)


@pytest.mark.parametrize("has_status", [True, False])
def test_archived_cases_are_known(made: ComplaintLog, *, has_status: bool) -> None:
    """By status, and just as well by events."""
    log = made if has_status else replace(made, cases=made.cases.drop(columns="status"))

    told = made.cases["status"].str.startswith("Diarsipkan").to_numpy(dtype=bool)
    np.testing.assert_array_equal(archived_cases(log), told)
    assert not archived_cases(
        replace(made, cases=made.cases.drop(columns="status"), events=None)
    ).any()
