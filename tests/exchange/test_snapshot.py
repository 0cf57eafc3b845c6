"""What was known at an earlier moment."""

import re

import pandas as pd
import pytest

from lapor_lab.errors import InputFileError, ParameterError
from lapor_lab.exchange import as_known_at
from lapor_lab.schema import ComplaintLog


@pytest.fixture
def log() -> ComplaintLog:
    """Three cases, known until 15 August."""
    cases = pd.DataFrame(
        {
            "case_id": ["1", "2", "3"],
            "submitted_at": ["2022-08-01 10:00", "2022-08-03 10:00", "2022-08-10"],
            "institution": "A",
            "closed_at": ["2022-08-02", "2022-08-05 00:00", None],
            "status": ["Ditutup oleh Admin", "Ditutup oleh Admin", "Terdisposisi"],
        }
    )
    return ComplaintLog(
        cases=cases,
        events=None,
        as_of=pd.Timestamp("2022-08-15"),
        provenance={"source": "data"},
    )


def test_nothing_later_is_known(log: ComplaintLog) -> None:
    """On 5 August, 00:00, case 3 is not in, case 2 still open, and no status is known."""
    known, n_after = as_known_at(log, pd.Timestamp("2022-08-05"), is_end_known=True)

    assert n_after == 1
    assert known.cases["closed_at"].notna().to_list() == [True, False]
    assert "status" not in known.cases


def test_at_its_own_moment_a_log_stays_as_it_is(log: ComplaintLog) -> None:
    """The snapshot's own moment changes nothing."""
    known, n_after = as_known_at(log, log.as_of, is_end_known=True)

    pd.testing.assert_frame_equal(known.cases, log.cases)
    assert n_after == 0


def test_what_came_after_a_stated_end_is_not_guessed(log: ComplaintLog) -> None:
    """A later moment is refused where the source said when it ends."""
    message = (
        "`as_of` must not be later than the data, got 2022-09-01; data ends at 2022-08-15. "
        "Choose an earlier date."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        as_known_at(log, pd.Timestamp("2022-09-01"), is_end_known=True)


def test_a_moment_before_all_cases_is_refused(log: ComplaintLog) -> None:
    """The refusal names the first day that has a case."""
    message = (
        "data: no case was submitted before `as_of` 2022-08-01; the first is of 2022-08-01. "
        "Choose a later date."
    )
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        as_known_at(log, pd.Timestamp("2022-08-01"), is_end_known=True)
