"""The six steps that a comparison passes before anybody is judged.

They follow Verburg et al. (2018), *Guideline for the development and use of funnel plots on
binary indicators*: https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6193208/.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd
from scipy.special import chdtrc, stdtr

from lapor_lab.comparison.comparison import Check, CheckStatus
from lapor_lab.schema import (
    JUDGED,
    Verdict,
    format_count,
    format_number,
    format_share,
    grouping_names,
    label,
)

__all__ = ["SMALLEST_GROUP", "SMALLEST_SHARED_SHARE", "run_checks"]

# Fewer have no range that one of them could lie outside of.
SMALLEST_GROUP: Final = 3
# From so few the variance between institutions is hardly known.
_SMALL_GROUP: Final = 10
# Below it more than a fifth of the cases are of kinds that no peer has.
SMALLEST_SHARED_SHARE: Final = 0.8
_MOSTLY: Final = 0.5
_DOUBLING: Final = 2.0
_ALPHA: Final = 0.05
_UNKNOWN_MANY: Final = 0.2


def run_checks(
    table: pd.DataFrame,
    dispersion: pd.DataFrame,
    *,
    measure: str,
    adjusted_by: Sequence[str],
    missing: pd.DataFrame,
) -> tuple[Check, ...]:
    """Check a comparison step by step.

    Parameters
    ----------
    table : DataFrame of shape (n_institutions, n_columns)
        Rows of all peer groups; those that take part have a `z` and were judged.
    dispersion : DataFrame of shape (n_rows, 5)
        `peer_group, variant, n, phi, tau2`.
    measure : str
        Identifier of the measure.
    adjusted_by : sequence of str
        Columns that were adjusted for.
    missing : DataFrame of shape (n_institutions, n_columns)
        With `n_unknown, unknown_share`.

    Returns
    -------
    tuple of Check
        Six steps, each passed, warned or refused with its reason.
    """
    taking_part = table[table["z"].notna() & table["verdict"].isin(JUDGED)]
    return (
        _policy(measure, table),
        _case_mix(taking_part, adjusted_by),
        _volume(table, taking_part),
        _overdispersion(dispersion),
        _association(taking_part),
        _completeness(missing),
    )


def _check(step: str, status: CheckStatus, key: str, **values: object) -> Check:
    return Check(step=step, status=status, reason=label(f"check.{step}_{key}", **values))


def _policy(measure: str, table: pd.DataFrame) -> Check:
    n_told = int((table["verdict"] != Verdict.NOT_AVAILABLE).sum())
    name = label(f"measure.{measure}")
    if n_told == 0:
        return _check("policy", CheckStatus.REFUSED, "none", measure=name)
    return _check("policy", CheckStatus.PASSED, "clear", measure=name)


def _case_mix(taking_part: pd.DataFrame, adjusted_by: Sequence[str]) -> Check:
    if not adjusted_by:
        return _check("case_mix", CheckStatus.WARNED, "none")
    names = ", ".join(grouping_names(adjusted_by))
    ways = taking_part[["adjusted_strata", "adjusted_glm"]]
    gap = (ways["adjusted_strata"] - ways["adjusted_glm"]).abs().max()
    low = ways.max(axis="columns") > taking_part["adjusted_upper"]
    high = ways.min(axis="columns") < taking_part["adjusted_lower"]
    n_apart = int((low | high).sum())
    n_own = int((taking_part["own_share"] > _MOSTLY).sum())
    if n_own:
        return _check("case_mix", CheckStatus.WARNED, "own", names=names, n=n_own)
    if n_apart:
        return _check(
            "case_mix", CheckStatus.WARNED, "models_differ", names=names, n=n_apart,
            gap=format_share(gap),
        )  # fmt: skip
    return _check("case_mix", CheckStatus.PASSED, "adjusted", names=names)


def _volume(table: pd.DataFrame, taking_part: pd.DataFrame) -> Check:
    n_small = int((table["verdict"] == Verdict.INSUFFICIENT).sum())
    counted = {"n": format_count(len(taking_part)), "n_small": format_count(n_small)}
    if len(taking_part) < SMALLEST_GROUP:
        return _check("volume", CheckStatus.REFUSED, "few", **counted)
    target = taking_part["target"]
    rarer = target.where(target <= _MOSTLY, 1 - target)
    sees_doubling = taking_part["smallest_effect"] <= rarer * (_DOUBLING - 1)
    share = float(sees_doubling.mean())
    status = CheckStatus.PASSED if share >= _MOSTLY and not n_small else CheckStatus.WARNED
    return _check("volume", status, "power", share=format_share(share), **counted)


def _overdispersion(dispersion: pd.DataFrame) -> Check:
    if dispersion.empty:
        return _check("overdispersion", CheckStatus.WARNED, "unknown")
    worst = dispersion.sort_values("phi").iloc[-1]
    chance = float(chdtrc(worst["n"], worst["phi"] * worst["n"]))
    phi = format_number(worst["phi"], 1)
    if worst["n"] < _SMALL_GROUP:
        return _check("overdispersion", CheckStatus.WARNED, "few", n=int(worst["n"]), phi=phi)
    if chance < _ALPHA:
        return _check("overdispersion", CheckStatus.WARNED, "found", phi=phi)
    return _check("overdispersion", CheckStatus.PASSED, "none", phi=phi)


def _association(taking_part: pd.DataFrame) -> Check:
    n = len(taking_part)
    if n < _SMALL_GROUP:
        return _check("association", CheckStatus.WARNED, "few", n=n)
    ranks = taking_part[["z", "denominator"]].rank()
    varies = (ranks.std() > 0).all()
    rho = float(ranks["z"].corr(ranks["denominator"])) if varies else 0.0
    t = rho * np.sqrt((n - 2) / max(1 - rho**2, 1e-12))
    chance = 2 * stdtr(n - 2, -abs(t))
    status = CheckStatus.WARNED if chance < _ALPHA else CheckStatus.PASSED
    key = "found" if chance < _ALPHA else "none"
    return _check("association", status, key, rho=format_number(rho, 2))


def _completeness(missing: pd.DataFrame) -> Check:
    n_many = int((missing["unknown_share"] > _UNKNOWN_MANY).sum())
    share = float(missing["n_unknown"].sum() / max(missing["n"].sum(), 1))
    if n_many:
        return _check(
            "completeness", CheckStatus.WARNED, "many", n=n_many, share=format_share(share)
        )
    return _check("completeness", CheckStatus.PASSED, "few", share=format_share(share))
