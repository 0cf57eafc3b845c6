"""Which periods of a control chart are more than ordinary variation: the rules of the NHS."""

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from lapor_lab.stats.control_chart import ControlChart
from lapor_lab.stats.relation import side_of

__all__ = ["Assurance", "RuleSignals", "assurance", "nhs_rules"]

Assurance = Literal["consistent_pass", "consistent_fail", "inconsistent"]
Sides = NDArray[np.int8]

_RUN: Final = 7
_NEAR: Final = 2
_WINDOW: Final = 3
# Where several rules hold, the one that is named first.
_ORDER: Final = ("outside", "trend", "two_of_three", "shift")


@dataclass(frozen=True, kw_only=True)
class RuleSignals:
    """What each rule says of each period: 1 high or rising, -1 low or falling, 0 nothing.

    Parameters
    ----------
    outside : ndarray of shape (n_periods,)
        Beyond the limits.
    trend : ndarray of shape (n_periods,)
        One of seven in a row that rise, or fall, from each to the next.
    two_of_three : ndarray of shape (n_periods,)
        Beyond two standard deviations but within the limits, as at least two of three
        neighbours on the same side of the centre.
    shift : ndarray of shape (n_periods,)
        One of seven in a row on the same side of the centre.
    """

    outside: Sides
    trend: Sides
    two_of_three: Sides
    shift: Sides

    @property
    def is_special(self) -> NDArray[np.bool_]:
        """Whether some rule holds.

        Returns
        -------
        ndarray of shape (n_periods,)
            False is ordinary variation: a single period of it has no cause of its own.
        """
        return np.not_equal(self.direction, 0)

    @property
    def direction(self) -> Sides:
        """Direction of the first rule that holds.

        Returns
        -------
        ndarray of shape (n_periods,)
            1, -1 or 0, in the order outside, trend, two of three, shift.
        """
        found = np.zeros(len(self.outside), dtype=np.int8)
        for name in _ORDER:
            found = np.where(found == 0, getattr(self, name), found)
        return found

    @property
    def rule(self) -> NDArray[np.str_]:
        """Name of the first rule that holds.

        Returns
        -------
        ndarray of shape (n_periods,)
            "outside", "trend", "two_of_three", "shift", or "" for none.
        """
        held = [getattr(self, name) != 0 for name in _ORDER]
        return np.select(held, list(_ORDER), default="")


def nhs_rules(chart: ControlChart) -> RuleSignals:
    """Find the periods that are more than ordinary variation, by the four rules of the NHS.

    Each part of a chart is judged by itself. A missing period ends what was going on, since
    nobody knows what it would have been.

    Chance alone sets the rules off too: of steady series of 12, 24 and 48 periods about 8, 19
    and 40 % have a special period somewhere (by simulation of normal values). A special
    period is a reason to ask, not a verdict.

    Parameters
    ----------
    chart : ControlChart
        As `xmr_chart`, `p_chart` and the others give.

    Returns
    -------
    RuleSignals
        In the direction of the values; whether high is good is not known here.

    References
    ----------
    .. [1] NHS England (2019), Making Data Count: Strengthening Your Decisions.

    Examples
    --------
    >>> from lapor_lab.stats import xmr_chart
    >>> signals = nhs_rules(xmr_chart([10, 12, 11, 10, 12, 30, 11, 12, 10, 11]))
    >>> signals.rule.tolist()
    ['', '', '', '', '', 'outside', '', '', '', '']
    """
    side = side_of(chart.value, chart.centre)
    outside = _beyond(chart.value, chart.lower, chart.upper)
    close = np.where(outside == 0, _beyond(chart.value, *chart.near_limits()), 0)
    trend, two_of_three, shift = (np.zeros(len(side), dtype=np.int8) for _ in range(3))
    for number in np.unique(chart.part):
        at = np.flatnonzero(chart.part == number)
        shift[at] = _runs(side[at], _RUN)
        trend[at] = _trends(chart.value[at])
        two_of_three[at] = _two_of_three(close[at], side[at])
    return RuleSignals(outside=outside, trend=trend, two_of_three=two_of_three, shift=shift)


def assurance(
    chart: ControlChart, target: float, *, direction: Literal["higher", "lower"]
) -> Assurance | None:
    """Say whether an unchanged process will meet a target, or a legal limit.

    It is judged by the latest limits: a target outside them will be met, or missed, period
    after period; one between them is now met and now missed by chance.

    Parameters
    ----------
    chart : ControlChart
        As `xmr_chart`, `p_chart` and the others give.
    target : float
        In the unit of the values.
    direction : {"higher", "lower"}
        Which values meet the target.

    Returns
    -------
    {"consistent_pass", "consistent_fail", "inconsistent"} or None
        None where the chart has no limits.

    Examples
    --------
    >>> from lapor_lab.stats import xmr_chart
    >>> assurance(xmr_chart([10, 12, 11, 10, 12]), 20, direction="lower")
    'consistent_pass'
    """
    lower, upper = float(chart.lower[-1]), float(chart.upper[-1])
    if np.isnan(lower) or np.isnan(target):
        return None
    if lower <= target <= upper:
        return "inconsistent"
    return "consistent_pass" if (target > upper) == (direction == "lower") else "consistent_fail"


def _beyond(
    value: NDArray[np.float64], lower: NDArray[np.float64], upper: NDArray[np.float64]
) -> Sides:
    return np.where(
        side_of(value, upper) > 0, 1, np.where(side_of(value, lower) < 0, -1, 0)
    ).astype(np.int8)


def _runs(side: Sides, length: int) -> Sides:
    # Members of runs of so many neighbours or more on one side; 0 ends a run.
    found = np.zeros(len(side), dtype=np.int8)
    for start in range(len(side) - length + 1):
        window = side[start : start + length]
        if window[0] != 0 and (window == window[0]).all():
            found[start : start + length] = window[0]
    return found


def _trends(value: NDArray[np.float64]) -> Sides:
    steps = _runs(side_of(value[1:], value[:-1]), _RUN - 1)
    # A step belongs to both of its ends; at a turning point the later trend is told.
    before, after = np.append(0, steps), np.append(steps, 0)
    return np.where(after != 0, after, before).astype(np.int8)


def _two_of_three(close: Sides, side: Sides) -> Sides:
    found = np.zeros(len(side), dtype=np.int8)
    for start in range(len(side) - _WINDOW + 1):
        window = slice(start, start + _WINDOW)
        is_one_sided = abs(side[window].sum()) == _WINDOW
        if is_one_sided and np.count_nonzero(close[window]) >= _NEAR:
            found[window] = np.where(close[window] != 0, close[window], found[window])
    return found
