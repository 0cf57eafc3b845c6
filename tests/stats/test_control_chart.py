"""What all control charts share: moving ranges, parts and limits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapor_lab.stats import Baseline, u_chart, xmr_chart
from lapor_lab.stats.control_chart import mean_range, moving_range


def test_the_mean_range_of_normal_values_is_d2(rng: np.random.Generator) -> None:
    """Two normal values lie 2 / sqrt(pi) = 1.128 deviations apart on average."""
    values = rng.normal(0, 3, 200_000)
    ranges = moving_range(values, np.full(len(values), fill_value=True))

    assert mean_range(ranges, is_screened=False) / 3 == pytest.approx(1.128, rel=0.01)


def test_screening_is_done_once() -> None:
    """Ranges of 3.267 times the first mean or more are left out; the second mean leaves none."""
    ranges = np.array([1.0] * 20 + [3.0, 40.0])

    assert mean_range(ranges, is_screened=True) == pytest.approx(23 / 21)
    assert mean_range(ranges, is_screened=False) == pytest.approx(63 / 22)
    assert mean_range(np.zeros(3), is_screened=True) == 0
    assert np.isnan(mean_range(np.array([np.nan]), is_screened=True))


@given(st.lists(st.integers(-100, 100), min_size=3, max_size=20), st.floats(0.1, 10))
def test_limits_go_with_the_unit(values: list[int], factor: float) -> None:
    """Values in another unit have centre and limits in that unit."""
    chart, scaled = xmr_chart(values), xmr_chart(np.array(values) * factor)

    for name in ("value", "centre", "lower", "upper"):
        found, want = getattr(scaled, name), getattr(chart.scaled(factor), name)
        np.testing.assert_allclose(found, want, rtol=1e-6, atol=1e-6)


def test_parts_do_not_see_each_other(rng: np.random.Generator) -> None:
    """A rebased chart is its parts, each charted alone."""
    values = np.r_[rng.normal(10, 1, 15), rng.normal(30, 4, 12)]

    whole = xmr_chart(values, Baseline(rebase_at=(15,)))
    parts = xmr_chart(values[:15]), xmr_chart(values[15:])

    for name in ("centre", "lower", "upper", "n_baseline"):
        np.testing.assert_array_equal(
            getattr(whole, name), np.concatenate([getattr(part, name) for part in parts])
        )


def test_a_scaled_chart_says_the_same_in_another_unit() -> None:
    """Observed over expected, scaled by the expected, is the count with limits that move."""
    expected = np.array([10.0, 20, 30])

    chart = u_chart([8, 24, 30], expected).scaled(expected)

    np.testing.assert_allclose(chart.value, [8, 24, 30])
    np.testing.assert_allclose(chart.centre, expected * 62 / 60)
    np.testing.assert_allclose(chart.upper, chart.centre + 3 * np.sqrt(chart.centre))
