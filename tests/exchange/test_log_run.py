"""The same log, whoever writes it and however often it is stopped."""

import json
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.exchange import read_log_folder
from lapor_lab.exchange.log_part import Receipt, write_part
from lapor_lab.exchange.log_run import write_log_parts

SCRIPT = Path(__file__).with_name("parts_script.py")
KEY = "a" * 64
PARTS = {f"p{number}": number for number in range(5)}


def write_case(folder: Path, part: str, number: int) -> Receipt:
    """Write a part of one case."""
    cases = pd.DataFrame(
        {"case_id": [f"SIM-{number}"], "submitted_at": ["2022-08-01"], "institution": ["A"]}
    )
    return write_part(folder, part, cases=cases)


def write(out: Path, task: object = write_case, **options: object) -> list[str]:
    """Write the five parts; return what was told of, with the hash at the end."""
    told: list[str] = []
    manifest = write_log_parts(
        out,
        PARTS,
        task,  # type: ignore[arg-type]
        key=KEY,
        entries={"as_of": "2022-08-15"},
        on_part=lambda receipt: told.append(receipt.part),
        **options,  # type: ignore[arg-type]
    )
    return [*told, manifest["content_hash"]]


def run_script(out: Path, engine: str, n_workers: int, n_parts: int) -> str:
    """Let another process write the cheap parts; return the hash."""
    words = [sys.executable, SCRIPT, out, engine, str(n_workers), str(n_parts)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return done.stdout.split()[-1]


@pytest.mark.parametrize("stopped_at", range(5))
def test_a_stopped_run_goes_on_to_the_same_log(tmp_path: Path, stopped_at: int) -> None:
    """Wherever it stops, only what is missing is made, and the hash is that of one run."""
    made: list[int] = []

    def stop(folder: Path, part: str, number: int) -> Receipt:
        if number == stopped_at:
            raise KeyboardInterrupt
        return write_case(folder, part, number)

    def note(folder: Path, part: str, number: int) -> Receipt:
        made.append(number)
        return write_case(folder, part, number)

    undisturbed = write(tmp_path / "one")
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "two", stop)
    assert not (tmp_path / "two").exists()
    assert write(tmp_path / "two", note) == undisturbed == [*PARTS, undisturbed[-1]]
    assert made == list(range(stopped_at, 5))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]
    first, second = (read_log_folder(tmp_path / name).cases for name in ("one", "two"))
    pd.testing.assert_frame_equal(first, second)


def test_the_pool_writes_the_same_log(tmp_path: Path) -> None:
    """One process and two write the same content."""
    hashes = {
        run_script(tmp_path / f"{engine}{n}", engine, n, 6)
        for engine, n in (("serial", 1), ("pool", 2))
    }
    assert len(hashes) == 1


def test_an_unknown_engine_leaves_nothing(tmp_path: Path) -> None:
    """A name that no engine has is refused before anything is written."""
    with pytest.raises(UnknownNameError):
        write(tmp_path / "log", engine="abacus")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.verify
@pytest.mark.parametrize("n_workers", [1, 2, 3, 5])
def test_any_number_of_workers_writes_the_same_log(tmp_path: Path, n_workers: int) -> None:
    """The hash of forty parts does not depend on how many processes made them."""
    expected = run_script(tmp_path / "serial", "serial", 1, 40)
    assert run_script(tmp_path / "pool", "pool", n_workers, 40) == expected


@pytest.mark.verify
@pytest.mark.parametrize("engine", ["serial", "pool"])
@pytest.mark.parametrize("seed", range(3))
def test_a_run_killed_at_random_moments_gives_the_same_log(
    tmp_path: Path, engine: str, seed: int
) -> None:
    """Killed until it has ended by itself, it leaves the log of an undisturbed run and no more."""
    n_parts = 60
    expected = run_script(tmp_path / "one", "serial", 1, n_parts)
    draws = np.random.default_rng(seed)
    out, n_kept = tmp_path / "two", [0]
    while not out.exists():
        words = [sys.executable, SCRIPT, out, engine, "2", str(n_parts)]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        # Some time after some of the parts that were not there yet.
        for _ in islice(process.stdout, n_kept[-1] + int(draws.integers(1, 20))):
            pass
        time.sleep(draws.uniform(0, 0.02))
        process.kill()
        process.communicate()
        n_kept.append(len(list(tmp_path.glob(".two-*/receipts/*.json"))))
    assert len(n_kept) > 3
    assert n_kept[1:-1] == sorted(n_kept[1:-1])
    manifest = json.loads((out / "manifest.json").read_text("utf-8"))
    assert manifest["content_hash"] == expected
    files = sorted(file.name for file in (out / "cases").iterdir())
    assert files == [f"{part}.parquet" for part in manifest["parts"]]
    assert len(files) == n_parts
    # Even a kill between the end of the log and that of the run leaves nothing for long.
    assert run_script(out, "serial", 1, n_parts) == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]
