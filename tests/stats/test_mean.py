"""Intervals of means, against scipy and a published table."""

from pathlib import Path

import numpy as np
import pandas as pd
import scipy.stats

from lapor_lab.stats import mean_interval, paired_difference


def test_sums_give_what_the_values_give() -> None:
    """Mean and interval from three sums equal scipy's t interval from the values."""
    values = np.array([5, 4, 4, 1, 3, 5, 5], dtype=float)
    expected = scipy.stats.ttest_1samp(values, 0).confidence_interval(0.9)

    mean, lower, upper = mean_interval(len(values), values.sum(), (values**2).sum(), 0.9)

    np.testing.assert_allclose([mean, lower, upper], [values.mean(), *expected])


def test_means_equal_the_published_table(reference: Path) -> None:
    """Every mean, by area and in all, has PHEindicatormethods' ends at both levels to 1e-7."""
    values = pd.read_csv(reference / "phe/Mean__testdata_Mean.csv")
    want = pd.read_csv(reference / "phe/Mean__testdata_Mean_results.csv").set_index("area")
    values = pd.concat([values, values.assign(area="No grouping")])
    groups = values.assign(square=values["values"] ** 2).groupby("area")
    n, total, square = groups.size(), groups["values"].sum(), groups["square"].sum()
    want = want.loc[n.index]

    np.testing.assert_array_equal(n, want["value_count"])
    np.testing.assert_allclose(total, want["value_sum"], rtol=1e-7)
    for level, name in ((0.95, "95_0"), (0.998, "99_8")):
        mean, lower, upper = mean_interval(n, total, square, level)

        np.testing.assert_allclose(mean, want["value"], rtol=1e-7)
        np.testing.assert_allclose(lower, want[f"lower{name}cl"], rtol=1e-7)
        np.testing.assert_allclose(upper, want[f"upper{name}cl"], rtol=1e-7)
        spread = (upper - mean) * np.sqrt(n) / scipy.stats.t.ppf((1 + level) / 2, n - 1)
        np.testing.assert_allclose(spread, want["stdev"], rtol=1e-7)


def test_one_value_has_a_mean_and_no_interval() -> None:
    """A single rating is shown without pretending to know its spread; none gives nothing."""
    mean, lower, upper = mean_interval([1, 0], [4, 0], [16, 0])

    assert mean[0] == 4
    assert np.isnan([lower[0], upper[0], mean[1]]).all()


def test_pairs_are_compared_as_pairs() -> None:
    """The interval of a paired difference equals scipy's paired t test."""
    rng = np.random.default_rng(3)
    base = rng.normal(10, 5, 30)
    changed = base - rng.normal(1, 0.5, 30)
    expected = scipy.stats.ttest_rel(changed, base).confidence_interval()

    found = paired_difference(base, changed)

    np.testing.assert_allclose(found, [np.mean(changed - base), *expected])


def test_a_pair_with_a_missing_value_is_left_out() -> None:
    """A replication without the measure does not count as 0."""
    assert paired_difference([1, np.nan, 2], [2, 9, 3]) == (1.0, 1.0, 1.0)
