"""Which scale a measure lives on, and how its values are written."""

import math
from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from lapor_lab.schema.formats import format_interval, format_number, format_share
from lapor_lab.schema.labels import label, translate
from lapor_lab.schema.vocabulary import Availability

__all__ = [
    "SCALE_ENDS",
    "Scale",
    "format_bounds",
    "format_difference",
    "format_estimate",
    "format_estimate_interval",
    "scale_of",
]

# A share is written in tenths of a per cent.
_BOUND_STEPS: Final = 1000


class Scale(StrEnum):
    """The kind of number that a measure gives."""

    SHARE = "share"
    DAYS = "days"
    RATING = "rating"


# Smallest and largest value that a measure of the scale can have.
SCALE_ENDS: Final[Mapping[Scale, tuple[float, float]]] = {
    Scale.SHARE: (0.0, 1.0),
    Scale.DAYS: (0.0, math.inf),
    Scale.RATING: (1.0, 5.0),
}


def scale_of(measure: str) -> Scale:
    """Tell a measure's scale by its name, which carries its unit.

    Parameters
    ----------
    measure : str
        Identifier, such as ``"completion_median_days"``.

    Returns
    -------
    Scale
        Working days if it ends in ``_days``, a rating if in ``_rating``, else a share.

    Examples
    --------
    >>> [scale_of(m).value for m in ("closed_share", "completion_p90_days", "mean_rating")]
    ['share', 'days', 'rating']
    """
    if measure.endswith("_days"):
        return Scale.DAYS
    return Scale.RATING if measure.endswith("_rating") else Scale.SHARE


def format_bounds(lower: float, upper: float) -> str:
    """Write the bounds of a share, which are no confidence interval and look like none.

    They are rounded outwards, so that what is written holds too.

    Parameters
    ----------
    lower, upper : float
        Smallest and largest share that is possible, in [0, 1].

    Returns
    -------
    str
        The bounds as text.

    Examples
    --------
    >>> format_bounds(0.123, 0.87)
    'paling sedikit 12,3 %, paling banyak 87,0 %'
    >>> format_bounds(0.12399, 0.99901)
    'paling sedikit 12,3 %, paling banyak 100,0 %'
    """
    # What was a whole number of steps stays one, whatever its last binary digit.
    low = math.floor(round(lower * _BOUND_STEPS, 6)) / _BOUND_STEPS
    high = math.ceil(round(upper * _BOUND_STEPS, 6)) / _BOUND_STEPS
    return label("estimate.bounds", lower=format_share(low), upper=format_share(high))


def format_estimate(
    value: float,
    measure: str,
    availability: str,
    *,
    bounds: tuple[float, float] | None = None,
) -> str:
    """Write an estimate, its bounds, or why there is none: never 0 for what is missing.

    Parameters
    ----------
    value : float
        The estimate; NaN where there is none.
    measure : str
        Identifier of the measure.
    availability : str
        A value of `Availability`.
    bounds : tuple of (float, float) or None, default=None
        `lower` and `upper`, which are written where the availability is `BOUNDS`.

    Returns
    -------
    str
        The value in its unit, its bounds, or a reason. An estimate that is available and NaN is a
        quantile that the curve does not reach.

    Examples
    --------
    >>> nan = float("nan")
    >>> format_estimate(0.6911, "closed_share", "tersedia")
    '69,1 %'
    >>> format_estimate(nan, "closed_share", "tidak tersedia")
    'tidak tersedia'
    >>> format_estimate(nan, "completion_median_days", "tersedia")
    'belum tercapai'
    >>> format_estimate(nan, "verified_within_limit", "hanya batas", bounds=(0.123, 0.87))
    'paling sedikit 12,3 %, paling banyak 87,0 %'
    """
    if availability == Availability.BOUNDS and bounds and all(map(math.isfinite, bounds)):
        return format_bounds(*bounds)
    if availability != Availability.AVAILABLE:
        return translate(availability)
    if not math.isfinite(value):
        return label("plot.not_reached")
    if scale_of(measure) is Scale.SHARE:
        return format_share(value)
    return format_number(value, 2 if scale_of(measure) is Scale.RATING else 1)


def format_estimate_interval(
    lower: float, upper: float, measure: str, availability: str = Availability.AVAILABLE
) -> str:
    """Write an estimate's interval in the measure's unit.

    Parameters
    ----------
    lower, upper : float
        Ends of the interval; NaN where not known or not reached.
    measure : str
        Identifier of the measure.
    availability : str, default=Availability.AVAILABLE
        A value of `Availability`; only what is available has an interval, bounds have none.

    Returns
    -------
    str
        The interval as text, a dash where there is none.

    Examples
    --------
    >>> format_estimate_interval(0.665, 0.716, "closed_share")
    '66,5–71,6 %'
    >>> format_estimate_interval(4.21, 4.56, "mean_rating")
    '4,21–4,56'
    >>> format_estimate_interval(0.123, 0.87, "verified_within_limit", "hanya batas")
    '–'
    """
    if availability != Availability.AVAILABLE:
        lower = upper = math.nan
    scale = scale_of(measure)
    if scale is Scale.RATING and math.isfinite(lower) and math.isfinite(upper):
        return f"{format_number(lower, 2)}–{format_number(upper, 2)}"
    return format_interval(lower, upper, is_share=scale is Scale.SHARE)


def format_difference(difference: float, lower: float, upper: float, measure: str) -> str:
    """Write a difference with its sign, its unit and its interval.

    Parameters
    ----------
    difference : float
        Changed minus base; shares in [-1, 1].
    lower, upper : float
        Ends of its interval.
    measure : str
        Identifier of the measure.

    Returns
    -------
    str
        The difference as text; a share's difference in percentage points.

    Examples
    --------
    >>> format_difference(0.082, -0.011, 0.113, "completed_within_limit")
    '+8,2 poin persen (−1,1 sampai +11,3)'
    >>> format_difference(float("nan"), float("nan"), float("nan"), "completion_median_days")
    'belum tercapai'
    """
    if not math.isfinite(difference):
        return label("plot.not_reached")
    scale = scale_of(measure)
    factor = 100 if scale is Scale.SHARE else 1
    decimals = 2 if scale is Scale.RATING else 1
    middle, low, high = (_signed(value * factor, decimals) for value in (difference, lower, upper))
    return label(f"plot.difference_{scale}", value=middle, lower=low, upper=high)


def _signed(value: float, decimals: int) -> str:
    if not math.isfinite(value):
        return label("plot.not_reached")
    rounded = round(value, decimals)
    sign = "+" if rounded > 0 else "−" if rounded < 0 else ""
    return sign + format_number(abs(rounded), decimals)
