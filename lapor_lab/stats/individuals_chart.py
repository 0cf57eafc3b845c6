"""Control charts of one value a period: XmR, i and i'."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.stats.baseline import Baseline
from lapor_lab.stats.checked_numbers import numbers_at_least
from lapor_lab.stats.control_chart import ControlChart, chart_by_part, mean_range, moving_range

__all__ = ["MEAN_RANGE", "i_chart", "xmr_chart"]

# Mean range of two values of a normal process, in standard deviations (d2).
MEAN_RANGE: Final = 1.128
# 3 / 1.128, rounded as the NHS writes it.
_XMR_FACTOR: Final = 2.66


def xmr_chart(
    value: ArrayLike, baseline: Baseline | None = None, *, is_screened: bool = True
) -> ControlChart:
    """Return an XmR chart by the rules of the NHS ("making data count").

    Limits lie 2.66 mean moving ranges from the mean. Use it for a mean, a median, or any
    other value of a period whose own uncertainty is small; for events out of cases prefer the
    primed charts, which know that a month with few cases varies more.

    Parameters
    ----------
    value : array-like of shape (n_periods,)
        In the order of time; NaN where a period has none.
    baseline : Baseline or None, default=None
        What the limits rest on; all periods if None.
    is_screened : bool, default=True
        Whether moving ranges of 3.267 times their mean or more are left out.

    Returns
    -------
    ControlChart
        Limits are not cut at 0.

    Raises
    ------
    ParameterError
        If a position of the baseline lies outside the series.

    References
    ----------
    .. [1] Wheeler (2000), Understanding Variation, 2nd ed.
    .. [2] Nelson (1982), J. Qual. Technol. 14, 172-173.

    Examples
    --------
    >>> chart = xmr_chart([10, 12, 11, 13, 10, 12])
    >>> round(float(chart.lower[0]), 3), round(float(chart.upper[0]), 3)
    (6.013, 16.653)
    """
    values = np.asarray(value, dtype=np.float64)

    def fit(
        positions: NDArray[np.intp], is_base: NDArray[np.bool_]
    ) -> tuple[float, NDArray[np.float64]]:
        mean = mean_range(moving_range(values, is_base), is_screened=is_screened)
        spread = mean * _XMR_FACTOR / 3
        return float(values[is_base].mean()), np.full(len(positions), spread)

    return chart_by_part(values, baseline, fit)


def i_chart(
    value: ArrayLike,
    denominator: ArrayLike | None = None,
    baseline: Baseline | None = None,
    *,
    is_screened: bool = False,
) -> ControlChart:
    """Return an individuals chart, or with denominators the i' chart, whose limits know them.

    Without denominators it is the chart of Montgomery: the mean moving range over 1.128 is
    the standard deviation. With them a value weighs by its denominator, and the limits of a
    period are the wider the smaller its own (Taylor's normalised individuals chart).

    Parameters
    ----------
    value : array-like of shape (n_periods,)
        In the order of time; NaN where a period has none. With denominators: per unit of
        them, such as a mean of so many cases.
    denominator : array-like of shape (n_periods,) or None, default=None
        What each value is a mean or share of; a period with 0 has no value.
    baseline : Baseline or None, default=None
        What the limits rest on; all periods if None.
    is_screened : bool, default=False
        Whether ranges far above their mean are left out, as for `xmr_chart`.

    Returns
    -------
    ControlChart
        Limits are not cut at 0.

    Raises
    ------
    ParameterError
        If a denominator is negative, or a position of the baseline lies outside the series.

    References
    ----------
    .. [1] Montgomery (2013), Introduction to Statistical Quality Control, 7th ed., eq. 6.33.
    .. [2] Taylor (2017), Normalized Individuals (IN) Control Chart.

    Examples
    --------
    >>> i_chart([2, 4, 3], [100, 25, 100]).standard_deviation.round(2)
    array([0.84, 1.68, 0.84])
    """
    values = np.asarray(value, dtype=np.float64)
    if denominator is None:
        sizes = np.ones(len(values))
    else:
        sizes = numbers_at_least("denominator", denominator, 0)
    values, sizes = np.where(sizes > 0, values, np.nan), np.where(sizes > 0, sizes, np.nan)

    def fit(
        positions: NDArray[np.intp], is_base: NDArray[np.bool_]
    ) -> tuple[float, NDArray[np.float64]]:
        centre = float(np.average(values[is_base], weights=sizes[is_base]))
        ranges = moving_range(values, is_base)
        if denominator is None:
            spread = mean_range(ranges, is_screened=is_screened) / MEAN_RANGE
        else:
            # The mean absolute difference of normal values is sqrt(2 / pi) of its deviation.
            steps = np.sqrt(np.pi / 2) * ranges / np.sqrt(1 / sizes[:-1] + 1 / sizes[1:])
            spread = mean_range(steps, is_screened=is_screened)
        return centre, spread / np.sqrt(sizes[positions])

    return chart_by_part(values, baseline, fit)
