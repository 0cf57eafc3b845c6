"""The benchmark of false alarms runs, and finds what it promises."""

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "coverage_funnel.py"


@pytest.mark.parametrize("kind", ["share", "ratio"])
def test_false_alarms_of_a_few_worlds(kind: str, script: ModuleType) -> None:
    """Exact limits hold .3 % where nothing varies; where all do, only the allowance holds 1 %."""
    calm = script.false_alarms(kind, 0.0, n_worlds=40)
    restless = script.false_alarms(kind, 0.2, n_worlds=40)

    assert calm["exact"] <= 0.003
    assert calm["exact"] <= calm["interpolated"]
    assert restless["exact"] > 0.05
    assert restless["published"] > 0.01
    assert restless["both"] <= 0.01
    assert np.isnan(calm["wilson"]) == (kind == "ratio")
    assert script.false_alarms(kind, 0.2, n_worlds=40)["both"] == restless["both"]


@pytest.mark.verify
def test_the_whole_table_holds_its_bounds(script: ModuleType) -> None:
    """In 500 worlds of each row, at most .3 % and 1 % of 50,000 units are flagged."""
    for kind in ("share", "ratio"):
        assert script.false_alarms(kind, 0.0)["exact"] <= 0.003
        for spread in script.SPREADS[1:]:
            assert script.false_alarms(kind, spread)["both"] <= 0.01
