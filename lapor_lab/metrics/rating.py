"""What reporters thought of the handling."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pandas as pd

from lapor_lab.metrics.counts import Counts
from lapor_lab.metrics.measure import Direction, value_table
from lapor_lab.schema import Availability
from lapor_lab.stats import mean_interval

__all__ = ["MeanRating"]


@dataclass(frozen=True, kw_only=True)
class MeanRating:
    """Mean rating of those who rated, with Student's interval.

    Few rate, and who rates is no random draw: the number who did not is shown.

    Parameters
    ----------
    id : str
        Identifier.
    direction : {"higher", "lower"}, default="higher"
        Which end is wanted.
    smallest_n : int, default=5
        Below this number of ratings no estimate is given.
    """

    id: str
    direction: Direction = "higher"
    smallest_n: int = 5
    table: ClassVar[str] = "sums"

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
            Estimates: `numerator` is the sum of ratings, `denominator` their number,
            `n_unknown` the cases without one.
        """
        sums = counts.sums.loc[counts.institutions]
        n_rated = sums["n_rated"]
        mean, lower, upper = mean_interval(
            n_rated, sums["rating_sum"], sums["rating_sumsq"], confidence_level
        )
        frame = pd.DataFrame(
            {
                "numerator": sums["rating_sum"],
                "denominator": n_rated,
                "n_unknown": sums["n"] - n_rated,
                "availability": np.where(
                    n_rated == 0, Availability.NOT_AVAILABLE, Availability.AVAILABLE
                ),
            }
        )
        # A scale from 1 to 5 has no mean beyond its ends.
        return value_table(self, frame, mean, np.maximum(lower, 1), np.minimum(upper, 5))
