"""How reporters rate: the longer the first follow-up took, the lower."""

from math import comb
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from lapor_lab.calendar import WorkingCalendar
from lapor_lab.schema import Activity, Role
from lapor_lab.synthetic.model.institution_model import InstitutionModel

__all__ = ["draw_ratings", "rate_closed", "with_ratings"]

_LOWEST: Final = 1
_HIGHEST: Final = 5
_STEPS: Final = _HIGHEST - _LOWEST
# Who rates does so some days after closing (asumsi).
_MEAN_DELAY_SECONDS: Final = 2 * 86_400


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
    institution: InstitutionModel,
    progress: pd.DataFrame,
    submitted_at: npt.NDArray[np.datetime64],
    calendar: WorkingCalendar,
    as_of: np.datetime64,
    rng: np.random.Generator,
) -> pd.DataFrame:
    """Let reporters rate closed reports.

    Parameters
    ----------
    institution : InstitutionModel
        How often they rate, and how.
    progress : DataFrame of shape (n_cases, n_columns)
        As `derive_progress` gives it, indexed by the case's number.
    submitted_at : ndarray of datetime64[s] of shape (n_all,)
        Entry of each case, by its number.
    calendar : WorkingCalendar
        Counts the days until the first follow-up.
    as_of : datetime64
        Moment of the snapshot: later ratings are not known.
    rng : Generator
        Stream of ratings.

    Returns
    -------
    DataFrame of shape (n_rated, 2)
        Columns `rating` and `timestamp`, indexed by the case's number.
    """
    n_all = len(submitted_at)
    uniform, value = rng.random(n_all), rng.random(n_all)
    delay = 1 + (rng.standard_exponential(n_all) * _MEAN_DELAY_SECONDS).astype(np.int64)
    number = progress.index.to_numpy()
    closed_at = progress["closed_at"].to_numpy().astype("datetime64[s]")
    at = closed_at + delay[number].astype("timedelta64[s]")
    is_rated = (uniform[number] < institution.rated_share) & (at < as_of)
    days = calendar.working_days(submitted_at[number], progress["responded_at"].to_numpy())
    mean = institution.rating_start - institution.rating_loss_per_day * days.astype(np.float64)
    table = pd.DataFrame({"rating": draw_ratings(mean, value[number]), "timestamp": at})
    rated: pd.DataFrame = table.set_index(progress.index)[is_rated]
    return rated


def with_ratings(events: pd.DataFrame, ratings: pd.DataFrame) -> pd.DataFrame:
    """Add the ratings to the events, each behind its case's closing.

    Parameters
    ----------
    events : DataFrame of shape (n_events, n_columns)
        As `tabulate_events` gives them.
    ratings : DataFrame of shape (n_rated, 2)
        As `rate_closed` gives them.

    Returns
    -------
    DataFrame of shape (n_events + n_rated, n_columns)
        By case and time.
    """
    if ratings.empty:
        return events
    closed_at = events.groupby("case")["timestamp"].last().loc[ratings.index]
    added = pd.DataFrame(
        {
            "case": ratings.index.to_numpy(),
            "activity": str(Activity.RATE),
            "enabled_at": closed_at.to_numpy(),
            "started_at": ratings["timestamp"].to_numpy(),
            "timestamp": ratings["timestamp"].to_numpy(),
            "resource": str(Role.REPORTER),
            "role": str(Role.REPORTER),
        }
    )
    return pd.concat([events, added]).sort_values("case", kind="stable", ignore_index=True)
