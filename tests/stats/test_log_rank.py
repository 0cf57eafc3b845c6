"""The log-rank test, against R and scipy."""

import re
from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
import scipy.stats

from lapor_lab.errors import ParameterError
from lapor_lab.stats import log_rank


def test_two_groups_equal_r(
    survival_sets: Callable[[str], pd.DataFrame], survival_expected: dict
) -> None:
    """Chi-square, degrees of freedom and p-value equal R's survdiff on every reference set."""
    n_tests = 0
    for key, expected in survival_expected.items():
        want = expected.get("logrank") if isinstance(expected, dict) else None
        if not want:
            continue
        rows = survival_sets(key.split("_")[0])

        test = log_rank(rows["time"], rows["event"], rows["group"])

        assert test.statistic == pytest.approx(want["chisq"], rel=1e-9), key
        assert test.degrees_of_freedom == want["df"]
        assert test.p_value == pytest.approx(want["p"], rel=1e-9)
        n_tests += 1
    assert n_tests == 4


def test_two_groups_equal_scipy(rng: np.random.Generator) -> None:
    """Tied and censored times give scipy's statistic, squared."""
    days = rng.integers(0, 8, 60)
    seen, group = rng.random(60) < 0.7, rng.integers(0, 2, 60)
    parts = [
        scipy.stats.CensoredData.right_censored(days[group == k], ~seen[group == k]) for k in (0, 1)
    ]
    want = scipy.stats.logrank(*parts)

    test = log_rank(days, seen, group)

    assert test.statistic == pytest.approx(want.statistic**2)
    assert test.p_value == pytest.approx(want.pvalue)


def test_several_groups_sum_to_nothing(rng: np.random.Generator) -> None:
    """Expected events sum to those seen, and the order of the groups does not matter."""
    days, seen = rng.integers(1, 20, 90), rng.random(90) < 0.8
    group = np.repeat(["b", "a", "c"], 30)

    test, turned = (log_rank(days[::step], seen[::step], group[::step]) for step in (1, -1))

    assert test.groups == ("b", "a", "c")
    assert test.expected.sum() == pytest.approx(test.observed.sum())
    assert test.statistic == pytest.approx(turned.statistic)
    assert test.degrees_of_freedom == 2


def test_three_like_groups_alarm_as_often_as_they_say(rng: np.random.Generator) -> None:
    """Under the null the p-value is below .05 in about 5 % of 600 samples of three groups."""
    group = np.repeat([0, 1, 2], 40)
    alarms = 0
    for _ in range(600):
        days, censor = rng.exponential(10, 120), rng.exponential(30, 120)
        alarms += log_rank(np.minimum(days, censor), days <= censor, group).p_value < 0.05

    assert 0.03 <= alarms / 600 <= 0.07


def test_weights_stand_for_copies(rng: np.random.Generator) -> None:
    """A row of weight k says the same as k rows."""
    days, seen = rng.integers(0, 9, 30), rng.random(30) < 0.6
    group, weight = np.arange(30) % 3, rng.integers(1, 5, 30)

    weighted = log_rank(days, seen, group, weight)
    copied = log_rank(*(np.repeat(x, weight) for x in (days, seen, group)))

    assert weighted.statistic == pytest.approx(copied.statistic)
    np.testing.assert_allclose(weighted.expected, copied.expected)


def test_where_nothing_happened_nothing_is_said() -> None:
    """Without an event statistic and p-value are missing, not 0 and 1."""
    test = log_rank([1, 2, 3], [False] * 3, ["a", "a", "b"])

    assert np.isnan([test.statistic, test.p_value]).all()
    assert test.degrees_of_freedom == 0


def test_a_group_that_was_never_at_risk_is_left_out() -> None:
    """A group that ends before the first event takes no degree of freedom."""
    test = log_rank([5, 6, 7, 8, 1], [True] * 4 + [False], ["a", "b", "a", "b", "late"])

    assert test.degrees_of_freedom == 1
    two = log_rank([5, 6, 7, 8], [True] * 4, ["a", "b", "a", "b"])
    assert test.statistic == pytest.approx(two.statistic)


def test_rows_without_a_group_are_a_group() -> None:
    """Missing groups are compared as one of their own, wherever they stand."""
    days, seen = [1, 2, 3, 4, 5, 6], [True] * 6

    test = log_rank(days, seen, [None, "a", "b", None, "a", "b"])

    named = log_rank(days, seen, ["c", "a", "b", "c", "a", "b"])
    assert (test.statistic, test.degrees_of_freedom) == (named.statistic, 2)
    np.testing.assert_array_equal(test.observed, [2, 2, 2])


def test_one_group_is_refused() -> None:
    """There is nothing to compare within one group."""
    message = (
        "`group` must be of two groups at least, got ['a']. "
        "Give the rows of those that are to be compared."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        log_rank([1, 2], [True, True], ["a", "a"])
