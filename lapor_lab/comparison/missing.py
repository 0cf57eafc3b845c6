"""What is not known of each institution."""

import pandas as pd

from lapor_lab.metrics import Counts
from lapor_lab.schema import UNKNOWN_GROUP

__all__ = ["missing_panel"]


def missing_panel(estimates: pd.DataFrame, counts: Counts) -> pd.DataFrame:
    """Count what is not known of each institution.

    Parameters
    ----------
    estimates : DataFrame of shape (n_institutions, n_columns)
        `denominator, n_unknown, availability`, by institution.
    counts : Counts
        Counts, with the strata that were adjusted for.

    Returns
    -------
    DataFrame of shape (n_institutions, 6 + n_strata)
        `institution, n, denominator, n_unknown, unknown_share, availability` and, for each
        stratum, `<name>_missing_share`: cases in which that column is empty.
    """
    plain = counts.total().sums["n"].reindex(estimates.index)
    told = estimates["denominator"].fillna(0)
    asked = told + estimates["n_unknown"]
    panel = pd.DataFrame(
        {
            "n": plain,
            "denominator": estimates["denominator"],
            "n_unknown": estimates["n_unknown"],
            "unknown_share": (estimates["n_unknown"] / asked).where(asked > 0),
            "availability": estimates["availability"],
        }
    )
    for name in counts.strata:
        sums = counts.sums.reset_index()
        empty = sums[sums[name] == UNKNOWN_GROUP].groupby("institution")["n"].sum()
        panel[f"{name}_missing_share"] = empty.reindex(panel.index, fill_value=0) / plain
    return panel.rename_axis("institution").reset_index()
