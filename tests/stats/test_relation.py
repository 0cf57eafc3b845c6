"""Sides of a line."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.stats.relation import side_of


@given(st.lists(st.floats(-1e6, 1e6).filter(lambda x: abs(x) > 1e-6), min_size=1, max_size=20))
def test_a_mean_of_equal_values_is_on_them(values: list[float]) -> None:
    """However it is rounded, the mean of copies of a value lies neither above nor below it."""
    for value in values:
        assert side_of(np.mean([value] * 7), value) == 0
        assert side_of(value + abs(value) / 1000, value) == 1


def test_what_is_missing_is_on_no_side() -> None:
    """A missing value and a missing line give 0."""
    assert side_of([np.nan, 1, 1], [0, np.nan, 0]).tolist() == [0, 0, 1]
