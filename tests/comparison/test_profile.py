"""Measures side by side, and nothing added up."""

import re

import pandas as pd
import pytest

from lapor_lab.comparison import compare
from lapor_lab.comparison.profile import profile
from lapor_lab.errors import ParameterError


@pytest.fixture
def comparisons(make_counts):
    """Compare ten institutions, one of them late, on two measures of the same counts."""
    names = [f"I{number}" for number in range(10)]
    table = pd.DataFrame({"institution": names, "n": 400, "late": [80] * 9 + [200]})
    counts = make_counts(table)
    return [compare(counts, "completed_within_limit"), compare(counts, "completion_mean_days")]


def test_positions_point_to_the_wanted_end(comparisons) -> None:
    """Who is late lies on the negative side, whether shares or days are measured."""
    found = profile(comparisons)
    assert (found.loc[found["institution"] == "I9", "position"] < -2).all()
    assert (found.loc[found["institution"] == "I0", "position"] > 0).all()
    assert len(found) == 20


def test_where_all_are_alike_nobody_lies_apart(make_counts) -> None:
    """A measure on which peers do not differ has position 0 and stops no composite."""
    names = [f"I{number}" for number in range(10)]
    counts = make_counts(pd.DataFrame({"institution": names, "n": 400, "late": 80}))
    assert profile([compare(counts, "completed_within_limit")])["position"].abs().max() < 1e-6


def test_one_measure_twice_is_refused(comparisons) -> None:
    """A profile names each measure once."""
    message = (
        "`comparisons` must be at least one, all by the same groups, each of another measure, "
        "got ['completed_within_limit', 'completed_within_limit']. "
        "Compare each measure once, with the same `by`."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        profile([comparisons[0], comparisons[0]])
