"""Intervals of ratios and rates, against published tables and exact coverage."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.stats import poisson

from lapor_lab.errors import ParameterError
from lapor_lab.stats import byar_interval, poisson_interval, ratio_interval

Z = 1.959963984540054


def test_byar_equals_the_published_table(reference: Path) -> None:
    """Byar's ends at 95 % and 99.8 %, the missing one too, are PHEindicatormethods' to 1e-7."""
    table = pd.read_csv(reference / "phe/Byars_Wilson__testdata_B_W.csv")
    table = table[table["method"] == "Byars"]
    assert len(table) == 7
    for confidence, rows in table.groupby("confidence"):
        level = float(str(confidence).rstrip("%")) / 100

        lower, upper = byar_interval(rows["x"], confidence_level=level)

        np.testing.assert_allclose(lower, rows["lowercl"], rtol=1e-7)
        np.testing.assert_allclose(upper, rows["uppercl"], rtol=1e-7)


def test_rates_equal_the_published_table(reference: Path) -> None:
    """Every rate, missing ones too, has PHEindicatormethods' ends at both levels to 1e-7."""
    table = pd.read_csv(reference / "phe/Rate__testdata_Rate.csv")
    assert len(table) == 20
    factor = table["multiplier"].to_numpy()

    np.testing.assert_allclose(
        factor * table["Numerator"] / table["Denominator"], table["value"], rtol=1e-7
    )
    for level, name in ((0.95, "95_0"), (0.998, "99_8")):
        lower, upper = ratio_interval(table["Numerator"], table["Denominator"], level)

        np.testing.assert_allclose(factor * lower, table[f"lower{name}cl"], rtol=1e-7)
        np.testing.assert_allclose(factor * upper, table[f"upper{name}cl"], rtol=1e-7)


def test_rates_of_groups_equal_the_published_table(reference: Path) -> None:
    """Rates of areas that were added up have PHEindicatormethods' ends to 1e-7."""
    table = pd.read_csv(reference / "phe/Rate__testdata_Rate_g.csv")
    assert set(table["confidence"]) == {"95%"}
    factor = table["multiplier"].to_numpy()

    lower, upper = ratio_interval(table["Numerator"], table["Denominator"])

    value = factor * table["Numerator"] / table["Denominator"]
    np.testing.assert_allclose(value, table["value"], rtol=1e-7)
    np.testing.assert_allclose(factor * lower, table["lowercl"], rtol=1e-7)
    np.testing.assert_allclose(factor * upper, table["uppercl"], rtol=1e-7)


def test_the_method_changes_at_ten_events(reference: Path) -> None:
    """The interval is the exact one where the published table says so, and Byar's elsewhere."""
    table = pd.read_csv(reference / "phe/Rate__testdata_Rate.csv").dropna(subset=["value"])
    observed, expected = table["Numerator"], table["Denominator"]
    methods = {"Exact": poisson_interval, "Byars": byar_interval}
    assert set(table["method"]) == set(methods)

    lower, upper = ratio_interval(observed, expected)

    for name, method in methods.items():
        rows = (table["method"] == name).to_numpy()
        np.testing.assert_array_equal(
            (lower[rows], upper[rows]), method(observed[rows], expected[rows])
        )


def test_published_ratios_have_published_ends(reference: Path) -> None:
    """Indirectly standardised ratios and rates, tiny ones too, have the published ends to 1e-7."""
    table = pd.read_csv(reference / "phe/DSR_ISR__testresults_ISR.csv")
    assert len(table) == 16
    per = table["statistic"].str.extract(r"(\d+)$")[0].astype(float)
    # A rate is a ratio times the reference rate, which the table gives in the same unit.
    factor = table["ref_rate"].fillna(per)

    np.testing.assert_allclose(
        factor * table["observed"] / table["expected"], table["value"], rtol=1e-7
    )
    for level, name in ((0.95, "95_0"), (0.998, "99_8")):
        rows = table[f"lower{name}cl"].notna()
        lower, upper = ratio_interval(table["observed"], table["expected"], level)

        np.testing.assert_allclose((factor * lower)[rows], table[f"lower{name}cl"][rows], rtol=1e-7)
        np.testing.assert_allclose((factor * upper)[rows], table[f"upper{name}cl"][rows], rtol=1e-7)
    assert table["lower99_8cl"].notna().sum() == 12


def test_few_events_are_covered_where_normal_limits_miss_them() -> None:
    """Of 1 to 60 expected events the interval covers 94.7 % or more; the normal one of 3, 90 %."""
    count = np.arange(200)
    lower, upper = ratio_interval(count, 1.0)

    def coverage(mean: float, low: np.ndarray, high: np.ndarray) -> float:
        return float(poisson.pmf(count, mean)[(low <= mean) & (mean <= high)].sum())

    assert min(coverage(mean, lower, upper) for mean in np.linspace(1, 60, 300)) >= 0.947
    reach = Z * np.sqrt(count)
    assert coverage(3, count - reach, count + reach) < 0.9


def test_nothing_seen_is_not_nothing_possible() -> None:
    """No event has a lower end of 0 and an upper one of -log(.025), the exact limit."""
    lower, upper = ratio_interval([0], [2])

    assert lower[0] == 0
    assert upper[0] == pytest.approx(-np.log(0.025) / 2)


def test_what_is_not_known_stays_unknown() -> None:
    """Neither a missing count nor an expectation of 0 or missing gives a number."""
    lower, upper = ratio_interval([np.nan, 5, 5, 12], [4, np.nan, 0, 0])

    assert np.isnan([lower, upper]).all()


def test_a_negative_count_is_refused() -> None:
    """An observed number below 0 is refused by value."""
    message = "`observed` must be at least 0, got -1.0. Leave out what is unknown, or give NaN."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        ratio_interval([3, -1], [4, 4])


def test_a_level_in_per_cent_is_refused() -> None:
    """A level of 95 is refused, with the way to write it."""
    message = "`confidence_level` must be in (0, 1), got 95. Write 0.95 for 95 %."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        poisson_interval(3, confidence_level=95)
