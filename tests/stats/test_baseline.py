"""What the limits of a chart rest on."""

import re

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import Baseline, xmr_chart

ASCENDING = "`rebase_at` must be ascending and above 0,"


def test_limits_never_start_anew_by_themselves() -> None:
    """A series that doubles half way keeps one centre until the user states the change."""
    values = np.r_[np.tile([10, 11], 10), np.tile([20, 21], 10)]

    assert set(xmr_chart(values).centre) == {15.5}
    assert set(xmr_chart(values).part) == {0}
    stated = xmr_chart(values, Baseline(rebase_at=(20,)))
    assert stated.centre[[0, 19, 20, 39]].tolist() == [10.5, 10.5, 20.5, 20.5]


def test_each_part_is_fixed_for_itself() -> None:
    """With both a rebase and a fixed start, each part rests on its own first periods."""
    parts = list(Baseline(fixed_after=2, rebase_at=(3, 6), excluded=(4,)).parts(8))

    assert [part.tolist() for part, _ in parts] == [[0, 1, 2], [3, 4, 5], [6, 7]]
    assert [used.tolist() for _, used in parts] == [
        [True, True, False],
        [True, False, False],
        [True, True],
    ]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"fixed_after": 1}, "`fixed_after` must be at least 2, got 1. Limits need neighbours."),
        (
            {"rebase_at": (5, 5)},
            f"{ASCENDING} got (5, 5). Give the positions at which a new part begins.",
        ),
        (
            {"rebase_at": (0,)},
            f"{ASCENDING} got (0,). Give the positions at which a new part begins.",
        ),
        (
            {"rebase_at": (4,)},
            "`rebase_at` must be in [0, 4), got 4. Count the periods of the series from 0.",
        ),
        (
            {"excluded": (-1,)},
            "`excluded` must be in [0, 4), got -1. Count the periods of the series from 0.",
        ),
    ],
)
def test_positions_that_cannot_be_are_refused(given: dict, message: str) -> None:
    """A start too short and positions outside the series are refused by value."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        xmr_chart([1, 2, 3, 4], Baseline(**given))
