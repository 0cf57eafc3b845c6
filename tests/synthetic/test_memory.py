"""A log of any size is made in the memory of one part."""

import subprocess
import sys
from pathlib import Path

import pytest

MAKE = """
import re, sys
from pathlib import Path
from lapor_lab.synthetic import generate, load_scenario

scenario = load_scenario("kementerian")
if int(sys.argv[2]):
    generate(scenario, Path(sys.argv[1]), n_cases=int(sys.argv[2]))
else:
    from lapor_lab.synthetic.export_files import write_export_files
    log = Path(sys.argv[1])
    write_export_files(log, log / "ekspor", kind="csv", n_weeks=1)
# Not the resource module's: that begins with the memory of whoever started the process.
print(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])
"""


def peak_memory(out: Path, n_cases: int) -> int:
    """Make a log of so many cases, or exports of one for none; return the peak in kilobytes."""
    done = subprocess.run(
        [sys.executable, "-c", MAKE, out, str(n_cases)], capture_output=True, text=True, check=True
    )
    return int(done.stdout)


@pytest.mark.verify
@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak as Linux tells it")
def test_five_million_complaints_take_the_memory_of_half_a_million(tmp_path: Path) -> None:
    """Ten times the complaints raise the peak by a fifth at most."""
    few = peak_memory(tmp_path / "few", 500_000)
    assert peak_memory(tmp_path / "many", 5_000_000) <= 1.2 * few


@pytest.mark.verify
@pytest.mark.skipif(sys.platform != "linux", reason="reads the peak as Linux tells it")
def test_exports_of_many_parts_take_the_memory_of_few(tmp_path: Path) -> None:
    """Rows are written as they are read: three times the complaints, the same memory."""
    peaks = []
    for name, n_cases in (("few", 150_000), ("many", 450_000)):
        peak_memory(tmp_path / name, n_cases)
        peaks.append(peak_memory(tmp_path / name, 0))
    assert peaks[1] <= 1.2 * peaks[0]
