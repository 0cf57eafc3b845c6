"""Bounds from exports hold the truth, as `docs/bounds.md` claims."""

import importlib.util
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from lapor_lab.synthetic import load_scenario

SCRIPT = Path(__file__).parents[2] / "scripts" / "bounds.py"
DOCUMENT = SCRIPT.parents[1] / "docs" / "bounds.md"


@pytest.fixture(scope="module")
def bounds():
    """Return the script as a module, beside the one that it imports."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(SCRIPT.parent)
        yield load()


def load():
    """Load the script."""
    spec = importlib.util.spec_from_file_location("bounds", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def assert_holds(bounds, folder, *, n_cases, rng, n_weeks, spacings, scenario=None):
    """Hold the bounds of every spacing to the truth and to each other."""
    scenario = scenario or load_scenario("kementerian")
    table = bounds.compare_bounds(
        scenario, folder, n_cases=n_cases, rng=rng, n_weeks=n_weeks, spacings=spacings
    )
    assert len(table) == 10
    for spacing in spacings:
        assert bounds.contains_truth(table, spacing).all()
        # The same cases are judged, so that nothing but the bounds differs.
        assert (table[f"n_{spacing}"] == table["denominator"]).all()
    for wide, narrow in pairwise(spacings):
        assert (table[f"lower_{narrow}"] >= table[f"lower_{wide}"]).all()
        assert (table[f"upper_{narrow}"] <= table[f"upper_{wide}"]).all()
    first, last = (bounds.widths(table, spacing) for spacing in (spacings[0], spacings[-1]))
    assert (last < first).all()


def test_bounds_hold_the_truth_of_every_institution_and_narrow(bounds, tmp_path) -> None:
    """One export of eight weeks holds it, and weekly ones hold it more closely, one by one."""
    weeks = replace(load_scenario("kementerian"), period_days=7 * 8)
    assert_holds(bounds, tmp_path, n_cases=400, rng=1, n_weeks=8, spacings=(8, 1), scenario=weeks)


@pytest.mark.verify
@pytest.mark.parametrize("rng", [0, 2, 3])
def test_bounds_of_a_year_hold_in_other_worlds(bounds, tmp_path, rng) -> None:
    """So do those of a whole year of exports, over several seeds, at every spacing."""
    assert_holds(bounds, tmp_path, n_cases=2_000, rng=rng, n_weeks=52, spacings=(52, 12, 4, 2, 1))


def test_the_page_says_that_its_data_are_made_up() -> None:
    """The page holds its tables, its picture is there, and no reader can take them for real."""
    text = DOCUMENT.read_text("utf-8")
    assert "Made-up data: scenario" in text
    assert "10 of 10" in text
    assert (DOCUMENT.parent / "images" / "batas_mingguan.png").is_file()
