"""The page of an import: what came in, what did not, and what can be said of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from lapor_lab.exchange.imports.import_summary import ImportSummary
from lapor_lab.plots import plot_shares
from lapor_lab.plots.palette import BLUE, GREEN, INK, MUTED, VERMILLION
from lapor_lab.report.foreign_text import fit_name
from lapor_lab.report.page import cover_notices, is_synthetic, render_page, scenario_caption
from lapor_lab.report.picture import Picture, draw_picture
from lapor_lab.report.quarantine_advice import mending_advice
from lapor_lab.report.remark_text import group_remarks
from lapor_lab.report.status_table import STATUS_GROUPS, StatusTable
from lapor_lab.schema import Availability, Status, label

__all__ = ["ColumnsView", "import_html"]

# More bars than this make a picture that nobody reads; the tables hold all of them.
_MAX_DRAWN: Final = 30
_ALWAYS: Final = ("notice.not_official_evaluation", "notice.masking")
_STATUS_COLOURS: Final = dict(
    zip(STATUS_GROUPS, (BLUE, BLUE, BLUE, BLUE, GREEN, VERMILLION, MUTED, INK), strict=True)
)
# Under this name the import counts texts of confidential reports, which it keeps nothing of.
_WITHHELD: Final = "RAHASIA"
# What is missing most often, and what hangs on it.
_LACKS: Final = {
    "times": ("responded_at", "completed_at", "closed_at"),
    "status": ("status",),
    "rating": ("rating",),
}


@dataclass(frozen=True)
class ColumnsView:
    """Columns of the tables that have the same ones.

    Parameters
    ----------
    layout : str
        What kind of table it is.
    files : tuple of str
        Names of the files.
    found : tuple of (str, str)
        What each column holds, and its name in the file.
    missing, ignored : tuple of str
        What no column holds, and columns that are not used.
    """

    layout: str
    files: tuple[str, ...]
    found: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    ignored: tuple[str, ...]


def import_html(
    summary: ImportSummary,
    facts: Mapping[str, Any],
    *,
    estimates: pd.DataFrame | None,
    statuses: StatusTable,
    folder: str,
) -> str:
    """Write an import as a page that needs no other file.

    Parameters
    ----------
    summary : ImportSummary
        What came of the files.
    facts : mapping
        The same as `import_facts` gives it: names of the files' own masked and cut.
    estimates : DataFrame of shape (n_estimates, 9) or None
        Estimates of the cases; None where there are none.
    statuses : StatusTable
        Cases by institution and status.
    folder : str
        The folder as the page's commands name it.

    Returns
    -------
    str
        HTML.
    """
    is_made_up = is_synthetic(summary.provenance)
    notes = {"is_synthetic": is_made_up, "caption": scenario_caption(summary.provenance)}
    official = {status.value for status in Status}
    return render_page(
        "import.html.jinja",
        title=label("import.title"),
        summary=summary,
        facts=facts,
        notices=cover_notices(summary.provenance, always=_ALWAYS),
        is_synthetic=is_made_up,
        remarks=group_remarks(summary.remarks),
        adds_up=summary.n_accepted + summary.n_quarantined == summary.n_rows,
        lacks=_count_lacks(summary),
        bounds=_bounds_of_largest(estimates),
        states=_states(facts["availability"]),
        availability=facts["availability"],
        columns=_columns(facts["files"]),
        has_sheets=any(file["sheet"] for file in facts["files"]),
        file_picture=_file_picture(summary, notes),
        mending={reason: mending_advice(reason) for reason in facts["quarantine"]},
        statuses=statuses,
        status_rows=_status_rows(statuses),
        status_groups=statuses.used_groups,
        status_picture=_status_picture(statuses, notes),
        masked={kind: n for kind, n in facts["masked"].items() if kind != _WITHHELD},
        n_withheld=facts["masked"].get(_WITHHELD, 0),
        unofficial=[name for name in facts["statuses"] if name not in official],
        are_unofficial_counted=not statuses.counts["untold"].isna().any(),
        note_names={code: label(f"import.note.{code}") for code, n in facts["notes"].items() if n},
        folder=f'"{folder}"' if " " in folder else folder,
        max_drawn=_MAX_DRAWN,
    )


def _count_lacks(summary: ImportSummary) -> dict[str, tuple[int, int]]:
    """Count the tables of cases that lack something, beside all of them."""
    tables = [set(file.columns) for file in summary.files if "case_id" in file.columns]
    return {
        name: (sum(not columns & set(targets) for columns in tables), len(tables))
        for name, targets in _LACKS.items()
    }


def _bounds_of_largest(estimates: pd.DataFrame | None) -> list[dict[str, Any]]:
    """Return the bounds of the institution that most cases are asked of."""
    if estimates is None:
        return []
    rows = estimates[estimates["availability"] == Availability.BOUNDS]
    if rows.empty:
        return []
    largest = rows.sort_values("denominator", kind="stable")["institution"].iloc[-1]
    records = rows[rows["institution"] == largest].to_dict("records")
    named = [{str(name): value for name, value in row.items()} for row in records]
    return [row | {"institution": fit_name(row["institution"])} for row in named]


def _states(availability: Mapping[str, Mapping[str, int]]) -> list[str]:
    found = {state for states in availability.values() for state in states}
    return [state.value for state in Availability if state.value in found]


def _columns(files: Iterable[Mapping[str, Any]]) -> list[ColumnsView]:
    """Put tables of the same columns together: eighty exports are of a few layouts."""
    names: dict[tuple[Any, ...], list[str]] = {}
    for file in files:
        found = tuple((_target(name), column) for name, column in file["columns"].items())
        missing = tuple(_target(name) for name in file["columns_missing"])
        key = (file["layout"], found, missing, tuple(file["columns_ignored"]))
        names.setdefault(key, []).append(file["file"])
    return [
        ColumnsView(layout, tuple(dict.fromkeys(files)), found, missing, ignored)
        for (layout, found, missing, ignored), files in names.items()
    ]


def _target(name: str) -> str:
    return label(f"target.{name}")


def _file_picture(summary: ImportSummary, notes: Mapping[str, Any]) -> Picture | None:
    """Draw accepted and quarantined rows by file; nothing where all were accepted."""
    files = [file for file in summary.files if file.n_rows][:_MAX_DRAWN]
    if not any(file.n_quarantined for file in files):
        return None
    shares = pd.DataFrame(
        [[f.n_accepted / f.n_rows, f.n_quarantined / f.n_rows] for f in files],
        index=[f"{file.file} ({file.sheet})" if file.sheet else file.file for file in files],
        columns=[label("import.part.accepted"), label("import.part.quarantined")],
    )
    return draw_picture(
        lambda ax: plot_shares(shares, (BLUE, VERMILLION), ax=ax, **notes),
        width_inches=9,
        height_inches=_height(len(files), **notes),
        alt=label("import.alt_files", n=len(files)),
    )


def _status_rows(statuses: StatusTable) -> list[dict[str, Any]]:
    """Put the table's columns together, None where a number is hidden."""
    table = statuses.counts.assign(
        n=statuses.totals,
        closed_share=statuses.closed_share,
        archived_share=statuses.archived_share,
    ).astype(object)
    rows = table.where(table.notna(), None).reset_index().to_dict("records")
    return [{str(name): value for name, value in row.items()} for row in rows]


def _status_picture(statuses: StatusTable, notes: Mapping[str, Any]) -> Picture | None:
    groups = statuses.used_groups
    shares = statuses.shares[groups].head(_MAX_DRAWN)
    if shares.empty:
        return None
    drawn = shares.rename(columns={group: label(f"import.status.{group}") for group in groups})
    colours = [_STATUS_COLOURS[group] for group in groups]
    return draw_picture(
        lambda ax: plot_shares(drawn, colours, ax=ax, **notes),
        width_inches=9,
        height_inches=_height(len(shares), **notes),
        alt=label("import.alt_statuses", n=len(shares)),
    )


def _height(n_rows: int, *, is_synthetic: bool, caption: str) -> float:
    return 1.3 + 0.42 * n_rows + (0.35 if is_synthetic or caption else 0)
