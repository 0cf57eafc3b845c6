"""Every case gets one verdict a stage."""

import pandas as pd
import pytest

from lapor_lab.metrics import count_cases, outcomes
from lapor_lab.schema import ComplaintLog, Stage


def verdicts(log: ComplaintLog, stage: Stage) -> dict[str, dict[str, int]]:
    """Outcomes that occur, by institution."""
    table = outcomes(count_cases(log), stage)
    return {name: {str(k): int(v) for k, v in row.items() if v} for name, row in table.iterrows()}


def test_verification_is_asked_of_every_report(log: ComplaintLog) -> None:
    """An archived report was verified; case 2 took 4 working days, case 4 has 2 behind it."""
    assert verdicts(log, Stage.VERIFIED) == {
        "A": {"met": 3, "missed": 1, "within_limit": 1},
        "B": {"met": 1},
    }


def test_an_open_case_past_its_limit_counts_as_missed(log: ComplaintLog) -> None:
    """Case 3 is open past 5 working days; the archived case 5 is asked for no follow-up."""
    assert verdicts(log, Stage.FIRST_FOLLOWED_UP) == {
        "A": {"met": 1, "missed": 1, "open_past_limit": 1, "within_limit": 1},
        "B": {"met": 1},
    }


def test_completion_is_judged_on_the_last_follow_up(log: ComplaintLog) -> None:
    """Case 1 was answered in 4 days and closed by the system after 13: the limit of 5 is kept."""
    assert verdicts(log, Stage.COMPLETED) == {
        "A": {"met": 1, "missed": 1, "open_past_limit": 1, "within_limit": 1},
        "B": {"open_past_limit": 1},
    }


def test_without_completed_at_completion_is_closing(log: ComplaintLog) -> None:
    """Where the last follow-up is not known, case 1 is judged on its closing, and late."""
    bare = ComplaintLog(cases=log.cases.drop(columns="completed_at"), events=None, as_of=log.as_of)

    assert verdicts(bare, Stage.COMPLETED)["A"]["missed"] == 2


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2022-08-08", "within_limit"), ("2022-08-09", "open_past_limit")],
)
def test_a_limit_runs_out_at_the_end_of_its_day(as_of: str, expected: str) -> None:
    """Submitted on Monday 1 August, the fifth working day is the 8th: past it only on the 9th."""
    cases = pd.DataFrame(
        {
            "case_id": ["1"],
            "institution": ["A"],
            "submitted_at": ["2022-08-01 09:00"],
            "responded_at": [pd.NaT],
        }
    )
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp(as_of))

    assert verdicts(log, Stage.FIRST_FOLLOWED_UP) == {"A": {expected: 1}}


def test_an_own_deadline_goes_before_the_legal_limit(log: ComplaintLog) -> None:
    """With deadlines of their own the late case 2 is in time and the open case 3 still waits."""
    later = pd.Timestamp("2022-09-30")
    own = ComplaintLog(cases=log.cases.assign(deadline_at=later), events=None, as_of=log.as_of)

    assert verdicts(own, Stage.COMPLETED) == {
        "A": {"met": 2, "within_limit": 2},
        "B": {"within_limit": 1},
    }


def test_a_status_without_a_time_is_judged_by_what_bounds_it(log: ComplaintLog) -> None:
    """Of two answers without a time, case 1 was completed in 4 days, case 2 only in 7 of 5.

    Case 1 was then answered in time; of case 2, and of B's case in process, nobody knows.
    """
    cases = log.cases.assign(responded_at=pd.NaT)
    silent = ComplaintLog(cases=cases, events=None, as_of=log.as_of)

    assert verdicts(silent, Stage.FIRST_FOLLOWED_UP) == {
        "A": {"surely_met": 1, "done_untimed": 1, "open_past_limit": 1, "within_limit": 1},
        "B": {"done_untimed": 1},
    }


def test_a_snapshot_within_a_day_leaves_that_day_to_the_case() -> None:
    """At 10:00 of the fifth working day a limit of 5 has not run out; at 10:00 of the sixth."""
    cases = pd.DataFrame(
        {
            "case_id": ["1"],
            "institution": ["A"],
            "submitted_at": ["2022-08-01 09:00"],
            "responded_at": [pd.NaT],
        }
    )

    found = [
        verdicts(
            ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp(as_of)),
            Stage.FIRST_FOLLOWED_UP,
        )
        for as_of in ("2022-08-08 10:00", "2022-08-09 10:00")
    ]

    assert found == [{"A": {"within_limit": 1}}, {"A": {"open_past_limit": 1}}]


def test_a_status_that_nobody_knows_tells_nothing(log: ComplaintLog) -> None:
    """The open case 3 with an unknown status is neither open past its limit nor done."""
    cases = log.cases.assign(status=log.cases["status"].replace("Terdisposisi", "Menunggu X"))
    strange = ComplaintLog(cases=cases, events=None, as_of=log.as_of)

    assert verdicts(strange, Stage.COMPLETED)["A"] == {
        "met": 1, "missed": 1, "within_limit": 1, "untold": 1,
    }  # fmt: skip
    assert verdicts(strange, Stage.CLOSED)["A"]["untold"] == 1


def test_a_case_without_class_has_no_limit_to_complete(log: ComplaintLog) -> None:
    """Which of 5, 14 or 60 days holds is not guessed."""
    cases = log.cases.drop(columns="report_class")
    unclassed = ComplaintLog(cases=cases, events=None, as_of=log.as_of)

    assert verdicts(unclassed, Stage.COMPLETED) == {
        "A": {"done_unjudged": 2, "open_unjudged": 2},
        "B": {"open_unjudged": 1},
    }


def test_a_stage_of_which_nothing_is_told_has_no_row() -> None:
    """A bare list of reports says nothing of verification, answers or closing."""
    cases = pd.DataFrame({"case_id": ["1"], "institution": ["A"], "submitted_at": ["2022-08-01"]})
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-15"))

    assert count_cases(log).flow.empty
