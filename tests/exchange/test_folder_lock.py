"""One writer at a time."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lapor_lab.errors import OutputError
from lapor_lab.exchange.folder_lock import folder_lock

HOLDER = """
import sys, time
from pathlib import Path
from lapor_lab.exchange.folder_lock import folder_lock

with folder_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_holder_is_refused_with_the_number_of_the_first(tmp_path: Path) -> None:
    """As long as a lock is held nobody else gets it; then it is free and leaves nothing."""
    out = tmp_path / "log"
    message = (
        f"{out}: is being written by another run (process {os.getpid()}). "
        "Wait until it has ended, or choose another name."
    )
    with (
        folder_lock(out),
        pytest.raises(OutputError, match=f"^{re.escape(message)}$"),
        folder_lock(out),
    ):
        pass
    assert list(tmp_path.iterdir()) == []
    with folder_lock(out), folder_lock(tmp_path / "other"):
        assert (tmp_path / ".log.lock").read_text() == str(os.getpid())


def test_the_lock_of_a_killed_process_locks_nobody_out(tmp_path: Path) -> None:
    """It is refused while that process runs and given once it has been killed."""
    out = tmp_path / "log"
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, out], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    with pytest.raises(OutputError, match=rf"\(process {process.pid}\)"), folder_lock(out):
        pass
    process.kill()
    process.communicate()
    assert (tmp_path / ".log.lock").read_text() == str(process.pid)
    with folder_lock(out):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    """Where no file can be made there is no lock."""
    out = tmp_path / "absent" / "log"
    message = f"{out}: cannot be written (No such file or directory). Choose another place."
    with pytest.raises(OutputError, match=f"^{re.escape(message)}$"), folder_lock(out):
        pass
