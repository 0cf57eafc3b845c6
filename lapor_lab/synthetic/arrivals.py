"""When reports come in: on all days and hours, given how many they are."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from lapor_lab.synthetic.model.demand import ReporterModel, Season

__all__ = ["Arrivals", "draw_arrivals"]

_SECONDS_PER_HOUR = 3600


@dataclass(frozen=True)
class Arrivals:
    """Moments of entry, and whether each belongs to a season.

    Parameters
    ----------
    submitted_at : ndarray of datetime64[s] of shape (n_all,)
        In order.
    season : ndarray of int64 of shape (n_all,)
        Number of the season that added the report, -1 for an ordinary one.
    is_kept : ndarray of bool of shape (n_all,)
        Whether the report is part of the log; the others only keep the staff busy.
    """

    submitted_at: npt.NDArray[np.datetime64]
    season: npt.NDArray[np.int64]
    is_kept: npt.NDArray[np.bool_]


def draw_arrivals(
    reporters: ReporterModel,
    seasons: tuple[Season, ...],
    period: tuple[date, date],
    n_cases: tuple[int, int],
    rng: np.random.Generator,
) -> Arrivals:
    """Draw the moments at which reports come in.

    Parameters
    ----------
    reporters : ReporterModel
        Shares by weekday and hour.
    seasons : tuple of Season
        Days with more reports.
    period : tuple of (date, date)
        First day, and the day before whose 00:00 all reports come in.
    n_cases : tuple of (int, int)
        Reports to draw, and how many of them the log keeps.
    rng : Generator
        Stream of arrivals.

    Returns
    -------
    Arrivals
        Sorted by time.
    """
    n_all, n_kept = n_cases
    n_days = (period[1] - period[0]).days
    days = [period[0] + timedelta(days=i) for i in range(n_days)]
    ordinary = np.array([reporters.weekday_shares[day.weekday()] for day in days])
    # One column for the ordinary reports and one for each season's added ones.
    added = [[(s.factor - 1) * _is_in(day, s) for s in seasons] for day in days]
    weights = ordinary[:, None] * np.column_stack([np.ones(n_days), np.array(added)])
    cell = _draw_index(weights.ravel(), rng.random(n_all))
    hour = _draw_index(np.array(reporters.hour_shares), rng.random(n_all))
    second = (rng.random(n_all) * _SECONDS_PER_HOUR).astype(np.int64)
    is_kept = np.zeros(n_all, dtype=bool)
    is_kept[np.argsort(rng.random(n_all), kind="stable")[:n_kept]] = True
    day, source = np.divmod(cell, len(seasons) + 1)
    start = np.datetime64(period[0], "s")
    seconds = (day * 24 + hour) * _SECONDS_PER_HOUR + second
    order = np.argsort(seconds, kind="stable")
    return Arrivals(
        submitted_at=start + seconds[order].astype("timedelta64[s]"),
        season=source[order] - 1,
        is_kept=is_kept[order],
    )


def _is_in(day: date, season: Season) -> bool:
    return season.days_after(day) == 0


def _draw_index(
    weights: npt.NDArray[np.float64], uniform: npt.NDArray[np.float64]
) -> npt.NDArray[np.int64]:
    bounds = np.cumsum(weights)
    index = np.searchsorted(bounds, uniform * bounds[-1], side="right")
    return np.asarray(np.minimum(index, len(weights) - 1))
