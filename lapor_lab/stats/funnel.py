"""Limits of a funnel: how far chance alone may carry a unit of a given size from the target."""

from collections.abc import Sequence
from typing import Final, Literal, get_args

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from lapor_lab.errors import UnknownNameError
from lapor_lab.stats.checked_numbers import numbers_at_least, shares
from lapor_lab.stats.count_limits import exact_count_limits, interpolated_count_limits
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["FUNNEL_LEVELS", "FunnelForm", "funnel_limits", "level_suffix", "ratio_funnel_limits"]

FunnelForm = Literal["exact", "interpolated", "wilson"]

# Two and three standard errors of a normal deviate (Spiegelhalter 2005).
FUNNEL_LEVELS: Final = (0.95, 0.998)
_COUNT_LIMITS: Final = {"exact": exact_count_limits, "interpolated": interpolated_count_limits}


def funnel_limits(
    denominator: ArrayLike,
    target: ArrayLike,
    levels: Sequence[float] = FUNNEL_LEVELS,
    *,
    inflation: ArrayLike = 1.0,
    form: FunnelForm = "exact",
) -> dict[str, NDArray[np.float64]]:
    """Return the limits around a target share, by size of the unit.

    The forms differ in how often a unit on target is wrongly found outside:

    - ``"exact"``: the binomial tail, carried on between whole numbers by the incomplete beta
      function. The curve is smooth, and a count lies outside if and only if its own tail is
      below (1 - level) / 2, so that alarms never come more often than that on either side.
    - ``"interpolated"``: Spiegelhalter's interpolation of the distribution function. At the
      upper end a count is outside one event sooner than the tail allows.
    - ``"wilson"``: where the end of Wilson's interval meets the target, which is the target
      plus and minus normal standard errors. With rare events alarms from above come several
      times as often as stated; with common events and large units it is close to exact.

    Parameters
    ----------
    denominator : array-like of shape (n,)
        Cases, at least 0; limits are NaN where it is 0.
    target : array-like of shape (n,)
        Share on which the funnel stands, in [0, 1]; one for all or one a unit.
    levels : sequence of float, default=FUNNEL_LEVELS
        Shares of units on target that lie inside, two-sided, each in (0, 1).
    inflation : array-like of shape (n,), default=1.0
        How many times as far, in normal deviates, the limits lie as chance alone would have
        them, at least 1: sqrt(1 + tau2 / standard_error**2) with overdispersion.
    form : {"exact", "interpolated", "wilson"}, default="exact"
        Which limits.

    Returns
    -------
    dict of str to ndarray of shape (n,)
        Shares in [0, 1], by ``lower_95``, ``upper_95``, ``lower_998``, ``upper_998`` and so on
        in the order of the levels. A share is outside if it is strictly beyond. The end is 0
        (or 1) where no share that is possible would be too low (too high).

    Raises
    ------
    ParameterError
        If a number lies outside its range.
    UnknownNameError
        If there is no such form.

    References
    ----------
    .. [1] Spiegelhalter (2005), Stat. Med. 24, 1185-1202.

    Examples
    --------
    >>> limits = funnel_limits([20, 2000], 0.1)
    >>> limits["lower_998"].round(4), limits["upper_998"].round(4)
    (array([0.    , 0.0796]), array([0.3756, 0.1215]))
    """
    _check_form(form, get_args(FunnelForm))
    n, centre, wider = np.broadcast_arrays(
        numbers_at_least("denominator", denominator, 0),
        shares("target", target),
        numbers_at_least("inflation", inflation, 1),
    )
    trials = np.where(n > 0, n, np.nan)
    mean = trials * centre
    limits: dict[str, NDArray[np.float64]] = {}
    for level in levels:
        deviate = _deviate(level) * wider
        if form == "wilson":
            half = deviate * np.sqrt(mean * (1 - centre))
            ends = np.clip(mean - half, 0, trials), np.clip(mean + half, 0, trials)
        else:
            ends = _COUNT_LIMITS[form](mean, trials, deviate)
        limits |= _named(level, ends, trials)
    return limits


def ratio_funnel_limits(
    expected: ArrayLike,
    levels: Sequence[float] = FUNNEL_LEVELS,
    *,
    inflation: ArrayLike = 1.0,
    form: FunnelForm = "exact",
) -> dict[str, NDArray[np.float64]]:
    """Return the limits around a ratio of 1 of observed to expected events.

    The events are taken as Poisson. Where they are common (more than about a tenth of the
    cases) the limits of a share are narrower, and right. The forms are those of
    `funnel_limits`; ``"exact"`` is the curve of PHE's ratio funnel. It is not the interval of
    the expected number taken for a count (`poisson_interval`), which some programs draw: that
    finds no event at all of 2 expected too low, which happens 13.5 % of the time.

    Parameters
    ----------
    expected : array-like of shape (n,)
        Expected events, at least 0; limits are NaN where it is 0.
    levels : sequence of float, default=FUNNEL_LEVELS
        Shares of units on target that lie inside, two-sided, each in (0, 1).
    inflation : array-like of shape (n,), default=1.0
        As in `funnel_limits`.
    form : {"exact", "interpolated"}, default="exact"
        Which limits. At 2 expected events and 99.8 %, 9 are outside by the exact limits
        (chance .0002), 8 by the interpolated ones (.0011).

    Returns
    -------
    dict of str to ndarray of shape (n,)
        Ratios, by ``lower_95``, ``upper_95`` and so on in the order of the levels. A ratio is
        outside if it is strictly beyond; the lower end is 0 where none is too low.

    Raises
    ------
    ParameterError
        If a number lies outside its range.
    UnknownNameError
        If there is no such form.

    References
    ----------
    .. [1] Spiegelhalter (2005), Stat. Med. 24, 1185-1202.

    Examples
    --------
    >>> limits = ratio_funnel_limits([2, 100])
    >>> limits["lower_998"].round(3), limits["upper_998"].round(3)
    (array([0.   , 0.701]), array([4.031, 1.328]))
    """
    _check_form(form, tuple(_COUNT_LIMITS))
    events, wider = np.broadcast_arrays(
        numbers_at_least("expected", expected, 0), numbers_at_least("inflation", inflation, 1)
    )
    mean = np.where(events > 0, events, np.nan)
    limits: dict[str, NDArray[np.float64]] = {}
    for level in levels:
        ends = _COUNT_LIMITS[form](mean, np.inf, _deviate(level) * wider)
        limits |= _named(level, ends, mean)
    return limits


def level_suffix(level: float) -> str:
    """Return what the limits of a level end in.

    Parameters
    ----------
    level : float
        In (0, 1).

    Returns
    -------
    str
        The level in per cent without a point.

    Examples
    --------
    >>> level_suffix(0.95), level_suffix(0.998), level_suffix(0.9)
    ('95', '998', '90')
    """
    return f"{100 * level:g}".replace(".", "")


def _named(
    level: float, ends: tuple[NDArray[np.float64], ...], divisor: NDArray[np.float64]
) -> dict[str, NDArray[np.float64]]:
    names = (f"lower_{level_suffix(level)}", f"upper_{level_suffix(level)}")
    return {name: end / divisor for name, end in zip(names, ends, strict=True)}


def _deviate(level: float) -> float:
    check_confidence_level(level)
    return float(ndtri((1 + level) / 2))


def _check_form(form: str, known: tuple[str, ...]) -> None:
    if form not in known:
        raise UnknownNameError("unknown_name", kind="form", value=form, allowed=", ".join(known))
