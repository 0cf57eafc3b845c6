"""The kit's own store: whole or not at all, and the same content for the same log."""

import re
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import InputFileError, OutputError
from lapor_lab.exchange import (
    iter_part_logs,
    new_log_folder,
    read_log_folder,
    read_manifest,
    write_log_folder,
    write_manifest,
    write_part,
)
from lapor_lab.schema import ComplaintLog


@pytest.fixture
def log() -> ComplaintLog:
    """Two cases and an event."""
    cases = pd.DataFrame(
        {
            "case_id": ["SIM-1", "SIM-2"],
            "submitted_at": ["2022-08-01 08:30", "2022-08-02"],
            "institution": ["A", "B"],
            "n_transfers": [1, None],
            "is_anonymous": [True, None],
            "unit": ["x", None],
        }
    )
    events = pd.DataFrame(
        {"case_id": ["SIM-1"], "activity": ["Verifikasi"], "timestamp": ["2022-08-01 09:00"]}
    )
    return ComplaintLog(
        cases=cases,
        events=events,
        as_of=pd.Timestamp("2022-08-15"),
        provenance={"kind": "sintetis", "source": "uji"},
    )


def test_a_log_comes_back_as_it_was(tmp_path: Path, log: ComplaintLog) -> None:
    """Cases, events, moment and provenance survive the store; what is missing stays missing."""
    write_log_folder(log, tmp_path / "log")

    back = read_log_folder(tmp_path / "log")

    pd.testing.assert_frame_equal(back.cases, log.cases)
    pd.testing.assert_frame_equal(back.events, log.events)
    assert (back.as_of, back.provenance) == (log.as_of, log.provenance)


def test_parameters_come_back(tmp_path: Path, log: ComplaintLog) -> None:
    """What a maker took for each institution is read as it was written."""
    names = ["institution", "parameter", "value", "source"]
    parameters = pd.DataFrame([["A", "n_admins", "2", "asumsi"]], columns=names)
    write_log_folder(replace(log, parameters=parameters), tmp_path / "log")

    back = read_log_folder(tmp_path / "log").parameters

    assert back is not None
    pd.testing.assert_frame_equal(back, parameters, check_dtype=False)
    assert [each.parameters for each in iter_part_logs(tmp_path / "log")] == [None]


def test_parts_are_read_one_by_one(tmp_path: Path, log: ComplaintLog) -> None:
    """Each with its own cases and events, in the order of their names."""
    with new_log_folder(tmp_path / "log") as folder:
        receipts = [
            write_part(folder, "b", cases=log.cases[1:]),
            write_part(folder, "a", cases=log.cases[:1], events=log.events),
        ]
        write_manifest(folder, receipts, as_of="2022-08-15")

    first, second = iter_part_logs(tmp_path / "log")

    assert (first.cases["case_id"].to_list(), second.cases["case_id"].to_list()) == (
        ["SIM-1"],
        ["SIM-2"],
    )
    assert first.events is not None
    assert first.events["case_id"].to_list() == ["SIM-1"]
    assert second.events is None


def test_the_order_of_receipts_does_not_matter(tmp_path: Path, log: ComplaintLog) -> None:
    """Whichever part is done first, the content hash is the same."""
    with new_log_folder(tmp_path / "log") as folder:
        receipts = [write_part(folder, name, cases=log.cases) for name in ("a", "b", "c")]
        first = write_manifest(folder, receipts, as_of="2022-08-15")
        second = write_manifest(folder, receipts[::-1], as_of="2022-08-15")

    assert first == second
    assert first["n_cases"] == 6


def test_the_hash_sees_every_change(tmp_path: Path, log: ComplaintLog) -> None:
    """One changed value in any table changes the content hash; a second writing does not."""
    changed = ComplaintLog(
        cases=log.cases.assign(unit=["y", None]), events=log.events, as_of=log.as_of
    )
    hashes = [
        write_log_folder(each, tmp_path / str(i))["content_hash"]
        for i, each in enumerate([log, log, changed])
    ]

    assert hashes[0] == hashes[1] != hashes[2]


def interrupted_writing(out: Path) -> None:
    """A task that fails half way."""
    with new_log_folder(out) as folder:
        (folder / "cases").mkdir()
        raise OSError(5, "mati listrik")


def test_a_failure_leaves_nothing_behind(tmp_path: Path, log: ComplaintLog) -> None:
    """When a task fails neither the folder nor a trace of it is there, and an old log stays."""
    write_log_folder(log, tmp_path / "old")
    before = read_manifest(tmp_path / "old")

    for name in ("new", "old"):
        with pytest.raises(OutputError, match=r"mati listrik"):
            interrupted_writing(tmp_path / name)

    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert read_manifest(tmp_path / "old") == before


def test_a_folder_of_something_else_is_never_replaced(tmp_path: Path, log: ComplaintLog) -> None:
    """A folder with other files is refused and keeps them."""
    (tmp_path / "skripsi.docx").write_text("bab 1")
    message = f"{tmp_path}: exists and is not a folder made by lapor-lab. Choose another name."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write_log_folder(log, tmp_path)

    assert (tmp_path / "skripsi.docx").read_text() == "bab 1"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, log: ComplaintLog) -> None:
    """Below a file there is no folder."""
    (tmp_path / "berkas").write_text("x")
    target = tmp_path / "berkas" / "log"
    message = f"{target}: cannot be written (File exists). Choose another place."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"):
        write_log_folder(log, target)


def test_a_broken_manifest_is_refused(tmp_path: Path, log: ComplaintLog) -> None:
    """A manifest that is no manifest is named, not passed on as a traceback."""
    write_log_folder(log, tmp_path / "log")
    manifest = tmp_path / "log" / "manifest.json"
    manifest.write_text("{")
    message = f"{manifest}: cannot be read (JSONDecodeError). Give a manifest.json file."
    with pytest.raises(InputFileError, match=f"^{re.escape(message)}$"):
        read_log_folder(tmp_path / "log")
