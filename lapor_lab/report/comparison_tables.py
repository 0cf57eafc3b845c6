"""The tables of a comparison as text, in the width of a sheet of paper."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from lapor_lab.report.comparison_view import ComparisonView, MeasureView
from lapor_lab.report.page import limit_note
from lapor_lab.schema import (
    Availability,
    format_count,
    format_date,
    format_estimate,
    format_estimate_interval,
    label,
    translate,
)

__all__ = ["limit_table", "measure_table", "side_by_side_table"]


def measure_table(measure: MeasureView, grouping: str) -> pd.DataFrame:
    """Write a measure's estimates.

    Parameters
    ----------
    measure : MeasureView
        What is shown.
    grouping : str
        What makes the groups, in words.

    Returns
    -------
    DataFrame of shape (n_institutions, 6)
        Text.
    """
    columns = {
        grouping.capitalize(): [row["institution"] for row in measure.rows],
        label("column.estimate"): [_value(row) for row in measure.rows],
        label("report.interval"): [_interval(row) for row in measure.rows],
        label("report.fraction"): [_fraction(row) for row in measure.rows],
        measure.unknown_heading: [format_count(row["n_unknown"]) for row in measure.rows],
        label("column.availability"): [translate(row["availability"]) for row in measure.rows],
    }
    return pd.DataFrame(columns, dtype=object)


def side_by_side_table(
    columns: Mapping[str, Mapping[str, Mapping[str, Any]]],
    institutions: Sequence[str],
    grouping: str,
) -> pd.DataFrame:
    """Write measures beside each other, each value above its interval.

    Parameters
    ----------
    columns : mapping of str to mapping
        Rows by measure and institution.
    institutions : sequence of str
        Rows of the table.
    grouping : str
        What makes the groups, in words.

    Returns
    -------
    DataFrame of shape (n_institutions, n_measures + 1)
        Text.
    """
    table = {grouping.capitalize(): list(institutions)}
    for measure, rows in columns.items():
        table[label(f"measure.{measure}")] = [_cell(rows.get(name)) for name in institutions]
    return pd.DataFrame(table, dtype=object)


def limit_table(view: ComparisonView) -> pd.DataFrame:
    """Write the legal limits that the cases were held to.

    Parameters
    ----------
    view : ComparisonView
        What is shown.

    Returns
    -------
    DataFrame of shape (n_limits, 7)
        Text; the last column is the number of the note.
    """
    rows = [
        (
            label(f"stage.{limit.stage}"),
            limit.report_class or label("limit.all"),
            label("limit.working_days", n=limit.days),
            limit.legal_base,
            format_date(limit.berlaku_sejak),
            format_date(limit.diperiksa_pada) if limit.diperiksa_pada else label("limit.unchecked"),
            str(view.limit_notes.index(limit_note(limit)) + 1),
        )
        for limit in view.comparison.limits
    ]
    names = ("stage", "report_class", "days", "legal_base", "since", "checked", "note")
    return pd.DataFrame(rows, columns=[label(f"limit.{name}") for name in names], dtype=object)


def _value(row: Mapping[str, Any]) -> str:
    bounds = (row["lower"], row["upper"])
    return format_estimate(row["estimate"], row["measure"], row["availability"], bounds=bounds)


def _interval(row: Mapping[str, Any]) -> str:
    ends = (row["lower"], row["upper"])
    return format_estimate_interval(*ends, row["measure"], row["availability"])


def _fraction(row: Mapping[str, Any]) -> str:
    told = f"{format_count(row['numerator'])} / {format_count(row['denominator'])}"
    if row["availability"] != Availability.BOUNDS:
        return told
    return told + "\n" + label("report.undetermined", n=format_count(row["n_undetermined"]))


def _cell(row: Mapping[str, Any] | None) -> str:
    if row is None:
        return label("verdict.not_available")
    if row["availability"] != Availability.AVAILABLE:
        return _value(row)
    return f"{_value(row)}\n{_interval(row)}"
