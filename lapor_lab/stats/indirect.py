"""Indirect standardisation: what a unit's composition let expect, and what was seen."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.stats.binomial_ratio import binomial_ratio_interval, binomial_z
from lapor_lab.stats.ratio import ratio_interval
from lapor_lab.stats.strata import check_strata, pooled_share, shared_share

__all__ = ["IndirectStandardisation", "expected_by_strata", "indirect_standardisation"]


@dataclass(frozen=True, kw_only=True)
class IndirectStandardisation:
    """Observed beside expected events, by unit.

    Parameters
    ----------
    observed, expected : ndarray of shape (n_units,)
        Events.
    variance : ndarray of shape (n_units,)
        Binomial variance of the events, if the expectation held.
    ratio : ndarray of shape (n_units,)
        Observed over expected; NaN where nothing is expected.
    lower, upper : ndarray of shape (n_units,)
        Score interval of the ratio under the binomial variance.
    poisson_lower, poisson_upper : ndarray of shape (n_units,)
        Byar's interval of the ratio, exact below 10 events: for rare events.
    z : ndarray of shape (n_units,)
        Deviate of the observed events under the binomial variance.
    adjusted : ndarray of shape (n_units,)
        Ratio times the pooled share of all units.
    shared_share : ndarray of shape (n_units,)
        Part of a unit's cases that lies in strata that others have too; where it is small
        the unit cannot be compared.
    """

    observed: NDArray[np.float64]
    expected: NDArray[np.float64]
    variance: NDArray[np.float64]
    ratio: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    poisson_lower: NDArray[np.float64]
    poisson_upper: NDArray[np.float64]
    z: NDArray[np.float64]
    adjusted: NDArray[np.float64]
    shared_share: NDArray[np.float64]


def expected_by_strata(
    numerator: ArrayLike, denominator: ArrayLike, *, applied_to: ArrayLike | None = None
) -> NDArray[np.float64]:
    """Return the events to be expected of each unit from the pooled shares of its strata.

    Parameters
    ----------
    numerator : array-like of shape (n_units, n_strata)
        Events of the units that set the standard.
    denominator : array-like of shape (n_units, n_strata)
        Their cases.
    applied_to : array-like of shape (n_others, n_strata) or None, default=None
        Cases of the units that are judged; by default these are `denominator`.

    Returns
    -------
    ndarray of shape (n_units,) or (n_others,)
        Expected events. A stratum of which the standard has no case adds nothing.

    Raises
    ------
    ParameterError
        If the shapes do not fit or a number is out of range.

    Examples
    --------
    >>> expected_by_strata([[1, 8], [3, 2]], [[10, 10], [30, 10]])
    array([6., 8.])
    """
    events, trials = check_strata(numerator, denominator)
    share = pooled_share(events, trials)
    if applied_to is None:
        return trials @ share
    _, judged = check_strata(np.zeros_like(applied_to), applied_to)
    if judged.shape[1] != len(share):
        raise ParameterError(
            "work_shape",
            name="applied_to",
            allowed=f"(n_others, {len(share)})",
            value=judged.shape,
        )
    return judged @ share


def indirect_standardisation(
    numerator: ArrayLike, denominator: ArrayLike, *, confidence_level: float = 0.95
) -> IndirectStandardisation:
    """Compare each unit with what all units together would have had on its composition.

    Parameters
    ----------
    numerator : array-like of shape (n_units, n_strata)
        Events.
    denominator : array-like of shape (n_units, n_strata)
        Cases.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    IndirectStandardisation
        One value a unit. The pooled shares are taken as known; two ratios compare each unit
        with the standard, and are no ratio of each other.

    Raises
    ------
    ParameterError
        If the shapes do not fit or a number is out of range.

    Notes
    -----
    A share of cases is binomial, and the interval named `lower, upper` is of that kind. For
    common events Byar's is too wide: it may cover 1 while the deviate says -2.21.

    Examples
    --------
    >>> found = indirect_standardisation([[1, 8], [3, 2]], [[10, 10], [30, 10]])
    >>> found.ratio
    array([1.5  , 0.625])
    """
    events, trials = check_strata(numerator, denominator)
    share = pooled_share(events, trials)
    observed, expected = events.sum(axis=1), trials @ share
    ratio = observed / np.where(expected > 0, expected, np.nan)
    lower, upper = binomial_ratio_interval(observed, trials, share, confidence_level)
    poisson_lower, poisson_upper = ratio_interval(observed, expected, confidence_level)
    total = trials.sum()
    return IndirectStandardisation(
        observed=observed,
        expected=expected,
        variance=trials @ (share * (1 - share)),
        ratio=ratio,
        lower=lower,
        upper=upper,
        poisson_lower=poisson_lower,
        poisson_upper=poisson_upper,
        z=binomial_z(observed, trials, share),
        adjusted=ratio * (observed.sum() / total if total > 0 else np.nan),
        shared_share=shared_share(trials),
    )
