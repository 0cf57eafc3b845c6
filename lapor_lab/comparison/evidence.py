"""What is seen and what was to be expected, institution by institution."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import ndtri

from lapor_lab.comparison.stratified import Stratified
from lapor_lab.stats import (
    binomial_ratio_interval,
    direct_standardisation,
    exact_z,
    expected_by_strata,
    fit_binomial_glm,
    shared_share,
)

__all__ = ["mean_evidence", "share_evidence"]

_HALF: Final = 0.5
_FARTHEST_SHIFT: Final = 50.0


def share_evidence(
    rows: pd.DataFrame, cells: Stratified, target: float | None = None
) -> pd.DataFrame:
    """Lay the shares of one peer group beside what its pooled strata let expect.

    Parameters
    ----------
    rows : DataFrame of shape (n_institutions, n_columns)
        `numerator, denominator` of the peers, by institution.
    cells : Stratified
        The same by stratum; one stratum where nothing is adjusted.
    target : float or None, default=None
        A share that was given for all, or None for the peers' own.

    Returns
    -------
    DataFrame of shape (n_institutions, 14)
        By institution: `value, expected_value, standard_error` (of the value, if the
        expectation held), `own_error` (of the value as it is), `z`, `target`,
        `is_complement` (whether ratios are of the cases without the event, because these are
        the rarer), `ratio_lower, ratio_upper` (95 %), `shared_share, own_share`,
        `adjusted_strata, adjusted_glm, adjusted_direct`.
    """
    n = rows["denominator"].to_numpy(dtype=np.float64)
    observed = rows["numerator"].to_numpy(dtype=np.float64)
    weight = cells.denominator.sum(axis=0)
    by_strata, by_model = _pooled_chances(cells)
    centre = float(observed.sum() / n.sum())
    if target is not None:
        # Every stratum moves alike on the scale of odds.
        by_strata, by_model = (_moved_to(c, weight, target) for c in (by_strata, by_model))
        centre = target
    # With several factors most strata are an institution's own; their main effects are not.
    chance = by_strata if cells.strata.shape[1] <= 1 else by_model
    composition = cells.denominator / cells.denominator.sum(axis=1, keepdims=True)
    expected = composition @ chance
    variance = composition @ (chance * (1 - chance)) / n
    is_complement = centre > _HALF
    if is_complement:
        seen, rarer = n - observed, 1 - chance
    else:
        seen, rarer = observed, chance
    ratio_lower, ratio_upper = binomial_ratio_interval(seen, composition * n[:, np.newaxis], rarer)
    # One event and one non-event more keep 0 of n from looking certain.
    smoothed = (observed + 1) / (n + 2)
    return pd.DataFrame(
        {
            "value": observed / n,
            "expected_value": expected,
            "standard_error": np.sqrt(variance),
            "own_error": np.sqrt(smoothed * (1 - smoothed) / n),
            "z": exact_z(observed, expected * n, variance * n**2),
            "target": centre,
            "is_complement": is_complement,
            "ratio_lower": ratio_lower,
            "ratio_upper": ratio_upper,
            "shared_share": _smallest_shared_share(cells),
            "own_share": _own_share(cells),
            "adjusted_strata": _adjusted(cells, by_strata, centre),
            "adjusted_glm": _adjusted(cells, by_model, centre),
            "adjusted_direct": _direct(cells),
        },
        index=rows.index,
    )


def mean_evidence(
    rows: pd.DataFrame, cells: Stratified, target: float | None = None
) -> pd.DataFrame:
    """Lay the means of one peer group beside what its pooled strata let expect.

    Parameters
    ----------
    rows : DataFrame of shape (n_institutions, n_columns)
        `estimate, denominator` of the peers, by institution.
    cells : Stratified
        The same by stratum; one stratum where nothing is adjusted.
    target : float or None, default=None
        A mean that was given for all, or None for the peers' own.

    Returns
    -------
    DataFrame of shape (n_institutions, 14)
        As `share_evidence` gives; the adjustments that only a share has are missing.
    """
    value = rows["estimate"].to_numpy(dtype=np.float64)
    n = rows["denominator"].to_numpy(dtype=np.float64)
    error, z = np.sqrt(cells.variance), float(ndtri(0.975))
    # All cases of one value show no spread; then the peers' usual spread stands for it.
    usual = np.median(error[error > 0] * np.sqrt(n[error > 0])) if (error > 0).any() else np.nan
    error = np.where(error > 0, error, usual / np.sqrt(n))
    pooled = cells.total.sum(axis=0) / cells.denominator.sum(axis=0)
    centre = float((value * n).sum() / n.sum())
    expected = cells.denominator @ pooled / cells.denominator.sum(axis=1)
    if target is not None:
        expected, centre = expected * target / centre, target
    return pd.DataFrame(
        {
            "value": value,
            "expected_value": expected,
            "standard_error": error,
            "own_error": error,
            "z": (value - expected) / error,
            "target": centre,
            "is_complement": False,
            "ratio_lower": (value - z * error) / expected,
            "ratio_upper": (value + z * error) / expected,
            "shared_share": _smallest_shared_share(cells),
            "own_share": _own_share(cells),
            "adjusted_strata": np.nan,
            "adjusted_glm": np.nan,
            "adjusted_direct": np.nan,
        },
        index=rows.index,
    )


def _pooled_chances(cells: Stratified) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    # One case in each stratum is expected to bring the stratum's pooled share of an event.
    each = np.eye(cells.total.shape[1])
    by_strata = expected_by_strata(cells.total, cells.denominator, applied_to=each)
    if cells.is_plain:
        return by_strata, by_strata
    return by_strata, fit_binomial_glm(cells.total, cells.denominator, cells.strata).share


def _adjusted(cells: Stratified, chance: NDArray[np.float64], centre: float) -> NDArray[np.float64]:
    n, seen = cells.denominator.sum(axis=1), cells.total.sum(axis=1)
    if cells.is_plain:
        return np.full(len(n), np.nan)
    expected = cells.denominator @ chance
    if centre > _HALF:
        adjusted = 1 - _over(n - seen, n - expected) * (1 - centre)
    else:
        adjusted = _over(seen, expected) * centre
    within: NDArray[np.float64] = np.clip(adjusted, 0, 1)
    return within


def _over(seen: NDArray[np.float64], expected: NDArray[np.float64]) -> NDArray[np.float64]:
    # Where nothing is expected there is no ratio.
    return seen / np.where(expected > 0, expected, np.nan)


def _direct(cells: Stratified) -> NDArray[np.float64]:
    if cells.is_plain:
        return np.full(len(cells.institutions), np.nan)
    standard = cells.denominator.sum(axis=0)
    return direct_standardisation(cells.total, cells.denominator, standard).estimate


def _smallest_shared_share(cells: Stratified) -> NDArray[np.float64]:
    """Return, of the factor for which it is least, how much is of a level that peers have too."""
    shares = [np.ones(len(cells.institutions))]
    for name in cells.strata:
        levels = pd.DataFrame(cells.denominator.T).groupby(cells.strata[name].to_numpy()).sum()
        shares.append(shared_share(levels.to_numpy().T))
    least: NDArray[np.float64] = np.min(shares, axis=0)
    return least


def _own_share(cells: Stratified) -> NDArray[np.float64]:
    """Return how much of what an institution is laid beside is its own."""
    in_all = cells.denominator.sum(axis=0)
    own = cells.denominator / np.where(in_all > 0, in_all, 1)
    mean: NDArray[np.float64] = (cells.denominator * own).sum(axis=1) / cells.denominator.sum(
        axis=1
    )
    return mean


def _moved_to(
    chance: NDArray[np.float64], weight: NDArray[np.float64], target: float
) -> NDArray[np.float64]:
    from scipy.optimize import brentq  # noqa: PLC0415 - half a second, wanted for a target only

    inner = np.clip(chance, 1e-9, 1 - 1e-9)
    odds = np.log(inner / (1 - inner))

    def moved(shift: float) -> NDArray[np.float64]:
        return 1 / (1 + np.exp(-(odds + shift)))

    def excess(shift: float) -> float:
        return float(np.average(moved(shift), weights=weight)) - target

    return moved(brentq(excess, -_FARTHEST_SHIFT, _FARTHEST_SHIFT))
