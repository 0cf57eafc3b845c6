"""Judging is measured against what one would write oneself, and both give one answer."""

from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "judging.py"
DOCUMENT = SCRIPT.parents[1] / "docs" / "performance.md"


def test_limits_and_chances_agree_with_what_one_writes_oneself(script: ModuleType) -> None:
    """Of 40 units limits agree to 1e-9, and chances of ranks within the noise of the draws."""
    ways = script.tasks(40)
    limits = ways["exact funnel"][script.OURS]()
    ours = np.column_stack([limits[n] for n in ("lower_998", "lower_95", "upper_998", "upper_95")])
    np.testing.assert_allclose(ours, ways["exact funnel"]["point by point"](), atol=1e-9)
    chances = [ways["chance of each rank"][name]() for name in ("draw by draw", script.OURS)]
    # Four standard errors of a share of one half.
    assert np.abs(chances[0] - chances[1]).max() < 4 * np.sqrt(0.25 / script.N_DRAWS)


def test_stepping_down_gives_sets_that_are_no_wider(script: ModuleType) -> None:
    """No set of ours is wider than that of one step by more than a rank, and some are narrower."""
    ways = script.tasks(40)["rank sets"]
    widths = {name: np.subtract(*way()[::-1]) for name, way in ways.items()}
    assert (widths[script.OURS] <= widths["pair by pair"] + 1).all()
    assert widths[script.OURS].sum() < widths["pair by pair"].sum()


@pytest.mark.verify
def test_many_institutions_are_judged_in_less_time(script: ModuleType) -> None:
    """With 700 institutions rank sets take less than half the time, and nothing takes longer."""
    for row in script.measure(units=[700], n_repeats=3):
        assert np.median(row["ratios"]) > (2 if row["question"] == "rank sets" else 1), row


def test_the_document_holds_the_table_of_the_script() -> None:
    """Its section is filled."""
    text = DOCUMENT.read_text("utf-8")
    inside = text.split("<!-- judging: begin -->")[1].split("<!-- judging: end -->")[0]
    assert inside.strip().startswith("| question |")
