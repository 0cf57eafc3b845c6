"""A folder that a stopped run leaves and the next one takes up."""

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest

from lapor_lab.errors import OutputError
from lapor_lab.exchange import write_manifest, write_part
from lapor_lab.exchange.log_part import Receipt
from lapor_lab.exchange.resumable_folder import (
    read_receipts,
    resumable_log_folder,
    write_receipt,
)

KEY, OTHER_KEY = "a" * 64, "b" * 64


def add(folder: Path, part: str) -> Receipt:
    """Write a part of one case, and its receipt."""
    cases = pd.DataFrame(
        {"case_id": [f"SIM-{part}"], "submitted_at": ["2022-08-01"], "institution": ["A"]}
    )
    receipt = write_part(folder, part, cases=cases)
    write_receipt(folder, receipt)
    return receipt


def stop(out: Path, key: str, parts: list[str]) -> None:
    """A run that is stopped when some parts are there."""

    def run_until_stopped() -> None:
        with resumable_log_folder(out, key) as folder:
            for part in parts:
                add(folder, part)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_until_stopped()


def finish(out: Path, key: str, parts: list[str]) -> list[str]:
    """A run that ends; return the parts that were there."""
    with resumable_log_folder(out, key) as folder:
        kept = read_receipts(folder)
        made = [add(folder, part) for part in parts if part not in kept]
        write_manifest(folder, [*kept.values(), *made], as_of="2022-08-15")
    return list(kept)


def test_parts_of_a_stopped_run_are_kept(tmp_path: Path) -> None:
    """The next run of the same order meets them; then nothing but the log is left."""
    out = tmp_path / "log"
    stop(out, KEY, ["p0", "p1"])
    assert not out.exists()
    assert finish(out, KEY, ["p0", "p1", "p2"]) == ["p0", "p1"]
    assert [path.name for path in tmp_path.iterdir()] == ["log"]
    assert sorted(file.name for file in (out / "cases").iterdir()) == [
        "p0.parquet",
        "p1.parquet",
        "p2.parquet",
    ]


def test_a_run_without_a_part_leaves_nothing(tmp_path: Path) -> None:
    """What cannot be gone on with is not kept."""
    stop(tmp_path / "log", KEY, [])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("harm", ["shorter", "longer", "end", "gone", "receipt"])
def test_a_part_that_is_not_whole_is_made_again(tmp_path: Path, harm: str) -> None:
    """A file of another size or without its end, or half a receipt, does not count."""
    out = tmp_path / "log"
    stop(out, KEY, ["p0", "p1"])
    (staging,) = tmp_path.glob(".log-*")
    file = staging / "log" / "cases" / "p0.parquet"
    content = file.read_bytes()
    if harm == "gone":
        file.unlink()
    elif harm == "receipt":
        (staging / "receipts" / "p0.json").write_text('{"receipt": {')
    else:
        harmed = {
            "shorter": content[:-1],
            "longer": content + b"x",
            "end": content[:-4] + bytes(4),
        }
        file.write_bytes(harmed[harm])
    assert finish(out, KEY, ["p0", "p1"]) == ["p1"]
    assert (out / "cases" / "p0.parquet").read_bytes() == content


def test_half_a_file_of_a_killed_run_is_not_taken_along(tmp_path: Path) -> None:
    """What a process had not yet given its name is removed."""
    out = tmp_path / "log"
    stop(out, KEY, ["p0"])
    (staging,) = tmp_path.glob(".log-*")
    (staging / "log" / "cases" / ".p1.123.part").write_bytes(b"PAR1")
    finish(out, KEY, ["p0", "p1"])
    assert sorted(file.name for file in (out / "cases").iterdir()) == ["p0.parquet", "p1.parquet"]


def test_another_order_starts_anew(tmp_path: Path) -> None:
    """What an earlier order left for the same place is removed, and nothing else."""
    out = tmp_path / "log"
    stop(out, KEY, ["p0"])
    stop(tmp_path / "log2", KEY, ["p0"])
    bystanders = [".log-", f".log-{'a' * 15}", f".log-{'c' * 16}", "log-notes"]
    for name in bystanders:
        (tmp_path / name).mkdir()
    assert finish(out, OTHER_KEY, ["p0"]) == []
    left = {path.name for path in tmp_path.iterdir()}
    assert left == {"log", f".log2-{'a' * 16}", *bystanders}


def test_the_old_log_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    """A stopped run changes nothing of what stands there; a finished one replaces all of it."""
    out = tmp_path / "log"
    finish(out, KEY, ["p0", "p1"])
    stop(out, OTHER_KEY, ["q0"])
    assert sorted(file.name for file in (out / "cases").iterdir()) == ["p0.parquet", "p1.parquet"]
    finish(out, OTHER_KEY, ["q0"])
    assert [file.name for file in (out / "cases").iterdir()] == ["q0.parquet"]
    assert [path.name for path in tmp_path.iterdir()] == ["log"]


@pytest.mark.parametrize("key", [KEY, OTHER_KEY])
def test_a_kill_while_the_old_log_is_replaced_loses_neither(tmp_path: Path, key: str) -> None:
    """Whatever comes next, the old log is back where it was until a new one is whole."""
    out = tmp_path / "log"
    finish(out, KEY, ["p0"])
    stop(out, KEY, ["p1"])
    (staging,) = tmp_path.glob(".log-*")
    out.replace(staging / "replaced")
    stop(out, key, ["p2"])
    assert [file.name for file in (out / "cases").iterdir()] == ["p0.parquet"]


def test_what_a_kill_after_the_end_left_is_removed(tmp_path: Path) -> None:
    """Receipts without their files are of no use to the next run."""
    out = tmp_path / "log"
    stop(out, KEY, ["p0"])
    (staging,) = tmp_path.glob(".log-*")
    shutil.copytree(staging / "receipts", tmp_path / "kept")
    finish(out, KEY, ["p0"])
    shutil.copytree(tmp_path / "kept", staging / "receipts")
    shutil.rmtree(tmp_path / "kept")
    assert finish(out, KEY, ["p0"]) == []
    assert [path.name for path in tmp_path.iterdir()] == ["log"]


def test_two_runs_for_one_place_are_refused(tmp_path: Path) -> None:
    """The second is told so, whatever its order, and the first goes on."""
    out = tmp_path / "log"
    with resumable_log_folder(out, KEY) as folder:
        write_manifest(folder, [add(folder, "p0")], as_of="2022-08-15")
        with (
            pytest.raises(OutputError, match="is being written by another run"),
            resumable_log_folder(out, OTHER_KEY),
        ):
            pass
    assert (out / "manifest.json").is_file()


def test_a_folder_of_something_else_is_never_replaced(tmp_path: Path) -> None:
    """A folder with other files is refused and keeps them."""
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "skripsi.docx").write_text("bab 1")
    out = tmp_path / "log"
    message = f"{out}: exists and is not a folder made by lapor-lab. Choose another name."
    with (
        pytest.raises(OutputError, match=f"^{re.escape(message)}$"),
        resumable_log_folder(out, KEY),
    ):
        pass
    assert (out / "skripsi.docx").read_text() == "bab 1"
    assert [path.name for path in tmp_path.iterdir()] == ["log"]


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    """Below a file there is no folder."""
    (tmp_path / "berkas").write_text("x")
    out = tmp_path / "berkas" / "log"
    message = f"{out}: cannot be written (File exists). Choose another place."
    with (
        pytest.raises(OutputError, match=f"^{re.escape(message)}$"),
        resumable_log_folder(out, KEY),
    ):
        pass
