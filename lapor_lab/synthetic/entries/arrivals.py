"""When reports come in: on all days and hours, given how many they are."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from math import exp
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.calendar import load_calendar
from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.entries.shares import draw_positions
from lapor_lab.synthetic.model.demand import ReporterModel, Season
from lapor_lab.synthetic.stable_order import stable_order
from lapor_lab.synthetic.streams import Stream

__all__ = ["Arrivals", "day_weights", "draw_arrivals"]

_HOURS_PER_DAY: Final = 24
_SECONDS_PER_HOUR: Final = 3600
_SECONDS_PER_DAY: Final = _HOURS_PER_DAY * _SECONDS_PER_HOUR
_DAYS_PER_WEEK: Final = 7
# 5 January 1970, the first Monday of the calendar that numpy counts in.
_A_MONDAY: Final = 4


@dataclass(frozen=True, eq=False)
class Arrivals:
    """Moments of entry by office and time.

    Parameters
    ----------
    submitted_at : ndarray of datetime64[s] of shape (n_all,)
        Time of entry.
    office : ndarray of int32 of shape (n_all,)
        Office of the block.
    season : ndarray of int16 of shape (n_all,)
        Season that added the report; -1 for an ordinary one.
    is_kept : ndarray of bool of shape (n_all,)
        Whether the log holds it.
    """

    submitted_at: npt.NDArray[np.datetime64]
    office: npt.NDArray[np.int32]
    season: npt.NDArray[np.int16]
    is_kept: npt.NDArray[np.bool_]


def draw_arrivals(reporters: ReporterModel, block: Block, rng: int) -> Arrivals:
    """Draw the moments at which the reports of a block come in.

    Their number is given; day and hour are drawn apart, each report for itself. So every share,
    factor and fading can be estimated from counts of days and hours, but not the volume, which
    is met exactly, and of a season without a topic no report can be told to be an added one.

    Parameters
    ----------
    reporters : ReporterModel
        Shares by weekday and hour, and what a holiday does.
    block : Block
        Seasons, period, and how many reports.
    rng : int
        Seed of the whole log.

    Returns
    -------
    Arrivals
        As many by office as the block says.

    Raises
    ------
    ParameterError
        If no report can come in on any day.
    """
    generator = block.stream(rng, Stream.ARRIVALS)
    n_all = sum(block.n_all)
    weights = day_weights(reporters, block.institution.seasons, block.period)
    day_uniform, hour_uniform, second_uniform, kept_uniform = generator.random((4, n_all))
    day, source = np.divmod(draw_positions(weights.ravel(), day_uniform), weights.shape[1])
    hour = draw_positions(reporters.hour_shares, hour_uniform)
    second = (second_uniform * _SECONDS_PER_HOUR).astype(np.int64)
    seconds = (day * _HOURS_PER_DAY + hour) * _SECONDS_PER_HOUR + second
    office = np.repeat(np.arange(len(block.n_all)), block.n_all)
    span = weights.shape[0] * _SECONDS_PER_DAY
    order = stable_order(office * span + seconds)
    start = np.datetime64(block.period[0], "s")
    return Arrivals(
        submitted_at=start + seconds[order].astype("timedelta64[s]"),
        office=office.astype(np.int32),
        season=(source[order] - 1).astype(np.int16),
        is_kept=_keep(block, office, kept_uniform),
    )


def day_weights(
    reporters: ReporterModel, seasons: tuple[Season, ...], period: tuple[date, date]
) -> npt.NDArray[np.float64]:
    """Return how many reports each day gets, in proportion.

    A day has the share of its weekday, times the factor of a holiday, times the factors of
    seasons without a topic; a season with a topic adds to that what it has above 1.

    Parameters
    ----------
    reporters : ReporterModel
        Shares by weekday, and what a holiday (*libur nasional*, *cuti bersama*) does.
    seasons : tuple of Season
        Days with more or fewer reports.
    period : tuple of (date, date)
        First day, and the day behind the last.

    Returns
    -------
    ndarray of float of shape (n_days, 1 + n_seasons)
        Ordinary reports, and those that each season adds on a topic of its own.

    Raises
    ------
    ParameterError
        If no report can come in on any day.
    """
    days = np.arange(*np.array(period, dtype="datetime64[D]"))
    weekday = (days.astype(np.int64) - _A_MONDAY) % _DAYS_PER_WEEK
    all_of_them = np.array(reporters.weekday_shares)[weekday]
    all_of_them[np.isin(days, _holidays())] *= reporters.holiday_factor
    factors = [_factors(season, period) for season in seasons]
    for season, factor in zip(seasons, factors, strict=True):
        if not season.topic:
            all_of_them = all_of_them * factor
    added = [
        all_of_them * (factor - 1) if season.topic else np.zeros(len(days))
        for season, factor in zip(seasons, factors, strict=True)
    ]
    if not all_of_them.any():
        raise ParameterError(
            "parameter_range",
            name="weekday_shares × holiday_factor × seasons.factor",
            allowed="> 0 on a day of the period",
            value=0.0,
            remedy="Give a longer period or a larger factor.",
        )
    return np.column_stack([all_of_them, *added])


@cache
def _holidays() -> npt.NDArray[np.datetime64]:
    days = [entry.day for entry in load_calendar().non_working.days]
    return np.array(days, dtype="datetime64[D]")


# The institutions of a scenario share their seasons.
@lru_cache(maxsize=256)
def _factors(season: Season, period: tuple[date, date]) -> npt.NDArray[np.float64]:
    n_days = (period[1] - period[0]).days
    return np.array([_factor(season, period[0] + timedelta(days=i)) for i in range(n_days)])


def _factor(season: Season, day: date) -> float:
    behind = season.days_after(day)
    if behind is None:
        # What the season of the year before has left behind.
        new_year = date(day.year - 1, 12, 31)
        behind = season.days_after(new_year)
        if behind is None or season.fade_days == 0:
            return 1.0
        behind += (day - new_year).days
    if behind > 0 and season.fade_days == 0:
        return 1.0
    return 1 + (season.factor - 1) * (exp(-behind / season.fade_days) if behind else 1.0)


def _keep(
    block: Block, office: npt.NDArray[np.int64], uniform: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    if block.n_kept == block.n_all:
        return np.ones(len(office), dtype=bool)
    # Of each office those with the smallest uniforms, and of equal ones the earlier; a sum of
    # the two is not negative, so that its bits are in its order.
    order = stable_order((office + uniform).view(np.int64))
    first = np.cumsum(block.n_all) - np.array(block.n_all)
    rank = np.arange(len(office)) - first[office]
    is_kept = np.empty(len(office), dtype=bool)
    is_kept[order] = rank < np.array(block.n_kept)[office]
    return is_kept
