"""Control charts of events: p, u and c, and the primed ones for large counts."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.stats.baseline import Baseline
from lapor_lab.stats.checked_numbers import numbers_at_least
from lapor_lab.stats.control_chart import ControlChart, chart_by_part, mean_range, moving_range
from lapor_lab.stats.event_counts import check_events
from lapor_lab.stats.individuals_chart import MEAN_RANGE

__all__ = ["c_chart", "p_chart", "u_chart"]


def p_chart(
    numerator: ArrayLike,
    denominator: ArrayLike,
    baseline: Baseline | None = None,
    *,
    is_primed: bool = False,
    is_screened: bool = False,
) -> ControlChart:
    """Return a chart of shares: p, or Laney's p' if primed.

    The limits of p are those of a binomial share, which is the variation of chance alone.
    With hundreds of cases a period hardly any process is so steady, and nearly every period
    is called special. The limits of p' are wider (or narrower) by the variation from period
    to period that the baseline shows: use it where the periods have many cases.

    Parameters
    ----------
    numerator : array-like of shape (n_periods,)
        Events, in the order of time.
    denominator : array-like of shape (n_periods,)
        Cases; a period with 0 has no value.
    baseline : Baseline or None, default=None
        What the limits rest on; all periods if None.
    is_primed : bool, default=False
        Whether the limits take in the variation between periods.
    is_screened : bool, default=False
        Whether moving ranges far above their mean are left out; only of p'.

    Returns
    -------
    ControlChart
        Limits within [0, 1].

    Raises
    ------
    ParameterError
        If a numerator is not in [0, denominator], or a position of the baseline lies outside
        the series.

    References
    ----------
    .. [1] Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., sect. 7.3.
    .. [2] Laney (2002), Qual. Eng. 14, 531-537.

    Examples
    --------
    >>> chart = p_chart([24, 30, 27], [40, 60, 45])
    >>> chart.centre.round(3), chart.lower.round(3)
    (array([0.559, 0.559, 0.559]), array([0.323, 0.366, 0.337]))
    """
    events, trials = check_events(numerator, denominator)
    return _event_chart(
        events,
        trials,
        baseline,
        lambda share: share * (1 - share),
        is_primed=is_primed,
        is_screened=is_screened,
        ceiling=1.0,
    )


def u_chart(
    numerator: ArrayLike,
    denominator: ArrayLike,
    baseline: Baseline | None = None,
    *,
    is_primed: bool = False,
    is_screened: bool = False,
) -> ControlChart:
    """Return a chart of rates: u, or Laney's u' if primed.

    The limits of u are those of Poisson events, which is the variation of chance alone; those
    of u' take in the variation from period to period that the baseline shows. With the events
    expected for the season as denominator (`expected_by_season`, `expected_from_pattern`) the
    chart is one of observed over expected, in which the season raises no alarm.

    Parameters
    ----------
    numerator : array-like of shape (n_periods,)
        Events, in the order of time, at least 0; they may outnumber the denominator.
    denominator : array-like of shape (n_periods,)
        What they are a rate of: inhabitants, working days, expected events; a period with 0
        has no value.
    baseline : Baseline or None, default=None
        What the limits rest on; all periods if None.
    is_primed : bool, default=False
        Whether the limits take in the variation between periods.
    is_screened : bool, default=False
        Whether moving ranges far above their mean are left out; only of u'.

    Returns
    -------
    ControlChart
        Limits at least 0.

    Raises
    ------
    ParameterError
        If a number is negative, or a position of the baseline lies outside the series.

    References
    ----------
    .. [1] Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., sect. 7.3.
    .. [2] Laney (2002), Qual. Eng. 14, 531-537.

    Examples
    --------
    >>> chart = u_chart([24, 30, 45], [20, 21, 23])
    >>> chart.value.round(2), chart.upper.round(2)
    (array([1.2 , 1.43, 1.96]), array([2.38, 2.36, 2.32]))
    """
    events = numbers_at_least("numerator", numerator, 0)
    sizes = numbers_at_least("denominator", denominator, 0)
    return _event_chart(
        events, sizes, baseline, lambda rate: rate, is_primed=is_primed, is_screened=is_screened
    )


def c_chart(count: ArrayLike, baseline: Baseline | None = None) -> ControlChart:
    """Return a chart of counts of events, each period being as long and as large as the others.

    Parameters
    ----------
    count : array-like of shape (n_periods,)
        Events, in the order of time, at least 0; NaN where a period has none.
    baseline : Baseline or None, default=None
        What the limits rest on; all periods if None.

    Returns
    -------
    ControlChart
        Limits of Poisson counts, at least 0.

    Raises
    ------
    ParameterError
        If a count is negative, or a position of the baseline lies outside the series.

    References
    ----------
    .. [1] Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., eq. 7.17.

    Examples
    --------
    >>> chart = c_chart([9, 12, 6])
    >>> chart.lower, chart.upper
    (array([0., 0., 0.]), array([18., 18., 18.]))
    """
    events = numbers_at_least("count", count, 0)
    return u_chart(events, np.ones(len(events)), baseline)


def _event_chart(
    events: NDArray[np.float64],
    sizes: NDArray[np.float64],
    baseline: Baseline | None,
    unit_variance: Callable[[float], float],
    *,
    is_primed: bool,
    is_screened: bool,
    ceiling: float = np.inf,
) -> ControlChart:
    # `unit_variance` is that of a value of size 1, by the centre.
    known = np.where(sizes > 0, sizes, np.nan)
    value = events / known

    def fit(
        positions: NDArray[np.intp], is_base: NDArray[np.bool_]
    ) -> tuple[float, NDArray[np.float64]]:
        centre = float(events[is_base].sum() / sizes[is_base].sum())
        deviation = np.sqrt(unit_variance(centre) / known)
        if is_primed and deviation[is_base].all():
            ranges = moving_range((value - centre) / deviation, is_base)
            deviation = deviation * mean_range(ranges, is_screened=is_screened) / MEAN_RANGE
        return centre, deviation[positions]

    return chart_by_part(value, baseline, fit, floor=0.0, ceiling=ceiling)
