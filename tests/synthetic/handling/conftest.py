"""Offices whose parameters can be read off what they do."""

from dataclasses import replace

import pytest

from lapor_lab.synthetic import load_scenario
from lapor_lab.synthetic.block import plan_blocks
from lapor_lab.synthetic.entries import draw_entries
from lapor_lab.synthetic.handling import handle_block

N_CASES = 12_000


@pytest.fixture(scope="session")
def scenario():
    """Return the scenario of the story."""
    return load_scenario("kementerian")


@pytest.fixture(scope="session")
def run(scenario):
    """Return a function that handles one year of a changed institution."""

    def run_office(rng: int = 0, n_cases: int = N_CASES, **changes):
        alone = replace(scenario, institutions=(scenario.institution("kemenkumham"),))
        changed = alone.replace_institution("kemenkumham", volume_per_year=n_cases, **changes)
        (block,) = plan_blocks(changed, {"kemenkumham": n_cases})
        entries = draw_entries(changed.reporters, block, rng)
        return block, entries, handle_block(block, entries, changed.reporters, rng)

    return run_office


@pytest.fixture(scope="session")
def roomy(scenario):
    """Return parameters of an office in which nobody waits for anybody."""
    units = scenario.institution("kemenkumham").units
    return {
        "n_admins": 400,
        "units": tuple(replace(unit, n_officers=200) for unit in units),
        "absences_per_year": 0.0,
        "moves_per_year": 0.0,
    }
