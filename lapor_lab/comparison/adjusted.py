"""Values as they would be with the composition of the peers, and shrunken ones."""

import numpy as np
import pandas as pd

from lapor_lab.stats import beta_binomial_shrinkage, normal_shrinkage

__all__ = ["add_adjusted", "add_shrunken", "ratio_scale"]


def ratio_scale(evidence: pd.DataFrame) -> pd.DataFrame:
    """Return what the ratio of seen to expected is made of.

    Of a share the ratio is of the rarer outcome, as it is bounded by less: 99 % instead of
    90 % is a tenth of the late reports, not a tenth more of the punctual ones.

    Parameters
    ----------
    evidence : DataFrame of shape (n_institutions, n_columns)
        As `share_evidence` and `mean_evidence` give.

    Returns
    -------
    DataFrame of shape (n_institutions, 5)
        `seen, expected, error` (of the ratio, if the expectation held), `own_error` (of the
        ratio as it is) and `target`.
    """
    is_complement = evidence["is_complement"]
    seen, expected, target = (
        (1 - evidence[name]).where(is_complement, evidence[name])
        for name in ("value", "expected_value", "target")
    )
    return pd.DataFrame(
        {
            "seen": seen,
            "expected": expected,
            "error": evidence["standard_error"] / expected,
            "own_error": evidence["own_error"] / expected,
            "target": target,
        }
    )


def add_adjusted(evidence: pd.DataFrame) -> pd.DataFrame:
    """Add ratio and adjusted value with its interval.

    Parameters
    ----------
    evidence : DataFrame of shape (n_institutions, n_columns)
        As `share_evidence` and `mean_evidence` give.

    Returns
    -------
    DataFrame of shape (n_institutions, n_columns + 5)
        With `ratio, adjusted, adjusted_lower, adjusted_upper, adjusted_error` as well.
    """
    scale = ratio_scale(evidence)
    is_complement = evidence["is_complement"]
    ratio = scale["seen"] / scale["expected"]
    ends = [
        _from_ratio(values, scale["target"], is_complement)
        for values in (ratio, evidence["ratio_lower"], evidence["ratio_upper"])
    ]
    middle, first, second = (end.to_numpy() for end in ends)
    return evidence.assign(
        ratio=ratio,
        adjusted=middle,
        adjusted_lower=np.fmin(first, second),
        adjusted_upper=np.fmax(first, second),
        adjusted_error=scale["own_error"] * scale["target"],
    )


def add_shrunken(adjusted: pd.DataFrame, *, is_beta: bool) -> pd.DataFrame:
    """Add values that are drawn towards the peers, the more the fewer cases there are.

    Parameters
    ----------
    adjusted : DataFrame of shape (n_institutions, n_columns)
        As `add_adjusted` gives, with `numerator, denominator`.
    is_beta : bool
        Whether it is a share that is not adjusted: then beta-binomial, else normal.

    Returns
    -------
    DataFrame of shape (n_institutions, n_columns + 3)
        With `shrunken, shrunken_lower, shrunken_upper` as well.
    """
    if is_beta:
        beta = beta_binomial_shrinkage(adjusted["numerator"], adjusted["denominator"])
        ends = [np.asarray(end) for end in (beta.estimate, beta.lower, beta.upper)]
    else:
        scale = ratio_scale(adjusted)
        normal = normal_shrinkage(adjusted["ratio"], scale["own_error"] ** 2)
        ends = [
            _from_ratio(
                pd.Series(end, adjusted.index), scale["target"], adjusted["is_complement"]
            ).to_numpy()
            for end in (normal.estimate, normal.lower, normal.upper)
        ]
    return adjusted.assign(
        shrunken=ends[0],
        shrunken_lower=np.fmin(ends[1], ends[2]),
        shrunken_upper=np.fmax(ends[1], ends[2]),
    )


def _from_ratio(ratio: pd.Series, target: pd.Series, is_complement: pd.Series) -> pd.Series:
    value = ratio * target
    return (1 - value.clip(upper=1)).where(is_complement, value)
