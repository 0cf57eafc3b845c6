"""Shares of cases: by what they are, and by whether they kept a limit."""

from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
import pandas as pd

from lapor_lab.metrics.counts import Counts
from lapor_lab.metrics.measure import Direction, share_table
from lapor_lab.schema import Availability, Outcome, Stage

__all__ = ["Share", "WithinLimit", "outcomes"]

_JUDGED: Final = (Outcome.MET, Outcome.MISSED, Outcome.OPEN_PAST_LIMIT)
_UNJUDGED: Final = (Outcome.DONE_UNJUDGED, Outcome.OPEN_UNJUDGED)


@dataclass(frozen=True, kw_only=True)
class Share:
    """A share of cases, with Wilson's interval.

    Parameters
    ----------
    id : str
        Identifier.
    numerator : str
        Column of the sums: cases that are so.
    denominator : str
        Column of the sums: cases of which the source tells whether they are.
    population : str
        Column of the sums: all cases that the measure asks of; those not told are unknown.
    told_by : str
        Column of the sums that is 0 where the source cannot tell at all.
    direction : {"higher", "lower"}, default="higher"
        Which end is wanted.
    smallest_n : int, default=5
        Below this denominator no estimate is given.
    """

    id: str
    numerator: str
    denominator: str
    population: str
    told_by: str
    direction: Direction = "higher"
    smallest_n: int = 5
    table: ClassVar[str] = "sums"

    def __call__(self, counts: Counts, confidence_level: float = 0.95) -> pd.DataFrame:
        """Estimate the share for every institution.

        Parameters
        ----------
        counts : Counts
            As `count_cases` gives.
        confidence_level : float, default=0.95
            In (0, 1).

        Returns
        -------
        DataFrame of shape (n_institutions, 9)
            Estimates; not available where the source tells of no case.
        """
        sums = counts.sums.loc[counts.institutions]
        unknown = sums[self.population] - sums[self.denominator]
        is_silent = (sums[self.told_by] == 0) | ((sums[self.denominator] == 0) & (unknown > 0))
        frame = pd.DataFrame(
            {
                "numerator": sums[self.numerator],
                "denominator": sums[self.denominator],
                "n_unknown": unknown,
                "availability": np.where(
                    is_silent, Availability.NOT_AVAILABLE, Availability.AVAILABLE
                ),
            }
        )
        return share_table(self, frame, confidence_level)


@dataclass(frozen=True, kw_only=True)
class WithinLimit:
    """Share of cases that passed a stage within its limit.

    The denominator is the cases whose verdict is known: in time, late, or still open past
    the limit. Cases open within their limit are neither; they are `n_unknown`.

    Parameters
    ----------
    id : str
        Identifier.
    stage : Stage
        The stage.
    direction : {"higher", "lower"}, default="higher"
        Which end is wanted.
    smallest_n : int, default=5
        Below this denominator no estimate is given.
    """

    id: str
    stage: Stage
    direction: Direction = "higher"
    smallest_n: int = 5
    table: ClassVar[str] = "flow"

    def __call__(self, counts: Counts, confidence_level: float = 0.95) -> pd.DataFrame:
        """Estimate the share for every institution.

        Parameters
        ----------
        counts : Counts
            As `count_cases` gives.
        confidence_level : float, default=0.95
            In (0, 1).

        Returns
        -------
        DataFrame of shape (n_institutions, 9)
            Estimates; `n_unknown` counts cases still within the limit and those that no
            limit can be laid on.
        """
        table = outcomes(counts, self.stage)
        judged = table[list(_JUDGED)].sum(axis="columns")
        unjudged = table[list(_UNJUDGED)].sum(axis="columns")
        waiting = table[Outcome.WITHIN_LIMIT]
        outside = counts.sums.loc[counts.institutions, "n_outside_calendar"]
        availability = np.select(
            [
                (unjudged > 0) & (outside > 0),
                (judged == 0) & (unjudged > 0) | (judged + unjudged + waiting == 0),
            ],
            [Availability.NOT_AVAILABLE_CALENDAR.value, Availability.NOT_AVAILABLE.value],
            default=Availability.AVAILABLE.value,
        )
        frame = pd.DataFrame(
            {
                "numerator": table[Outcome.MET],
                "denominator": judged,
                "n_unknown": waiting + unjudged,
                "availability": availability,
            }
        )
        return share_table(self, frame, confidence_level)


def outcomes(counts: Counts, stage: Stage) -> pd.DataFrame:
    """Return how many cases stand how towards one stage's limit.

    Parameters
    ----------
    counts : Counts
        As `count_cases` gives.
    stage : Stage
        The stage.

    Returns
    -------
    DataFrame of shape (n_institutions, 6)
        Cases by institution (rows) and `Outcome` (columns); 0 where there is none.
    """
    rows = counts.flow[counts.flow["stage"] == stage]
    return rows.pivot_table(
        index="institution", columns="outcome", values="n", aggfunc="sum", fill_value=0
    ).reindex(index=counts.institutions, columns=list(Outcome), fill_value=0)
