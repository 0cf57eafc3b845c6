"""What of a case is summed up, by institution."""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from lapor_lab.metrics.population import Population
from lapor_lab.schema import ClosedBy

__all__ = ["ALWAYS_COUNTED", "sum_terms"]

# What the measures of flow read beside it.
ALWAYS_COUNTED: Final = ("n", "n_outside_calendar")


def sum_terms(cases: pd.DataFrame, is_covered: NDArray[np.bool_]) -> pd.DataFrame:
    """Return what each case adds to the sums.

    Parameters
    ----------
    cases : DataFrame of shape (n_cases, n_columns)
        Cases.
    is_covered : ndarray of bool of shape (n_cases,)
        Whether the calendar knows the days of a case.

    Returns
    -------
    DataFrame of shape (n_cases, n_terms)
        Integers. A count named ``n_*_known`` tells of how many cases the source says
        anything: what it does not say is missing, not 0. One named ``n_*_known_by_case``
        leaves out what only a recap's totals tell.
    """
    population = Population(cases)
    admissible = population.is_admissible
    known = population.has_status
    closing = population.is_closing_known
    closed = population.is_closed
    is_followed_up = population.is_followed_up
    columns = {
        "n": pd.Series(data=True, index=cases.index),
        "n_original": population.is_original,
        "n_admissible": admissible,
        "n_outside_calendar": pd.Series(~is_covered, index=cases.index),
        "n_status_known": known,
        "n_status_known_by_case": known,
        "n_status_known_admissible": known & admissible,
        "n_archived": population.is_archived,
        "n_followed_up": is_followed_up,
        "n_followed_up_admissible": is_followed_up & admissible,
        "n_closing_known": closing,
        "n_closing_known_by_case": closing,
        "n_closing_known_admissible": closing & admissible,
        "n_closed": closed,
        "n_closed_admissible": closed & admissible,
        "n_open_admissible": closing & ~closed & admissible,
        **_repeats("transferred", _column(cases, "n_transfers"), admissible),
        **_repeats("reopened", _column(cases, "n_reopens"), is_followed_up & admissible),
        **_closers(population.closed_by, closed & admissible),
        **_ratings(cases),
    }
    return pd.DataFrame(columns, index=cases.index).astype("int64")


def _repeats(name: str, values: pd.Series, asked: pd.Series) -> dict[str, pd.Series]:
    return {
        f"n_{name}_known": values.notna() & asked,
        f"n_{name}": (values > 0).fillna(value=False) & asked,
    }


def _closers(closed_by: pd.Series, closed: pd.Series) -> dict[str, pd.Series]:
    names = {"admin": ClosedBy.ADMIN, "system": ClosedBy.SYSTEM, "reporter": ClosedBy.REPORTER}
    return {
        "n_closer_known": closed_by.notna() & closed,
        **{f"n_closed_by_{name}": closed_by.isin([who]) & closed for name, who in names.items()},
    }


def _ratings(cases: pd.DataFrame) -> dict[str, pd.Series]:
    rating = _column(cases, "rating")
    return {
        "n_rated": rating.notna(),
        "rating_sum": rating.fillna(0),
        "rating_sumsq": (rating * rating).fillna(0),
    }


def _column(cases: pd.DataFrame, name: str) -> pd.Series:
    if name in cases:
        return cases[name]
    return pd.Series(pd.NA, index=cases.index, dtype="Int64")
