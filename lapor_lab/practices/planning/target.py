"""Where a measure would go: the value of today moved as the simulation moves its own."""

import math
from dataclasses import dataclass
from typing import Final

from lapor_lab.schema import SCALE_ENDS, Scale, scale_of

__all__ = ["UNKNOWN", "Target", "project_target"]

_NAN: Final = float("nan")
# Shares of 0 and 1 have no odds.
_EDGE: Final = 1e-4


@dataclass(frozen=True, kw_only=True)
class Target:
    """A value with its interval.

    Parameters
    ----------
    value : float
        In the measure's unit; NaN where it is not known.
    lower, upper : float
        Ends of the interval, NaN where not known.
    """

    value: float
    lower: float
    upper: float


UNKNOWN: Final = Target(value=_NAN, lower=_NAN, upper=_NAN)


def project_target(measure: str, baseline: Target, base: float, change: Target) -> Target:
    """Move a measured value as a simulation moves its own base.

    Shares are moved by their odds and days by their ratio, so that none leaves its scale;
    ratings by their difference. Errors of the baseline and of the change are taken as
    independent.

    Parameters
    ----------
    measure : str
        Identifier of the measure.
    baseline : Target
        Measured value with its interval.
    base : float
        Simulated value without the practices.
    change : Target
        Simulated difference with its interval.

    Returns
    -------
    Target
        NaN where the baseline or the change is not known.

    Examples
    --------
    >>> today = Target(value=0.5, lower=0.45, upper=0.55)
    >>> aim = project_target("closed_share", today, 0.5, Target(value=0.1, lower=0.1, upper=0.1))
    >>> round(aim.value, 6), round(aim.lower, 3), round(aim.upper, 3)
    (0.6, 0.551, 0.647)
    """
    scale = scale_of(measure)
    known = (baseline.value, base, change.value)
    if not all(map(math.isfinite, known)):
        return UNKNOWN
    start, without, changed = (
        _forward(value, scale) for value in (baseline.value, base, base + change.value)
    )
    middle = start + changed - without
    down = _half(baseline.value, baseline.lower, base + change.value, base + change.lower, scale)
    up = _half(baseline.value, baseline.upper, base + change.value, base + change.upper, scale)
    return Target(
        value=_back(middle, scale),
        lower=_back(middle - down, scale),
        upper=_back(middle + up, scale),
    )


def _half(value: float, end: float, changed: float, changed_end: float, scale: Scale) -> float:
    own = _forward(value, scale) - _forward(end, scale)
    of_change = _forward(changed, scale) - _forward(changed_end, scale)
    return math.hypot(own, of_change)


def _forward(value: float, scale: Scale) -> float:
    if not math.isfinite(value):
        return _NAN
    if scale is Scale.SHARE:
        held = min(max(value, _EDGE), 1 - _EDGE)
        return math.log(held / (1 - held))
    return math.log(max(value, _EDGE)) if scale is Scale.DAYS else value


def _back(value: float, scale: Scale) -> float:
    if scale is Scale.SHARE:
        return 1 / (1 + math.exp(-value))
    if scale is Scale.DAYS:
        return math.exp(value)
    low, high = SCALE_ENDS[scale]
    return min(max(value, low), high)
