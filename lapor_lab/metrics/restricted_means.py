"""Mean working days until a stage, counted up to a limit, open cases censored."""

from dataclasses import dataclass
from typing import ClassVar

import pandas as pd
from scipy.special import ndtri

from lapor_lab.metrics.counts import Counts
from lapor_lab.metrics.durations import DONE, timed_table
from lapor_lab.metrics.measure import Direction
from lapor_lab.schema import Stage
from lapor_lab.stats import restricted_mean
from lapor_lab.stats.proportion import check_confidence_level

__all__ = ["RestrictedMean"]


@dataclass(frozen=True, kw_only=True)
class RestrictedMean:
    """Mean working days until a stage, of which no case counts for more than a limit.

    A mean of closed cases alone rewards who lets hard cases lie, and a median cannot be
    adjusted for composition; this mean allows for open cases and can be compared.

    Parameters
    ----------
    id : str
        Identifier.
    stage : Stage
        The stage.
    limit_days : int
        Working days up to which time counts.
    direction : {"higher", "lower"}, default="lower"
        Which end is wanted.
    smallest_n : int, default=5
        Below this number of cases no estimate is given.
    """

    id: str
    stage: Stage
    limit_days: int
    direction: Direction = "lower"
    smallest_n: int = 5
    table: ClassVar[str] = "flow"

    def __call__(self, counts: Counts, confidence_level: float = 0.95) -> pd.DataFrame:
        """Estimate the mean for every institution.

        Parameters
        ----------
        counts : Counts
            As `count_cases` gives.
        confidence_level : float, default=0.95
            In (0, 1).

        Returns
        -------
        DataFrame of shape (n_institutions, 9)
            Estimates: `numerator` counts cases that passed, `denominator` all that can be
            timed, `n_unknown` those that cannot.

        Raises
        ------
        ParameterError
            If the level is not in (0, 1).
        """
        check_confidence_level(confidence_level)
        rows = counts.flow[counts.flow["stage"] == self.stage]
        reach = float(ndtri((1 + confidence_level) / 2))

        def summary(some: pd.DataFrame, done: pd.Series) -> tuple[float, float, float]:
            mean, error = restricted_mean(some["days"], done, self.limit_days, some["n"])
            return mean, max(mean - reach * error, 0), min(mean + reach * error, self.limit_days)

        return timed_table(self, counts, rows, rows["outcome"].isin(DONE), summary)
