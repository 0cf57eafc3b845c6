"""Ratios of common events: duality with the deviate, Wilson's case, coverage."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit, logit, ndtri

from lapor_lab.errors import ParameterError
from lapor_lab.stats import (
    binomial_ratio_interval,
    binomial_z,
    ratio_interval,
    wilson_interval,
)


def test_one_stratum_is_wilsons_interval() -> None:
    """With a single stratum the ends are Wilson's over the expected share, at 0 and n too."""
    observed, n, share = np.array([0, 1, 30, 99, 100]), 100, 0.4
    lower, upper = wilson_interval(observed, n, 0.9)

    found = binomial_ratio_interval(observed, np.full((5, 1), n), [share], 0.9)

    np.testing.assert_allclose(found, (lower / share, upper / share), atol=1e-12)


@given(st.data())
def test_one_is_left_out_exactly_where_the_deviate_is_far(data: st.DataObject) -> None:
    """The interval leaves out 1 if and only if the deviate is beyond the normal quantile."""
    trials = np.array([data.draw(st.lists(st.integers(0, 400), min_size=3, max_size=3))])
    share = np.array(data.draw(st.lists(st.floats(0.02, 0.98), min_size=3, max_size=3)))
    observed = np.array([data.draw(st.integers(0, int(trials.sum())))])

    lower, upper = binomial_ratio_interval(observed, trials, share)
    z = binomial_z(observed, trials, share)

    if trials.sum() == 0:
        assert np.isnan([lower, upper, z]).all()
    elif abs(abs(z[0]) - ndtri(0.975)) > 1e-6:
        assert (lower[0] <= 1 <= upper[0]) == (abs(z[0]) <= ndtri(0.975))
        ratio = observed[0] / (trials @ share)[0]
        assert lower[0] <= ratio + 1e-9
        assert ratio <= upper[0] + 1e-9
        assert upper[0] * (trials @ share)[0] <= trials.sum() + 1e-6


def test_common_events_are_covered_as_often_as_said() -> None:
    """Of units with unequal strata, 94-96 % are covered; Byar's interval covers over 98 %."""
    rng = np.random.default_rng(8)
    share = np.array([0.25, 0.45, 0.7])
    trials = rng.integers(10, 200, (4000, 3)).astype(float)
    moved = expit(logit(share) + rng.normal(0, 0.3, 4000)[:, None])
    observed = rng.binomial(trials.astype(int), moved).sum(axis=1)
    expected = trials @ share
    truth = (trials * moved).sum(axis=1) / expected

    lower, upper = binomial_ratio_interval(observed, trials, share)
    low, high = ratio_interval(observed, expected)

    assert 0.94 <= np.mean((lower <= truth) & (truth <= upper)) <= 0.96
    assert np.mean((low <= truth) & (truth <= high)) > 0.98


def test_rare_events_have_the_width_of_byars() -> None:
    """At a share of 1 % the binomial interval is as wide as Byar's, within 5 %."""
    observed = [40, 60]

    lower, upper = binomial_ratio_interval(observed, [[5000], [5000]], [0.01])
    low, high = ratio_interval(observed, [50, 50])

    np.testing.assert_allclose(upper - lower, high - low, rtol=0.05)


def test_where_nothing_can_vary_nothing_is_said() -> None:
    """Expected shares of 0 and 1 alone give neither deviate nor interval."""
    trials = [[10.0, 0.0], [0.0, 10.0]]

    assert np.isnan(binomial_ratio_interval([0, 10], trials, [0, 1])).all()
    assert np.isnan(binomial_z([0, 10], trials, [0, 1])).all()


@pytest.mark.parametrize(
    ("observed", "share", "message"),
    [
        (
            [11],
            [0.5, 0.5],
            (
                "`observed` must be in [0, sum of denominator], got 11.0. "
                "Leave out the units that are not known."
            ),
        ),
        (
            [5],
            [0.5, 1.5],
            "`share` must be in [0, 1], got 1.5. Leave out the units that are not known.",
        ),
        (
            [5, 6],
            [0.5, 0.5],
            "`denominator` must have shape (len(observed), len(share)), got (1, 2).",
        ),
    ],
)
def test_numbers_out_of_range_are_refused(
    observed: list[float], share: list[float], message: str
) -> None:
    """More events than cases, a share above 1 and unequal lengths are refused by value."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        binomial_z(observed, [[4, 6]], share)
