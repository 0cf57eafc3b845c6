"""Combinations keep their numbers from batch to batch."""

import numpy as np
import pytest

from lapor_lab.metrics import combinations
from lapor_lab.metrics.combinations import Combinations


@pytest.mark.parametrize(("small", "largest"), [(1 << 20, 1 << 62), (0, 1 << 62), (0, 3)])
def test_a_number_stands_for_its_combination(
    monkeypatch: pytest.MonkeyPatch, small: int, largest: int
) -> None:
    """Looked up or sorted, and even where all possible ones are too many for whole numbers."""
    monkeypatch.setattr(combinations, "_SMALL", small)
    monkeypatch.setattr(combinations, "_LARGEST", largest)
    rng = np.random.default_rng(2)
    known = Combinations()
    for n_codes in (2, 5, 3):
        columns = [rng.integers(0, n_codes, 40) for _ in range(3)]

        numbers = known.of(columns)

        assert known.table()[numbers].tolist() == np.stack(columns, axis=1).tolist()
    assert len(known) == len({tuple(row) for row in known.table().tolist()})
