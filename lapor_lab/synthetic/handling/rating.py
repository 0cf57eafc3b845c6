"""How reporters rate: the longer the first follow-up took, the lower."""

from dataclasses import dataclass
from math import comb
from typing import Final

import numpy as np
import numpy.typing as npt

from lapor_lab.calendar import WorkingCalendar
from lapor_lab.synthetic.block import Block
from lapor_lab.synthetic.handling.progress import Progress
from lapor_lab.synthetic.streams import Stream

__all__ = ["Ratings", "draw_ratings", "rate_closed"]

_LOWEST: Final = 1
_HIGHEST: Final = 5
_STEPS: Final = _HIGHEST - _LOWEST
# Who rates does so some days after closing (asumsi).
_MEAN_DELAY_SECONDS: Final = 2 * 86_400


@dataclass(frozen=True, eq=False)
class Ratings:
    """Ratings that are known.

    Parameters
    ----------
    case : ndarray of int64 of shape (n_rated,)
        Positions in the cases of the log.
    rating : ndarray of int64 of shape (n_rated,)
        From 1 to 5.
    timestamp : ndarray of datetime64[s] of shape (n_rated,)
        When.
    """

    case: npt.NDArray[np.int64]
    rating: npt.NDArray[np.int64]
    timestamp: npt.NDArray[np.datetime64]


def draw_ratings(
    mean: npt.NDArray[np.float64], uniform: npt.NDArray[np.float64]
) -> npt.NDArray[np.int64]:
    """Draw ratings from 1 to 5 with a given mean: 1 plus a binomial of 4 steps.

    Parameters
    ----------
    mean : ndarray of float of shape (n_cases,)
        Mean rating, cut to [1, 5].
    uniform : ndarray of float of shape (n_cases,)
        Uniforms; a higher one never gives a lower rating.

    Returns
    -------
    ndarray of int64 of shape (n_cases,)
        Ratings.

    Examples
    --------
    >>> draw_ratings(np.array([5.0, 1.0, 3.0]), np.array([0.1, 0.9, 0.5])).tolist()
    [5, 1, 3]
    """
    step = (np.clip(mean, _LOWEST, _HIGHEST) - _LOWEST) / _STEPS
    mass = np.stack([comb(_STEPS, k) * step**k * (1 - step) ** (_STEPS - k) for k in range(_STEPS)])
    n_steps: npt.NDArray[np.int64] = (uniform >= np.cumsum(mass, axis=0)).sum(axis=0)
    return _LOWEST + n_steps


def rate_closed(
    block: Block,
    progress: Progress,
    submitted_at: npt.NDArray[np.datetime64],
    cases: npt.NDArray[np.int64],
    calendar: WorkingCalendar,
    rng: int,
) -> Ratings:
    """Let reporters rate closed reports.

    Parameters
    ----------
    block : Block
        How often they rate, and how; later than its snapshot nothing is known.
    progress : Progress
        State of the cases.
    submitted_at : ndarray of datetime64[s] of shape (n_cases,)
        Entry of each case.
    cases : ndarray of int64 of shape (n_cases,)
        Positions of the cases in the block.
    calendar : WorkingCalendar
        Counts the days until the first follow-up.
    rng : int
        Seed of the whole log.

    Returns
    -------
    Ratings
        By case.
    """
    model, generator = block.institution, block.stream(rng, Stream.RATING)
    n_all = sum(block.n_all)
    uniform, value = generator.random((2, n_all))
    delay = 1 + (generator.standard_exponential(n_all) * _MEAN_DELAY_SECONDS).astype(np.int64)
    at = progress.closed_at + delay[cases].astype("timedelta64[s]")
    as_of = np.datetime64(block.period[1], "s")
    rated = np.flatnonzero((uniform[cases] < model.rated_share) & (at < as_of))
    days = calendar.working_days(submitted_at[rated], progress.responded_at[rated])
    mean = model.rating_start - model.rating_loss_per_day * days.astype(np.float64)
    return Ratings(rated, draw_ratings(mean, value[cases[rated]]), at[rated])
