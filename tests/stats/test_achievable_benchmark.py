"""The pared-mean benchmark, against the reference table and by simulation."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import achievable_benchmark


def test_reference_table(reference: Path) -> None:
    """C, B and D set .922857; 3 of 3 and 1 of 1 do not; gaps and cases are those of the table."""
    cases = pd.read_csv(reference / "gap/abc_input.csv")
    expected = pd.read_csv(reference / "gap/abc_expected.csv")

    found = achievable_benchmark(cases["on_time"], cases["n"])

    assert found.benchmark == pytest.approx(expected["benchmark"][0], rel=1e-12)
    assert found.is_in_set.tolist() == (expected["in_pared_set"] == 1).tolist()
    np.testing.assert_allclose(found.gap, expected["gap_points"], rtol=1e-9)
    np.testing.assert_allclose(
        found.cases_to_move, expected["extra_on_time_if_at_benchmark"], rtol=1e-9
    )


def test_best_holds_enough_and_not_more() -> None:
    """The set holds its share of all cases, and without its last unit it would not."""
    n = np.array([50, 50, 400, 500])
    found = achievable_benchmark([50, 45, 300, 200], n)

    assert found.is_in_set.tolist() == [True, True, False, False]
    assert found.benchmark == 0.95


def true_benchmark(share: np.ndarray, n: np.ndarray) -> float:
    """Return the pared mean of true shares, by a plain loop."""
    held, reached = 0.0, 0.0
    for unit in np.argsort(-share, kind="stable"):
        held += n[unit]
        reached += n[unit] * share[unit]
        if held >= 0.1 * n.sum():
            break
    return reached / held


def test_intervals_allow_for_the_luck_of_the_best(rng: np.random.Generator) -> None:
    """Intervals cover the true benchmark and gaps in 88 and 92 % at least; the mean is too high."""
    covered, gap_covered, too_high = [], [], []
    for _ in range(50):
        n = np.exp(rng.uniform(np.log(20), np.log(2000), 60)).astype(int)
        share = rng.beta(40, 10, 60)
        truth = true_benchmark(share, n)
        found = achievable_benchmark(rng.binomial(n, share), n, n_draws=1_000)
        covered.append(found.lower <= truth <= found.upper)
        gap = truth - share
        gap_covered.append((found.gap_lower <= gap) & (gap <= found.gap_upper))
        too_high.append(found.benchmark - truth)

    assert np.mean(covered) >= 0.88
    assert np.mean(gap_covered) >= 0.92
    assert np.mean(too_high) > 0


def test_certain_shares_have_narrow_intervals() -> None:
    """With very many cases benchmark, gap and cases are known."""
    found = achievable_benchmark([9_000_000, 7_000_000, 5_000_000], [10_000_000] * 3)

    assert found.lower == pytest.approx(0.9, abs=0.001)
    assert found.upper == pytest.approx(0.9, abs=0.001)
    np.testing.assert_allclose(found.gap_lower, [0, 0.2, 0.4], atol=0.001)
    assert found.cases_to_move_lower[0] >= 0


def test_a_unit_without_cases_has_no_gap() -> None:
    """No case gives no gap and no part in the benchmark; nothing at all gives nothing."""
    found = achievable_benchmark([0, 40, 30], [0, 50, 50])

    assert not found.is_in_set[0]
    assert np.isnan([found.gap[0], found.gap_lower[0], found.cases_to_move[0]]).all()
    empty = achievable_benchmark([0, 0], [0, 0])
    assert np.isnan([empty.benchmark, empty.lower, empty.upper]).all()


def test_all_alike_has_an_interval_all_the_same() -> None:
    """Where everything was done in time, the interval still says how certain that is."""
    found = achievable_benchmark([20, 30], [20, 30])

    assert found.benchmark == 1
    assert found.lower < found.upper <= 1


def test_the_seed_decides() -> None:
    """One seed gives one interval."""
    first, second = (achievable_benchmark([40, 30], [50, 50], rng=3) for _ in range(2))

    assert (first.lower, first.upper) == (second.lower, second.upper)


def test_bad_arguments_are_refused() -> None:
    """A share in per cent and too few draws are refused."""
    message = "`smallest_share` must be in (0, 1], got 10. Write 0.1 for 10 %."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        achievable_benchmark([1], [2], smallest_share=10)
    message = "`n_draws` must be at least 1000, got 10. Leave it out: 2,000 are drawn."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        achievable_benchmark([1], [2], n_draws=10)
