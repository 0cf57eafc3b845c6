"""What an import did, for programs (import.json) and for readers (impor.html)."""

import dataclasses
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd

import lapor_lab
from lapor_lab.calendar import Limits, WorkingCalendar
from lapor_lab.exchange.imports.import_summary import FileFacts, ImportSummary
from lapor_lab.exchange.log_folder import read_recap_rows
from lapor_lab.metrics import Counts, count_cases, estimate, recap_counts
from lapor_lab.report.availability import count_availability
from lapor_lab.report.foreign_text import fit_counts, fit_name
from lapor_lab.report.import_page import import_html
from lapor_lab.report.output import write_atomically
from lapor_lab.report.remark_text import remark_sentence, remark_values
from lapor_lab.report.status_table import read_status_table

__all__ = ["IMPORT_DATA", "IMPORT_PAGE", "import_facts", "write_import_report"]

IMPORT_DATA: Final = "import.json"
IMPORT_PAGE: Final = "impor.html"


def import_facts(summary: ImportSummary, estimates: pd.DataFrame | None) -> dict[str, Any]:
    """Return what an import did as JSON can hold it.

    Parameters
    ----------
    summary : ImportSummary
        What came of the files.
    estimates : DataFrame of shape (n_estimates, 9) or None
        Estimates of the cases, of which only the availability is told; None where there are
        no cases.

    Returns
    -------
    dict
        Always the same keys in the same order. Names that files give are masked and cut;
        no cell of a case is among them.
    """
    return {
        "version": lapor_lab.__version__,
        "n_rows": summary.n_rows,
        "n_accepted": summary.n_accepted,
        "n_quarantined": summary.n_quarantined,
        "n_cases": summary.n_cases,
        "n_snapshots": summary.n_snapshots,
        "n_recap_rows": summary.n_recap_rows,
        "as_of": summary.as_of.isoformat(),
        "n_after_as_of": summary.n_after_as_of,
        "span": {"first": _moment(summary.first), "last": _moment(summary.last)},
        "quarantine": _reasons(summary.quarantine_reasons),
        "files": [_file_facts(file) for file in summary.files],
        "ignored_files": list(summary.ignored_files),
        "statuses": fit_counts(summary.statuses),
        "unknown_statuses": fit_counts(summary.unknown_statuses),
        "masked": dict(sorted(summary.masked.items())),
        "notes": dict(sorted(summary.notes.items())),
        "availability": count_availability(estimates),
        "remarks": [
            {"code": r.code, "text": remark_sentence(r), "values": remark_values(r)}
            for r in summary.remarks
        ],
        "key_fingerprint": summary.key_fingerprint,
        "provenance": dict(summary.provenance),
    }


def write_import_report(
    summary: ImportSummary,
    folder: Path,
    *,
    calendar: WorkingCalendar | None = None,
    limits: Limits | None = None,
    shown_as: Path | str = "",
) -> Path:
    """Write what an import did beside the cases that it made.

    Parameters
    ----------
    summary : ImportSummary
        What came of the files.
    folder : Path
        The log folder of the import; its cases are counted to tell what can be computed.
    calendar : WorkingCalendar or None, default=None
        Working days; the kit's own by default.
    limits : Limits or None, default=None
        Legal limits; the kit's own by default.
    shown_as : Path or str, default=""
        The folder as the page's commands should name it, where it will bear another name;
        `folder` if empty.

    Returns
    -------
    Path
        The page ``impor.html``; ``import.json`` lies beside it.

    Raises
    ------
    OutputError
        If the folder cannot be written to.
    """
    counts = _count(summary, folder, calendar, limits)
    estimates = None if counts is None else estimate(counts)
    facts = import_facts(summary, estimates)
    page = import_html(
        summary,
        facts,
        estimates=estimates,
        statuses=read_status_table(folder),
        folder=str(shown_as or folder),
    )
    text = json.dumps(facts, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    write_atomically(folder / IMPORT_DATA, text)
    write_atomically(folder / IMPORT_PAGE, page)
    return folder / IMPORT_PAGE


def _count(
    summary: ImportSummary,
    folder: Path,
    calendar: WorkingCalendar | None,
    limits: Limits | None,
) -> Counts | None:
    counts = None
    if summary.n_cases:
        counts = count_cases(folder, calendar=calendar, limits=limits)
    recap = read_recap_rows(folder)
    if recap is None:
        return counts
    if counts is None:
        return recap_counts(recap, as_of=summary.as_of)
    # Who stands in cases too would be counted twice.
    others = recap[~recap["institution"].isin(counts.institutions)]
    return counts + recap_counts(others, as_of=counts.as_of) if len(others) else counts


def _file_facts(file: FileFacts) -> dict[str, Any]:
    return {
        **{field.name: getattr(file, field.name) for field in dataclasses.fields(file)},
        "as_of": file.as_of.isoformat(),
        "as_of_origin": file.as_of_origin.value,
        "columns": {target: fit_name(name) for target, name in file.columns.items()},
        "columns_missing": list(file.columns_missing),
        "columns_ignored": [fit_name(name) for name in file.columns_ignored],
        "other_sheets": list(file.other_sheets),
    }


def _reasons(reasons: Mapping[str, int]) -> dict[str, int]:
    """Leave out what a reason quotes after its equals sign: a cell stands in quarantine only."""
    kinds: Counter[str] = Counter()
    for reason, n in reasons.items():
        kinds[reason.partition(" = ")[0]] += n
    return fit_counts(kinds)


def _moment(moment: pd.Timestamp | None) -> str | None:
    return None if moment is None else moment.isoformat()
