"""Charts of events, against qicharts2 and Montgomery's examples."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import Baseline, ControlChart, c_chart, p_chart, u_chart

CHARTS: dict[str, Callable[[Any, Any], ControlChart]] = {
    "nhs_accidents_p": p_chart,
    "nhs_accidents_pprime": lambda y, n: p_chart(y, n, is_primed=True),
    "complaints_u": u_chart,
    "complaints_uprime": lambda y, n: u_chart(y, n, is_primed=True),
    "complaints_c": lambda y, _: c_chart(y),
    "cdi_c_run": lambda y, _: c_chart(y),
}


@pytest.mark.parametrize("name", CHARTS)
def test_charts_equal_qicharts2(reference: Path, name: str) -> None:
    """Centre, limits at three and at two deviations, and points outside are qicharts2's."""
    want = pd.read_csv(reference / f"qicharts2/{name}.csv")

    chart = CHARTS[name](want["y"] * want["n"], want["n"])

    found = [chart.value, chart.centre, chart.lower, chart.upper, *chart.near_limits()]
    columns = ["y", "cl", "lcl", "ucl", "lcl95", "ucl95"]
    np.testing.assert_allclose(np.transpose(found), want[columns], rtol=1e-9)
    is_outside = (chart.value > chart.upper) | (chart.value < chart.lower)
    assert is_outside.tolist() == want["sigma_signal"].tolist()


def test_plain_limits_cry_wolf_on_large_counts(reference: Path) -> None:
    """Plain limits call 16 of 20 shares and 13 of 20 rates special, primed ones none."""
    n_outside = {}
    for name in ("nhs_accidents_p", "complaints_u"):
        rows = pd.read_csv(reference / f"qicharts2/{name}.csv")
        for is_primed in (False, True):
            chart_of = p_chart if name.endswith("_p") else u_chart
            chart = chart_of(rows["y"] * rows["n"], rows["n"], is_primed=is_primed)
            is_outside = (chart.value > chart.upper) | (chart.value < chart.lower)
            n_outside[name, is_primed] = int(is_outside.sum())

    assert list(n_outside.values()) == [16, 0, 13, 0]


def montgomery(reference: Path, name: str) -> pd.DataFrame:
    """Return an example of Montgomery's book as qicharts2 computes it."""
    return pd.read_csv(reference / f"qicharts2/montgomery_ex_{name}.csv")


def same(chart: ControlChart, want: pd.DataFrame) -> None:
    """Hold centre, limits and the points outside against an example."""
    np.testing.assert_allclose(chart.centre, want["cl"], rtol=1e-9)
    np.testing.assert_allclose(chart.lower, want["lcl"], rtol=1e-9)
    np.testing.assert_allclose(chart.upper, want["ucl"], rtol=1e-9)
    is_outside = (chart.value > chart.upper) | (chart.value < chart.lower)
    assert is_outside.tolist() == want["sigma.signal"].tolist()


def test_a_rebased_chart_equals_montgomery(reference: Path) -> None:
    """Example 7.1: 30 samples less the two that had a cause, then 64 after the new machine."""
    want = montgomery(reference, "7.1_5")

    chart = p_chart(want["y.sum"], want["n"], Baseline(rebase_at=(30,), excluded=(14, 22)))

    same(chart, want)
    assert chart.part.tolist() == (want["part"] - 1).tolist()
    assert chart.n_baseline[[0, 30]].tolist() == [28, 64]


def test_a_frozen_chart_of_counts_equals_montgomery(reference: Path) -> None:
    """Example 7.3: limits of 26 samples less two, held against the next 20."""
    want = montgomery(reference, "7.3_3")

    same(c_chart(want["y"], Baseline(fixed_after=26, excluded=(5, 19))), want)


def test_a_chart_of_rates_equals_montgomery(reference: Path) -> None:
    """Example 7.4: 20 shipments of 50, the lower limit cut at 0."""
    want = montgomery(reference, "7.4_1")

    same(u_chart(want["y.sum"], want["n"]), want)


def test_limits_of_a_hospital_follow_from_its_centre(reference: Path) -> None:
    """Mean limits of 24 months of infections are those of u at the size that they imply."""
    want = pd.read_csv(reference / "qicharts2/montgomery_hai_1.csv").iloc[0]
    half = (want["aUCL"] - want["aLCL"]) / 2
    size = 9 * want["CL"] / half**2

    chart = u_chart(np.full(24, want["CL"] * size), np.full(24, size))

    np.testing.assert_allclose(chart.lower, want["aLCL"], rtol=1e-6)
    np.testing.assert_allclose(chart.upper, want["aUCL"], rtol=1e-6)


def test_primed_limits_of_pure_chance_are_the_plain_ones(rng: np.random.Generator) -> None:
    """Where nothing varies but chance, p' and u' come out within 5 % of p and u."""
    n = np.full(2000, 400)
    shares, rates = rng.binomial(n, 0.3), rng.poisson(n * 0.3)

    for chart_of, events in ((p_chart, shares), (u_chart, rates)):
        plain, primed = (chart_of(events, n, is_primed=is_primed) for is_primed in (False, True))
        ratio = primed.standard_deviation / plain.standard_deviation
        np.testing.assert_allclose(ratio, 1, atol=0.05)


def test_screening_takes_one_jump_out_of_the_primed_limits(rng: np.random.Generator) -> None:
    """A single month of disaster widens p' less when far ranges are screened out."""
    n = np.full(24, 500)
    events = rng.binomial(n, 0.2)
    events[10] = 450

    plain, screened = (
        p_chart(events, n, is_primed=True, is_screened=is_screened) for is_screened in (False, True)
    )

    assert screened.standard_deviation[0] < 0.5 * plain.standard_deviation[0]
    np.testing.assert_allclose(screened.centre, plain.centre)


def test_a_month_without_cases_has_no_value() -> None:
    """Nothing out of nothing is missing, and changes neither centre nor limits."""
    with_gap = p_chart([3, 0, 5, 4], [10, 0, 10, 12], is_primed=True)
    missing = p_chart([3, np.nan, 5, 4], [10, 9, 10, 12], is_primed=True)

    assert np.isnan(with_gap.value[1])
    assert np.isnan(with_gap.upper[1])
    assert with_gap.centre[0] == pytest.approx(12 / 32)
    np.testing.assert_allclose(missing.upper, with_gap.upper)
    np.testing.assert_allclose(u_chart([2, np.nan, 4], [1, 1, 1]).centre, 3)


def test_a_perfect_baseline_has_no_limits() -> None:
    """After a baseline without any failure one later failure is no alarm: it has no limits."""
    for is_primed in (False, True):
        chart = p_chart([9, 9, 9, 8], [9] * 4, Baseline(fixed_after=3), is_primed=is_primed)
        assert chart.centre.tolist() == [1] * 4
        assert np.isnan(chart.lower).all()


def test_impossible_counts_are_refused() -> None:
    """More events than cases, and less than none, are refused by value."""
    message = "`numerator` must be in [0, denominator], got 3.0. Count each event once."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        p_chart([3], [2])
    message = "`count` must be at least 0, got -1.0. Leave out what is unknown, or give NaN."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        c_chart([1, -1])
