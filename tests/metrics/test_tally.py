"""Pairs are counted, however many cases bring them."""

from collections import Counter

import numpy as np
import pytest

from lapor_lab.metrics import tally
from lapor_lab.metrics.tally import Tally


@pytest.mark.parametrize("n_first", [3, 1_000_000])
@pytest.mark.parametrize("high", [10, 500])
def test_pairs_are_counted_over_batches(
    monkeypatch: pytest.MonkeyPatch, n_first: int, high: int
) -> None:
    """By table or by sorting, near or far, in small lots or at once: each pair once, in order."""
    rng = np.random.default_rng(1)
    monkeypatch.setattr(tally, "_N_CASES", 150)
    monkeypatch.setattr(tally, "_PENDING", 40)
    counted = Tally(1_000)
    expected: Counter[tuple[int, int]] = Counter()
    for _ in range(10):
        first = rng.integers(0, n_first, 70)
        second = rng.integers(0, high, 70)
        counted.add(first, second)
        expected.update(zip(first.tolist(), second.tolist(), strict=True))

    first, second, n = counted.pairs()

    assert list(zip(first.tolist(), second.tolist(), strict=True)) == sorted(expected)
    assert n.tolist() == [expected[pair] for pair in sorted(expected)]


def test_no_case_makes_no_pair() -> None:
    """An empty batch leaves nothing."""
    counted = Tally(10)
    nothing = np.array([], dtype=np.int64)
    counted.add(nothing, nothing)

    assert [len(part) for part in counted.pairs()] == [0, 0, 0]
