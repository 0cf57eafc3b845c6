"""Whether institutions of a higher maturity level have other outcomes: associated, no more."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.comparison import Comparison
from lapor_lab.errors import ParameterError
from lapor_lab.schema import Column, format_count, format_number, label, require_columns
from lapor_lab.stats import RankCorrelation, spearman

__all__ = ["ALL_LEVELS", "MIN_INSTITUTIONS", "Association", "associate", "describe_association"]

ALL_LEVELS: Final = "semua"
MIN_INSTITUTIONS: Final = 10
_OUTCOMES: Final = ("adjusted", "shrunken")
_LEVELS: Final = (
    Column("institution", "text", is_required=True),
    Column("level", "number", is_required=True),
)


@dataclass(frozen=True, kw_only=True)
class Association:
    """Levels of institutions beside their outcomes on one measure.

    Parameters
    ----------
    measure : str
        Identifier of the measure.
    direction : {"higher", "lower"}
        Which end of it is wanted.
    points : DataFrame of shape (n_institutions, 4)
        `institution, level, adjusted, shrunken`: the level over all practices.
    table : DataFrame of shape (n_rows, 9)
        `practice` (an id, or "semua" for the mean level), `outcome` ("adjusted" or
        "shrunken"), `n, estimate, lower, upper`, the interval `bootstrap_lower,
        bootstrap_upper` by resampling institutions, and `is_associated`: whether both
        intervals leave out 0.
    leave_one_out : DataFrame of shape (n_institutions * 2, 5)
        `outcome, institution, estimate` without that institution, `change` by leaving it
        out, and `moves_most`.
    is_synthetic : bool, default=False
        Whether outcomes were made up.
    """

    measure: str
    direction: str
    points: pd.DataFrame
    table: pd.DataFrame
    leave_one_out: pd.DataFrame
    is_synthetic: bool = False


def associate(
    maturity: pd.DataFrame,
    comparison: Comparison,
    *,
    confidence_level: float = 0.95,
    n_draws: int = 2_000,
    rng: int = 0,
) -> Association:
    """Correlate the maturity of institutions with their adjusted and shrunken outcomes.

    Parameters
    ----------
    maturity : DataFrame of shape (n_rows, n_columns)
        `institution, level`, a row each; with a column `practice` a row for each practice,
        and an institution's level is the mean over all of them (none if one is missing).
    comparison : Comparison
        Outcomes of the institutions on one measure.
    confidence_level : float, default=0.95
        In (0, 1).
    n_draws : int, default=2_000
        Resamples of institutions, at least 1,000.
    rng : int, default=0
        Seed of the resamples.

    Returns
    -------
    Association
        Correlations with two intervals each, and who moves them.

    Raises
    ------
    ColumnNotFoundError
        If `maturity` lacks a column.
    ParameterError
        If fewer than ten institutions have both, or an institution has two levels.
    """
    require_columns(maturity.columns, _LEVELS, path="maturity")
    levels = _levels(maturity)
    outcomes = comparison.table.set_index("institution")[list(_OUTCOMES)]
    together = levels.join(outcomes, how="inner")
    points = together.dropna(subset=[ALL_LEVELS, "adjusted"])
    if len(points) < MIN_INSTITUTIONS:
        raise ParameterError("association_few", minimum=MIN_INSTITUTIONS, n=len(points))
    rows = []
    for practice in levels.columns:
        for outcome in _OUTCOMES:
            pair = together[practice], together[outcome]
            by_formula = spearman(*pair, confidence_level)
            by_draws = spearman(*pair, confidence_level, method="BCa", n_draws=n_draws, rng=rng)
            rows.append(_row(practice, outcome, by_formula, by_draws))
    return Association(
        measure=comparison.measure,
        direction=comparison.direction,
        points=points.rename(columns={ALL_LEVELS: "level"})[["level", *_OUTCOMES]].reset_index(),
        table=pd.DataFrame(rows),
        leave_one_out=pd.concat([_leave_one_out(points, o) for o in _OUTCOMES], ignore_index=True),
        is_synthetic=comparison.is_synthetic,
    )


def describe_association(association: Association) -> tuple[str, ...]:
    """Say in words what was found, and what was not.

    Parameters
    ----------
    association : Association
        What was found.

    Returns
    -------
    tuple of str
        Indonesian sentences: each outcome, who moves it most, and what the word means.
    """
    sentences = []
    measure = label(f"measure.{association.measure}")
    overall = association.table[association.table["practice"] == ALL_LEVELS]
    for row in overall.to_dict("records"):
        if not row["is_associated"]:
            key = "association.undecided"
        else:
            key = "association.higher" if row["estimate"] > 0 else "association.lower"
        interval = label(
            "association.interval",
            estimate=_signed(row["estimate"]),
            lower=_signed(row["lower"]),
            upper=_signed(row["upper"]),
        )
        outcome = label(f"association.{row['outcome']}")
        n = format_count(row["n"])
        sentences.append(label(key, measure=measure, outcome=outcome, n=n, interval=interval))
    movers = association.leave_one_out
    movers = movers[movers["moves_most"] & movers["outcome"].eq("shrunken")]
    without = [
        label("association.mover", institution=name, estimate=_signed(estimate))
        for name, estimate in zip(movers["institution"], movers["estimate"], strict=True)
    ]
    return (*sentences, *without, label("association.meaning"))


def _levels(maturity: pd.DataFrame) -> pd.DataFrame:
    """Return levels by institution: all of them together, then each practice."""
    named = maturity if "practice" in maturity else maturity.assign(practice=ALL_LEVELS)
    repeated = named[named.duplicated(["institution", "practice"])]
    if len(repeated):
        raise ParameterError(
            "parameter_range",
            name="maturity",
            allowed="one level for each institution and practice",
            value=repeated["institution"].iloc[0],
            remedy="Leave one of its rows.",
        )
    wide = named.pivot_table(
        index="institution", columns="practice", values="level", dropna=False, sort=False
    )
    if list(wide.columns) == [ALL_LEVELS]:
        return wide
    wide.insert(0, ALL_LEVELS, wide.mean(axis="columns", skipna=False))
    return wide


def _row(
    practice: str, outcome: str, by_formula: RankCorrelation, by_draws: RankCorrelation
) -> dict[str, object]:
    ends = [(found.lower, found.upper) for found in (by_formula, by_draws)]
    return {
        "practice": practice,
        "outcome": outcome,
        "n": by_formula.n,
        "estimate": by_formula.estimate,
        "lower": by_formula.lower,
        "upper": by_formula.upper,
        "bootstrap_lower": by_draws.lower,
        "bootstrap_upper": by_draws.upper,
        "is_associated": all(lower > 0 or upper < 0 for lower, upper in ends),
    }


def _leave_one_out(points: pd.DataFrame, outcome: str) -> pd.DataFrame:
    whole = spearman(points[ALL_LEVELS], points[outcome]).estimate
    without = [
        spearman(rest[ALL_LEVELS], rest[outcome]).estimate
        for rest in (points.drop(index=name) for name in points.index)
    ]
    change = np.array(without) - whole
    size = np.nan_to_num(np.abs(change))
    return pd.DataFrame(
        {
            "outcome": outcome,
            "institution": points.index,
            "estimate": without,
            "change": change,
            "moves_most": (size == size.max()) & (size > 0),
        }
    )


def _signed(value: float) -> str:
    return format_number(value, 2).replace("-", "−")
