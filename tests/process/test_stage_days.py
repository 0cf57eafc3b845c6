"""The working days that cases spent in each stage."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.process.milestones import milestones
from lapor_lab.process.stage_days import StageDays, count_stage_days
from lapor_lab.process.working_time import working_position
from lapor_lab.schema import ComplaintLog

CALENDAR = load_calendar()


def counted(log: ComplaintLog) -> StageDays:
    """Days by the calendar that ships."""
    return count_stage_days(log, milestones(log), CALENDAR)


def test_stages_divide_the_whole_time(made: ComplaintLog) -> None:
    """From submission to closing, or to the snapshot: nothing is lost or counted twice."""
    days = counted(made)

    end = made.cases["closed_at"].fillna(made.as_of).to_numpy()
    start = made.cases["submitted_at"].to_numpy()
    whole = working_position(CALENDAR, end) - working_position(CALENDAR, start)
    np.testing.assert_allclose(days.spent.sum(axis=1), np.where(days.is_timed, whole, 0), atol=1e-9)
    assert days.is_timed.sum() > 1500


def test_waiting_and_handling_lie_within_the_stage(made: ComplaintLog) -> None:
    """What overlaps is counted once; for closed cases of the maker they are all of it."""
    days = counted(made)

    assert days.waiting is not None
    assert days.handling is not None
    rest = days.spent - days.waiting - days.handling
    assert rest.min() > -1e-6
    is_closed = made.cases["closed_at"].notna().to_numpy()
    told = days.waiting.sum() + days.handling.sum() - rest[is_closed].sum()
    assert told / days.spent[is_closed].sum() > 0.97


def test_a_known_case_is_divided_as_by_hand() -> None:
    """Two days of waiting and one of handling until the follow-up, one more until now."""
    cases = pd.DataFrame(
        {
            "case_id": ["1"],
            "institution": "A",
            "submitted_at": pd.to_datetime(["2022-08-01 07:30"]),
            "verified_at": pd.to_datetime(["2022-08-02 07:30"]),
            "responded_at": pd.to_datetime(["2022-08-05 07:30"]),
            "closed_at": pd.to_datetime([None]),
        }
    )
    events = pd.DataFrame(
        {
            "case_id": "1",
            "activity": ["Verifikasi", "Tindak lanjut", "Tindak lanjut"],
            "enabled_at": ["2022-08-01 07:30", "2022-08-02 07:30", "2022-08-01 07:30"],
            "started_at": ["2022-08-02 07:30", "2022-08-04 07:30", "2022-08-04 07:30"],
            "timestamp": ["2022-08-02 07:30", "2022-08-05 07:30", "2022-08-05 07:30"],
        }
    )
    log = ComplaintLog(cases=cases, events=events, as_of=pd.Timestamp("2022-08-08"))

    days = counted(log)

    # Verification, first follow-up, completion (until now), closing (not entered).
    assert days.spent.round(9).tolist() == [[1, 3, 1, 0]]
    assert days.waiting is not None
    assert days.handling is not None
    assert days.waiting.round(9).tolist() == [[1, 2, 0, 0]]
    assert days.handling.round(9).tolist() == [[0, 1, 0, 0]]


@pytest.mark.parametrize(
    ("columns", "has_waiting", "has_handling"),
    [(["enabled_at"], False, True), (["enabled_at", "started_at"], False, False)],
)
def test_what_events_do_not_tell_is_missing(
    made: ComplaintLog, columns: list[str], *, has_waiting: bool, has_handling: bool
) -> None:
    """None, not 0: also where the column is there and empty."""
    for events in (
        made.events.drop(columns=columns),
        made.events.assign(**dict.fromkeys(columns, pd.NaT)),
    ):
        days = counted(replace(made, events=events))

        assert (days.waiting is not None) == has_waiting
        assert (days.handling is not None) == has_handling


def test_a_gap_leaves_a_case_out() -> None:
    """Answered but never verified: where its days went cannot be told."""
    cases = pd.DataFrame(
        {
            "case_id": ["1", "2"],
            "institution": "A",
            "submitted_at": pd.Timestamp("2022-08-01"),
            "verified_at": pd.to_datetime([None, "2022-08-02"]),
            "responded_at": pd.to_datetime(["2022-08-03", "2022-08-03"]),
        }
    )
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-08"))

    assert counted(log).is_timed.tolist() == [False, True]
