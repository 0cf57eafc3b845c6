"""Judge one peer group."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from lapor_lab.comparison.adjusted import add_adjusted, add_shrunken
from lapor_lab.comparison.benchmark import add_benchmark
from lapor_lab.comparison.checks import SMALLEST_GROUP, SMALLEST_SHARED_SHARE
from lapor_lab.comparison.evidence import mean_evidence, share_evidence
from lapor_lab.comparison.judgement import add_ranks, add_verdicts, smallest_effect
from lapor_lab.comparison.limits import funnel_curves
from lapor_lab.comparison.stratified import Stratified
from lapor_lab.schema import Verdict, label

__all__ = ["GroupRules", "JudgedGroup", "judge_group"]


@dataclass(frozen=True, kw_only=True)
class GroupRules:
    """What holds for every peer group of a comparison.

    Parameters
    ----------
    direction : {"higher", "lower"}
        Which end is wanted.
    is_share : bool
        Whether the measure is a share; else it is a mean.
    target : float or None
        Value that was given, or None for the peers' own.
    rng : int
        Seed of the rank sets.
    """

    direction: str
    is_share: bool
    target: float | None
    rng: int


@dataclass(frozen=True, kw_only=True)
class JudgedGroup:
    """One peer group after it was judged.

    Parameters
    ----------
    table : DataFrame of shape (n_institutions, n_columns)
        Rows of the comparison, by institution.
    curves : DataFrame of shape (n_points, 10)
        Limits of the funnel; empty for a mean.
    dispersion : DataFrame of shape (n_variants, 4)
        Overdispersion by both variants; empty where nobody was judged.
    """

    table: pd.DataFrame
    curves: pd.DataFrame
    dispersion: pd.DataFrame


def judge_group(rows: pd.DataFrame, cells: Stratified, rules: GroupRules) -> JudgedGroup:
    """Judge the institutions of one peer group that have data enough.

    Parameters
    ----------
    rows : DataFrame of shape (n_institutions, n_columns)
        Estimates by institution: `numerator, denominator, estimate, lower, upper`.
    cells : Stratified
        Counts of the same institutions by stratum.
    rules : GroupRules
        What holds for every group.

    Returns
    -------
    JudgedGroup
        Where the group is too small, or all values are the same end of the scale, every
        institution is told why it is not judged.
    """
    nobody = JudgedGroup(table=rows, curves=pd.DataFrame(), dispersion=pd.DataFrame())
    if len(rows) < SMALLEST_GROUP:
        return _unjudged(nobody, Verdict.INSUFFICIENT, "few_peers")
    lay_beside = share_evidence if rules.is_share else mean_evidence
    evidence = lay_beside(rows, cells, rules.target)
    is_flat = ~(evidence["standard_error"] > 0)
    if is_flat.all():
        return _unjudged(nobody, Verdict.NOT_DISTINGUISHABLE, "all_equal")
    if is_flat.any():
        flat = rows[is_flat].assign(
            verdict=Verdict.NOT_DISTINGUISHABLE.value, reason=label("verdict.reason_flat")
        )
        others = rows[~is_flat]
        rest = judge_group(others, cells.of(list(others.index)), rules)
        return replace(rest, table=pd.concat([flat, rest.table]))
    is_foreign = evidence["shared_share"] < SMALLEST_SHARED_SHARE
    if len(rows) - is_foreign.sum() < SMALLEST_GROUP:
        unjudged = _unjudged(nobody, Verdict.INSUFFICIENT, "few_peers")
        reason = unjudged.table["reason"].mask(is_foreign, label("verdict.reason_foreign"))
        return replace(unjudged, table=unjudged.table.assign(reason=reason))
    peers = evidence if rules.target is None else lay_beside(rows, cells)
    judged, dispersion = add_verdicts(evidence, peers[~is_foreign])
    judged = add_adjusted(judged)
    tau2 = float(dispersion["tau2"].max())
    size = rows["denominator"] if rules.is_share else None
    judged["smallest_effect"] = smallest_effect(judged, tau2, rules.direction, size)
    judged = judged.join(rows[["numerator", "denominator"]])
    judged = add_shrunken(judged, is_beta=rules.is_share and cells.is_plain)
    judged = add_ranks(judged, rules.direction, rules.rng)
    curves = pd.DataFrame()
    if rules.is_share:
        judged = add_benchmark(judged, rules.direction)
        target = float(judged["target"].iloc[0])
        curves = funnel_curves(rows["denominator"].to_numpy(dtype=np.float64), target, tau2)
    judged["verdict"] = judged["verdict"].mask(is_foreign, Verdict.INSUFFICIENT.value)
    judged["reason"] = pd.Series("", index=judged.index).mask(
        is_foreign, label("verdict.reason_foreign")
    )
    table = rows.drop(columns=["verdict", "reason"]).join(
        judged.drop(columns=["numerator", "denominator"])
    )
    return JudgedGroup(table=table, curves=curves, dispersion=dispersion)


def _unjudged(group: JudgedGroup, verdict: Verdict, reason: str) -> JudgedGroup:
    table = group.table.assign(verdict=verdict.value, reason=label(f"verdict.reason_{reason}"))
    return replace(group, table=table)
