"""From a log to a comparison: what `compare` and `demo` share."""

from dataclasses import asdict, dataclass
from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Final

from lapor_lab.cli.comparison_options import FairRequest

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.calendar import Limits, WorkingCalendar
    from lapor_lab.metrics import Counts
    from lapor_lab.report import ComparisonReport
    from lapor_lab.schema import ComplaintLog

__all__ = ["SCREEN_MEASURES", "LeftOut", "run_comparison"]

SCREEN_MEASURES: Final = (
    "verified_within_limit",
    "first_followed_up_within_limit",
    "completed_within_limit",
    "followed_up_share",
    "closed_share",
    "archived_share",
)


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """What of a source was not counted.

    Parameters
    ----------
    n_after_as_of : int, default=0
        Cases that came later.
    n_quarantined : int, default=0
        Rows that could not be used.
    quarantine_path : str, default=""
        Where those rows stand.
    """

    n_after_as_of: int = 0
    n_quarantined: int = 0
    quarantine_path: str = ""


def run_comparison(
    log: "ComplaintLog",
    *,
    by: str,
    calendar: "WorkingCalendar",
    limits: "Limits",
    left_out: LeftOut | None = None,
    recap: "pd.DataFrame | None" = None,
    request: FairRequest | None = None,
) -> "ComparisonReport":
    """Count once, estimate, compare, and say what must be said beside it.

    Parameters
    ----------
    log : ComplaintLog
        A log as of its own moment.
    by : str
        Column to group by.
    calendar : WorkingCalendar
        Working days.
    limits : Limits
        Legal limits.
    left_out : LeftOut or None, default=None
        What of the source is not in the log.
    recap : DataFrame of shape (n_institutions, n_columns) or None, default=None
        Totals of institutions of which no case is given; compared by institution only, and
        fairly only where nothing is adjusted for.
    request : FairRequest or None, default=None
        What shall be compared fairly; the first main measure that can be by default.

    Returns
    -------
    ComparisonReport
        Ready to be written.
    """
    from lapor_lab.cli.fair_run import compare_fairly
    from lapor_lab.metrics import count_cases, estimate
    from lapor_lab.report import ComparisonReport
    from lapor_lab.schema import label

    asked = FairRequest() if request is None else request
    counted = (
        count_cases(log, by=by, strata=asked.adjust, calendar=calendar, limits=limits)
        if len(log.cases)
        else None
    )
    totals = None if recap is None or by != "institution" else _recap_counts(log, recap)
    wholes = [part.total() for part in (counted, totals) if part is not None]
    plain = reduce(add, wholes)
    estimates = estimate(plain)
    source = counted if asked.adjust else plain
    fair = () if source is None else compare_fairly(source, estimates, asked, log.provenance)
    notes = []
    if limits.is_unverified(log.cases["submitted_at"].to_numpy()).any():
        notes.append(label("limits.unverified"))
    if asked.adjust and totals is not None:
        notes.append(label("fair.recap_left_out", n=len(totals.institutions)))
    first, last = _span(log)
    return ComparisonReport(
        estimates=estimates,
        by=by,
        as_of=log.as_of,
        source=log.provenance.get("source", ""),
        provenance=log.provenance,
        n_cases=len(log.cases),
        **asdict(left_out or LeftOut()),
        calendar_version=calendar.version,
        calendar_note=_calendar_note(calendar, range(first.year, log.as_of.year + 1)),
        limits=limits.in_force(last.date()),
        notes=tuple(notes),
        comparisons=fair,
        fair_note="" if fair else label("fair.nothing"),
        weights=asked.weights,
    )


def _recap_counts(log: "ComplaintLog", recap: "pd.DataFrame") -> "Counts | None":
    from lapor_lab.metrics import recap_counts

    # An institution that gives its cases is not counted by its totals as well.
    others = recap[~recap["institution"].isin(log.cases["institution"])]
    return recap_counts(others, as_of=log.as_of) if len(others) else None


def _span(log: "ComplaintLog") -> "tuple[pd.Timestamp, pd.Timestamp]":
    submitted = log.cases["submitted_at"]
    return (submitted.min(), submitted.max()) if len(submitted) else (log.as_of, log.as_of)


def _calendar_note(calendar: "WorkingCalendar", years: range) -> str:
    from lapor_lab.schema import label

    estimated = [str(year) for year in calendar.estimated_years if year in years]
    return label("calendar.estimated", years=", ".join(estimated)) if estimated else ""
