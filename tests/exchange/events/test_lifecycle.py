"""Scheduling, start and completion of an activity are one event."""

from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.exchange import read_event_log

HEADER = "case:concept:name,concept:name,lifecycle:transition,time:timestamp,case:dinas\n"


def log_of(folder: Path, rows: str, header: str = HEADER) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Events and quarantine of a CSV with these rows."""
    path = folder / "log.csv"
    path.write_text(header + rows)
    imported = read_event_log(path)
    assert imported.n_rows == len(imported.log.events) + len(imported.quarantine)
    return imported.log.events, imported.quarantine


def test_a_start_and_its_completion_are_one_event(tmp_path: Path) -> None:
    """It knows when it could begin, when it began and when it was done."""
    events, quarantine = log_of(
        tmp_path,
        "1,cek,schedule,2022-08-01 08:00,Umum\n"
        "1,cek,start,2022-08-01 09:00,\n"
        "1,cek,COMPLETE,2022-08-01 10:00,\n",
    )

    assert quarantine.empty
    assert events[["enabled_at", "started_at", "timestamp"]].to_numpy().tolist() == [
        [
            pd.Timestamp("2022-08-01 08:00"),
            pd.Timestamp("2022-08-01 09:00"),
            pd.Timestamp("2022-08-01 10:00"),
        ]
    ]


def test_a_case_begins_with_its_first_start(tmp_path: Path) -> None:
    """What stood on the row that went is kept: the first time and the attribute of the case."""
    path = tmp_path / "log.csv"
    path.write_text(
        HEADER + "1,cek,start,2022-08-01 09:00,Umum\n1,cek,complete,2022-08-01 10:00,\n"
    )

    cases = read_event_log(path).log.cases

    assert cases["submitted_at"].to_list() == [pd.Timestamp("2022-08-01 09:00")]
    assert cases["case:dinas"].to_list() == ["Umum"]


def test_the_first_start_belongs_to_the_first_completion(tmp_path: Path) -> None:
    """Repeated work is paired in the order of time, whatever the order of the rows."""
    events, _ = log_of(
        tmp_path,
        "1,cek,complete,2022-08-01 12:00,\n"
        "1,cek,start,2022-08-01 11:00,\n"
        "1,cek,complete,2022-08-01 10:00,\n"
        "1,cek,start,2022-08-01 09:00,\n"
        "2,cek,start,2022-08-01 08:00,\n"
        "2,cek,complete,2022-08-01 08:00,\n",
    )

    assert events["started_at"].dt.hour.to_list() == [9, 11, 8]
    assert events["timestamp"].dt.hour.to_list() == [10, 12, 8]


def test_an_instance_tells_work_at_the_same_time_apart(tmp_path: Path) -> None:
    """Two pieces of work that overlap keep their own starts."""
    events, _ = log_of(
        tmp_path,
        "1,cek,start,2022-08-01 08:00,a\n"
        "1,cek,start,2022-08-01 09:00,b\n"
        "1,cek,complete,2022-08-01 10:00,b\n"
        "1,cek,complete,2022-08-01 11:00,a\n",
        HEADER.replace("case:dinas", "concept:instance"),
    )

    assert events["started_at"].dt.hour.to_list() == [9, 8]


def test_what_never_ends_is_told(tmp_path: Path) -> None:
    """A start without completion is in quarantine; a completion without start is an event."""
    events, quarantine = log_of(
        tmp_path,
        "1,cek,complete,2022-08-01 08:00,\n"
        "1,cek,start,2022-08-01 09:00,\n"
        "1,tunda,suspend,2022-08-01 10:00,\n",
    )

    assert events["activity"].to_list() == ["cek", "tunda"]
    assert quarantine[["row", "reason"]].to_numpy().tolist() == [
        [3, "dijadwalkan atau dimulai, tetapi belum selesai"]
    ]


@pytest.mark.parametrize("transition", ["start", "complete", ""])
def test_a_log_of_one_kind_of_row_stays_as_it_is(tmp_path: Path, transition: str) -> None:
    """Where nothing can be joined, every row is an event."""
    events, quarantine = log_of(
        tmp_path,
        f"1,cek,{transition},2022-08-01 08:00,\n1,cek,{transition},2022-08-01 09:00,\n",
    )

    assert len(events) == 2
    assert quarantine.empty
