"""What can be read from a comparison, as facts; the templates put them into sentences."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from lapor_lab.report.measure_families import MAIN_MEASURES
from lapor_lab.schema import Availability

__all__ = ["Facts", "Spread", "find_facts"]

Row = dict[Hashable, Any]
# More sentences of one kind are not read.
_MAX_SPREADS: Final = 2


@dataclass(frozen=True)
class Spread:
    """The lowest and the highest estimate of a measure.

    Parameters
    ----------
    lowest, highest : dict
        Rows of the estimates.
    are_overlapping : bool
        Whether their intervals share a value, so that the two cannot be told apart yet.
    """

    lowest: Row
    highest: Row
    are_overlapping: bool


@dataclass(frozen=True)
class Facts:
    """What a comparison says and does not say.

    Parameters
    ----------
    n_institutions : int
        Groups compared.
    n_measures : int
        Measures asked for.
    available : tuple of str
        Measures that at least one institution has an estimate of.
    absent : dict of str to tuple of str
        Measures that none has, by reason.
    partial : dict of str to int
        Institutions without estimate, by measure, where some have one.
    within_limit : dict of str to int
        Cases still open within the limit, by measure.
    spreads : tuple of Spread
        Of the first main measures with at least two estimates.
    """

    n_institutions: int
    n_measures: int
    available: tuple[str, ...]
    absent: dict[str, tuple[str, ...]]
    partial: dict[str, int]
    within_limit: dict[str, int]
    spreads: tuple[Spread, ...]


def find_facts(estimates: pd.DataFrame, order: Iterable[str]) -> Facts:
    """Find what can be read from estimates.

    Parameters
    ----------
    estimates : DataFrame of shape (n_estimates, 9)
        Columns of `ESTIMATES`.
    order : iterable of str
        Measures in the order of the page.

    Returns
    -------
    Facts
        Counts and extremes; no ranks.
    """
    by_measure = dict(list(estimates.groupby("measure")))
    ordered = [measure for measure in order if measure in by_measure]
    has_estimate = {
        measure: by_measure[measure]["availability"] == Availability.AVAILABLE
        for measure in ordered
    }
    available = tuple(measure for measure in ordered if has_estimate[measure].any())
    absent: dict[str, tuple[str, ...]] = {}
    for measure in ordered:
        if measure not in available:
            reason = by_measure[measure]["availability"].mode()[0]
            absent[reason] = (*absent.get(reason, ()), measure)
    missing = {measure: int((~has_estimate[measure]).sum()) for measure in available}
    open_cases = {
        measure: int(by_measure[measure]["n_unknown"].fillna(0).sum())
        for measure in available
        if measure.endswith("_within_limit")
    }
    spreads = [_spread(by_measure[m]) for m in MAIN_MEASURES if m in available]
    return Facts(
        n_institutions=estimates["institution"].nunique(),
        n_measures=len(ordered),
        available=available,
        absent=absent,
        partial={measure: n for measure, n in missing.items() if n},
        within_limit={measure: n for measure, n in open_cases.items() if n},
        spreads=tuple(filter(None, spreads))[:_MAX_SPREADS],
    )


def _spread(rows: pd.DataFrame) -> Spread | None:
    known = rows[rows["availability"] == Availability.AVAILABLE]
    known = known.dropna(subset=["estimate", "lower", "upper"]).sort_values("estimate")
    if known["institution"].nunique() < 2:  # noqa: PLR2004 - a spread has two ends
        return None
    lowest, highest = known.iloc[0].to_dict(), known.iloc[-1].to_dict()
    return Spread(lowest, highest, bool(highest["lower"] <= lowest["upper"]))
