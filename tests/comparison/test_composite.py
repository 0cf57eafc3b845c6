"""A composite comes with the ranks that its weights allow."""

import re

import numpy as np
import pandas as pd
import pytest

from lapor_lab.comparison.composite import composite
from lapor_lab.errors import ParameterError


def make_profile(values: dict[str, list[float]]) -> pd.DataFrame:
    """Return a profile of institutions with positions on measures x, y, ..."""
    rows = [
        {"institution": name, "measure": measure, "position": position}
        for name, positions in values.items()
        for measure, position in zip("xyz", positions, strict=False)
    ]
    return pd.DataFrame(rows)


def test_who_leads_everywhere_is_first_under_any_weight() -> None:
    """An institution above all others on each measure has rank 1 alone."""
    found = composite(make_profile({"A": [2, 2], "B": [0, 1], "C": [1, 0]}), {"x": 1, "y": 1})
    first = found.set_index("institution").loc["A"]
    assert (first["rank_low"], first["rank_high"]) == (1, 1)


def test_who_is_ahead_by_one_measure_only_depends_on_its_weight() -> None:
    """Two institutions that swap two measures of nearly equal weight may each be first."""
    found = composite(make_profile({"A": [1, 0], "B": [0, 1], "C": [-2, -2]}), {"x": 1, "y": 1})
    ranks = found.set_index("institution")[["rank_low", "rank_high"]]
    assert ranks.loc["A"].tolist() == ranks.loc["B"].tolist() == [1, 2]
    assert ranks.loc["C"].tolist() == [3, 3]


def test_the_score_is_the_weighted_mean() -> None:
    """Weights 3 and 1 of positions 1 and -1 give a half."""
    found = composite(make_profile({"A": [1, -1], "B": [0, 0]}), {"x": 3, "y": 1})
    assert found["score"].tolist() == [0.5, 0.0]


def test_what_is_missing_is_not_filled() -> None:
    """An institution without one of the measures has no score and no rank."""
    found = composite(make_profile({"A": [1, np.nan], "B": [0, 1], "C": [1, 0]}), {"x": 1, "y": 1})
    row = found.set_index("institution").loc["A"]
    assert np.isnan(row["score"])
    assert np.isnan(row["rank_low"])
    assert row["n_measures"] == 1


def test_no_spread_and_one_measure_leave_the_order() -> None:
    """With fixed weights and one measure each rank is one number."""
    found = composite(make_profile({"A": [3], "B": [1], "C": [2]}), {"x": 1}, weight_spread=0)
    assert found["rank_low"].tolist() == found["rank_high"].tolist() == [1, 3, 2]


def test_a_weight_of_nothing_is_refused() -> None:
    """A measure that shall not count is left out, not weighted 0."""
    message = (
        "`weights` must be above 0, for measures among x, y, got {'x': 0}. "
        "Leave out a measure that shall not count."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        composite(make_profile({"A": [1, 2]}), {"x": 0, "y": 1})
