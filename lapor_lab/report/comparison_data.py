"""A comparison as plain numbers, for other programs: CSV and JSON."""

import dataclasses
import json
from typing import Final

import numpy as np

from lapor_lab.exchange.imports.formula_guard import guard_formulas
from lapor_lab.report.comparison_report import ComparisonReport
from lapor_lab.report.page import cover_notices
from lapor_lab.schema import ESTIMATES, Availability, label

__all__ = ["comparison_csv", "comparison_json"]

_COLUMNS = [column.name for column in ESTIMATES]
_ENDS: Final = {
    Availability.AVAILABLE.value: "estimate.ends_interval",
    Availability.BOUNDS.value: "estimate.ends_bounds",
}


def comparison_csv(comparison: ComparisonReport) -> str:
    """Write the estimates as CSV: decimal point, no thousands mark, missing is empty.

    Parameters
    ----------
    comparison : ComparisonReport
        What to write.

    Returns
    -------
    str
        A header and one line an estimate. An end that is not reached is empty too. A name that
        a spreadsheet would run as a formula has an apostrophe before it.
    """
    table = comparison.estimates[_COLUMNS].replace([np.inf, -np.inf], np.nan)
    on_one_line = table["institution"].astype("string").str.split().str.join(" ")
    table = table.assign(institution=guard_formulas(on_one_line))
    return table.to_csv(index=False, float_format="%.15g", lineterminator="\n")


def comparison_json(comparison: ComparisonReport) -> str:
    """Write estimates and metadata as JSON; missing is null.

    Parameters
    ----------
    comparison : ComparisonReport
        What to write.

    Returns
    -------
    str
        An object with `metadata` and `estimates`; the metadata say by availability what
        `lower` and `upper` are.
    """
    table = comparison.estimates[_COLUMNS].replace([np.inf, -np.inf], np.nan).astype(object)
    metadata = {
        field.name: getattr(comparison, field.name)
        for field in dataclasses.fields(comparison)
        if field.name not in {"estimates", "limits", "comparisons"}
    }
    metadata |= {
        "as_of": comparison.as_of.isoformat(),
        "provenance": dict(comparison.provenance),
        "is_synthetic": comparison.is_synthetic,
        "notices": cover_notices(comparison.provenance, always=("notice.not_official_evaluation",)),
        "lower_upper": {kind: label(key) for kind, key in _ENDS.items()},
        "limits": [dataclasses.asdict(limit) for limit in comparison.limits],
    }
    records = table.where(table.notna(), None).to_dict("records")
    content = {"metadata": metadata, "estimates": records}
    return json.dumps(content, ensure_ascii=False, indent=2, default=str, allow_nan=False) + "\n"
