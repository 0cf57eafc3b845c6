"""Confidence sets of ranks, against R's csranks and by simulation."""

import json
import re
import time
import tracemalloc
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import rank_sets, top_sets


@pytest.fixture(scope="module")
def pisa(reference: Path) -> pd.DataFrame:
    """Return mathematics scores of 38 countries with csranks 1.2.3's sets, largest first."""
    return pd.read_csv(reference / "csranks/pisa2018_math_expected.csv")


@pytest.fixture(scope="module")
def summary(reference: Path) -> dict[str, Any]:
    """Return csranks 1.2.3's other results."""
    found: dict[str, Any] = json.loads((reference / "csranks/summary.json").read_text())
    return found


@pytest.mark.parametrize(
    ("prefix", "level", "is_simultaneous"),
    [("simul95", 0.95, True), ("simul75", 0.75, True), ("marg95", 0.95, False)],
)
def test_sets_of_pisa(
    pisa: pd.DataFrame, prefix: str, level: float, *, is_simultaneous: bool
) -> None:
    """Simultaneous sets equal csranks of 20,000 draws; single ones are within one rank or seed."""
    low, high = rank_sets(
        -pisa["math_score"], pisa["math_se"], level, is_simultaneous=is_simultaneous
    )

    for found, side in ((low, "L"), (high, "U")):
        far = np.abs(found - pisa[f"{prefix}_{side}"])
        if is_simultaneous:
            assert (far == 0).all()
        else:
            least, most = (
                pisa[f"{prefix}_{side}_seedrange"].str.split("-").str[end].astype(int)
                for end in (0, 1)
            )
            assert ((least - 1 <= found) & (found <= most + 1)).all()
            assert (far > 0).sum() <= 2


def test_the_united_kingdom_by_itself(pisa: pd.DataFrame, summary: dict[str, Any]) -> None:
    """The United Kingdom ranks 13th and could be 8th to 23rd, within a rank."""
    at = pisa["jurisdiction"].tolist().index("United Kingdom")

    low, high = rank_sets(-pisa["math_score"], pisa["math_se"], is_simultaneous=False)

    expected = summary["UK_marginal95"]
    assert int((-pisa["math_score"]).rank()[at]) == expected["rank"]
    assert abs(low[at] - expected["L"]) <= 1
    assert abs(high[at] - expected["U"]) <= 1


@pytest.mark.parametrize(
    ("k", "level", "key"),
    [(1, 0.95, "tau1_95"), (3, 0.95, "tau3_95"), (5, 0.95, "tau5_95"), (5, 0.9, "tau5_90")],
)
def test_who_could_be_among_the_first(
    pisa: pd.DataFrame, summary: dict[str, Any], k: int, level: float, key: str
) -> None:
    """12 countries could be in the top five at 95 %, 11 at 90 %: those of csranks."""
    found = top_sets(-pisa["math_score"], pisa["math_se"], k, level)

    assert sorted(pisa["jurisdiction"][found]) == summary[f"cstaubest_{key}"]["members"]


def test_ties_that_are_certain_share_their_ranks(summary: dict[str, Any]) -> None:
    """With tiny errors sets are the least and largest rank of a tie, as csranks' `irank`."""
    case = summary["irank"]
    values = np.array(case["x"], dtype=float)

    low, high = rank_sets(-values, np.full(len(values), 1e-9), n_draws=1_000)

    assert low.tolist() == case["omega0"]
    assert high.tolist() == case["omega1"]
    assert ((low + high) / 2).tolist() == case["omega05"]
    low, _ = rank_sets(values, np.full(len(values), 1e-9), n_draws=1_000)
    assert low.tolist() == case["increasing_omega0"]


@pytest.mark.parametrize("is_simultaneous", [True, False])
def test_limits_of_knowledge(summary: dict[str, Any], *, is_simultaneous: bool) -> None:
    """Tiny errors give the ranks themselves, huge ones all ranks."""
    for key, error in (("limit_tiny_se", 1e-9), ("limit_huge_se", 1e9)):
        low, high = rank_sets(
            -np.arange(1.0, 11), np.full(10, error), is_simultaneous=is_simultaneous, n_draws=1_000
        )
        assert low.tolist() == summary[key]["L"]
        assert high.tolist() == summary[key]["U"]


@pytest.mark.parametrize("is_simultaneous", [True, False])
@pytest.mark.parametrize("spread", [0.0, 1.5])
def test_sets_cover(spread: float, rng: np.random.Generator, *, is_simultaneous: bool) -> None:
    """All true ranks lie in their sets at once, or one's own does, in at least 95 % of worlds."""
    n_worlds, n = 150, 8
    truth = spread * np.arange(n) // 2 * 2
    first = 1 + (truth[:, None] > truth).sum(axis=1)
    last = n - (truth[:, None] < truth).sum(axis=1)
    error = np.linspace(0.5, 2, n)
    covered = []
    for world in range(n_worlds):
        low, high = rank_sets(
            rng.normal(truth, error),
            error,
            is_simultaneous=is_simultaneous,
            n_draws=1_000,
            rng=world,
        )
        # Of equal units each rank of the tie is true.
        inside = (low <= first) & (last <= high)
        covered.append(inside.all() if is_simultaneous else inside.mean())
    # Two standard errors of the simulation below the level.
    assert np.mean(covered) >= 0.95 - 2 * np.sqrt(0.95 * 0.05 / n_worlds)


def test_single_sets_are_no_wider(pisa: pd.DataFrame) -> None:
    """A set that holds by itself lies within the one that holds with all others."""
    low, high = rank_sets(-pisa["math_score"], pisa["math_se"])
    own_low, own_high = rank_sets(-pisa["math_score"], pisa["math_se"], is_simultaneous=False)

    assert (low <= own_low).all()
    assert (own_high <= high).all()


def test_order_and_unit_do_not_matter(pisa: pd.DataFrame) -> None:
    """A table in another order and another unit has the same sets, and negated ones mirror."""
    values, error = pisa["math_score"].to_numpy(), pisa["math_se"].to_numpy()
    low, high = rank_sets(values, error)
    turned_low, turned_high = rank_sets(-1000 * values[::-1], 1000 * error[::-1])

    assert (39 - turned_high[::-1] - low).tolist() == pytest.approx([0] * 38, abs=1)
    assert (39 - turned_low[::-1] - high).tolist() == pytest.approx([0] * 38, abs=1)


def test_the_seed_decides() -> None:
    """One seed gives one answer, as a number or as a generator of it."""
    values, error = np.arange(30) / 4, np.linspace(0.5, 2, 30)

    first, second = (
        rank_sets(values, error, rng=rng, n_draws=1_000) for rng in (5, np.random.default_rng(5))
    )

    np.testing.assert_array_equal(first, second)


def test_a_missing_unit_may_have_any_rank() -> None:
    """An unknown unit has all ranks, and could stand before or behind each other one."""
    low, high = rank_sets([1, np.nan, 9], [0.1, 0.1, 0.1])

    assert (low.tolist(), high.tolist()) == ([1, 1, 2], [2, 3, 3])


def test_few_units_have_few_ranks() -> None:
    """Nobody has no set, and a single unit rank 1."""
    for is_simultaneous in (True, False):
        for n in (0, 1):
            low, high = rank_sets([2.0] * n, [1.0] * n, is_simultaneous=is_simultaneous)
            assert (low.tolist(), high.tolist()) == ([1] * n, [1] * n)


@pytest.mark.parametrize("is_simultaneous", [True, False])
def test_seven_hundred_units(rng: np.random.Generator, *, is_simultaneous: bool) -> None:
    """Sets of 700 units cost a tenth of one pass over all pairs of all draws, and 60 MB."""
    n, n_draws, n_timed = 700, 20_000, 40
    n_cases = np.exp(rng.uniform(np.log(50), np.log(5000), n))
    share = rng.beta(8, 40, n)
    error = np.sqrt(share * (1 - share) / n_cases)
    estimate = rng.normal(share, error)
    pair_error = np.hypot(error[:, None], error)

    start = time.process_time()
    for _ in range(n_timed):
        drawn = rng.standard_normal(n) * error
        (np.abs(drawn[:, None] - drawn) / pair_error).max()
    pass_seconds = (time.process_time() - start) * n_draws / n_timed
    start = time.process_time()
    rank_sets(estimate, error, is_simultaneous=is_simultaneous, n_draws=n_draws)
    seconds = time.process_time() - start
    tracemalloc.start()
    rank_sets(estimate, error, is_simultaneous=is_simultaneous, n_draws=1_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert seconds < pass_seconds / 10
    assert peak < 60e6


def test_bad_arguments_are_refused() -> None:
    """An error of 0, no rank at all and too few draws are refused."""
    message = (
        "`standard_error` must be above 0 and finite, got 0.0. Give NaN where it is not known."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        rank_sets([1, 2], [1, 0])
    message = "`k` must be at least 1, got 0. Say how many first ranks are meant."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        top_sets([1, 2], [1, 1], 0)
    message = "`n_draws` must be at least 1000, got 999. Leave it out: 20,000 are drawn."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        rank_sets([1, 2], [1, 1], n_draws=999)
