"""Expected events from a binomial model of the main effects of several factors."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray
from scipy.special import chdtrc, expit, logit, xlogy

from lapor_lab.errors import ParameterError
from lapor_lab.stats.strata import check_strata

__all__ = ["BinomialModel", "expected_by_glm", "fit_binomial_glm"]

_MOST_STEPS: Final = 100
_TOLERANCE: Final = 1e-12
# A level without any event drives its effect to minus infinity; so far out it may rest.
_FARTHEST: Final = 30.0


@dataclass(frozen=True, kw_only=True)
class BinomialModel:
    """A logistic model of the share of events in each stratum, and how well it fits.

    Parameters
    ----------
    share : ndarray of shape (n_strata,)
        Fitted share of events.
    deviance : float
        Distance of the strata from the model; small where main effects are enough.
    degrees_of_freedom : int
        Strata with cases less the effects that were fitted.
    p_value : float
        Chance of a larger deviance if main effects are enough; NaN where no degree of freedom
        is left. Not to be trusted where most strata are small.
    c_statistic : float
        Chance that a case with the event had a higher fitted share than one without: 0.5
        where the factors tell nothing.
    """

    share: NDArray[np.float64]
    deviance: float
    degrees_of_freedom: int
    p_value: float
    c_statistic: float


def expected_by_glm(
    numerator: ArrayLike, denominator: ArrayLike, factors: pd.DataFrame | ArrayLike
) -> NDArray[np.float64]:
    """Return the events to be expected of each unit from a model of main effects.

    With many factors most strata are too small to give a standard of their own; the model
    lends them strength from strata that share a level. With one factor it gives what
    `expected_by_strata` does.

    Parameters
    ----------
    numerator : array-like of shape (n_units, n_strata)
        Events.
    denominator : array-like of shape (n_units, n_strata)
        Cases.
    factors : DataFrame or array-like of shape (n_strata, n_factors)
        Level of each factor in each stratum; a missing one is a level of its own.

    Returns
    -------
    ndarray of shape (n_units,)
        Expected events; their sum is the sum of the events.

    Raises
    ------
    ParameterError
        If the shapes do not fit or a number is out of range.

    Examples
    --------
    >>> expected_by_glm([[1, 8], [3, 2]], [[10, 10], [30, 10]], [["a"], ["b"]]).round(6)
    array([6., 8.])
    """
    _, trials = check_strata(numerator, denominator)
    return trials @ fit_binomial_glm(numerator, denominator, factors).share


def fit_binomial_glm(
    numerator: ArrayLike, denominator: ArrayLike, factors: pd.DataFrame | ArrayLike
) -> BinomialModel:
    """Fit a logistic model of main effects to the strata of all units together.

    Units are pooled, as the factors do not tell them apart. The model is fitted here and not
    by statsmodels, which warns of perfect prediction whenever a model is saturated, as with
    one factor it always is.

    Parameters
    ----------
    numerator : array-like of shape (n_units, n_strata)
        Events.
    denominator : array-like of shape (n_units, n_strata)
        Cases.
    factors : DataFrame or array-like of shape (n_strata, n_factors)
        Level of each factor in each stratum; a missing one is a level of its own.

    Returns
    -------
    BinomialModel
        Fitted shares and measures of fit.

    Raises
    ------
    ParameterError
        If the shapes do not fit, a number is out of range or there is no case.

    Examples
    --------
    >>> model = fit_binomial_glm([[1, 8, 3, 9]], [[9, 20, 9, 18]],
    ...                          [["a", "x"], ["a", "y"], ["b", "x"], ["b", "y"]])
    >>> model.share.round(3), model.degrees_of_freedom, round(model.p_value, 2)
    (array([0.169, 0.374, 0.276, 0.529]), 1, 0.48)
    """
    all_events, all_trials = check_strata(numerator, denominator)
    design = _main_effects(factors, all_trials.shape[1])
    events, trials = all_events.sum(axis=0), all_trials.sum(axis=0)
    some = trials > 0
    if not some.any():
        raise ParameterError(
            "parameter_range",
            name="denominator",
            allowed="above 0 somewhere",
            value=0,
            remedy="There is no case to fit a model to.",
        )
    effects = _fitted_effects(design[some], events[some], trials[some])
    share = expit(design @ effects)
    deviance = _deviance(events[some], trials[some], share[some])
    degrees = int(some.sum() - np.linalg.matrix_rank(design[some]))
    return BinomialModel(
        share=share,
        deviance=deviance,
        degrees_of_freedom=degrees,
        p_value=float(chdtrc(degrees, deviance)) if degrees > 0 else float("nan"),
        c_statistic=_c_statistic(events, trials - events, share),
    )


def _main_effects(factors: pd.DataFrame | ArrayLike, n_strata: int) -> NDArray[np.float64]:
    table = factors if isinstance(factors, pd.DataFrame) else pd.DataFrame(np.asarray(factors))
    if len(table) != n_strata:
        raise ParameterError(
            "work_shape", name="factors", allowed=f"({n_strata}, n_factors)", value=table.shape
        )
    columns = [np.ones((n_strata, 1))]
    for name in table.columns:
        codes, levels = pd.factorize(table[name], use_na_sentinel=False)
        columns.append((codes[:, None] == np.arange(1, len(levels))).astype(np.float64))
    return np.hstack(columns)


def _fitted_effects(
    design: NDArray[np.float64], events: NDArray[np.float64], trials: NDArray[np.float64]
) -> NDArray[np.float64]:
    # Iteratively reweighted least squares; by lstsq, so that confounded factors do no harm.
    linear = logit((events + 0.5) / (trials + 1))
    distance = np.inf
    for _ in range(_MOST_STEPS):
        share = expit(linear)
        weight = trials * share * (1 - share)
        working = linear + (events - trials * share) / weight
        root = np.sqrt(weight)
        effects = np.linalg.lstsq(design * root[:, None], working * root, rcond=None)[0]
        linear = np.clip(design @ effects, -_FARTHEST, _FARTHEST)
        previous, distance = distance, _deviance(events, trials, expit(linear))
        if abs(previous - distance) < _TOLERANCE * (distance + 1):
            break
    fitted: NDArray[np.float64] = effects
    return fitted


def _deviance(
    events: NDArray[np.float64], trials: NDArray[np.float64], share: NDArray[np.float64]
) -> float:
    others = trials - events
    seen = xlogy(events, events / trials) + xlogy(others, others / trials)
    fitted = xlogy(events, share) + xlogy(others, 1 - share)
    return float(2 * (seen - fitted).sum())


def _c_statistic(
    events: NDArray[np.float64], others: NDArray[np.float64], share: NDArray[np.float64]
) -> float:
    _, place = np.unique(share.round(12), return_inverse=True)
    n_events, n_others = np.bincount(place, events), np.bincount(place, others)
    pairs = events.sum() * others.sum()
    if pairs == 0:
        return float("nan")
    below = n_others.cumsum() - n_others / 2
    return float((n_events * below).sum() / pairs)
