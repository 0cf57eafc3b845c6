"""Charts of one value a period, against the NHS's and qicharts2's own code."""

import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import Baseline, i_chart, xmr_chart


def test_xmr_equals_plot_the_dots(reference: Path) -> None:
    """Mean and limits of 18 series (screened or not, fixed, rebased) are NHSRplotthedots'."""
    cases = json.loads((reference / "spc_nhs/xmr_cases.json").read_text("utf-8"))["cases"]
    assert len(cases) == 18
    for name, case in cases.items():
        baseline = Baseline(
            fixed_after=case["fix_after_n_points"] or None,
            rebase_at=(case["rebase_at"] - 1,) if case["rebase_at"] else (),
        )

        chart = xmr_chart(case["y"], baseline, is_screened=case["screen_outliers"])

        for found, key in ((chart.centre, "mean"), (chart.lower, "lpl"), (chart.upper, "upl")):
            np.testing.assert_allclose(found, case[key], rtol=1e-9, atol=1e-9, err_msg=name)


def test_screening_keeps_one_jump_from_widening_the_limits(reference: Path) -> None:
    """One outlier of 95 in 20 leaves limits of 13.75 around the mean, unscreened 22.27."""
    case = json.loads((reference / "spc_nhs/xmr_cases.json").read_text("utf-8"))["cases"][
        "one_outlier_screened"
    ]

    widths = [
        xmr_chart(case["y"], is_screened=is_screened).standard_deviation[0] * 3
        for is_screened in (True, False)
    ]

    np.testing.assert_allclose(widths, [13.753764705882, 22.274], rtol=1e-9)


@pytest.mark.parametrize("name", ["complaints_i", "complaints_iprime"])
def test_individuals_charts_equal_qicharts2(reference: Path, name: str) -> None:
    """Centre, limits at three and at two deviations, and points outside are qicharts2's."""
    want = pd.read_csv(reference / f"qicharts2/{name}.csv")
    sizes = want["n"] if name.endswith("prime") else None

    chart = i_chart(want["y"], sizes)

    found = [chart.centre, chart.lower, chart.upper, *chart.near_limits()]
    columns = ["cl", "lcl", "ucl", "lcl95", "ucl95"]
    np.testing.assert_allclose(np.transpose(found), want[columns], rtol=1e-9)
    is_outside = (chart.value > chart.upper) | (chart.value < chart.lower)
    assert is_outside.tolist() == want["sigma_signal"].tolist()


def test_a_frozen_chart_equals_montgomery(reference: Path) -> None:
    """Example 6.5: limits of the first 20 weeks hold for the next 20, of which two lie above."""
    want = pd.read_csv(reference / "qicharts2/montgomery_ex_6.5_3.csv")

    chart = i_chart(want["y"], baseline=Baseline(fixed_after=20))

    np.testing.assert_allclose(chart.centre, want["cl"], rtol=1e-9)
    np.testing.assert_allclose(chart.lower, want["lcl"], rtol=1e-9)
    np.testing.assert_allclose(chart.upper, want["ucl"], rtol=1e-9)
    assert np.flatnonzero(chart.value > chart.upper).tolist() == [38, 39]


def test_equal_denominators_give_the_plain_chart(rng: np.random.Generator) -> None:
    """With one size throughout i' is i, but for the rounding of 1.128 (0.04 %)."""
    values = rng.normal(20, 3, 30)

    plain, sized = i_chart(values), i_chart(values, np.full(30, 40))

    np.testing.assert_allclose(sized.upper, plain.upper, rtol=1e-3)
    np.testing.assert_allclose(sized.centre, plain.centre)


def test_a_missing_month_has_no_neighbours() -> None:
    """A gap adds no moving range, and neither does a period without cases."""
    chart = xmr_chart([10, 12, np.nan, 30, 32])

    assert chart.centre[0] == 21
    assert chart.standard_deviation[0] == pytest.approx(2 * 2.66 / 3)
    assert chart.n_baseline.tolist() == [4] * 5
    sized = i_chart([1.0, 2.0, 0.0, 2.0], [10, 10, 0, 10])
    assert np.isnan(sized.value[2])
    assert sized.centre[0] == pytest.approx(5 / 3)


def test_no_variation_gives_no_limits() -> None:
    """A baseline without variation has a centre and no limits: nothing can be learnt from it."""
    for chart in (xmr_chart([5, 5, 5, 5]), i_chart([5, 5, 5]), xmr_chart([5])):
        assert chart.centre[0] == 5
        assert np.isnan([chart.lower, chart.upper]).all()
    assert np.isnan(xmr_chart([np.nan, np.nan]).centre).all()


def test_a_negative_denominator_is_refused() -> None:
    """A denominator below 0 is refused by value."""
    message = "`denominator` must be at least 0, got -2.0. Leave out what is unknown, or give NaN."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        i_chart([1, 2], [3, -2])
