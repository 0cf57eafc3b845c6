"""Overdispersion on the published scales and its limits, against FunnelPlotR."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import (
    Overdispersion,
    poisson_interval,
    ratio_adjusted_limits,
    ratio_overdispersion,
    share_adjusted_limits,
    share_overdispersion,
)

ENDS = {"OD95LCL": "lower_95", "OD95UCL": "upper_95", "OD99LCL": "lower_998"} | {
    "OD99UCL": "upper_998"
}
LIMIT = 3.090232306
SHMI = ("six_units_SR_SHMI", "seven_units_SR_SHMI", "medpar_SR_SHMI", "medpar_SR_SHMI_norounding")
CQC = ("six_units_SR_CQC_trim05", "medpar_SR_CQC")

Case = tuple[pd.DataFrame, dict]


@pytest.fixture(scope="module")
def case(reference: Path) -> Callable[[str], Case]:
    """Return a reader of FunnelPlotR's table of a case and of its summary."""
    folder = reference / "funnelplotr"
    summary = json.loads((folder / "summary.json").read_text("utf-8"))

    def read(name: str) -> Case:
        table = pd.read_csv(folder / f"{name}_expected.csv", dtype={"group": str})
        # A single outlier is no list in the file.
        found = summary[name] | {"outliers": list(np.atleast_1d(summary[name]["outliers"]))}
        assert len(table) == found["n_groups"]
        return table, found

    return read


def published(table: pd.DataFrame, variant: str, trim: float = 0.1) -> Overdispersion:
    """Return overdispersion of ratios as FunnelPlotR has it."""
    return ratio_overdispersion(
        table["numerator"], table["denominator"], variant, trim=trim, is_consistent=False
    )


@pytest.mark.parametrize("name", SHMI)
def test_truncated_variant_of_funnelplotr(name: str, case: Callable[[str], Case]) -> None:
    """phi, tau2, all limits and the outliers of the SHMI variant are FunnelPlotR's to 1e-6."""
    table, summary = case(name)

    found = published(table, "truncated")
    limits = ratio_adjusted_limits(table["denominator"], found.tau2)

    assert found.phi == pytest.approx(summary["phi"], rel=1e-6)
    assert found.tau2 == pytest.approx(summary["tau2"], rel=1e-6)
    assert found.n == table["Wuzscore"].notna().sum()
    if summary["tau2"] > 0:
        s = table["s"]
        np.testing.assert_allclose(found.z, table["Uzscore"] * s / np.hypot(s, found.tau2**0.5))
    for column, end in ENDS.items():
        np.testing.assert_allclose(limits[end], table[column], rtol=1e-6)
    is_out = np.abs(found.z) > LIMIT
    assert sorted(table["group"][is_out]) == sorted(summary["outliers"])


@pytest.mark.parametrize("name", CQC)
def test_winsorised_variant_of_funnelplotr(name: str, case: Callable[[str], Case]) -> None:
    """phi, tau2 and limits of the CQC variant are FunnelPlotR's, whose limits lack the square."""
    table, summary = case(name)

    found = published(table, "winsorised", summary.get("trim_by", 0.1))
    limits = ratio_adjusted_limits(table["denominator"], found.tau2, "winsorised")

    assert found.phi == pytest.approx(summary["phi"], rel=1e-6)
    assert found.tau2 == pytest.approx(summary["tau2"], rel=1e-6)
    ratio = table["numerator"] / table["denominator"]
    for column, end in ENDS.items():
        np.testing.assert_allclose(np.sqrt(limits[end]), table[column], rtol=1e-6)
    roots = np.sqrt(limits["lower_998"]), np.sqrt(limits["upper_998"])
    is_out = (ratio < roots[0]) | (ratio > roots[1])
    assert sorted(table["group"][is_out]) == sorted(summary["outliers"])


def test_limits_without_their_square_invent_outliers(case: Callable[[str], Case]) -> None:
    """Of the 17 outliers that FunnelPlotR's CQC limits name, 2 have a deviate beyond 3.09."""
    table, summary = case("medpar_SR_CQC")
    found = published(table, "winsorised")
    limits = ratio_adjusted_limits(table["denominator"], found.tau2, "winsorised")
    ratio = table["numerator"] / table["denominator"]

    is_out = (ratio < limits["lower_998"]) | (ratio > limits["upper_998"])

    assert summary["n_outliers"] == 17
    assert is_out.sum() == 2
    np.testing.assert_array_equal(is_out, np.abs(found.z) > LIMIT)


@pytest.mark.parametrize("name", ["six_units_SR_unadjusted", "medpar_SR_unadjusted"])
def test_unadjusted_limits_of_funnelplotr(name: str, case: Callable[[str], Case]) -> None:
    """Exact limits of ratios, and the 1 and 25 outliers that they name, are FunnelPlotR's."""
    table, summary = case(name)
    expected = table["denominator"]
    ends = {
        level: poisson_interval(expected, expected, level / 100 if level == 95 else 0.998)
        for level in (95, 99)
    }
    for level, (lower, upper) in ends.items():
        np.testing.assert_allclose(lower, table[f"LCL{level}"], rtol=1e-6)
        np.testing.assert_allclose(upper, table[f"UCL{level}"], rtol=1e-6)
    plain = ratio_adjusted_limits(expected, 0.0)
    for column, end in ENDS.items():
        np.testing.assert_allclose(plain[end], table[column], rtol=1e-6)
    lower, upper = ends[summary.get("limit", 99)]
    ratio = table["numerator"] / expected
    is_out = (ratio < lower) | (ratio > upper)
    assert sorted(table["group"][is_out]) == sorted(summary["outliers"])


def test_shares_of_funnelplotr(case: Callable[[str], Case]) -> None:
    """phi, tau2 and arcsine limits of 54 shares are FunnelPlotR's.

    Where one case only carries the angle past a right angle, FunnelPlotR lets its limit fall
    again; ours stays at 1.
    """
    table, summary = case("medpar_died_PR")
    numerator, denominator = table["numerator"], table["denominator"]
    target = numerator.sum() / denominator.sum()

    found = share_overdispersion(numerator, denominator, is_consistent=False)

    assert found.phi == pytest.approx(summary["phi"], rel=1e-6)
    assert found.tau2 == pytest.approx(summary["tau2"], rel=1e-6)
    assert not (np.abs(found.z) > LIMIT).any()
    assert summary["outliers"] == []
    is_one = denominator == 1
    assert is_one.sum() == 2
    for tau2, prefix in ((0.0, ""), (found.tau2, "OD")):
        limits = share_adjusted_limits(denominator, target, tau2)
        for end in ENDS.values():
            side, level = end.split("_")
            side, number = f"{side[0].upper()}CL", level[:2]
            column = f"OD{number}{side}" if prefix else f"{side}{number}"
            is_folded = is_one if end == "upper_95" else np.zeros(len(table), dtype=bool)
            np.testing.assert_allclose(
                limits[end][~is_folded], table[column][~is_folded], rtol=1e-6, atol=1e-7
            )
            assert (table[column][is_folded] < limits[end][is_folded]).all()
            assert (limits[end][is_folded] == 1).all()


@pytest.mark.parametrize(("name", "n_drawn"), [("seven_units_RC", 0), ("medpar_died_RC", 15)])
def test_limits_of_another_scale_than_the_deviates_are_a_trap(
    name: str, n_drawn: int, case: Callable[[str], Case]
) -> None:
    """FunnelPlotR's RC limits name 15 of 50 outliers, none of which has a deviate beyond 3.09.

    Its limits use s = 1 / (2 sqrt(n)), its deviates the error of a log ratio of counts. Ours
    are crossed where the deviate is, and name none.
    """
    table, summary = case(name)
    numerator, denominator = table["numerator"], table["denominator"]
    half = (numerator + 0.5) / (denominator + 0.5)
    centre = np.log(numerator.sum() / denominator.sum())
    error = np.sqrt(numerator / (numerator + 0.5) ** 2 + denominator / (denominator + 0.5) ** 2)
    np.testing.assert_allclose((np.log(half) - centre) / error, table["Uzscore"], rtol=1e-6)
    drawn = np.exp(centre + LIMIT * 0.5 * denominator**-0.5)
    np.testing.assert_allclose(drawn, table["UCL99"], rtol=1e-6)
    assert summary["n_outliers"] == n_drawn
    assert table["outlier"].sum() == n_drawn
    assert (table["Uzscore"].abs() < LIMIT).all()

    found = share_or_ratio(numerator, denominator)

    assert not (np.abs(found.z) > LIMIT).any()
    assert not is_outside(numerator, denominator, found.tau2)


def share_or_ratio(numerator: pd.Series, denominator: pd.Series) -> Overdispersion:
    """Return overdispersion of shares where no count exceeds its denominator, else of ratios."""
    if (numerator <= denominator).all():
        return share_overdispersion(numerator, denominator)
    return ratio_overdispersion(numerator, denominator * numerator.sum() / denominator.sum())


def is_outside(numerator: pd.Series, denominator: pd.Series, tau2: float) -> bool:
    """Return whether any unit lies outside the limits that go with the deviates."""
    pooled = numerator.sum() / denominator.sum()
    if (numerator <= denominator).all():
        limits, value = share_adjusted_limits(denominator, pooled, tau2), numerator / denominator
    else:
        limits = ratio_adjusted_limits(denominator * pooled, tau2)
        value = numerator / denominator / pooled
    return bool(((value < limits["lower_998"]) | (value > limits["upper_998"])).any())


@pytest.mark.parametrize("variant", ["truncated", "winsorised"])
def test_limits_and_deviates_say_the_same(variant: str, rng: np.random.Generator) -> None:
    """A unit is outside the limits if and only if its adjusted deviate is, on every scale."""
    size = rng.integers(20, 2000, 300).astype(float)
    count = rng.poisson(size * np.exp(rng.normal(0, 0.3, 300)))
    found = ratio_overdispersion(count, size, variant)
    limits = ratio_adjusted_limits(size, found.tau2, variant)
    is_out = (count / size < limits["lower_95"]) | (count / size > limits["upper_95"])
    np.testing.assert_array_equal(is_out, np.abs(found.z) > 1.959963985)

    count = rng.binomial(size.astype(int), rng.beta(8, 20, 300))
    found = share_overdispersion(count, size, variant, target=0.3)
    limits = share_adjusted_limits(size, 0.3, found.tau2)
    is_out = (count / size < limits["lower_95"]) | (count / size > limits["upper_95"])
    np.testing.assert_array_equal(is_out, np.abs(found.z) > 1.959963985)


def test_the_verdict_depends_on_the_method(case: Callable[[str], Case]) -> None:
    """The same 54 providers have 25 outliers without allowance, 9 or 2 as published, 1 by ours."""
    table, _ = case("medpar_SR_SHMI_norounding")
    flagged = {
        (variant, is_consistent): np.abs(
            ratio_overdispersion(
                table["numerator"], table["denominator"], variant, is_consistent=is_consistent
            ).z
        )
        > LIMIT
        for variant in ("truncated", "winsorised")
        for is_consistent in (False, True)
    }
    n_flagged = {key: int(found.sum()) for key, found in flagged.items()}

    assert n_flagged["truncated", False] == 9
    assert n_flagged["winsorised", False] == 2
    both = flagged["truncated", True] & flagged["winsorised", True]
    assert list(table["group"][both]) == ["032003"]


def test_a_unit_without_events_counts_as_half_an_event() -> None:
    """The logarithm of no event is taken of half an event, so that one unit cannot decide all."""
    none = ratio_overdispersion([0, 10, 12, 8], [10] * 4, trim=0)
    half = ratio_overdispersion([0.5, 10, 12, 8], [10] * 4, trim=0)

    assert none.phi == half.phi
    assert np.isfinite(none.z).all()


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: ratio_overdispersion([1, 2], [3, 0]),
            "`expected` must be above 0, got 0.0. Leave out what is unknown, or give NaN.",
        ),
        (
            lambda: ratio_overdispersion([1, -2], [3, 1]),
            "`observed` must be at least 0, got -2.0. Leave out what is unknown, or give NaN.",
        ),
        (
            lambda: share_overdispersion([1, 6], [3, 4]),
            "`numerator / denominator` must be in [0, 1], got 1.5. Write 0.9 for 90 %.",
        ),
        (
            lambda: share_adjusted_limits([3], 0.5, -0.1),
            "`tau2` must be at least 0, got -0.1. Leave out what is unknown, or give NaN.",
        ),
    ],
)
def test_numbers_out_of_range_are_refused(call: Callable[[], object], message: str) -> None:
    """Each argument out of its range is refused with its name and value."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        call()
