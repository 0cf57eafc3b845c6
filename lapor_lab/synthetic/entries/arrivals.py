"""When reports come in: on all days and hours, given how many they are."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import exp

import numpy as np
import numpy.typing as npt

from lapor_lab.calendar import load_calendar
from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.entries.shares import draw_positions
from lapor_lab.synthetic.model.demand import ReporterModel, Season
from lapor_lab.synthetic.streams import Stream

__all__ = ["Arrivals", "day_weights", "draw_arrivals"]

_HOURS_PER_DAY = 24
_SECONDS_PER_HOUR = 3600
_SECONDS_PER_DAY = _HOURS_PER_DAY * _SECONDS_PER_HOUR
_FIRST_WEEKEND_DAY = 5


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
    order = np.argsort(office * span + seconds, kind="stable")
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

    Parameters
    ----------
    reporters : ReporterModel
        Shares by weekday, and what a holiday does.
    seasons : tuple of Season
        Days with more or fewer reports.
    period : tuple of (date, date)
        First day, and the day behind the last.

    Returns
    -------
    ndarray of float of shape (n_days, 1 + n_seasons)
        Ordinary reports, and those that each season adds on a topic of its own.
    """
    days = [period[0] + timedelta(days=i) for i in range((period[1] - period[0]).days)]
    is_working = load_calendar().is_working_day(np.array(days, dtype="datetime64[D]"))
    weekday = np.array([day.weekday() for day in days])
    ordinary = np.array(reporters.weekday_shares)[weekday]
    is_holiday = ~is_working & (weekday < _FIRST_WEEKEND_DAY)
    factors = np.array([[_factor(season, day) for season in seasons] for day in days])
    factors = factors.reshape(len(days), len(seasons))
    has_topic = np.array([bool(season.topic) for season in seasons], dtype=bool)
    base = ordinary * np.where(is_holiday, reporters.holiday_factor, 1.0)
    base = base * factors[:, ~has_topic].prod(axis=1)
    added = np.where(has_topic, factors - 1, 0.0) * ordinary[:, None]
    return np.column_stack([base, added])


def _factor(season: Season, day: date) -> float:
    behind = season.days_after(day)
    if behind is None:
        return 1.0
    if behind == 0:
        return season.factor
    if season.fade_days == 0:
        return 1.0
    return 1 + (season.factor - 1) * exp(-behind / season.fade_days)


def _keep(
    block: Block, office: npt.NDArray[np.int64], uniform: npt.NDArray[np.float64]
) -> npt.NDArray[np.bool_]:
    if block.n_kept == block.n_all:
        return np.ones(len(office), dtype=bool)
    # Of each office those with the smallest uniforms.
    order = np.lexsort((uniform, office))
    first = np.cumsum(block.n_all) - np.array(block.n_all)
    rank = np.arange(len(office)) - first[office]
    is_kept = np.empty(len(office), dtype=bool)
    is_kept[order] = rank < np.array(block.n_kept)[office]
    return is_kept
