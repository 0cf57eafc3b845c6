"""Draws of positions with given shares."""

import numpy as np
import pytest

from lapor_lab.synthetic.entries.shares import draw_positions


@pytest.mark.parametrize("n_choices", [2, 15, 16, 365, 5_000])
def test_many_draws_are_those_of_a_search(n_choices: int) -> None:
    """However the positions are found, they are those of a search among all bounds."""
    rng = np.random.default_rng(n_choices)
    shares = rng.random(n_choices) * (rng.random(n_choices) < 0.8)
    shares[0] = 1.0
    uniform = np.append(rng.random(10_000), np.arange(4096) / 4096)
    bounds = np.cumsum(shares)
    expected = np.searchsorted(bounds, uniform * bounds[-1], side="right")
    np.testing.assert_array_equal(draw_positions(shares, uniform), expected)
