"""The profile beside units, role model, peers and the last round."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.practices.maturity.profile import level_of_half


@given(st.lists(st.integers(0, 4), min_size=1))
def test_half_of_the_units_reach_it_and_not_the_next(levels: list[int]) -> None:
    """At least half reach the level; fewer than half reach a higher one."""
    level = level_of_half(pd.Series(levels, dtype=float))
    assert np.mean(np.array(levels) >= level) >= 0.5
    assert np.mean(np.array(levels) > level) <= 0.5
    assert level in levels


def test_units_that_were_not_assessed_are_left_out() -> None:
    """A missing level is not 0, and no unit gives no level."""
    assert level_of_half(pd.Series([np.nan, 3.0, np.nan])) == 3
    assert level_of_half(pd.Series([np.nan])) == pytest.approx(np.nan, nan_ok=True)
