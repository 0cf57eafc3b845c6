"""Remarks as sentences."""

import json
import string

import pandas as pd
import pytest

from lapor_lab.exchange.imports.remarks import Remark
from lapor_lab.report.remark_text import group_remarks, remark_sentence, remark_values
from lapor_lab.schema import label

# Every remark that an import makes, with values of the kinds that it gives.
VALUES = {
    "year_unanswered": {"year": 2021, "n": 1300},
    "all_closed": {"n_admin": 900, "n_system": 1100, "n_reporter": 0},
    "high_archived_share": {"institution": "Kota Fiktif", "share": 0.315},
    "negative_durations": {"n": 3},
    "bucket_contradicts": {"file": "a.csv", "column": "Lama", "n_wrong": 9, "n": 40},
    "hours_like_utc": {"file": "a.csv", "zone": "Asia/Jakarta"},
    "synthetic_among_real": {"n_synthetic": 2, "n_real": 50},
    "as_of_guessed": {"file": "a.csv", "date": pd.Timestamp("2024-05-31 10:00")},
    "dates_differ": {
        "first": pd.Timestamp("2024-05-01"), "last": pd.Timestamp("2024-05-31"), "n_days": 30,
    },
    "unknown_status": {"n": 6, "names": "Menunggu Jawaban"},
    "name_outside_validity": {"name": "Kemenkumham", "n": 12},
    "confidential_unknown": {"file": "a.csv"},
    "mapping_guessed": {"file": "a.csv"},
    "date_ambiguous": {"file": "a.csv", "n": 31},
    "institution_twice": {"institution": "Kota Fiktif"},
    "total_row_differs": {"file": "a.csv", "n": 1},
    "parts_do_not_add": {"file": "a.csv", "n": 2},
    "numerator_read": {"file": "a.csv", "n": 12},
    "duplicates": {"n": 8},
    "ignored_files": {"n": 4},
    "encoding_guessed": {"file": "a.csv"},
}  # fmt: skip


@pytest.mark.parametrize("code", VALUES)
def test_every_remark_has_a_sentence_and_an_action(code: str) -> None:
    """A remark says what was found, with its values, and ends; the action needs no value."""
    remark = Remark(code=code, values=VALUES[code])

    sentence, action = remark_sentence(remark), label(f"remark.{code}.action")

    assert sentence.endswith(".")
    assert action.endswith(".")
    assert not [name for _, name, _, _ in string.Formatter().parse(sentence + action) if name]
    json.dumps(remark_values(remark), allow_nan=False)


def test_values_are_written_as_a_reader_does() -> None:
    """Thousands have a dot, shares are per cent, dates are in words, a year is no count."""
    sentences = [
        remark_sentence(Remark(code=code, values=VALUES[code]))
        for code in ("year_unanswered", "high_archived_share", "as_of_guessed")
    ]

    assert "1.300 laporan yang masuk tahun 2021" in sentences[0]
    assert "31,5 %" in sentences[1]
    assert "31 Mei 2024" in sentences[2]


def test_dates_may_come_as_text() -> None:
    """A date that went through JSON is written like any other."""
    remark = Remark(code="as_of_guessed", values={"file": "a.csv", "date": "2024-05-31"})

    assert "31 Mei 2024" in remark_sentence(remark)


def test_a_name_is_masked_but_a_file_is_known_again() -> None:
    """A number of 16 digits in a status is masked; the user's own name of a file stays."""
    digits = "32010" + "10101010001"
    status = Remark(code="unknown_status", values={"n": 1, "names": digits})
    file = Remark(code="mapping_guessed", values={"file": "2024-05.csv"})

    assert digits not in remark_sentence(status)
    assert digits not in str(remark_values(status))
    assert remark_sentence(file).startswith("2024-05.csv: ")


def test_remarks_of_one_kind_stand_together() -> None:
    """Eighty files without a date make one group with one action."""
    remarks = [
        Remark(code="as_of_guessed", values={"file": f"{n}.csv", "date": pd.Timestamp(2024, 1, 1)})
        for n in range(80)
    ]

    groups = group_remarks([*remarks, Remark(code="duplicates", values={"n": 1})])

    assert [(group.code, len(group.sentences)) for group in groups] == [
        ("as_of_guessed", 80),
        ("duplicates", 1),
    ]
