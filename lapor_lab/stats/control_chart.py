"""Control charts: the range in which a steady process varies from period to period."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lapor_lab.stats.baseline import Baseline

__all__ = ["ControlChart", "chart_by_part", "mean_range", "moving_range"]

# A moving range above so many times their mean is screened out (Nelson 1982); it is the upper
# limit of a range of two.
_SCREEN: Final = 3.267

Fit = Callable[[NDArray[np.intp], NDArray[np.bool_]], tuple[float, NDArray[np.float64]]]


@dataclass(frozen=True, kw_only=True)
class ControlChart:
    """Values of periods with the centre and limits of their ordinary variation.

    Parameters
    ----------
    value : ndarray of shape (n_periods,)
        What is charted; NaN for a period without any case.
    centre : ndarray of shape (n_periods,)
        Mean of the baseline.
    standard_deviation : ndarray of shape (n_periods,)
        Of a value around the centre; NaN where the baseline shows no variation, from which
        nothing can be learnt.
    lower, upper : ndarray of shape (n_periods,)
        Limits at three standard deviations, within what a value can be.
    part : ndarray of shape (n_periods,)
        Number of the part, counted from 0; a rebase begins a new one.
    n_baseline : ndarray of shape (n_periods,)
        Periods with a value that the limits rest on; below 12 they are a first guess.
    """

    value: NDArray[np.float64]
    centre: NDArray[np.float64]
    standard_deviation: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    part: NDArray[np.intp]
    n_baseline: NDArray[np.intp]

    def near_limits(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return the limits at two standard deviations.

        Returns
        -------
        lower, upper : ndarray of shape (n_periods,)
            Not outside the outer limits.
        """
        half = 2 * self.standard_deviation
        return np.maximum(self.centre - half, self.lower), np.minimum(
            self.centre + half, self.upper
        )

    def scaled(self, factor: ArrayLike) -> "ControlChart":
        """Return the chart in another unit, which may differ by period.

        A chart of observed over expected events, scaled by the expected, shows events again,
        and its centre and limits move with the season. Judge by the run rules before: after
        it a trend of the season would look like one of the process.

        Parameters
        ----------
        factor : array-like of shape (n_periods,)
            Above 0.

        Returns
        -------
        ControlChart
            Values, centre, standard deviation and limits times `factor`.

        Examples
        --------
        >>> from lapor_lab.stats import u_chart
        >>> u_chart([8, 14, 9], [10, 10, 10]).scaled(10).value
        array([ 8., 14.,  9.])
        """
        times = np.asarray(factor, dtype=np.float64)
        return replace(
            self,
            value=self.value * times,
            centre=self.centre * times,
            standard_deviation=self.standard_deviation * times,
            lower=self.lower * times,
            upper=self.upper * times,
        )


def chart_by_part(
    value: NDArray[np.float64],
    baseline: Baseline | None,
    fit: Fit,
    *,
    floor: float = -np.inf,
    ceiling: float = np.inf,
) -> ControlChart:
    """Make a chart whose parts have a centre and limits of their own.

    Parameters
    ----------
    value : ndarray of shape (n_periods,)
        What is charted.
    baseline : Baseline or None
        What the limits rest on; all periods if None.
    fit : callable
        Takes the positions of a part, and which periods of the whole series are used and
        known; gives the centre and the standard deviation of each of the positions.
    floor, ceiling : float, default=-inf, inf
        What a value cannot go beyond.

    Returns
    -------
    ControlChart
        All parts in one.

    Raises
    ------
    ParameterError
        If a position of the baseline lies outside the series.

    Examples
    --------
    >>> values = np.array([1.0, 2.0, 3.0])
    >>> chart = chart_by_part(values, None, lambda at, used: (2.0, np.ones(len(at))), floor=0.0)
    >>> chart.lower, chart.upper
    (array([0., 0., 0.]), array([5., 5., 5.]))
    """
    n_periods = len(value)
    centre, deviation = np.full(n_periods, np.nan), np.full(n_periods, np.nan)
    part, n_baseline = np.zeros(n_periods, dtype=np.intp), np.zeros(n_periods, dtype=np.intp)
    for number, (positions, is_used) in enumerate((baseline or Baseline()).parts(n_periods)):
        is_base = np.zeros(n_periods, dtype=bool)
        is_base[positions[is_used]] = True
        is_base &= np.isfinite(value)
        part[positions], n_baseline[positions] = number, is_base.sum()
        if is_base.any():
            centre[positions], deviation[positions] = fit(positions, is_base)
    deviation = np.where(deviation > 0, deviation, np.nan)
    return ControlChart(
        value=value,
        centre=centre,
        standard_deviation=deviation,
        lower=np.maximum(centre - 3 * deviation, floor),
        upper=np.minimum(centre + 3 * deviation, ceiling),
        part=part,
        n_baseline=n_baseline,
    )


def moving_range(value: NDArray[np.float64], is_base: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the absolute differences of neighbouring periods.

    A period that is not used, or has no value, has no neighbours: a difference over a gap is
    not one of neighbours.

    Parameters
    ----------
    value : ndarray of shape (n_periods,)
        In the order of time.
    is_base : ndarray of shape (n_periods,)
        Which periods are used and known.

    Returns
    -------
    ndarray of shape (n_periods - 1,)
        NaN where one of the two is not used.

    Examples
    --------
    >>> moving_range(np.array([1.0, 3.0, 2.0]), np.array([True, True, False]))
    array([ 2., nan])
    """
    return np.abs(np.diff(np.where(is_base, value, np.nan)))


def mean_range(ranges: NDArray[np.float64], *, is_screened: bool) -> float:
    """Return the mean of moving ranges, those far above it left out if asked.

    Parameters
    ----------
    ranges : ndarray of shape (n,)
        Moving ranges; NaN is left out.
    is_screened : bool
        Whether ranges of 3.267 times their mean or more are left out and the mean is taken
        again (Nelson 1982), so that a single jump does not widen the limits.

    Returns
    -------
    float
        NaN where there is no range.

    Examples
    --------
    >>> mean_range(np.array([1.0, 2, 1, 2, 30, 1, 2]), is_screened=True)
    1.5
    """
    known = ranges[np.isfinite(ranges)]
    if is_screened and known.any():
        known = known[known < _SCREEN * known.mean()]
    return float(known.mean()) if len(known) else float("nan")
