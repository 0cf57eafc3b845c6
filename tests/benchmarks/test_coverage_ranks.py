"""The benchmark of rank sets runs, and finds what it promises."""

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "coverage_ranks.py"


@pytest.mark.parametrize("kind", ["normal", "share"])
def test_sets_hold_in_a_few_worlds(kind: str, script: ModuleType) -> None:
    """In 40 worlds sets at once hold 95 % to two standard errors, and tell something."""
    found = script.coverage(kind, "pairs", n_worlds=40)

    least = 0.95 - 2 * np.sqrt(0.95 * 0.05 / 40)
    assert found["together"] >= least
    assert found["first"] >= least
    assert found["single"] >= 0.95
    assert found["width"] < script.N_UNITS
    assert np.isnan(found["posterior"]) == (kind == "normal")
    assert script.coverage(kind, "pairs", n_worlds=5) == script.coverage(kind, "pairs", n_worlds=5)


@pytest.mark.verify
def test_the_whole_table_holds_its_bounds(script: ModuleType) -> None:
    """In 1,000 worlds of each row sets hold at once in 95 %, to one standard error."""
    for kind in script.KINDS:
        for pattern in script.PATTERNS:
            found = script.coverage(kind, pattern)
            assert found["together"] >= 0.95 - np.sqrt(0.95 * 0.05 / script.N_WORLDS)
            assert found["first"] >= 0.95
