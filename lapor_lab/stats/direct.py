"""Direct standardisation: what a unit would have on the composition of a standard."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.errors import ParameterError
from lapor_lab.stats.proportion import wilson_interval
from lapor_lab.stats.ratio import byar_interval
from lapor_lab.stats.strata import check_strata

__all__ = ["DirectStandardisation", "direct_rate", "direct_standardisation"]

# As PHEindicatormethods does: Dobson's interval is not trusted below.
_FEWEST_EVENTS: Final = 10


@dataclass(frozen=True, kw_only=True)
class DirectStandardisation:
    """Shares or rates on the composition of a standard, by unit.

    Parameters
    ----------
    estimate : ndarray of shape (n_units,)
        Share or rate; NaN where a stratum that has weight has no case.
    standard_error : ndarray of shape (n_units,)
        Its standard error.
    lower, upper : ndarray of shape (n_units,)
        Its interval.
    """

    estimate: NDArray[np.float64]
    standard_error: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]


def direct_standardisation(
    numerator: ArrayLike,
    denominator: ArrayLike,
    weight: ArrayLike,
    *,
    confidence_level: float = 0.95,
) -> DirectStandardisation:
    """Return the share that each unit would have on the composition of a standard.

    The interval joins Wilson's intervals of the strata (the method of variance estimates
    recovery), so that it stays in [0, 1], is not of width 0 where no event was seen, and with
    one stratum is Wilson's.

    Parameters
    ----------
    numerator : array-like of shape (n_units, n_strata)
        Events.
    denominator : array-like of shape (n_units, n_strata)
        Cases.
    weight : array-like of shape (n_strata,)
        Cases of the standard, or any number in proportion to them.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    DirectStandardisation
        Missing where a unit has no case of a stratum that has weight: nothing is made up for
        it.

    Raises
    ------
    ParameterError
        If the shapes do not fit or a number is out of range.

    References
    ----------
    .. [1] Zou, Huang & Zhang (2009), Comput. Stat. Data Anal. 53, 1080-1085.

    Examples
    --------
    >>> found = direct_standardisation([[1, 8], [3, 2]], [[10, 10], [30, 10]], [40, 20])
    >>> found.estimate.round(3), found.lower.round(3), found.upper.round(3)
    (array([0.333, 0.133]), array([0.216, 0.069]), array([0.542, 0.28 ]))
    """
    events, trials = check_strata(numerator, denominator)
    part = _checked_weight(weight, trials.shape[1])
    trials = np.where(trials > 0, trials, np.nan)
    share = events / trials
    low, high = wilson_interval(events, trials, confidence_level)
    estimate = _weighted(part, share)
    variance = _weighted(part**2, share * (1 - share) / trials)
    return DirectStandardisation(
        estimate=estimate,
        standard_error=np.sqrt(variance),
        lower=estimate - np.sqrt(_weighted(part**2, (share - low) ** 2)),
        upper=estimate + np.sqrt(_weighted(part**2, (high - share) ** 2)),
    )


def direct_rate(
    numerator: ArrayLike,
    denominator: ArrayLike,
    weight: ArrayLike,
    *,
    numerator_variance: ArrayLike | None = None,
    confidence_level: float = 0.95,
) -> DirectStandardisation:
    """Return the rate of events of a population, on a standard, with Dobson's interval.

    Parameters
    ----------
    numerator : array-like of shape (n_units, n_strata)
        Events; there may be more of them than people.
    denominator : array-like of shape (n_units, n_strata)
        Population.
    weight : array-like of shape (n_strata,)
        Population of the standard.
    numerator_variance : array-like of shape (n_units, n_strata) or None, default=None
        Variance of the events; by default they are independent, and it is their number.
        Where k events come from one source, each source adds k squared: so one person's
        many complaints are not taken for many persons'.
    confidence_level : float, default=0.95
        In (0, 1).

    Returns
    -------
    DirectStandardisation
        Rates per person. Missing below 10 events, where the interval cannot be trusted, and
        where a stratum that has weight has no population.

    Raises
    ------
    ParameterError
        If the shapes do not fit or a number is out of range.

    References
    ----------
    .. [1] Dobson, Kuulasmaa, Eberle & Scherer (1991), Stat. Med. 10, 457-462.

    Examples
    --------
    >>> found = direct_rate([[10, 80]], [[1000, 1000]], [2000, 1000])
    >>> (1000 * found.estimate).round(1), (1000 * found.lower).round(1)
    (array([33.3]), array([26.5]))
    """
    events, people = check_strata(numerator, denominator, is_share=False)
    part = _checked_weight(weight, people.shape[1])
    spread = events
    if numerator_variance is not None:
        spread, _ = check_strata(
            numerator_variance, people, is_share=False, name="numerator_variance"
        )
    people = np.where(people > 0, people, np.nan)
    total = events.sum(axis=1)
    total = np.where(total >= _FEWEST_EVENTS, total, np.nan)
    estimate = np.where(np.isnan(total), np.nan, _weighted(part, events / people))
    standard_error = np.sqrt(_weighted(part**2, spread / people**2) + 0 * total)
    lower, upper = byar_interval(total, 1.0, confidence_level)
    unit = standard_error / np.sqrt(total)
    return DirectStandardisation(
        estimate=estimate,
        standard_error=standard_error,
        lower=estimate + unit * (lower - total),
        upper=estimate + unit * (upper - total),
    )


def _weighted(part: NDArray[np.float64], values: NDArray[np.float64]) -> NDArray[np.float64]:
    some = part > 0
    total: NDArray[np.float64] = values[:, some] @ part[some]
    return total


def _checked_weight(weight: ArrayLike, n_strata: int) -> NDArray[np.float64]:
    values = np.asarray(weight, dtype=np.float64)
    if values.shape != (n_strata,):
        raise ParameterError(
            "work_shape", name="weight", allowed=f"({n_strata},)", value=values.shape
        )
    if not ((values >= 0).all() and values.sum() > 0):
        raise ParameterError(
            "parameter_range",
            name="weight",
            allowed="at least 0, and not all 0",
            value=values.tolist(),
            remedy="Give the cases of the standard by stratum.",
        )
    part: NDArray[np.float64] = values / values.sum()
    return part
