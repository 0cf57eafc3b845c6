"""Overdispersion of ratios and shares on the scales of its published variants; its limits."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from lapor_lab.stats.checked_numbers import numbers_above, numbers_at_least, shares
from lapor_lab.stats.funnel import FUNNEL_LEVELS, level_suffix
from lapor_lab.stats.overdispersion import (
    Overdispersion,
    OverdispersionVariant,
    check_variant,
    overdispersion,
)
from lapor_lab.stats.proportion import check_confidence_level

__all__ = [
    "ratio_adjusted_limits",
    "ratio_overdispersion",
    "share_adjusted_limits",
    "share_overdispersion",
]


def ratio_overdispersion(
    observed: ArrayLike,
    expected: ArrayLike,
    variant: OverdispersionVariant = "truncated",
    *,
    trim: float = 0.1,
    is_consistent: bool = True,
) -> Overdispersion:
    """Return overdispersion of ratios of observed to expected events.

    The truncated variant takes logarithms, the winsorised one square roots, as published.

    Parameters
    ----------
    observed : array-like of shape (n_units,)
        Events; none count as half an event where the logarithm is taken.
    expected : array-like of shape (n_units,)
        Expected events, above 0.
    variant : {"truncated", "winsorised"}, default="truncated"
        What is done with the outermost units.
    trim : float, default=0.1
        Share of units at each end, in [0, 0.5).
    is_consistent : bool, default=True
        As in `overdispersion`.

    Returns
    -------
    Overdispersion
        With `tau2` on the scale of the logarithm or of the square root.

    Raises
    ------
    ParameterError
        If a number lies outside its range.
    UnknownNameError
        If there is no such variant.

    Examples
    --------
    >>> found = ratio_overdispersion(
    ...     [100, 150, 180, 80, 120, 225], [108, 112, 165, 95, 100, 220], is_consistent=False
    ... )
    >>> round(found.phi, 4), round(found.tau2, 4)
    (2.948, 0.0195)
    """
    check_variant(variant)
    events = numbers_at_least("observed", observed, 0)
    mean = numbers_above("expected", expected, 0)
    if variant == "truncated":
        estimate = np.log(np.where(events > 0, events, 0.5) / mean)
        error = mean**-0.5
    else:
        estimate, error = np.sqrt(events / mean) - 1, mean**-0.5 / 2
    return overdispersion(estimate / error, error, variant, trim=trim, is_consistent=is_consistent)


def share_overdispersion(
    numerator: ArrayLike,
    denominator: ArrayLike,
    variant: OverdispersionVariant = "winsorised",
    *,
    target: float | None = None,
    trim: float = 0.1,
    is_consistent: bool = True,
) -> Overdispersion:
    """Return overdispersion of shares on the scale of the angle whose squared sine they are.

    Parameters
    ----------
    numerator : array-like of shape (n_units,)
        Events, at most `denominator`.
    denominator : array-like of shape (n_units,)
        Cases, above 0.
    variant : {"truncated", "winsorised"}, default="winsorised"
        What is done with the outermost units.
    target : float or None, default=None
        Share on which the funnel stands, in [0, 1]; None is that of all cases together.
    trim : float, default=0.1
        Share of units at each end, in [0, 0.5).
    is_consistent : bool, default=True
        As in `overdispersion`.

    Returns
    -------
    Overdispersion
        With `tau2` in squared radians.

    Raises
    ------
    ParameterError
        If a number lies outside its range.
    UnknownNameError
        If there is no such variant.

    Examples
    --------
    >>> found = share_overdispersion([5, 40, 90, 20], [50, 100, 300, 150])
    >>> round(found.phi, 2), round(found.tau2, 4)
    (12.19, 0.0385)
    """
    events = numbers_at_least("numerator", numerator, 0)
    cases = numbers_above("denominator", denominator, 0)
    centre = shares("target", events.sum() / cases.sum() if target is None else target)
    error = cases**-0.5 / 2
    estimate = _angle(shares("numerator / denominator", events / cases)) - _angle(centre)
    return overdispersion(estimate / error, error, variant, trim=trim, is_consistent=is_consistent)


def ratio_adjusted_limits(
    expected: ArrayLike,
    tau2: float,
    variant: OverdispersionVariant = "truncated",
    levels: Sequence[float] = FUNNEL_LEVELS,
) -> dict[str, NDArray[np.float64]]:
    """Return the limits around a ratio of 1, widened by the variance between units.

    They lie where the adjusted deviate of `ratio_overdispersion` crosses the normal one, so
    that the picture and the deviates say the same. (A program that draws the square-root
    limits without squaring them puts them at half the distance.)

    Parameters
    ----------
    expected : array-like of shape (n,)
        Expected events, above 0.
    tau2 : float
        Variance between units, of the same variant; at least 0.
    variant : {"truncated", "winsorised"}, default="truncated"
        Whether the scale is the logarithm or the square root.
    levels : sequence of float, default=FUNNEL_LEVELS
        Two-sided, each in (0, 1).

    Returns
    -------
    dict of str to ndarray of shape (n,)
        Ratios, by ``lower_95``, ``upper_95`` and so on.

    Raises
    ------
    ParameterError
        If a number lies outside its range.
    UnknownNameError
        If there is no such variant.

    Examples
    --------
    >>> limits = ratio_adjusted_limits([13, 100], 0.02)
    >>> limits["lower_998"].round(3), limits["upper_998"].round(3)
    (array([0.382, 0.586]), array([2.617, 1.708]))
    """
    check_variant(variant)
    mean = numbers_above("expected", expected, 0)
    between = numbers_at_least("tau2", tau2, 0)
    limits: dict[str, NDArray[np.float64]] = {}
    for level in levels:
        for name, deviate in _named_deviates(level):
            if variant == "truncated":
                limits[name] = np.exp(deviate * np.sqrt(1 / mean + between))
            else:
                root = 1 + deviate * np.sqrt(1 / (4 * mean) + between)
                limits[name] = np.maximum(root, 0) ** 2
    return limits


def share_adjusted_limits(
    denominator: ArrayLike,
    target: float,
    tau2: float,
    levels: Sequence[float] = FUNNEL_LEVELS,
) -> dict[str, NDArray[np.float64]]:
    """Return the limits around a target share, widened by the variance between units.

    Parameters
    ----------
    denominator : array-like of shape (n,)
        Cases, above 0.
    target : float
        Share on which the funnel stands, in [0, 1].
    tau2 : float
        Variance between units in squared radians, of `share_overdispersion`; at least 0.
    levels : sequence of float, default=FUNNEL_LEVELS
        Two-sided, each in (0, 1).

    Returns
    -------
    dict of str to ndarray of shape (n,)
        Shares in [0, 1], by ``lower_95``, ``upper_95`` and so on.

    Raises
    ------
    ParameterError
        If a number lies outside its range.

    Examples
    --------
    >>> limits = share_adjusted_limits([6, 600], 0.34, 0.0035)
    >>> limits["lower_998"].round(3), limits["upper_998"].round(3)
    (array([0.   , 0.173]), array([0.917, 0.531]))
    """
    cases = numbers_above("denominator", denominator, 0)
    centre = _angle(shares("target", target))
    between = numbers_at_least("tau2", tau2, 0)
    error = np.sqrt(1 / (4 * cases) + between)
    return {
        name: np.sin(np.clip(centre + deviate * error, 0, np.pi / 2)) ** 2
        for level in levels
        for name, deviate in _named_deviates(level)
    }


def _angle(share: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.arcsin(np.sqrt(share)))


def _named_deviates(level: float) -> list[tuple[str, float]]:
    check_confidence_level(level)
    deviate = float(ndtri((1 + level) / 2))
    return [(f"lower_{level_suffix(level)}", -deviate), (f"upper_{level_suffix(level)}", deviate)]
