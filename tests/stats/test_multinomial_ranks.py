"""Exact rank sets of multinomial counts, against R's csranks."""

import json
import re
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import binomtest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import multinomial_rank_sets


@pytest.mark.parametrize(
    ("key", "is_simultaneous"),
    [
        ("Holm_simul", True),
        ("Holm_marg", False),
        ("Bonferroni_simul", True),
        ("Bonferroni_marg", False),
    ],
)
def test_equals_csranks(reference: Path, key: str, *, is_simultaneous: bool) -> None:
    """Ten counts have csranks 1.2.3's sets; Bonferroni's, never shorter, are Holm's here."""
    case = json.loads((reference / "csranks/summary.json").read_text())["multinom_deterministic"]

    low, high = multinomial_rank_sets(list(case["x"].values()), is_simultaneous=is_simultaneous)

    # There the largest comes first.
    assert (11 - high).tolist() == case[key]["L"]
    assert (11 - low).tolist() == case[key]["U"]


def test_two_counts_are_a_sign_test() -> None:
    """Two categories are told apart where scipy's binomial test tells them, at half the tail."""
    for more in range(40):
        p = binomtest(more, more + 10, alternative="greater").pvalue
        _, high = multinomial_rank_sets([10, more])
        assert (high[0] == 1) == (p <= 0.025)


def test_sets_cover_in_small_samples(rng: np.random.Generator) -> None:
    """With 60 cases in six categories all true ranks are covered in 95 % of samples at least."""
    chance = np.array([0.05, 0.05, 0.1, 0.2, 0.3, 0.3])
    first = 1 + (chance[:, None] > chance).sum(axis=1)
    last = 6 - (chance[:, None] < chance).sum(axis=1)
    covered = []
    for counts in rng.multinomial(60, chance, 500):
        low, high = multinomial_rank_sets(counts)
        covered.append(((low <= first) & (last <= high)).all())

    assert np.mean(covered) >= 0.95


def test_nothing_seen_may_be_any() -> None:
    """Without a case all ranks are possible."""
    low, high = multinomial_rank_sets([0, 0, 0])

    assert (low.tolist(), high.tolist()) == ([1, 1, 1], [3, 3, 3])


@pytest.mark.parametrize("value", [-1.0, 2.5, np.nan, np.inf])
def test_what_is_no_count_is_refused(value: float) -> None:
    """Negative, broken and missing counts are refused by value."""
    message = (
        f"`count` must be whole numbers, at least 0, got {value}. "
        "Give how often each category was seen."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        multinomial_rank_sets([3, value])
