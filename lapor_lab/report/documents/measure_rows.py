"""Measures as documents explain them: name, formula, meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lapor_lab.metrics.catalogue import COMPARED_MEASURES, MEASURES
from lapor_lab.report.documents.prose import template_values
from lapor_lab.schema import label

__all__ = ["MONITORED", "MeasureRow", "measure_rows"]

# What is watched every quarter; both definitions of a followed-up report are among it.
MONITORED: Final = (
    "verified_within_limit",
    "first_followed_up_within_limit",
    "completed_within_limit",
    "followed_up_share",
    "followed_up_share_admissible",
    "closed_share",
    "closed_share_admissible",
    "archived_share",
    "first_follow_up_median_days",
    "completion_median_days",
    "backlog_share",
    "backlog_age_median_days",
    "misrouted_share",
    "reopened_share",
    "closed_by_system_share",
    "mean_rating",
)
_HIGHER: Final = "makin tinggi makin baik"
_LOWER: Final = "makin rendah makin baik"


@dataclass(frozen=True, kw_only=True)
class MeasureRow:
    """One measure as a document shows it.

    Parameters
    ----------
    id, name, formula, definition : str
        What it is.
    direction : str
        Which end is wanted.
    """

    id: str
    name: str
    formula: str
    definition: str
    direction: str


def measure_rows(measures: Sequence[str] = MONITORED) -> tuple[MeasureRow, ...]:
    """Explain measures.

    Parameters
    ----------
    measures : sequence of str, default=MONITORED
        Identifiers.

    Returns
    -------
    tuple of MeasureRow
        In the order of `measures`.

    Raises
    ------
    KeyError
        If a measure has no formula.

    Examples
    --------
    >>> measure_rows(["closed_share"])[0].formula
    'selesai ÷ semua laporan masuk'
    """
    definitions = template_values("definitions.html.jinja", "definitions")
    formulas = template_values("documents/formulas.md.jinja", "formulas")
    lower = {m.id for m in (*MEASURES, *COMPARED_MEASURES) if m.direction == "lower"}
    return tuple(
        MeasureRow(
            id=measure,
            name=label(f"measure.{measure}"),
            formula=formulas[measure],
            definition=definitions[measure],
            direction=_LOWER if measure in lower else _HIGHER,
        )
        for measure in measures
    )
