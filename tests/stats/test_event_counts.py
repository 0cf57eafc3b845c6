"""Events out of cases at the door."""

import re

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats.event_counts import check_events


def test_a_missing_number_is_no_case() -> None:
    """A NaN on either side leaves the unit without cases; one number serves all."""
    events, trials = check_events([1, np.nan, 2], 4)

    assert events.tolist() == [1, 0, 2]
    assert trials.tolist() == [4, 0, 4]


@pytest.mark.parametrize(("numerator", "value"), [(5, 5.0), (-1, -1.0)])
def test_an_impossible_count_is_refused(numerator: float, value: float) -> None:
    """More events than cases, or fewer than none, are refused by value."""
    message = f"`numerator` must be in [0, denominator], got {value}. Count each event once."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        check_events([1, numerator], [4, 4])
