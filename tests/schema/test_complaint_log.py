"""The value that every maker and importer returns."""

import dataclasses

import pandas as pd
import pytest

from lapor_lab.schema import ComplaintLog


def log_of(case_id: str) -> ComplaintLog:
    """A log of one case."""
    cases = pd.DataFrame(
        {"case_id": [case_id], "submitted_at": ["2022-08-01"], "institution": ["A"]}
    )
    return ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-08-15"))


@pytest.mark.parametrize(("case_id", "expected"), [("SIM-1", True), ("9165816", False)])
def test_the_ids_say_whether_a_log_is_synthetic(case_id: str, expected: bool) -> None:
    """One synthetic case makes a log synthetic, whatever its provenance says."""
    assert log_of(case_id).is_synthetic is expected


def test_a_log_cannot_be_changed() -> None:
    """A frozen value: changes make a new one."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        log_of("1").as_of = pd.Timestamp("2022-08-16")  # type: ignore[misc]


def test_no_copy_loses_the_word_synthetic() -> None:
    """Whatever file made-up cases came through, their log says that they are."""
    log = log_of("SIM-1")
    copied = ComplaintLog(
        cases=log.cases, events=None, as_of=log.as_of, provenance={"kind": "nyata"}
    )

    assert copied.provenance["kind"] == "sintetis"
