"""Which scale a measure lives on, and how its values are written."""

import math
from enum import StrEnum

from lapor_lab.schema.formats import format_interval, format_number, format_share
from lapor_lab.schema.labels import label
from lapor_lab.schema.vocabulary import Availability

__all__ = [
    "Scale",
    "format_difference",
    "format_estimate",
    "format_estimate_interval",
    "scale_of",
]


class Scale(StrEnum):
    """The kind of number that a measure gives."""

    SHARE = "share"
    DAYS = "days"
    RATING = "rating"


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


def format_estimate(value: float, measure: str, availability: str) -> str:
    """Write an estimate, or why there is none: never 0 for what is missing.

    Parameters
    ----------
    value : float
        The estimate; NaN where there is none.
    measure : str
        Identifier of the measure.
    availability : str
        A value of `Availability`.

    Returns
    -------
    str
        The value in its unit, or a reason. An estimate that is available and NaN is a
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
    """
    if availability != Availability.AVAILABLE:
        return availability
    if not math.isfinite(value):
        return label("plot.not_reached")
    if scale_of(measure) is Scale.SHARE:
        return format_share(value)
    return format_number(value, 2 if scale_of(measure) is Scale.RATING else 1)


def format_estimate_interval(lower: float, upper: float, measure: str) -> str:
    """Write an estimate's interval in the measure's unit.

    Parameters
    ----------
    lower, upper : float
        Ends of the interval; NaN where not known or not reached.
    measure : str
        Identifier of the measure.

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
    """
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
