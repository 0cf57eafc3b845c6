"""From a log to a comparison."""

import pandas as pd

from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.cli.comparison_run import run_comparison
from lapor_lab.exchange import load_sample
from lapor_lab.schema import ComplaintLog

RULES = {"calendar": load_calendar(), "limits": load_limits()}


def test_limits_and_calendar_stand_beside_the_estimates() -> None:
    """The page can say by which rules it judged, and that synthetic is synthetic."""
    comparison = run_comparison(load_sample(), by="institution", **RULES)

    assert comparison.is_synthetic
    assert {limit.days for limit in comparison.limits} >= {3, 5, 14, 60}
    assert comparison.calendar_version.startswith("holidays 0.109")
    assert comparison.notes == ()


def test_later_cases_rest_on_limits_that_nobody_verified() -> None:
    """After PermenPANRB 5/2025, and in a year of estimated holidays, the page says so."""
    cases = pd.DataFrame({"case_id": ["1"], "institution": ["A"], "submitted_at": ["2027-02-01"]})
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2027-03-01"))

    comparison = run_comparison(log, by="institution", **RULES)

    assert "belum diverifikasi" in " ".join(comparison.notes)
    assert comparison.calendar_note == "Hari libur tahun 2027 sebagian masih perkiraan."
