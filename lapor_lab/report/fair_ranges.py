"""The range in which an institution of a given size may lie by chance among its peers."""

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from scipy.special import ndtri

from lapor_lab.comparison.judgement import FLAG_LEVEL
from lapor_lab.schema import JUDGED, SCALE_ENDS, Scale, scale_of

if TYPE_CHECKING:
    from lapor_lab.comparison import Comparison

__all__ = ["peer_ranges"]

_INTERVAL_LEVEL: Final = 0.95


def peer_ranges(comparison: "Comparison") -> pd.DataFrame:
    """Find each institution's range of the peers at 99.8 %, widened by overdispersion.

    Parameters
    ----------
    comparison : Comparison
        What was found.

    Returns
    -------
    DataFrame of shape (n_institutions, 2)
        `lower, upper`, by institution: of a share read off the funnel at its denominator; of a
        mean from its own standard error. NaN where it was not judged.
    """
    table = comparison.table.set_index("institution")
    judged = table[table["verdict"].isin(JUDGED) & table["target"].notna()]
    ends = pd.DataFrame(np.nan, index=table.index, columns=["lower", "upper"])
    scale = scale_of(comparison.measure)
    for group, rows in judged.groupby("peer_group"):
        if scale is Scale.SHARE:
            found = _read_off(comparison.limits, str(group), rows)
        else:
            found = _around(comparison.dispersion, str(group), rows)
        ends.loc[rows.index] = found.clip(*SCALE_ENDS[scale]).to_numpy()
    return ends


def _read_off(limits: pd.DataFrame, group: str, rows: pd.DataFrame) -> pd.DataFrame:
    curves = limits[limits["peer_group"] == group].sort_values("denominator")
    sizes = rows["denominator"].astype(float)
    return pd.DataFrame(
        {
            end: np.interp(sizes, curves["denominator"], curves[f"{end}_998_adjusted"])
            for end in ("lower", "upper")
        }
    )


def _around(dispersion: pd.DataFrame, group: str, rows: pd.DataFrame) -> pd.DataFrame:
    tau2 = float(dispersion.loc[dispersion["peer_group"] == group, "tau2"].max())
    reach = 2 * ndtri((1 + _INTERVAL_LEVEL) / 2)
    error = (rows["adjusted_upper"] - rows["adjusted_lower"]) / reach
    half = ndtri((1 + FLAG_LEVEL) / 2) * np.sqrt(error**2 + tau2 * rows["target"] ** 2)
    return pd.DataFrame({"lower": rows["target"] - half, "upper": rows["target"] + half})
