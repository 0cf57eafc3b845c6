"""A comparison as plain numbers, for other programs: CSV and JSON."""

import dataclasses
import json
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from lapor_lab.exchange.imports.formula_guard import guard_formulas
from lapor_lab.report.comparison_report import ComparisonReport
from lapor_lab.report.fair_profile import find_composite, find_profile
from lapor_lab.report.page import cover_notices
from lapor_lab.schema import ESTIMATES, Availability, label

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["CSV_FORMS", "comparison_csv", "comparison_json", "verdicts_csv"]

_COLUMNS = [column.name for column in ESTIMATES]
_TABLES: Final = ("estimates", "limits", "comparisons", "weights")
# Mark at the beginning, sign between cells, decimal sign.
CSV_FORMS: Final = {"plain": ("", ",", "."), "id": ("\ufeff", ";", ",")}
_NAMES: Final = ("institution", "peer_group")
_ENDS: Final = {
    Availability.AVAILABLE.value: "estimate.ends_interval",
    Availability.BOUNDS.value: "estimate.ends_bounds",
}


def comparison_csv(comparison: ComparisonReport, *, form: str = "plain") -> str:
    """Write the estimates as CSV: no thousands mark, missing is empty.

    Parameters
    ----------
    comparison : ComparisonReport
        What to write.
    form : {"plain", "id"}, default="plain"
        ``plain`` for programs: comma and decimal point. ``id`` for an Excel that is set to
        Indonesian: semicolon and decimal comma, and the mark of UTF-8 at the beginning.

    Returns
    -------
    str
        A header and one line an estimate. An end that is not reached is empty too. A name that
        a spreadsheet would run as a formula has an apostrophe before it.
    """
    return _csv(comparison.estimates[_COLUMNS], form)


def verdicts_csv(comparison: ComparisonReport, *, form: str = "plain") -> str:
    """Write the verdicts of all compared measures as CSV, in the same form.

    Parameters
    ----------
    comparison : ComparisonReport
        What to write; with one comparison at least.
    form : {"plain", "id"}, default="plain"
        As for `comparison_csv`.

    Returns
    -------
    str
        A header and one line a measure and institution: `measure, direction, adjusted_by` and
        the columns of a comparison's table.
    """
    tables = [
        found.table.assign(
            measure=found.measure,
            direction=found.direction,
            adjusted_by=" ".join(found.adjusted_by),
        )
        for found in comparison.comparisons
    ]
    joined = pd.concat(tables, ignore_index=True)
    first = ["measure", "direction", "adjusted_by"]
    return _csv(joined[[*first, *(name for name in joined if name not in first)]], form)


def comparison_json(comparison: ComparisonReport) -> str:
    """Write estimates, comparisons and metadata as JSON; missing is null.

    Parameters
    ----------
    comparison : ComparisonReport
        What to write.

    Returns
    -------
    str
        An object with `metadata`, `estimates`, `comparisons`, `profile` and `composite`. The
        metadata say by availability what `lower` and `upper` are. Each comparison is whole:
        table, limits, dispersion, checks and what is missing. The profile is empty where fewer
        than two measures were compared; the composite is null where no weights were given.
    """
    metadata = {
        field.name: getattr(comparison, field.name)
        for field in dataclasses.fields(comparison)
        if field.name not in _TABLES
    }
    metadata |= {
        "as_of": comparison.as_of.isoformat(),
        "provenance": dict(comparison.provenance),
        "is_synthetic": comparison.is_synthetic,
        "notices": cover_notices(comparison.provenance, always=("notice.not_official_evaluation",)),
        "lower_upper": {kind: label(key) for kind, key in _ENDS.items()},
        "limits": [dataclasses.asdict(limit) for limit in comparison.limits],
    }
    found, weights = comparison.comparisons, comparison.weights
    profile = find_profile(found)
    content = {
        "metadata": metadata,
        "estimates": _records(comparison.estimates[_COLUMNS]),
        "comparisons": [_comparison(one) for one in found],
        "profile": _records(profile),
        "composite": {
            "note": label("fair.composite_note"),
            "weights": dict(weights),
            "scores": _records(find_composite(profile, weights)),
        }
        if weights
        else None,
    }
    return json.dumps(content, ensure_ascii=False, indent=2, default=str, allow_nan=False) + "\n"


def _comparison(found: "Comparison") -> dict[str, Any]:
    return {
        "measure": found.measure,
        "direction": found.direction,
        "by": found.by,
        "adjusted_by": list(found.adjusted_by),
        "peers": found.peers,
        "is_target_given": found.is_target_given,
        "is_refused": found.is_refused,
        "checks": [dataclasses.asdict(check) for check in found.checks],
        **{
            name: _records(getattr(found, name))
            for name in ("table", "limits", "dispersion", "missing")
        },
    }


def _records(table: pd.DataFrame | None) -> list[dict[str, Any]]:
    if table is None:
        return []
    plain = table.replace([np.inf, -np.inf], np.nan).astype(object)
    return [
        {str(name): value for name, value in row.items()}
        for row in plain.where(plain.notna(), None).to_dict("records")
    ]


def _csv(table: pd.DataFrame, form: str) -> str:
    mark, separator, decimal = CSV_FORMS[form]
    told = table.replace([np.inf, -np.inf], np.nan)
    for name in _NAMES:
        if name in told:
            on_one_line = told[name].astype("string").str.split().str.join(" ")
            told = told.assign(**{name: guard_formulas(on_one_line)})
    return mark + told.to_csv(
        index=False, float_format="%.15g", lineterminator="\n", sep=separator, decimal=decimal
    )
