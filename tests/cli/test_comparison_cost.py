"""What a report of all institutions costs."""

import time
from pathlib import Path

import pytest

from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.cli.comparison_options import FairRequest
from lapor_lab.cli.comparison_run import run_comparison
from lapor_lab.report import write_comparison
from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic import load_scenario, make_complaint_log

# The bound of the kit. Where it was written it took 9 (usual) and 15 (adjusted, by kind).
MOST_SECONDS = 20.0
# A plain loop of Python that took a second there.
N_REFERENCE = 16_000_000


@pytest.fixture(scope="module")
def log() -> ComplaintLog:
    """60,000 reports of 679 institutions."""
    return make_complaint_log(load_scenario("nasional"), n_cases=60_000)


def reference_seconds() -> float:
    """Return the CPU time of a loop, by which machines differ."""
    start = time.process_time()
    total = 0
    for number in range(N_REFERENCE):
        total += number
    assert total
    return time.process_time() - start


@pytest.mark.verify
@pytest.mark.parametrize(
    "request_",
    [FairRequest(), FairRequest(adjust=("topic", "report_class"), peers="kind")],
    ids=["usual", "adjusted"],
)
def test_679_institutions_cost_less_than_twenty_seconds(
    log: ComplaintLog, tmp_path: Path, request_: FairRequest
) -> None:
    """Counting, comparing and writing the page with its pictures stay within the bound."""
    rules = {"calendar": load_calendar(), "limits": load_limits()}
    scale = max(1.0, reference_seconds())

    start = time.process_time()
    report = run_comparison(log, by="institution", request=request_, **rules)
    write_comparison(report, tmp_path / "nasional.html")
    seconds = time.process_time() - start

    assert len(report.comparisons[0].table) == 679
    assert seconds < MOST_SECONDS * scale
