"""The order of activities: gap x effect / effort, from columns that stand in the plan."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

__all__ = ["rank_activities"]

_PERCENT = 100.0


def rank_activities(activities: pd.DataFrame, *, is_lower_wanted: bool = False) -> pd.DataFrame:
    """Give each activity a score, a place, and the places that it may have.

    The score is levels that are lacking, times the change of the measure towards the wanted
    end, in hundredths, for every hundred hours of work. Where no effect is known for any
    activity, it is left out of all; an activity that lacks a factor comes behind.

    Parameters
    ----------
    activities : DataFrame of shape (n_activities, n_columns)
        With `gap, effect, effect_lower, effect_upper, effort_hours`.
    is_lower_wanted : bool, default=False
        Whether less of the measure is wanted.

    Returns
    -------
    DataFrame of shape (n_activities, n_columns + 4)
        With `score`, `priority` from 1 (activities of one score keep their order), and
        `rank_low, rank_high`: the places that are possible while each effect stays within its
        interval; gap and hours are taken as they are.

    Examples
    --------
    >>> table = pd.DataFrame({"gap": [1.0, 2.0], "effort_hours": [50, 200]})
    >>> table = table.assign(effect=0.1, effect_lower=0.08, effect_upper=0.12)
    >>> rank_activities(table)[["score", "priority", "rank_high"]].values.tolist()
    [[20.0, 1.0, 1.0], [10.0, 2.0, 2.0]]
    """
    changes = activities[["effect", "effect_lower", "effect_upper"]].to_numpy(dtype=np.float64)
    effects = changes * (-_PERCENT if is_lower_wanted else _PERCENT)
    if np.isnan(effects[:, 0]).all():
        effects = np.ones_like(effects)
    gap, hours = (activities[name].to_numpy(dtype=np.float64) for name in ("gap", "effort_hours"))
    scores = effects * (gap / hours * _PERCENT)[:, None]
    score = pd.Series(scores[:, 0], activities.index)
    low, high = _possible_places(scores.min(axis=1), scores.max(axis=1))
    return activities.assign(
        score=score,
        priority=score.rank(ascending=False, method="first", na_option="bottom"),
        rank_low=low,
        rank_high=high,
    )


def _possible_places(
    lowest: NDArray[np.float64], highest: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the first and the last place that each score may take."""
    is_known = ~(np.isnan(lowest) | np.isnan(highest))
    n_surely_before = (lowest[:, None] > highest[None, :]).sum(axis=0)
    n_surely_behind = (highest[:, None] < lowest[None, :]).sum(axis=0)
    first = np.where(is_known, 1 + n_surely_before, np.nan)
    return first, np.where(is_known, is_known.sum() - n_surely_behind, np.nan)
