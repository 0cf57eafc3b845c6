"""Only what the answer depends on is read."""

from lapor_lab.calendar import load_limits
from lapor_lab.metrics.question import Question
from lapor_lab.schema import CASES

NAMES = [column.name for column in CASES]


def columns(question: Question, *absent: str) -> set[str]:
    """Columns that are read of a source that has all but these."""
    return set(question.columns([n for n in NAMES if n not in absent], load_limits()))


def test_one_stage_needs_its_time_the_status_and_what_bounds_it() -> None:
    """Neither class nor rating matters to the first follow-up."""
    question = Question(by="institution", stages=("first_followed_up",), tables=("flow",))

    keys = {"institution", "submitted_at", "observed_at", "status", "duplicate_of"}
    times = {"responded_at", "responded_latest_at"}
    bounds = {"completed_at", "closed_at", "closed_latest_at", "responded_earliest_at"}
    assert columns(question) == keys | times | bounds
    # Where nothing can be passed at an unknown time, nothing need be bounded.
    assert columns(question, "status", "responded_latest_at") == {
        *("institution", "submitted_at", "observed_at", "duplicate_of", "responded_at"),
    }


def test_completion_is_judged_by_class_and_deadline() -> None:
    """Its limit differs by class, and a case may have one of its own."""
    question = Question(by="province", stages=("completed",), tables=("flow",))

    assert {"province", "report_class", "deadline_at", "completed_at"} <= columns(question)
    assert "institution" not in columns(question)


def test_sums_and_days_need_no_limit() -> None:
    """Days are those of submission and closing, sums those of status and numbers."""
    daily = Question(by="institution", tables=("daily",))
    sums = Question(by="institution", strata=("month",), tables=("sums",))

    assert columns(daily) == {"institution", "submitted_at", "observed_at", "closed_at"}
    assert columns(sums) == {
        *("institution", "submitted_at", "observed_at", "status", "closed_at", "duplicate_of"),
        *("closed_by", "n_transfers", "n_reopens", "rating"),
    }


def test_columns_keep_their_order() -> None:
    """Those of the source."""
    found = Question(by="institution").columns(NAMES, load_limits())

    assert found == [name for name in NAMES if name in found]
