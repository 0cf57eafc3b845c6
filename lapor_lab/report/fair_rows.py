"""Rows of a comparison's tables, as text."""

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from lapor_lab.schema import (
    JUDGED,
    Availability,
    Scale,
    Verdict,
    format_count,
    format_estimate,
    format_estimate_interval,
    format_number,
    format_share,
    label,
    scale_of,
    translate,
)

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["UNTOLD", "missing_rows", "verdict_rows", "verdict_words"]

UNTOLD: Final = "–"
_MARKS: Final = {
    Verdict.ABOVE: "▲", Verdict.BELOW: "▼", Verdict.NOT_DISTINGUISHABLE: "●",
}  # fmt: skip
_TEXTS: Final = frozenset({
    "institution", "peer_group", "availability", "tier", "verdict", "reason", "is_suppressed",
})  # fmt: skip


def verdict_rows(comparison: "Comparison") -> list[dict[str, Any]]:
    """Write each institution's row: values with their intervals, verdict, ranks.

    Parameters
    ----------
    comparison : Comparison
        What to show.

    Returns
    -------
    list of dict
        In the order of the alphabet. What was not judged, or whose counts are withheld, has
        dashes; `mark` is empty where an institution has no verdict.
    """
    return [_verdict_row(row, comparison.measure) for row in _records(comparison.table)]


def verdict_words(verdict: str, availability: str) -> str:
    """Write a verdict, or why there is none.

    Parameters
    ----------
    verdict : str
        A value of `Verdict`.
    availability : str
        A value of `Availability`, which is said where the measure has no value.

    Returns
    -------
    str
        Words.

    Examples
    --------
    >>> verdict_words("insufficient", "tersedia"), verdict_words("not_available", "hanya batas")
    ('data belum memadai', 'hanya batas')
    """
    if verdict == Verdict.NOT_AVAILABLE:
        return translate(availability)
    return label(f"verdict.{verdict}")


def missing_rows(comparison: "Comparison") -> list[dict[str, Any]]:
    """Write what is not known of each institution.

    Parameters
    ----------
    comparison : Comparison
        What to show.

    Returns
    -------
    list of dict
        In the order of the alphabet.
    """
    rows = comparison.missing.sort_values("institution", key=lambda names: names.str.casefold())
    return [
        {
            "institution": row["institution"],
            **{name: format_count(row[name]) for name in ("n", "denominator", "n_unknown")},
            "unknown_share": "" if math.isnan(row["unknown_share"])
            else format_share(row["unknown_share"]),
            "column_shares": [
                format_share(row[f"{name}_missing_share"]) for name in comparison.adjusted_by
            ],
            "availability": translate(row["availability"]),
        }
        for row in _records(rows)
    ]  # fmt: skip


def _verdict_row(row: Mapping[str, Any], measure: str) -> dict[str, Any]:
    # Where all are alike, none can be told apart: a verdict, but nothing to rank or adjust.
    is_judged = row["verdict"] in _MARKS and not math.isnan(row["rank_low"])
    fraction = [format_count(row[name]) for name in ("numerator", "denominator")]
    if scale_of(measure) is Scale.RATING:
        # Stars have no numerator.
        fraction = fraction[1:]
    return {
        "institution": row["institution"],
        "peer_group": row["peer_group"],
        "verdict": verdict_words(row["verdict"], row["availability"]),
        "reason": row["reason"],
        "mark": _MARKS.get(row["verdict"], ""),
        "is_muted": row["verdict"] not in JUDGED,
        "is_bounded": row["availability"] == Availability.BOUNDS,
        "fraction": " / ".join(fraction),
        "crude": format_estimate(
            row["crude"],
            measure,
            row["availability"],
            bounds=(row["crude_lower"], row["crude_upper"]),
        ),
        "crude_interval": _interval(row, "crude", measure)
        if row["availability"] == Availability.AVAILABLE
        else "",
        **_judged_values(row, measure, is_judged=is_judged),
    }


def _judged_values(row: Mapping[str, Any], measure: str, *, is_judged: bool) -> dict[str, str]:
    values = {}
    for name in ("adjusted", "shrunken"):
        value = format_estimate(row[name], measure, Availability.AVAILABLE)
        values[name] = value if is_judged else UNTOLD
        values[f"{name}_interval"] = _interval(row, name, measure) if is_judged else ""
    ends = (row["rank_low"], row["rank_high"], row["n_ranked"])
    told = [format_count(end) for end in ends]
    return values | {
        "ranks": label("fair.ranks", low=told[0], high=told[1], n=told[2]) if is_judged else UNTOLD,
        "tier": label(f"tier.{row['tier']}") if is_judged else "",
        "smallest_effect": _effect(row["smallest_effect"], measure) if is_judged else UNTOLD,
        "n_to_benchmark": format_count(row["n_to_benchmark"]) if is_judged else UNTOLD,
    }


def _interval(row: Mapping[str, Any], name: str, measure: str) -> str:
    return format_estimate_interval(row[f"{name}_lower"], row[f"{name}_upper"], measure)


def _effect(value: float, measure: str) -> str:
    if math.isnan(value):
        return label("fair.effect_unseen")
    scale = scale_of(measure)
    if scale is Scale.SHARE:
        return label("fair.points", value=format_number(100 * value))
    return format_number(value, 2 if scale is Scale.RATING else 1)


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    # A column of which nobody has a value may hold any kind of nothing.
    numbers = {name: "float64" for name in table if name not in _TEXTS}
    return [
        {str(name): value for name, value in row.items()}
        for row in table.astype(numbers).to_dict("records")
    ]
