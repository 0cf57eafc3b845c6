"""Funnel limits, against PHEindicatormethods, FunnelPlotR and scipy."""

import re
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom, poisson

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.stats import funnel_limits, poisson_interval, ratio_funnel_limits, ratio_interval

ENDS = ("lower_95", "upper_95", "lower_998", "upper_998")
# What PHE calls these ends.
SIGMAS = {"lower_95": "lower_2s", "upper_95": "upper_2s", "lower_998": "lower_3s"} | {
    "upper_998": "upper_3s"
}


def read(reference: Path, name: str) -> pd.DataFrame:
    """Return a table of PHE's funnels, its odd headers tidied."""
    table = pd.read_csv(reference / f"phe/testdata_funnel_{name}.csv", encoding="utf-8-sig")
    return table.rename(columns=str.strip)


def labels(
    value: pd.Series | np.ndarray, limits: dict[str, np.ndarray], *, centre: float = 1.0
) -> list[str]:
    """Return PHE's five labels by where a value lies."""
    lower, upper = limits["lower_95"] * centre, limits["upper_95"] * centre
    far_lower, far_upper = limits["lower_998"] * centre, limits["upper_998"] * centre
    outside = [value < far_lower, value < lower, value > far_upper, value > upper]
    names = ["Low (0.001)", "Low (0.025)", "High (0.001)", "High (0.025)"]
    return list(np.select(outside, names, "Not significant"))


def labels_by_interval(
    observed: pd.Series, expected: pd.Series | np.ndarray, centre: float = 1.0
) -> list[str]:
    """Return the labels of PHE's rule: an interval of the ratio that leaves out the centre."""
    (low, high), (far_low, far_high) = (
        ratio_interval(observed, expected, level) for level in (0.95, 0.998)
    )
    outside = [far_low > centre, low > centre, far_high < centre, high < centre]
    names = ["High (0.001)", "High (0.025)", "Low (0.001)", "Low (0.025)"]
    return list(np.select(outside, names, "Not significant"))


@pytest.mark.parametrize("variation", ["", "_with_axis_variation"])
def test_share_limits_of_phe(reference: Path, variation: str) -> None:
    """The inverse-Wilson limits are those of PHEindicatormethods' two tables of 100 rows."""
    table = read(reference, f"prop_outputs{variation}")
    areas = read(reference, "prop_inputs")
    if variation:
        areas = areas[areas["denominator"] < 31_000]
    target = areas["numerator"].sum() / areas["denominator"].sum()
    np.testing.assert_allclose(table["Baseline"], 100 * target, rtol=1e-6)

    found = funnel_limits(table["Population"], target, form="wilson")

    columns = ["Lower2s0025limit", "Upper2s0025limit", "Lower3s0001limit", "Upper3s0001limit"]
    for end, column in zip(ENDS, columns, strict=True):
        np.testing.assert_allclose(100 * found[end], table[column], rtol=1e-6)


def test_labels_of_shares_of_phe(reference: Path) -> None:
    """All 303 areas have PHE's label by the inverse-Wilson limits, and by the exact ones too."""
    areas = read(reference, "prop_inputs")
    assert len(areas) == 303
    target = areas["numerator"].sum() / areas["denominator"].sum()
    for form in ("wilson", "exact"):
        limits = funnel_limits(areas["denominator"], target, form=form)
        found = labels(areas["numerator"] / areas["denominator"], limits)
        assert found == list(areas["significance"]), form


def test_ratio_limits_of_phe(reference: Path) -> None:
    """The exact ratio limits are PHE's curve: at its expected events they are its ratios.

    PHE finds the expected events by halving an interval of expected / (expected + observed + 1)
    down to 1e-7, which is coarse for 1 observed event only.
    """
    table = read(reference, "ratio_outputs")
    observed = table["Observed_events"]
    assert len(table) >= 100
    for end, sigma in SIGMAS.items():
        expected, ratio = table[f"{sigma}_exp_events"], table[f"{sigma}_isr"] / 100
        np.testing.assert_allclose(table[f"{sigma}_count"], ratio - 1, rtol=1e-6, atol=1e-9)
        level = 0.95 if end.endswith("_95") else 0.998
        exact = poisson_interval(observed, 1, level)[end.startswith("lower")]
        np.testing.assert_allclose(exact[1:], expected[1:], rtol=1e-6)
        share = (table_share(values, observed) for values in (exact, expected))
        np.testing.assert_allclose(*share, atol=1e-7)

        found = ratio_funnel_limits(exact)[end]

        np.testing.assert_allclose(found, observed / exact, rtol=1e-6)
        np.testing.assert_allclose(found[1:], ratio[1:], rtol=1e-6)


def table_share(expected: np.ndarray | pd.Series, observed: pd.Series) -> np.ndarray:
    """Return what PHE halves to find the expected events."""
    return np.asarray(expected / (expected + observed + 1))


def test_labels_of_ratios_of_phe(reference: Path) -> None:
    """All 300 areas have PHE's label by their intervals, and by the exact funnel as well."""
    areas = read(reference, "ratio_inputs")
    assert len(areas) == 300
    assert labels_by_interval(areas["obs"], areas["expected"]) == list(areas["significance"])

    limits = ratio_funnel_limits(areas["expected"])

    assert labels(areas["obs"] / areas["expected"], limits) == list(areas["significance"])


@pytest.mark.parametrize("table_name", ["rate_outputs", "rate_outputs_2", "rate_outputs_3"])
def test_rate_limits_of_phe(reference: Path, table_name: str) -> None:
    """Limits of rates are those of the ratio times the pooled rate, of three years."""
    table = read(reference, table_name)
    rate = table["baseline"] / 1e5
    for end, sigma in SIGMAS.items():
        expected = 3 * rate * table[f"{sigma}_population_1_year"]
        few = table["Events"] <= 1

        found = ratio_funnel_limits(expected)[end] * table["baseline"]

        np.testing.assert_allclose(found[~few], table[f"{sigma}_limit"][~few], rtol=2e-6)
        np.testing.assert_allclose(found[few], table[f"{sigma}_limit"][few], rtol=1e-4)


def test_baselines_of_rates_of_phe(reference: Path) -> None:
    """The pooled rates of the three tables follow from the 50 inputs as PHE derives them."""
    areas = read(reference, "rate_input_funnels")
    people = 1e5 * areas["ev"] / areas["rate"]
    np.testing.assert_allclose(areas["denominator_derived_crude"], people / 3, rtol=1e-6)
    is_most = areas["ev"] == areas["ev"].max()
    baselines = {
        "rate_outputs": areas["ev"].sum() / people.sum(),
        "rate_outputs_2": (
            areas["ev"].mask(is_most, 5).sum() / people.mask(is_most, 5e5 / areas["rate"]).sum()
        ),
    }
    large = people > people.max() / 2
    baselines["rate_outputs_3"] = areas["ev"].mask(is_most, 0)[large].sum() / people[large].sum()
    for name, baseline in baselines.items():
        table = read(reference, name)
        np.testing.assert_allclose(table["baseline"], 1e5 * baseline, rtol=1e-6)


def test_labels_of_rates_of_phe(reference: Path) -> None:
    """All eight columns of labels of 40 areas follow, fewer than 10 events of a DSR left out."""
    areas = read(reference, "rate_dsr_inputs")
    columns = [name for name in areas if name.split("_")[0] in {"dsr", "crude"}]
    assert len(columns) == 8
    for column in columns:
        rows = areas if column.endswith("with_0") else areas[areas["count"] > 0]
        kind, _, per = column.split("_")[:3]
        rate = f"rate_{kind}" + ("" if kind == "dsr" else f"_per_{per}")
        # The same rate per 100,000 is read as per 100 in two columns, as PHE's own test does.
        people = float(per) * rows["count"] / rows[rate]
        people = people.where(rows["count"] > 0, np.nan if kind == "dsr" else rows["pop"])
        pooled = rows["count"].sum() / people.sum()
        expected = people * pooled
        few = (rows["count"] < 10) & (kind == "dsr")
        wanted = rows[column][~few]
        by_interval = labels_by_interval(rows["count"][~few], expected[~few])
        assert by_interval == list(wanted), column
        limits = ratio_funnel_limits(expected[~few])
        assert labels(rows["count"][~few] / expected[~few], limits) == list(wanted), column


def test_the_limits_that_funnelplotr_draws(reference: Path) -> None:
    """FunnelPlotR draws the exact interval of the expected number taken for a count."""
    table = pd.read_csv(reference / "funnelplotr/poisson_limits_15_20_30.csv")
    expected = table["number_seq"]
    for level, name in ((0.95, "95"), (0.998, "998")):
        lower, upper = poisson_interval(expected, expected, level)
        np.testing.assert_allclose(lower, table[f"ll{name}"], rtol=1e-6)
        np.testing.assert_allclose(upper, table[f"ul{name}"], rtol=1e-6)


def test_the_interval_of_the_expected_number_is_no_funnel() -> None:
    """It flags 0 events of 2 expected at 99.8 %, which 13.5 % of such units have; ours does not."""
    lower, _ = poisson_interval(2, 2, 0.998)

    assert lower > 0
    assert poisson.pmf(0, 2) == pytest.approx(0.135, abs=0.001)
    assert ratio_funnel_limits(2)["lower_998"] == 0


@pytest.mark.parametrize("level", [0.8, 0.95, 0.998, 0.9999])
def test_alarms_never_come_more_often_than_stated(level: float) -> None:
    """On target each side of the exact limits is crossed with a chance of at most half the rest."""
    name = f"{100 * level:g}".replace(".", "")
    for n in (1, 7, 60, 800):
        for target in (0.02, 0.3, 0.97):
            count = np.arange(n + 1)
            limits = funnel_limits(n, target, (level,))
            chance = binom.pmf(count, n, target)
            for beyond in (
                count / n < limits[f"lower_{name}"],
                count / n > limits[f"upper_{name}"],
            ):
                assert chance[beyond].sum() <= (1 - level) / 2


def test_poisson_limits_of_common_events_are_too_wide() -> None:
    """At a share of 40 % Poisson limits lie 29 % farther out than the share's own (trap 5)."""
    share = funnel_limits(1000, 0.4)
    ratio = ratio_funnel_limits(400)

    width = (ratio["upper_998"] - ratio["lower_998"]) * 0.4
    assert width / (share["upper_998"] - share["lower_998"]) == pytest.approx(1.29, abs=0.01)


def test_normal_limits_of_rare_events_are_too_narrow() -> None:
    """At 5 % of 50 the inverse-Wilson limit is crossed upwards 3 times as often as stated."""
    wilson, exact = (
        float(funnel_limits(50, 0.05, form=form)["upper_998"]) for form in ("wilson", "exact")
    )

    assert binom.sf(np.floor(50 * wilson), 50, 0.05) > 0.003
    assert binom.sf(np.floor(50 * exact), 50, 0.05) <= 0.001


def test_interpolated_limits_flag_one_event_sooner() -> None:
    """At 2 expected they flag 8 events (chance .0011), the exact ones 9 (.0002) (trap 2)."""
    exact, liberal = (
        float(ratio_funnel_limits(2, form=form)["upper_998"]) for form in ("exact", "interpolated")
    )

    assert (np.floor(2 * exact) + 1, np.floor(2 * liberal) + 1) == (9, 8)
    assert round(poisson.sf(7, 2), 4) == 0.0011
    assert round(poisson.sf(8, 2), 4) == 0.0002


def test_inflated_limits_are_limits_of_the_inflated_deviate() -> None:
    """An inflation of 1.5766 turns 95 % into 99.8 % limits, at every form."""
    for form in ("exact", "interpolated", "wilson"):
        found = funnel_limits(
            [40, 4000], 0.1, (0.95,), inflation=3.090232306 / 1.959963985, form=form
        )
        wanted = funnel_limits([40, 4000], 0.1, (0.998,), form=form)
        np.testing.assert_allclose(found["lower_95"], wanted["lower_998"], rtol=1e-6)
        np.testing.assert_allclose(found["upper_95"], wanted["upper_998"], rtol=1e-6)


def test_curves_are_smooth_and_close_in() -> None:
    """Limits narrow as units grow, without the steps of whole counts; targets may differ."""
    sizes = np.arange(1, 400)
    limits = funnel_limits(sizes, 0.3)

    assert (np.diff(limits["upper_998"]) <= 1e-9).all()
    assert (np.diff(limits["lower_998"]) >= -1e-9).all()
    own = funnel_limits([100, 100], [0.3, 0.5], (0.9,))
    assert list(own) == ["lower_90", "upper_90"]
    assert own["upper_90"][0] < own["upper_90"][1]


def test_shares_mirror() -> None:
    """The limits of the complement are the complement of the limits."""
    sizes = [3, 50, 1234]
    limits, mirrored = funnel_limits(sizes, 0.07), funnel_limits(sizes, 0.93)

    for end, other in zip(ENDS, ("upper_95", "lower_95", "upper_998", "lower_998"), strict=True):
        np.testing.assert_allclose(limits[end], 1 - mirrored[other], rtol=1e-8, atol=1e-12)


def test_units_without_cases_and_targets_at_the_ends() -> None:
    """No case gives no limit; a target of 0 or 1 has no room at all."""
    limits = funnel_limits([0, np.nan, 10, 10], [0.5, 0.5, 0, 1])
    for end in ENDS:
        np.testing.assert_array_equal(limits[end], [np.nan, np.nan, 0, 1])
        assert np.isnan(ratio_funnel_limits(0)[end])


def test_seven_hundred_units_take_no_time() -> None:
    """Limits of 700 units and a curve of 200 points take well under a second of CPU."""
    sizes = np.geomspace(5, 50_000, 900).round()
    started = time.process_time()
    funnel_limits(sizes, 0.2)
    ratio_funnel_limits(sizes * 0.2)

    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: funnel_limits([5, -1], 0.5),
            "`denominator` must be at least 0, got -1.0. Leave out what is unknown, or give NaN.",
        ),
        (
            lambda: funnel_limits(5, 90),
            "`target` must be in [0, 1], got 90.0. Write 0.9 for 90 %.",
        ),
        (
            lambda: ratio_funnel_limits(5, inflation=0.5),
            "`inflation` must be at least 1, got 0.5. Leave out what is unknown, or give NaN.",
        ),
        (
            lambda: ratio_funnel_limits(-2),
            "`expected` must be at least 0, got -2.0. Leave out what is unknown, or give NaN.",
        ),
        (
            lambda: funnel_limits(5, 0.5, (95,)),
            "`confidence_level` must be in (0, 1), got 95. Write 0.95 for 95 %.",
        ),
    ],
)
def test_numbers_out_of_range_are_refused(call, message: str) -> None:
    """Each argument out of its range is refused with its name and value."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        call()


def test_an_unknown_form_is_refused() -> None:
    """A form that does not fit is refused with those that do."""
    message = "Unknown form 'wilson'. Choose one of exact, interpolated."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        ratio_funnel_limits(5, form="wilson")
