"""From a log to a comparison: what `compare` and `demo` share."""

from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import pandas as pd

    from lapor_lab.calendar import Limits, WorkingCalendar
    from lapor_lab.report import ComparisonReport
    from lapor_lab.schema import ComplaintLog

__all__ = ["SCREEN_MEASURES", "run_comparison"]

SCREEN_MEASURES: Final = (
    "verified_within_limit",
    "first_followed_up_within_limit",
    "completed_within_limit",
    "followed_up_share",
    "closed_share",
    "archived_share",
)


def run_comparison(
    log: "ComplaintLog",
    *,
    by: str,
    calendar: "WorkingCalendar",
    limits: "Limits",
    n_after_as_of: int = 0,
    n_quarantined: int = 0,
    quarantine_path: str = "",
    recap: "pd.DataFrame | None" = None,
) -> "ComparisonReport":
    """Count, estimate, and say what must be said beside the estimates.

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
    n_after_as_of : int, default=0
        Cases left out because they came later.
    n_quarantined : int, default=0
        Rows of the source that could not be used.
    quarantine_path : str, default=""
        Where those rows stand.
    recap : DataFrame of shape (n_institutions, n_columns) or None, default=None
        Totals of institutions of which no case is given; compared by institution only.

    Returns
    -------
    ComparisonReport
        Ready to be written.
    """
    from lapor_lab.metrics import count_cases, estimate, recap_counts
    from lapor_lab.report import ComparisonReport
    from lapor_lab.schema import label

    parts = []
    if len(log.cases):
        parts.append(count_cases(log, by=by, calendar=calendar, limits=limits))
    if recap is not None and by == "institution":
        # An institution that gives its cases is not counted by its totals as well.
        others = recap[~recap["institution"].isin(log.cases["institution"])]
        if len(others):
            parts.append(recap_counts(others, as_of=log.as_of))
    counts = reduce(add, parts)
    submitted = log.cases["submitted_at"]
    days = (submitted.min(), submitted.max()) if len(submitted) else (log.as_of, log.as_of)
    years = range(days[0].year, log.as_of.year + 1)
    estimated = [str(year) for year in calendar.estimated_years if year in years]
    note = label("calendar.estimated", years=", ".join(estimated)) if estimated else ""
    notes = []
    if limits.is_unverified(submitted.to_numpy()).any():
        notes.append(label("limits.unverified"))
    return ComparisonReport(
        estimates=estimate(counts),
        by=by,
        as_of=log.as_of,
        source=log.provenance.get("source", ""),
        provenance=log.provenance,
        n_cases=len(log.cases),
        n_after_as_of=n_after_as_of,
        n_quarantined=n_quarantined,
        quarantine_path=quarantine_path,
        calendar_version=calendar.version,
        calendar_note=note,
        limits=limits.in_force(days[1].date()),
        notes=tuple(notes),
    )
