"""A target for a measure, and whether simulated years meet it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from scipy.special import stdtrit

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.practices.paired_runs import WHAT_IF_MEASURES
from lapor_lab.schema import SCALE_ENDS, Scale, scale_of

__all__ = ["Goal", "TargetVerdict"]

_LEVEL: Final = 0.975


class TargetVerdict(StrEnum):
    """Whether a set of practices meets a target; its words are the labels ``target.<value>``.

    `CONFIDENT`: the whole interval of a year does. `ON_AVERAGE`: the mean does, but years may
    miss it. `SATURATED`: a queue grows without end.
    """

    CONFIDENT = "confident"
    ON_AVERAGE = "on_average"
    NOT_MET = "not_met"
    SATURATED = "saturated"


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A target for a measure.

    Parameters
    ----------
    measure : str
        One of `WHAT_IF_MEASURES`, by id.
    target : float
        At least so much, or at most where less is wanted; within the ends of the scale.

    Raises
    ------
    UnknownNameError
        If there is no such measure.
    ParameterError
        If the target lies outside the scale.
    """

    measure: str
    target: float

    def __post_init__(self) -> None:
        known = [each.id for each in WHAT_IF_MEASURES]
        if self.measure not in known:
            allowed = ", ".join(known)
            raise UnknownNameError(
                "unknown_name", kind="measure", value=self.measure, allowed=allowed
            )
        scale = scale_of(self.measure)
        lowest, highest = SCALE_ENDS[scale]
        if not (lowest <= self.target <= highest and math.isfinite(self.target)):
            is_share = scale == Scale.SHARE
            ends = f">= {lowest:g}" if math.isinf(highest) else f"{lowest:g} … {highest:g}"
            raise ParameterError(
                "parameter_range",
                name="target",
                allowed=ends,
                value=self.target,
                remedy="Write 0.9 for 90 %." if is_share else "Give a value inside.",
            )

    @property
    def is_higher_better(self) -> bool:
        """Whether more of the measure is wanted."""
        return next(m for m in WHAT_IF_MEASURES if m.id == self.measure).direction == "higher"

    def judge(self, years: Sequence[float], *, is_saturated: bool = False) -> dict[str, object]:
        """Judge simulated years.

        Parameters
        ----------
        years : sequence of float of shape (n_years,)
            Values of the measure; NaN is left out.
        is_saturated : bool, default=False
            Whether a queue grows without end, so that there is no steady value.

        Returns
        -------
        dict
            `estimate` (mean), `lower` and `upper` (Student's interval at 95 % of one further
            year, cut at the ends of the scale) and `verdict`.

        Examples
        --------
        >>> told = Goal(measure="closed_share", target=0.9).judge([0.91, 0.93])
        >>> told["verdict"].value, round(told["estimate"], 2)
        ('on_average', 0.92)
        """
        values = np.asarray(years, dtype=np.float64)
        values = values[np.isfinite(values)]
        n_years = len(values)
        if is_saturated or n_years == 0:
            gone = {"estimate": math.nan, "lower": math.nan, "upper": math.nan}
            verdict = TargetVerdict.SATURATED if is_saturated else TargetVerdict.NOT_MET
            return {**gone, "verdict": verdict}
        mean, half = float(values.mean()), math.inf
        if n_years > 1:
            spread = float(values.std(ddof=1)) * math.sqrt(1 + 1 / n_years)
            half = float(stdtrit(n_years - 1, _LEVEL)) * spread
        lowest, highest = SCALE_ENDS[scale_of(self.measure)]
        lower, upper = max(mean - half, lowest), min(mean + half, highest)
        return {
            "estimate": mean,
            "lower": lower,
            "upper": upper,
            "verdict": self._verdict(mean, lower if self.is_higher_better else upper),
        }

    def _verdict(self, mean: float, worst: float) -> TargetVerdict:
        sign = 1 if self.is_higher_better else -1
        if sign * worst >= sign * self.target:
            return TargetVerdict.CONFIDENT
        if sign * mean >= sign * self.target:
            return TargetVerdict.ON_AVERAGE
        return TargetVerdict.NOT_MET
