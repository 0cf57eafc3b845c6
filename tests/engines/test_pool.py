"""Several processes do what one does."""

import math
import operator
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from lapor_lab.engines import run
from lapor_lab.errors import OutputError, ParameterError

SLEEPER = """
import sys, time
from pathlib import Path
from lapor_lab.engines import run

def task(part):
    import os
    (Path(sys.argv[1]) / f"{os.getpid()}").touch()
    time.sleep(60)

if __name__ == "__main__":
    run(task, range(2), engine="pool", n_workers=2)
"""


def is_alive(pid: int) -> bool:
    """Whether a process of that number runs; one that nobody waits for does not count."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until(is_so: Callable[[], bool], seconds: float = 20) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_results_keep_the_order_of_the_parts() -> None:
    """Each part gives one result, at its place; each is told of once, in whatever order."""
    told: list[int] = []
    double = partial(operator.mul, 2)
    expected = [2 * part for part in range(20)]
    assert run(double, range(20), engine="pool", n_workers=2, on_done=told.append) == expected
    assert sorted(told) == expected


def test_a_failure_arrives_as_it_is() -> None:
    """The exception of a task is raised here with its own type and words."""
    with pytest.raises(ValueError, match=r"^factorial\(\) not defined for negative values$"):
        run(math.factorial, [3, -1, 4], engine="pool", n_workers=1)


def test_a_failure_of_the_kit_keeps_its_code_and_values() -> None:
    """An error that crossed a process can still be told in Indonesian."""
    error = OutputError("output_unwritable", path="a", reason="b")
    make, nothing = error.__reduce__()
    again = make(*nothing)
    assert (type(again), again.code, again.values, str(again)) == (
        OutputError,
        error.code,
        error.values,
        str(error),
    )


def test_no_part_starts_no_process() -> None:
    """Nothing to do is done."""
    assert run(len, [], engine="pool") == []


def test_less_than_one_process_is_refused() -> None:
    """Nobody cannot work."""
    with pytest.raises(ParameterError) as refused:
        run(len, ["a"], engine="pool", n_workers=0)
    assert str(refused.value) == "`n_workers` must be >= 1, got 0. Give a larger one."


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill"])
def test_the_processes_end_with_the_one_that_started_them(
    tmp_path: Path, end: signal.Signals
) -> None:
    """Ctrl-C and a kill of the first process leave none of the others at work."""
    script = tmp_path / "script.py"
    script.write_text(SLEEPER)
    (tmp_path / "pids").mkdir()
    process = subprocess.Popen(
        [sys.executable, script, tmp_path / "pids"], stderr=subprocess.PIPE, text=True
    )
    wait_until(lambda: len(list((tmp_path / "pids").iterdir())) == 2)
    pids = [int(path.name) for path in (tmp_path / "pids").iterdir()]
    assert all(map(is_alive, pids))
    os.kill(process.pid, end)
    process.communicate(timeout=20)
    wait_until(lambda: not any(map(is_alive, pids)))
