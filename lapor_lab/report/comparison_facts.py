"""What can be read from a comparison, as facts; the templates put them into sentences."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd

from lapor_lab.report.measure_families import CLOSERS, MAIN_MEASURES
from lapor_lab.schema import Availability

__all__ = ["Facts", "Spread", "find_facts"]

Row = dict[Hashable, Any]
# More sentences of one kind are not read.
_MAX_SPREADS: Final = 2
_OFFICIAL_SHARES: Final = (
    "followed_up_share",
    "followed_up_share_admissible",
    "closed_share",
    "closed_share_admissible",
)


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
    bounded : dict of str to int
        Institutions of which only bounds are known, by measure, where there are any.
    shown : tuple of str
        Measures that are available or bounded.
    absent : dict of str to tuple of str
        Measures that are not shown, by reason.
    partial : dict of str to int
        Institutions with neither estimate nor bounds, by measure that is shown.
    within_limit : dict of str to int
        Cases still open within the limit, by measure.
    spreads : tuple of Spread
        Of the first main measures with at least two estimates, without bounds.
    saturated : tuple of str
        Official shares that are 100 % for every institution that has one: they tell nobody
        apart.
    closers : dict of str to (int, int)
        Reports closed by whom, and all whose closer is known, by measure.
    """

    n_institutions: int
    n_measures: int
    available: tuple[str, ...]
    bounded: dict[str, int]
    shown: tuple[str, ...]
    absent: dict[str, tuple[str, ...]]
    partial: dict[str, int]
    within_limit: dict[str, int]
    spreads: tuple[Spread, ...]
    saturated: tuple[str, ...]
    closers: dict[str, tuple[int, int]]


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
    kinds = {measure: by_measure[measure]["availability"] for measure in ordered}
    n_available = {m: int((kind == Availability.AVAILABLE).sum()) for m, kind in kinds.items()}
    n_bounded = {m: int((kind == Availability.BOUNDS).sum()) for m, kind in kinds.items()}
    available = tuple(measure for measure in ordered if n_available[measure])
    shown = tuple(m for m in ordered if n_available[m] or n_bounded[m])
    absent: dict[str, tuple[str, ...]] = {}
    for measure in ordered:
        if measure not in shown:
            reason = kinds[measure].mode()[0]
            absent[reason] = (*absent.get(reason, ()), measure)
    missing = {m: len(kinds[m]) - n_available[m] - n_bounded[m] for m in shown}
    open_cases = {
        measure: int(by_measure[measure]["n_unknown"].fillna(0).sum())
        for measure in shown
        if measure.endswith("_within_limit")
    }
    saturated = tuple(m for m in _OFFICIAL_SHARES if m in available and _is_full(by_measure[m]))
    spreads = [
        _spread(by_measure[m]) for m in MAIN_MEASURES if m in available and m not in saturated
    ]
    return Facts(
        n_institutions=estimates["institution"].nunique(),
        n_measures=len(ordered),
        available=available,
        bounded={measure: n for measure, n in n_bounded.items() if n},
        shown=shown,
        absent=absent,
        partial={measure: n for measure, n in missing.items() if n},
        within_limit={measure: n for measure, n in open_cases.items() if n},
        spreads=tuple(filter(None, spreads))[:_MAX_SPREADS],
        saturated=saturated,
        closers={m: _closers(by_measure[m]) for m in CLOSERS if m in available},
    )


def _is_full(rows: pd.DataFrame) -> bool:
    known = rows.loc[rows["availability"] == Availability.AVAILABLE, "estimate"]
    return bool((known >= 1).all())


def _closers(rows: pd.DataFrame) -> tuple[int, int]:
    return int(rows["numerator"].sum()), int(rows["denominator"].sum())


def _spread(rows: pd.DataFrame) -> Spread | None:
    known = rows[rows["availability"] == Availability.AVAILABLE]
    known = known.dropna(subset=["estimate", "lower", "upper"]).sort_values("estimate")
    if known["institution"].nunique() < 2:  # noqa: PLR2004 - a spread has two ends
        return None
    lowest, highest = known.iloc[0].to_dict(), known.iloc[-1].to_dict()
    return Spread(lowest, highest, bool(highest["lower"] <= lowest["upper"]))
