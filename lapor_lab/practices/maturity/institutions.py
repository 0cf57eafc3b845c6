"""Levels of several institutions in one table, to be set beside their outcomes."""

from collections.abc import Iterable

import pandas as pd

from lapor_lab.practices.maturity.assessment import Assessment
from lapor_lab.practices.maturity.form import INSTITUTION_GROUP

__all__ = ["tabulate_institutions"]


def tabulate_institutions(assessments: Iterable[Assessment]) -> pd.DataFrame:
    """Return the levels of institutions, without those of their units.

    Parameters
    ----------
    assessments : iterable of Assessment
        One an institution.

    Returns
    -------
    DataFrame of shape (n_institutions * 5, 4)
        `institution`, `practice`, `level` (NaN if nothing was answered), `is_example`.
    """
    columns = ["institution", "practice", "level", "is_example"]
    parts = [
        each.levels[each.levels["group"] == INSTITUTION_GROUP].assign(
            institution=each.institution, is_example=each.is_example
        )[columns]
        for each in assessments
    ]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)
