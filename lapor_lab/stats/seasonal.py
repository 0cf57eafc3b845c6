"""What a period leads one to expect, so that its season raises no alarm."""

from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from lapor_lab.stats.checked_numbers import numbers_above, numbers_at_least

__all__ = ["expected_by_season", "expected_from_pattern", "seasonally_adjusted"]


def expected_from_pattern(value: ArrayLike, pattern: ArrayLike) -> NDArray[np.float64]:
    """Return what each period would hold if the total followed a pattern known from elsewhere.

    The pattern is best that of all others together (the national total less one's own): what
    all have in common, such as Lebaran, the new school year or a long week-end, is in it
    wherever it falls, and what happened to one alone is not. It needs no second year.

    Events of counts charts go in as denominators:
    `u_chart(value, expected_from_pattern(value, pattern), is_primed=True)`.

    Parameters
    ----------
    value : array-like of shape (n_periods,)
        Events, in the order of time, at least 0.
    pattern : array-like of shape (n_periods,)
        Events of the others in the same periods, at least 0.

    Returns
    -------
    ndarray of shape (n_periods,)
        The pattern, scaled to the sum of the values; NaN where it is missing or 0.

    Raises
    ------
    ParameterError
        If a number is negative.

    Examples
    --------
    >>> expected_from_pattern([12, 5, 13], [400, 200, 400])
    array([12.,  6., 12.])
    """
    own = numbers_at_least("value", value, 0)
    shape = numbers_at_least("pattern", pattern, 0)
    is_known = np.isfinite(own) & (shape > 0)
    scale = own[is_known].sum() / shape[is_known].sum() if is_known.any() else np.nan
    return np.where(shape > 0, shape * scale, np.nan)


def expected_by_season(
    value: ArrayLike, season: ArrayLike, denominator: ArrayLike | None = None
) -> NDArray[np.float64]:
    """Return what each period would hold if it were as the same season of the other years.

    A period takes no part in its own expectation, so that what happened in it is not
    explained away. Lebaran moves by eleven days a year: give the months that hold it a season
    of their own rather than their number, and working days as denominator if the months
    differ in them. Charts of events take the result as their denominator:
    `u_chart(events, expected_by_season(events, season, cases), is_primed=True)`; for means
    and medians see `seasonally_adjusted`.

    With few years the other years are themselves uncertain: of four steady years about 6 % of
    the months are called special instead of 5 % (by simulation). A pattern known from elsewhere
    (`expected_from_pattern`) adds none.

    Parameters
    ----------
    value : array-like of shape (n_periods,)
        Events, or another value that adds up, in the order of time; NaN where missing.
    season : array-like of shape (n_periods,)
        Name of the season of each period, such as the month or "Lebaran".
    denominator : array-like of shape (n_periods,) or None, default=None
        Cases, days or inhabitants that the values are out of; 1 by default.

    Returns
    -------
    ndarray of shape (n_periods,)
        In the unit of `value`; NaN for a season that was seen but once, of which nothing can
        be expected.

    Raises
    ------
    ParameterError
        If a denominator is negative.

    Examples
    --------
    >>> expected_by_season([100, 52, 110, 48], ["January", "Lebaran"] * 2)
    array([110.,  48., 100.,  52.])
    """
    values = np.asarray(value, dtype=np.float64)
    if denominator is None:
        sizes = np.ones(len(values))
    else:
        sizes = numbers_at_least("denominator", denominator, 0)
    is_known = np.isfinite(values) & (sizes > 0)
    events, trials = np.where(is_known, values, 0.0), np.where(is_known, sizes, 0.0)
    code, names = pd.factorize(np.asarray(season))
    other_events = np.bincount(code, events, len(names))[code] - events
    other_trials = np.bincount(code, trials, len(names))[code] - trials
    n_others = np.bincount(code, is_known, len(names))[code] - is_known
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = sizes * other_events / other_trials
    return np.where((n_others > 0) & (sizes > 0), expected, np.nan)


def seasonally_adjusted(
    value: ArrayLike, expected: ArrayLike, *, method: Literal["ratio", "difference"] = "ratio"
) -> NDArray[np.float64]:
    """Return values without what their season leads one to expect, in their own unit.

    For `xmr_chart` and `i_chart`, whose values have no denominator. A ratio suits what varies
    in proportion to its level, such as counts and days; a difference what does not, such as
    ratings.

    Parameters
    ----------
    value : array-like of shape (n_periods,)
        In the order of time; NaN where missing.
    expected : array-like of shape (n_periods,)
        What each period leads one to expect, from whatever source; above 0 for a ratio.
    method : {"ratio", "difference"}, default="ratio"
        Whether the season multiplies or adds.

    Returns
    -------
    ndarray of shape (n_periods,)
        `value / expected` times the mean of `expected`, or `value - expected` plus it.

    Raises
    ------
    ParameterError
        If an expected value of a ratio is not above 0.

    Examples
    --------
    >>> seasonally_adjusted([20, 10, 30], [20, 10, 15])
    array([15., 15., 30.])
    >>> seasonally_adjusted([4.1, 3.9, 4.5], [4.0, 3.8, 4.2], method="difference")
    array([4.1, 4.1, 4.3])
    """
    values = np.asarray(value, dtype=np.float64)
    if method == "difference":
        base = np.asarray(expected, dtype=np.float64)
    else:
        base = numbers_above("expected", expected, 0)
    known = base[np.isfinite(base)]
    mean = known.mean() if len(known) else np.nan
    return values - base + mean if method == "difference" else values / base * mean
