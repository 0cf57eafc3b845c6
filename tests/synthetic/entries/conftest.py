"""Blocks of an institution that reports come in to."""

from dataclasses import replace

import pytest

from lapor_lab.synthetic import load_scenario
from lapor_lab.synthetic.block import plan_blocks
from lapor_lab.synthetic.entries import draw_entries


@pytest.fixture(scope="session")
def scenario():
    """Return the scenario of the story."""
    return load_scenario("kementerian")


@pytest.fixture(scope="session")
def draw(scenario):
    """Return a function that draws what comes in to one office in a year."""

    def draw_year(rng: int = 0, n_cases: int = 20_000, reporters=None, **changes):
        alone = replace(scenario, institutions=(scenario.institution("kemenkumham"),))
        changed = alone.replace_institution(
            "kemenkumham", **{"volume_per_year": n_cases, **changes}
        )
        changed = replace(changed, reporters=replace(changed.reporters, **(reporters or {})))
        block = plan_blocks(changed, {"kemenkumham": n_cases})[0]
        return block, changed.reporters, draw_entries(changed.reporters, block, rng)

    return draw_year
