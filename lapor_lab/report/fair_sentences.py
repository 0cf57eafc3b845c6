"""What can be read from a comparison, in sentences."""

from typing import TYPE_CHECKING, Final

import pandas as pd
from scipy.special import ndtri

from lapor_lab.comparison.checks import SMALLEST_GROUP
from lapor_lab.comparison.judgement import FLAG_LEVEL
from lapor_lab.metrics import COMPARED_MEASURES
from lapor_lab.report.fair_pictures import MAX_GROUPS
from lapor_lab.schema import (
    JUDGED,
    OUTSIDE,
    Availability,
    Verdict,
    format_count,
    format_estimate,
    format_share,
    grouping_names,
    label,
)

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["alternatives", "benchmark_words", "denominator_words", "method_words", "sentences"]

# More names than this are not read in a sentence; the table holds all of them.
_MAX_NAMES: Final = 20


def sentences(comparison: "Comparison") -> tuple[str, ...]:
    """Say who lies outside the range of the peers, and of how many nothing can be said.

    Parameters
    ----------
    comparison : Comparison
        What was found.

    Returns
    -------
    tuple of str
        Names in the order of the alphabet; that there is no verdict where a check refused.
    """
    if comparison.is_refused:
        return (label("fair.refused"),)
    table = comparison.table
    counted = table["verdict"].value_counts()
    is_judged = table["verdict"].isin(JUDGED)
    said = [] if is_judged.any() else [label("fair.nobody")]
    for verdict in OUTSIDE if is_judged.any() else ():
        names = table.loc[table["verdict"] == verdict, "institution"].tolist()
        if names:
            told = {"n": format_count(len(names)), "names": _listed(names)}
            said.append(label(f"fair.{verdict}", **told))
        else:
            said.append(label(f"fair.none_{verdict}"))
    said += [
        label(f"fair.{verdict}", n=format_count(counted[verdict]))
        for verdict in Verdict
        if verdict not in OUTSIDE
        if verdict in counted
    ]
    farthest = table[["z_truncated", "z_winsorised"]].abs().max(axis="columns")
    is_split = (farthest > ndtri((1 + FLAG_LEVEL) / 2)) & (
        table["verdict"] == Verdict.NOT_DISTINGUISHABLE
    )
    if is_split.any():
        said.append(label("fair.split", n=format_count(int(is_split.sum()))))
    n_groups = table.loc[is_judged, "peer_group"].nunique()
    if n_groups > MAX_GROUPS:
        said.append(label("fair.groups_not_drawn", n=MAX_GROUPS, n_all=n_groups))
    return tuple(said)


def _listed(names: list[str]) -> str:
    shown = "; ".join(names[:_MAX_NAMES])
    n_more = len(names) - _MAX_NAMES
    return shown + (label("fair.more_names", n=format_count(n_more)) if n_more > 0 else "")


def method_words(comparison: "Comparison") -> tuple[str, ...]:
    """Say how it was compared: with what, among whom, adjusted for what.

    Parameters
    ----------
    comparison : Comparison
        What was found.

    Returns
    -------
    tuple of str
        Sentences.
    """
    given = comparison.table["target"].dropna()
    if comparison.is_target_given:
        value = format_estimate(
            given.iloc[0] if len(given) else float("nan"),
            comparison.measure,
            Availability.AVAILABLE if len(given) else label("verdict.not_available"),
        )
        target = label("fair.target_given", value=value)
    else:
        target = label("fair.target_pooled")
    names = ", ".join(grouping_names(comparison.adjusted_by))
    return (
        target,
        label(f"fair.peers_{comparison.peers or 'all'}"),
        label("fair.adjusted", names=names) if names else label("fair.not_adjusted"),
    )


def denominator_words(comparison: "Comparison") -> str:
    """Say how many reports were judged, of how many.

    Parameters
    ----------
    comparison : Comparison
        What was found; where counts of small groups are withheld, without these.

    Returns
    -------
    str
        A phrase.
    """
    missing = comparison.missing
    counts = {
        name: format_count(float(missing[name].sum())) for name in ("denominator", "n_unknown", "n")
    }
    is_whole = missing["n"].notna().all()
    return label("fair.denominator" if is_whole else "fair.denominator_without_small", **counts)


def benchmark_words(comparison: "Comparison") -> str:
    """Write the achievable benchmark of each peer group.

    Parameters
    ----------
    comparison : Comparison
        What was found.

    Returns
    -------
    str
        Empty where there is none.
    """
    table = comparison.table.dropna(subset=["benchmark"])
    found = table.groupby("peer_group")["benchmark"].first()
    if len(found) == 1:
        return format_share(found.iloc[0])
    return "; ".join(f"{name} {format_share(value)}" for name, value in found.items())


def alternatives(estimates: pd.DataFrame) -> tuple[str, ...]:
    """Find the measures on which a source can be compared.

    Parameters
    ----------
    estimates : DataFrame of shape (n_estimates, 9)
        Columns of `ESTIMATES`.

    Returns
    -------
    tuple of str
        Measures of which at least three institutions have a value, not all the same one.
    """
    known = estimates[estimates["availability"] == Availability.AVAILABLE]
    told = known.groupby("measure")["estimate"].agg(["size", "nunique"])
    can = told[(told["size"] >= SMALLEST_GROUP) & (told["nunique"] > 1)].index
    return tuple(measure.id for measure in COMPARED_MEASURES if measure.id in can)
