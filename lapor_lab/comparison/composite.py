"""A composite of several measures, only ever with the ranks that its weights allow."""

from collections.abc import Mapping
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.errors import ParameterError

__all__ = ["composite"]

# An assumption: who chooses a weight of 1 could as well have chosen .75 or 1.25.
_WEIGHT_SPREAD: Final = 0.25
_N_DRAWS: Final = 2_000


def composite(
    profile: pd.DataFrame,
    weights: Mapping[str, float],
    *,
    weight_spread: float = _WEIGHT_SPREAD,
    rng: int = 0,
) -> pd.DataFrame:
    """Add measures up by weights, and say how far the weights decide.

    It is an exercise in reading and not an index of anybody: no ministry is scored by it.

    Parameters
    ----------
    profile : DataFrame of shape (n_measures * n_institutions, n_columns)
        As `profile` gives.
    weights : mapping of str to float
        Weight of each measure, above 0; measures that are not named do not count.
    weight_spread : float, default=0.25
        Each weight is drawn from its own value less and more this share, in [0, 1).
    rng : int, default=0
        Seed of the draws.

    Returns
    -------
    DataFrame of shape (n_institutions, 5)
        `institution, score, rank_low, rank_high, n_measures`. The score is the weighted mean
        of the positions. The ranks hold over 2,000 draws of the weights and over three ways to
        put measures on one scale (standard deviations, range, ranks). An institution that
        lacks one of the measures has neither: nothing is put in its place.

    Raises
    ------
    ParameterError
        If a weight is not above 0, a measure is not in the profile, or the spread is out of
        range.
    """
    _check(profile, weights, weight_spread)
    wide = profile.pivot_table(index="institution", columns="measure", values="position")
    every = pd.Index(sorted(profile["institution"].unique(), key=str.casefold))
    wide = wide.reindex(index=every, columns=list(weights))
    n_measures = wide.notna().sum(axis="columns")
    whole = wide.dropna()
    base = np.asarray(list(weights.values()), dtype=np.float64)
    draws = base * np.random.default_rng(rng).uniform(
        1 - weight_spread, 1 + weight_spread, (_N_DRAWS, len(base))
    )
    draws = np.vstack([base, draws])
    draws /= draws.sum(axis=1, keepdims=True)
    low, high = np.full(len(whole), np.inf), np.zeros(len(whole))
    for scaled in _scalings(whole.to_numpy()):
        ranks = _ranks(scaled @ draws.T)
        low, high = np.minimum(low, ranks.min(axis=1)), np.maximum(high, ranks.max(axis=1))
    found = pd.DataFrame(
        {"score": whole.to_numpy() @ draws[0], "rank_low": low, "rank_high": high},
        index=whole.index,
    ).reindex(every)
    return found.assign(n_measures=n_measures).rename_axis("institution").reset_index()


def _scalings(values: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    if len(values) == 0:
        return []
    extent = np.ptp(values, axis=0)
    by_range = (values - values.min(axis=0)) / np.where(extent > 0, extent, 1)
    by_rank = len(values) - np.apply_along_axis(_ranks_of, 0, values)
    return [values, by_range, by_rank]


def _ranks(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.apply_along_axis(_ranks_of, 0, scores)


def _ranks_of(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rank 1 is the highest; equal scores share the better rank."""
    place = np.searchsorted(np.sort(-scores), -scores, side="left")
    return place.astype(np.float64) + 1


def _check(profile: pd.DataFrame, weights: Mapping[str, float], weight_spread: float) -> None:
    known = set(profile["measure"])
    for name, weight in weights.items():
        if name not in known or not weight > 0:
            raise ParameterError(
                "parameter_range",
                name="weights",
                allowed=f"above 0, for measures among {', '.join(sorted(known))}",
                value={name: weight},
                remedy="Leave out a measure that shall not count.",
            )
    if not weights or not 0 <= weight_spread < 1:
        raise ParameterError(
            "parameter_range",
            name="weight_spread" if weights else "weights",
            allowed="in [0, 1)" if weights else "at least one measure",
            value=weight_spread if weights else {},
            remedy="Write 0.25 for weights of three to five quarters.",
        )
