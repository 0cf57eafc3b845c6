"""The order of activities: gap x effect / effort, from columns that stand in the plan."""

import numpy as np
import pandas as pd

__all__ = ["rank_activities"]

_PERCENT = 100.0


def rank_activities(activities: pd.DataFrame, *, is_lower_wanted: bool = False) -> pd.DataFrame:
    """Give each activity a score and a place.

    The score is levels that are lacking, times the change of the measure towards the wanted
    end, in hundredths, for every hundred hours of work. Where no effect is known for any
    activity, it is left out of all; an activity that lacks a factor comes behind.

    Parameters
    ----------
    activities : DataFrame of shape (n_activities, n_columns)
        With `gap, effect, effort_hours`.
    is_lower_wanted : bool, default=False
        Whether less of the measure is wanted.

    Returns
    -------
    DataFrame of shape (n_activities, n_columns + 2)
        With `score`, and `priority` from 1; activities of one score keep their order.

    Examples
    --------
    >>> table = pd.DataFrame({"gap": [1.0, 2.0], "effect": [0.1, 0.1], "effort_hours": [50, 200]})
    >>> rank_activities(table)[["score", "priority"]].values.tolist()
    [[20.0, 1.0], [10.0, 2.0]]
    """
    effect = activities["effect"].to_numpy(dtype=np.float64) * _PERCENT
    if np.isnan(effect).all():
        effect = np.ones_like(effect)
    elif is_lower_wanted:
        effect = -effect
    gap, hours = (activities[name].to_numpy(dtype=np.float64) for name in ("gap", "effort_hours"))
    score = pd.Series(gap * effect / hours * _PERCENT, activities.index)
    return activities.assign(
        score=score, priority=score.rank(ascending=False, method="first", na_option="bottom")
    )
