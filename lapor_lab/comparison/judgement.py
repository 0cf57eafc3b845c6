"""From evidence to a verdict: firm only where two variants agree."""

from typing import Final

import numpy as np
import pandas as pd
from scipy.special import ndtri

from lapor_lab.comparison.adjusted import ratio_scale
from lapor_lab.schema import Tier, Verdict
from lapor_lab.stats import overdispersion, rank_sets, smallest_detectable
from lapor_lab.stats.overdispersion import OverdispersionVariant

__all__ = [
    "FLAG_LEVEL",
    "POWER",
    "VARIANTS",
    "add_ranks",
    "add_verdicts",
    "inflation",
    "smallest_effect",
]

VARIANTS: Final[tuple[OverdispersionVariant, ...]] = ("truncated", "winsorised")
# Two-sided: one alarm in 500 institutions of which none differs.
FLAG_LEVEL: Final = 0.998
POWER: Final = 0.8


def add_verdicts(
    evidence: pd.DataFrame, standard: pd.DataFrame
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Judge the institutions of one peer group.

    An institution lies outside the range of its peers if it does so by both variants of
    overdispersion; if only one says so, it is not told apart.

    Parameters
    ----------
    evidence : DataFrame of shape (n_institutions, n_columns)
        As `share_evidence` and `mean_evidence` give.
    standard : DataFrame of shape (n_standard, n_columns)
        Evidence around the peers' own value, of those who tell how much institutions differ: a
        target that all miss is no difference between them.

    Returns
    -------
    judged : DataFrame of shape (n_institutions, n_columns + 3)
        With `z_truncated, z_winsorised, verdict` as well.
    dispersion : DataFrame of shape (2, 4)
        `variant, n, phi, tau2`, on the scale of the ratio of seen to expected.
    """
    limit = ndtri((1 + FLAG_LEVEL) / 2)
    scale, own = ratio_scale(evidence), ratio_scale(standard)
    # In the unit of the measure they differ as much, whatever they are held against.
    unit = own["target"].iloc[0] / scale["target"].iloc[0]
    # All peers at 0 or all cases are alike, whatever target they miss or reach.
    has_spread = own["error"] > 0
    judged, rows = evidence.copy(), []
    for variant in VARIANTS:
        found = overdispersion(standard["z"][has_spread], own["error"][has_spread], variant)
        tau2 = found.tau2 * unit**2
        judged[f"z_{variant}"] = evidence["z"] / inflation(scale["error"], tau2)
        rows.append({"variant": variant, "n": found.n, "phi": found.phi, "tau2": tau2})
    both = judged[[f"z_{variant}" for variant in VARIANTS]]
    judged["verdict"] = np.select(
        [(both > limit).all(axis="columns"), (both < -limit).all(axis="columns")],
        [Verdict.ABOVE.value, Verdict.BELOW.value],
        default=Verdict.NOT_DISTINGUISHABLE.value,
    )
    return judged, pd.DataFrame(rows)


def smallest_effect(
    evidence: pd.DataFrame, tau2: float, direction: str, denominator: pd.Series | None
) -> pd.Series:
    """Return the smallest lag behind its expectation that would probably be told apart.

    Parameters
    ----------
    evidence : DataFrame of shape (n_institutions, n_columns)
        With `expected_value, standard_error`.
    tau2 : float
        Variance between institutions on the scale of the ratio; at least 0.
    direction : {"higher", "lower"}
        Which end is wanted; the lag is towards the other.
    denominator : Series of float of shape (n_institutions,) or None
        Cases of a share, whose exact limits then count; None for a mean, which is normal.

    Returns
    -------
    Series of float of shape (n_institutions,)
        In the unit of the measure: who lags so far is flagged with a chance of 80 %. NaN where
        even the farthest value would not be.
    """
    scale = ratio_scale(evidence)
    expected = evidence["expected_value"]
    if denominator is None:
        reach = ndtri((1 + FLAG_LEVEL) / 2) + ndtri(POWER)
        far: pd.Series = expected * reach * np.sqrt(scale["error"] ** 2 + tau2)
        return far
    lower, upper = smallest_detectable(
        denominator, expected, FLAG_LEVEL, POWER, inflation=inflation(scale["error"], tau2)
    )
    return expected - lower if direction == "higher" else upper - expected


def inflation(error: pd.Series, tau2: float) -> pd.Series:
    """Return how many times as far limits lie when institutions differ by themselves.

    Parameters
    ----------
    error : Series of float of shape (n_institutions,)
        Standard errors of the ratio, above 0.
    tau2 : float
        Variance between institutions on the same scale.

    Returns
    -------
    Series of float of shape (n_institutions,)
        At least 1.
    """
    wider: pd.Series = np.sqrt(1 + tau2 / error**2)
    return wider


def add_ranks(judged: pd.DataFrame, direction: str, rng: int | np.random.Generator) -> pd.DataFrame:
    """Give each institution of a peer group its rank set and tier.

    Parameters
    ----------
    judged : DataFrame of shape (n_institutions, n_columns)
        With `adjusted, adjusted_error`.
    direction : {"higher", "lower"}
        Which end is wanted; rank 1 is there.
    rng : int or Generator
        Seed of the draws.

    Returns
    -------
    DataFrame of shape (n_institutions, n_columns + 4)
        With `rank_low, rank_high, n_ranked, tier` as well: with 95 % confidence all ranks
        of the group lie in their sets at once. The tier tells whether the whole set lies in
        one half.
    """
    n = len(judged)
    sign = -1.0 if direction == "higher" else 1.0
    low, high = rank_sets(sign * judged["adjusted"], judged["adjusted_error"], rng=rng)
    half = n / 2
    tier = np.select(
        [high <= half, low > half], [Tier.UPPER.value, Tier.LOWER.value], Tier.UNCERTAIN.value
    )
    return judged.assign(rank_low=low, rank_high=high, n_ranked=n, tier=tier)
