"""Groups of one to four reports: what could point at a person is not told."""

from typing import Final

import numpy as np
import pandas as pd

from lapor_lab.privacy import suppress_small_cells

__all__ = ["hide_small_groups"]

_COUNTS: Final = ["numerator", "denominator", "n_unknown"]


def hide_small_groups(estimates: pd.DataFrame) -> pd.DataFrame:
    """Withhold the counts of groups that hold one to four reports.

    Where such a group could be told from the sum of all and the other groups, the smallest
    of the others loses its counts too and keeps its estimate. Groups so small have no
    estimate anyway. Institutions' own counts of what they did, such as 2 late among 200,
    name nobody and stay.

    Parameters
    ----------
    estimates : DataFrame of shape (n_estimates, 9)
        Columns of `ESTIMATES`.

    Returns
    -------
    DataFrame of shape (n_estimates, 9)
        A new frame; hidden counts are missing.

    Examples
    --------
    >>> rows = pd.DataFrame({"measure": "closed_share", "numerator": [2.0, 30.0, 9.0],
    ...                      "denominator": [3.0, 40.0, 12.0], "n_unknown": 0})
    >>> hide_small_groups(rows)["denominator"].tolist()
    [nan, 40.0, nan]
    """
    hidden = pd.Series(data=False, index=estimates.index)
    asked = estimates["denominator"].fillna(0) + estimates["n_unknown"].fillna(0).astype(float)
    for _, rows in asked.groupby(estimates["measure"]):
        told = suppress_small_cells(rows.to_frame().astype("int64"))
        hidden[rows.index] = told.iloc[:, 0].isna()
    counts = estimates[_COUNTS].astype("float64").mask(hidden, np.nan)
    return estimates.assign(**{name: counts[name] for name in _COUNTS})
