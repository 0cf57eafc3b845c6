"""Shares of cases: by what they are, and by whether they kept a limit."""

from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
import pandas as pd

from lapor_lab.metrics.counts import Counts
from lapor_lab.metrics.measure import Direction, share_table, untimed_outnumber
from lapor_lab.schema import Availability, Outcome, Stage

__all__ = ["Share", "WithinLimit", "outcomes"]

_TIMED: Final = (Outcome.MET, Outcome.MISSED)
_UNTIMED: Final = (Outcome.SURELY_MET, Outcome.SURELY_MISSED, Outcome.DONE_UNTIMED)
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
    """Share of cases that passed a stage within its limit, or the bounds of that share.

    The denominator is the cases whose verdict is known: in time, late, or still open past
    the limit. Cases open within their limit are neither; they are `n_unknown`.

    Where more cases passed at an unknown time than at a known one, there is no estimate,
    and `lower` and `upper` are bounds: the share if all undetermined cases were late, and
    if all were in time. They hold for these very cases and allow for no sampling error.

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
            Estimates; `n_unknown` counts cases still within the limit, those that no limit
            can be laid on or nothing is told of, and beside an estimate those of unknown
            time.
        """
        table = outcomes(counts, self.stage)

        def total(*some: Outcome) -> pd.Series:
            return table[list(some)].sum(axis="columns")

        timed, untimed, late = total(*_TIMED), total(*_UNTIMED), table[Outcome.OPEN_PAST_LIMIT]
        is_bounded = untimed_outnumber(timed, untimed)
        judged = (timed + late + untimed.where(is_bounded, 0)).to_numpy()
        met = table[Outcome.MET] + table[Outcome.SURELY_MET].where(is_bounded, 0)
        unknown = table.sum(axis="columns") - judged
        outside = counts.sums.loc[counts.institutions, "n_outside_calendar"]
        availability = np.select(
            [
                (total(*_UNJUDGED) > 0) & (outside > 0),
                (judged == 0) & (unknown > table[Outcome.WITHIN_LIMIT])
                | (table.sum(axis="columns") == 0),
                is_bounded,
            ],
            [
                Availability.NOT_AVAILABLE_CALENDAR.value,
                Availability.NOT_AVAILABLE.value,
                Availability.BOUNDS.value,
            ],
            default=Availability.AVAILABLE.value,
        )
        frame = pd.DataFrame(
            {
                "numerator": met,
                "denominator": judged,
                "n_unknown": unknown,
                "availability": availability,
            }
        )
        highest = met + table[Outcome.DONE_UNTIMED]
        return share_table(self, frame, confidence_level, highest=highest)


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
    DataFrame of shape (n_institutions, 10)
        Cases by institution (rows) and `Outcome` (columns); 0 where there is none.
    """
    rows = counts.flow[counts.flow["stage"] == stage]
    return rows.pivot_table(
        index="institution", columns="outcome", values="n", aggfunc="sum", fill_value=0
    ).reindex(index=counts.institutions, columns=list(Outcome), fill_value=0)
