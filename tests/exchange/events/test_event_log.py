"""Event logs with XES names: every row is used or explained."""

import re
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import ColumnNotFoundError, InputFileError
from lapor_lab.exchange import read_event_log

HEADER = "case:concept:name,concept:name,time:timestamp,case:startdate,case:enddate\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A file with that text."""
    path = folder / "log.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_impossible_rows_are_kept_with_line_and_reason(tmp_path: Path) -> None:
    """Rows in = rows accepted + rows in quarantine, each with its line number and reason."""
    path = written(
        tmp_path,
        HEADER
        + "1,terima,2022-08-01 09:00:00+07:00,2022-08-01 09:00,2022-08-03 10:00\n"
        + "1,tutup,2022-08-03 10:00:00+07:00,2022-08-01 09:00,2022-08-03 10:00\n"
        + ",terima,2022-08-01 09:00,2022-08-01 09:00,\n"
        + "3,terima,kemarin,2022-08-01 09:00,\n"
        + "4,terima,2022-08-05 09:00,2022-08-05 09:00,2022-08-01 09:00\n"
        + "5,,2022-08-05 09:00,2022-08-05 09:00,\n",
    )

    imported = read_event_log(path)

    assert imported.n_rows == 6
    assert imported.log.cases["case_id"].to_list() == ["1"]
    assert len(imported.log.events) + len(imported.quarantine) == 6
    assert imported.quarantine[["row", "reason"]].to_numpy().tolist() == [
        [4, "tanpa nomor kasus"],
        [5, "waktu tidak terbaca: kolom timestamp"],
        [6, "berakhir sebelum mulai: closed_at lebih awal daripada submitted_at"],
        [7, "tanpa aktivitas"],
    ]
    assert imported.n_quarantined_cases == 4


def test_offsets_of_any_kind_meet_in_one_zone(tmp_path: Path) -> None:
    """Summer time, winter time, Z and no offset are one clock afterwards."""
    path = written(
        tmp_path,
        "case:concept:name,concept:name,time:timestamp\n"
        "1,a,2011-10-11 13:42:22.688000+02:00\n"
        "1,b,2011-12-06 13:41:31+01:00\n"
        "1,c,2011-12-07T00:00:00Z\n"
        "1,d,2011-12-07 08:00:00\n",
    )

    events = read_event_log(path).log.events

    assert events["timestamp"].to_list() == [
        pd.Timestamp("2011-10-11 18:42:22.688"),
        pd.Timestamp("2011-12-06 19:41:31"),
        pd.Timestamp("2011-12-07 07:00"),
        pd.Timestamp("2011-12-07 08:00"),
    ]


def test_an_attribute_may_stand_on_the_first_row_only(tmp_path: Path) -> None:
    """A deadline given once belongs to the whole case."""
    path = written(
        tmp_path,
        "case:concept:name;concept:name;time:timestamp;case:deadline;case:dinas\n"
        "1;a;2022-08-01;2022-08-05;Umum\n"
        "1;b;2022-08-02;;\n",
    )

    cases = read_event_log(path).log.cases

    assert cases["deadline_at"].to_list() == [pd.Timestamp("2022-08-05")]
    assert cases["case:dinas"].to_list() == ["Umum"]


def test_a_last_event_is_not_an_end(tmp_path: Path) -> None:
    """Without an end date nobody claims that a case is closed."""
    path = written(
        tmp_path, "case:concept:name,concept:name,time:timestamp\n1,a,2022-08-01\n1,b,2022-08-02\n"
    )

    log = read_event_log(path).log

    assert "closed_at" not in log.cases
    assert log.cases["submitted_at"].to_list() == [pd.Timestamp("2022-08-01")]
    assert pd.Timestamp("2022-08-02") < log.as_of < pd.Timestamp("2022-08-03")


@pytest.mark.reference
@pytest.mark.parametrize(
    ("name", "n_events", "n_cases"),
    [("running_example", 42, 6), ("receipt", 8577, 1434), ("roadtraffic100", 390, 100)],
)
def test_real_logs_are_read_whole(reference: Path, name: str, n_events: int, n_cases: int) -> None:
    """Events and cases of three public logs are those that pm4py counts."""
    imported = read_event_log(reference / f"process/{name}.csv")

    assert imported.n_rows == n_events
    assert len(imported.log.cases) + imported.n_quarantined_cases == n_cases


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    """The refusal names the column, the file and what is there."""
    path = written(tmp_path, "case:concept:name,concept:name\n1,a\n")
    message = (
        f"{path}: column(s) timestamp not found; it has case_id, activity. "
        "Rename yours or name another."
    )
    with pytest.raises(ColumnNotFoundError, match=f"^{re.escape(message)}$"):
        read_event_log(path)


def test_a_file_without_a_usable_row_is_refused(tmp_path: Path) -> None:
    """The refusal gives the first reason."""
    path = written(tmp_path, "case:concept:name,concept:name,time:timestamp\n1,a,kemarin\n")
    message = (
        f"{path}: none of the 1 rows can be used; the first says: "
        "baris 2: waktu tidak terbaca: kolom timestamp. Mend the file."
    )
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        read_event_log(path)
