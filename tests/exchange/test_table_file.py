"""The kit's own tables as files."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import OutputError
from lapor_lab.exchange import load_sample, read_case_table, read_event_log, write_table


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_cases_come_back_as_they_went(tmp_path: Path, suffix: str) -> None:
    """Every value of 1,500 cases survives, texts with line breaks and missing ones too."""
    cases = load_sample().cases
    write_table(cases, tmp_path / f"cases{suffix}")

    back = read_case_table(tmp_path / f"cases{suffix}")

    assert back.quarantine.empty
    pd.testing.assert_frame_equal(back.log.cases, cases)


def test_events_come_back_as_they_went(tmp_path: Path) -> None:
    """The kit's own event table is an event log that it reads."""
    events = load_sample().events
    assert events is not None
    write_table(events, tmp_path / "events.csv")

    back = read_event_log(tmp_path / "events.csv").log.events

    assert back is not None
    order = ["case_id", "timestamp", "activity"]
    pd.testing.assert_frame_equal(
        back[events.columns].sort_values(order, ignore_index=True),
        events.sort_values(order, ignore_index=True),
    )


def test_a_spreadsheet_knows_the_encoding(tmp_path: Path) -> None:
    """CSV begins with the mark by which Excel knows UTF-8."""
    write_table(pd.DataFrame({"a": ["é"]}), tmp_path / "sub" / "a.csv")

    assert (tmp_path / "sub" / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("mark", ["\r", "\n", "\r\n", ",", '"'])
def test_no_mark_in_a_cell_ends_it(tmp_path: Path, mark: str) -> None:
    """Old line ends of pasted texts part no row."""
    write_table(pd.DataFrame({"a": [f"x{mark}y"], "b": ["z"]}), tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream)) == [["a", "b"], [f"x{mark}y", "z"]]


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    """The refusal names what can be written."""
    path = tmp_path / "a.xls"
    message = f"{path}: must end in .csv, .parquet. Choose one of them."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write_table(pd.DataFrame(), path)
