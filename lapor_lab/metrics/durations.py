"""Working days until a stage, open cases censored; and how old the open ones are."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final

import numpy as np
import pandas as pd

from lapor_lab.metrics.counts import Counts
from lapor_lab.metrics.flow import UNKNOWN_DAYS
from lapor_lab.metrics.measure import Direction, Measure, untimed_outnumber, value_table
from lapor_lab.schema import Availability, Outcome, Stage
from lapor_lab.stats import kaplan_meier, survival_quantile_interval

__all__ = ["DONE", "BacklogAge", "DurationQuantile", "timed_table"]

DONE: Final = (
    Outcome.MET,
    Outcome.MISSED,
    Outcome.DONE_UNJUDGED,
    Outcome.SURELY_MET,
    Outcome.SURELY_MISSED,
    Outcome.DONE_UNTIMED,
)
_NOT_BY_CALENDAR: Final = (
    Outcome.SURELY_MET,
    Outcome.SURELY_MISSED,
    Outcome.DONE_UNTIMED,
    Outcome.UNTOLD,
)


@dataclass(frozen=True, kw_only=True)
class DurationQuantile:
    """Working days by which a share of cases has passed a stage.

    Open cases are right-censored at the snapshot: leaving them out would reward who lets
    hard cases lie. Not available where more cases passed at an unknown time than at a known
    one: the open ones alone would tell of a handling that never ends.

    Parameters
    ----------
    id : str
        Identifier.
    stage : Stage
        The stage.
    probability : float
        Share that has passed it, in (0, 1); 0.5 is the median.
    direction : {"higher", "lower"}, default="lower"
        Which end is wanted.
    smallest_n : int, default=5
        Below this number of cases no estimate is given.
    """

    id: str
    stage: Stage
    probability: float
    direction: Direction = "lower"
    smallest_n: int = 5
    table: ClassVar[str] = "flow"

    def __call__(self, counts: Counts, confidence_level: float = 0.95) -> pd.DataFrame:
        """Estimate the quantile for every institution.

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
        """
        rows = counts.flow[counts.flow["stage"] == self.stage]
        done = rows["outcome"].isin(DONE)
        summary = _quantile(self.probability, confidence_level)
        return timed_table(self, counts, rows, done, summary)


@dataclass(frozen=True, kw_only=True)
class BacklogAge:
    """Median age of the cases that are still open, in working days.

    Parameters
    ----------
    id : str
        Identifier.
    probability : float, default=0.5
        Which quantile of the ages.
    direction : {"higher", "lower"}, default="lower"
        Which end is wanted.
    smallest_n : int, default=5
        Below this number of open cases no estimate is given.
    """

    id: str
    probability: float = 0.5
    direction: Direction = "lower"
    smallest_n: int = 5
    table: ClassVar[str] = "flow"

    def __call__(self, counts: Counts, confidence_level: float = 0.95) -> pd.DataFrame:
        """Estimate the age for every institution.

        Parameters
        ----------
        counts : Counts
            As `count_cases` gives.
        confidence_level : float, default=0.95
            In (0, 1).

        Returns
        -------
        DataFrame of shape (n_institutions, 9)
            Estimates: numerator and denominator count the open cases.
        """
        rows = counts.flow[counts.flow["stage"] == Stage.CLOSED]
        # Whether an untold case is open nobody knows: it is among the unknown.
        is_open = rows["outcome"].isin((Outcome.OPEN_UNJUDGED, Outcome.UNTOLD))
        told = rows.groupby("institution")["n"].sum()
        ages = rows[is_open]
        every = ages["outcome"] == Outcome.OPEN_UNJUDGED
        summary = _quantile(self.probability, confidence_level)
        return timed_table(self, counts, ages, every, summary, told)


def timed_table(
    measure: Measure,
    counts: Counts,
    rows: pd.DataFrame,
    done: pd.Series,
    summary: Callable[[pd.DataFrame, pd.Series], tuple[float, float, float]],
    told: pd.Series | None = None,
) -> pd.DataFrame:
    """Estimate a measure of times for every institution.

    Parameters
    ----------
    measure : Measure
        Whose estimates they are.
    counts : Counts
        As `count_cases` gives.
    rows : DataFrame of shape (n_cells, 5)
        Rows of the flow that the measure asks of.
    done : Series of bool of shape (n_cells,)
        Whether the cases of a row have passed.
    summary : callable
        From the timed rows of one institution, and whether each has passed, to a value and the
        ends of its interval.
    told : Series of int of shape (n_institutions,) or None, default=None
        Cases of which the source tells anything, where these are more than those in `rows`.

    Returns
    -------
    DataFrame of shape (n_institutions, 9)
        Estimates: `numerator` counts cases that passed, `denominator` all that can be timed,
        `n_unknown` those that cannot.
    """
    names = counts.institutions
    is_timed = rows["days"] != UNKNOWN_DAYS
    timed = rows[is_timed]

    def total(some: pd.DataFrame) -> pd.Series:
        return some.groupby("institution")["n"].sum().reindex(names, fill_value=0)

    denominator, unknown = total(timed), total(rows[~is_timed])
    everything = total(rows) if told is None else told.reindex(names, fill_value=0)
    outside = counts.sums.loc[names, "n_outside_calendar"]
    by_calendar = total(rows[~is_timed & ~rows["outcome"].isin(_NOT_BY_CALENDAR)])
    n_done = total(timed[done[is_timed]])
    is_mostly_untimed = untimed_outnumber(n_done, total(rows[~is_timed & done]))
    availability = np.select(
        [
            everything == 0,
            (by_calendar > 0) & (outside > 0),
            ((denominator == 0) & (unknown > 0)) | is_mostly_untimed,
        ],
        [
            Availability.NOT_AVAILABLE.value,
            Availability.NOT_AVAILABLE_CALENDAR.value,
            Availability.NOT_AVAILABLE.value,
        ],
        default=Availability.AVAILABLE.value,
    )
    values = np.full((len(names), 3), np.nan)
    place = {name: position for position, name in enumerate(names)}
    for name, some in timed.groupby("institution"):
        values[place[str(name)]] = summary(some, done[some.index])
    frame = pd.DataFrame(
        {
            "numerator": n_done,
            "denominator": denominator,
            "n_unknown": unknown,
            "availability": availability,
        }
    )
    return value_table(measure, frame, *values.T)


def _quantile(
    probability: float, confidence_level: float
) -> Callable[[pd.DataFrame, pd.Series], tuple[float, float, float]]:
    def summary(some: pd.DataFrame, done: pd.Series) -> tuple[float, float, float]:
        curve = kaplan_meier(some["days"], done, some["n"])
        return survival_quantile_interval(curve, probability, confidence_level)

    return summary
