"""What no log may show, whatever its scenario."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from lapor_lab.calendar import load_calendar
from lapor_lab.schema import ARCHIVED, CLOSED, Activity, ComplaintLog, Role, Status

_A = Activity
# What may follow on what, by the V3 manual's actions and the 10-day window.
_MAY_FOLLOW = {
    _A.SUBMIT: {_A.VERIFY, _A.HOLD, _A.ARCHIVE},
    _A.HOLD: {_A.REPLY, _A.ARCHIVE},
    _A.VERIFY: {_A.DISPOSE},
    _A.DISPOSE: {_A.RETURN, _A.FOLLOW_UP},
    _A.RETURN: {_A.DISPOSE},
    _A.FOLLOW_UP: {
        _A.FOLLOW_UP,
        _A.REPLY,
        _A.CLOSE_BY_ADMIN,
        _A.CLOSE_BY_SYSTEM,
        _A.CLOSE_BY_REPORTER,
    },
    _A.REPLY: {_A.VERIFY, _A.FOLLOW_UP, _A.CLOSE_BY_ADMIN},
    _A.CLOSE_BY_ADMIN: {_A.RATE},
    _A.CLOSE_BY_SYSTEM: {_A.RATE},
    _A.CLOSE_BY_REPORTER: {_A.RATE},
    _A.ARCHIVE: set(),
    _A.RATE: set(),
}
_TIMES = ["submitted_at", "verified_at", "responded_at", "completed_at", "closed_at"]


@pytest.fixture(scope="module")
def events(log: ComplaintLog) -> pd.DataFrame:
    """Events of the log."""
    assert log.events is not None
    return log.events


@pytest.fixture(scope="module")
def cases(log: ComplaintLog) -> pd.DataFrame:
    """Cases of the log, by id."""
    return log.cases.set_index("case_id")


def test_only_allowed_steps_follow_each_other(events: pd.DataFrame) -> None:
    """Every report begins with its entry, and every further step is one that may follow."""
    before = events.groupby("case_id", sort=False)["activity"].shift()
    assert set(events.loc[before.isna(), "activity"]) == {Activity.SUBMIT}
    follows = before.notna()
    pairs = set(zip(before[follows], events.loc[follows, "activity"], strict=True))
    assert {(a, b) for a, b in pairs if b not in _MAY_FOLLOW[Activity(a)]} == set()


def test_staff_work_in_office_hours_only(events: pd.DataFrame) -> None:
    """Administrators and officers begin and finish every step within office hours."""
    staff = events[events["role"].isin([Role.INSTITUTION_ADMIN, Role.LIAISON_OFFICER])]
    for name in ("started_at", "timestamp"):
        at = staff[name].to_numpy().astype("datetime64[s]")
        opens, closes = load_calendar().office_hours(at)
        assert ((opens <= at) & (at <= closes)).all()


def test_system_closes_at_the_end_of_a_working_day(events: pd.DataFrame) -> None:
    """What the system does is dated at the closing of a working day."""
    at = events.loc[events["role"] == Role.SYSTEM, "timestamp"].to_numpy().astype("datetime64[s]")
    assert (load_calendar().office_hours(at)[1] == at).all()


def test_system_closes_on_the_tenth_working_day(events: pd.DataFrame) -> None:
    """A report that the system closed was last followed up ten working days before."""
    closed = events[events["activity"] == Activity.CLOSE_BY_SYSTEM].set_index("case_id")
    answered = events[events["activity"] == Activity.FOLLOW_UP].groupby("case_id")["timestamp"]
    days = load_calendar().working_days(
        answered.last().loc[closed.index].to_numpy(), closed["timestamp"].to_numpy()
    )
    assert set(days.tolist()) == {10}


def test_enabled_then_started_then_finished(events: pd.DataFrame) -> None:
    """No step starts before it could, ends before it starts, or comes before the one before."""
    assert (events["enabled_at"] <= events["started_at"]).all()
    assert (events["started_at"] <= events["timestamp"]).all()
    gap = events.groupby("case_id", sort=False)["timestamp"].diff().dropna()
    assert (gap >= pd.Timedelta(0)).all()


def test_a_server_does_one_thing_at_a_time(events: pd.DataFrame) -> None:
    """No administrator or officer begins a step before the last one is finished."""
    staff = events[events["role"].isin([Role.INSTITUTION_ADMIN, Role.LIAISON_OFFICER])]
    staff = staff.sort_values(["resource", "started_at", "timestamp"], kind="stable")
    finished_before = staff.groupby("resource")["timestamp"].shift()
    assert not (staff["started_at"] < finished_before).any()


def test_nothing_is_known_after_the_snapshot(log: ComplaintLog, events: pd.DataFrame) -> None:
    """No event and no time of a case lies at or after `as_of`."""
    assert (events["timestamp"] < log.as_of).all()
    for name in _TIMES:
        assert (log.cases[name].dropna() < log.as_of).all()


def test_cases_say_what_their_events_say(cases: pd.DataFrame, events: pd.DataFrame) -> None:
    """Times and counts of the cases are those of their events."""
    first = events.pivot_table(
        index="case_id", columns="activity", values="timestamp", aggfunc="first"
    )
    count = pd.crosstab(events["case_id"], events["activity"])
    pd.testing.assert_series_equal(
        cases["submitted_at"].sort_index(), first[Activity.SUBMIT], check_names=False
    )
    responded = cases["responded_at"].sort_index()
    pd.testing.assert_series_equal(responded, first[Activity.FOLLOW_UP], check_names=False)
    assert (cases["n_transfers"].sort_index() == count[Activity.RETURN]).all()
    assert (cases["n_reopens"].sort_index() <= count[Activity.REPLY]).all()
    rated = cases["rating"].notna().sort_index()
    assert (rated == (count[Activity.RATE] > 0)).all()


def test_status_fits_the_times(cases: pd.DataFrame) -> None:
    """Closed reports have a closing, archived ones a reason, and no report has both."""
    closed = cases["status"].isin([str(status) for status in CLOSED])
    archived = cases["status"].isin([str(status) for status in ARCHIVED])
    assert (cases["closed_at"].notna() == closed).all()
    assert (cases["closed_by"].notna() == closed).all()
    assert (cases["archive_reason"].notna() == archived).all()
    assert cases.loc[archived, "verified_at"].notna().all()
    assert cases.loc[archived, "closed_at"].isna().all()
    assert cases.loc[closed, "completed_at"].notna().all()
    unverified = cases["status"] == Status.UNVERIFIED
    assert cases.loc[unverified, "responded_at"].isna().all()
    assert not (cases["rating"].notna() & ~closed).any()


def test_times_of_a_case_are_in_order(cases: pd.DataFrame) -> None:
    """Entry, verification, first follow-up, completion and closing come in this order."""
    for before, after in pairwise(_TIMES):
        both = cases[[before, after]].dropna()
        assert (both[before] <= both[after]).all()


def test_a_reopened_report_is_not_complete(cases: pd.DataFrame, events: pd.DataFrame) -> None:
    """A report whose last event reopened it has no completion and no closing."""
    last = events.drop_duplicates("case_id", keep="last").set_index("case_id")
    waiting = cases[(cases["status"] == Status.REPORTER_REPLIED)]
    open_again = waiting[waiting["completed_at"].isna()]
    assert (last.loc[open_again.index, "activity"] == Activity.REPLY).all()
    assert open_again["closed_at"].isna().all()


def test_copies_name_their_original(log: ComplaintLog) -> None:
    """A copy repeats title and text of an earlier report that is none itself."""
    by_id = log.cases.set_index("case_id")
    copies = log.cases[log.cases["duplicate_of"].notna()]
    originals = by_id.loc[copies["duplicate_of"]]
    assert originals["duplicate_of"].isna().all()
    assert (originals["submitted_at"].to_numpy() <= copies["submitted_at"].to_numpy()).all()
    for name in ("title", "text", "regency"):
        assert (originals[name].to_numpy() == copies[name].to_numpy()).all()


def test_deadline_is_the_end_of_the_last_day_within_the_limit(log: ComplaintLog) -> None:
    """From entry to deadline it is as many working days as the class allows."""
    known = log.cases.dropna(subset=["report_class"])
    days = load_calendar().working_days(
        known["submitted_at"].to_numpy(), known["deadline_at"].to_numpy()
    )
    found = pd.Series(days).groupby(known["report_class"].to_numpy()).unique()
    assert {name: sorted(values.tolist()) for name, values in found.items()} == {
        "Aspirasi": [14],
        "Pengaduan Berkadar Pengawasan": [60],
        "Pengaduan Tidak Berkadar Pengawasan": [14],
        "Permintaan Informasi": [5],
    }
    unknown = log.cases["report_class"].isna()
    assert log.cases.loc[unknown, "deadline_at"].isna().all()


def test_everything_says_that_it_is_synthetic(log: ComplaintLog) -> None:
    """Every id starts with SIM-, ids are unique, and all tables name the same cases."""
    assert log.truth is not None
    assert log.events is not None
    ids = log.cases["case_id"]
    assert ids.str.startswith("SIM-").all()
    assert ids.is_unique
    assert np.array_equal(log.truth["case_id"], ids)
    assert set(log.events["case_id"]) == set(ids)
    assert log.provenance["kind"] == "sintetis"
