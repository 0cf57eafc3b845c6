"""From a log to a comparison."""

import pandas as pd
import pytest

from lapor_lab import metrics
from lapor_lab.calendar import load_calendar, load_limits
from lapor_lab.cli.comparison_options import FairRequest
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


def test_counting_is_done_once_and_divided_only_if_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """One count serves estimates and comparison; strata are those of --adjust."""
    asked: list[tuple[str, ...]] = []
    count = metrics.count_cases

    def counting(log: ComplaintLog, **options: object) -> metrics.Counts:
        asked.append(tuple(options["strata"]))  # type: ignore[arg-type]
        return count(log, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(metrics, "count_cases", counting)
    plain = run_comparison(load_sample(), by="institution", **RULES)
    request = FairRequest(adjust=("topic",))
    adjusted = run_comparison(load_sample(), by="institution", request=request, **RULES)

    assert asked == [(), ("topic",)]
    pd.testing.assert_frame_equal(plain.estimates, adjusted.estimates)
    assert adjusted.comparisons[0].adjusted_by == ("topic",)
    assert adjusted.fair_note == ""


def test_a_recap_takes_no_part_in_an_adjusted_comparison() -> None:
    """Totals tell no composition: unadjusted they are compared, adjusted they are left out."""
    recap = pd.DataFrame({"institution": ["Rekap"], "n": [900], "n_closed": [700]})
    options = {"by": "institution", "recap": recap, **RULES}
    measures = ("closed_share",)

    plain = run_comparison(load_sample(), request=FairRequest(measures=measures), **options)
    request = FairRequest(measures=measures, adjust=("topic",))
    adjusted = run_comparison(load_sample(), request=request, **options)

    assert "Rekap" in set(plain.comparisons[0].table["institution"])
    assert "Rekap" not in set(adjusted.comparisons[0].table["institution"])
    assert adjusted.notes[-1].startswith("1 instansi hanya memberi rekapitulasi")
    assert "Rekap" in set(adjusted.estimates["institution"])


def test_why_nothing_was_compared_is_said() -> None:
    """A source of which no main measure can be judged has no comparison, and a note."""
    cases = pd.DataFrame({"case_id": ["1"], "institution": ["A"], "submitted_at": ["2022-02-01"]})
    log = ComplaintLog(cases=cases, events=None, as_of=pd.Timestamp("2022-03-01"))

    report = run_comparison(log, by="institution", **RULES)

    assert report.comparisons == ()
    assert report.fair_note.startswith("Perbandingan yang adil belum dapat dibuat")
