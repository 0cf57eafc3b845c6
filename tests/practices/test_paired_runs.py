"""Worlds on shared random numbers."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.practices import WHAT_IF_MEASURES
from lapor_lab.practices.paired_runs import check_replications, run_worlds, seed_of
from lapor_lab.synthetic import Scenario

WHO = "kementerian-g"


@pytest.fixture
def world(scenario: Scenario) -> Scenario:
    """One small institution."""
    return replace(scenario, institutions=(scenario.institution(WHO),))


def test_a_world_does_not_feel_the_others(world: Scenario) -> None:
    """Alone or beside more worlds than are counted at once, its numbers are the same."""
    others = {
        f"w{i}": world.replace_institution(WHO, misrouted_share=0.2 + i / 100) for i in range(18)
    }
    alone = run_worlds({"a": world}, n_replications=2, rng=1)["a"]
    beside = run_worlds({**others, "a": world}, n_replications=2, rng=1)
    pd.testing.assert_frame_equal(beside["a"], alone)
    assert list(alone.columns) == [measure.id for measure in WHAT_IF_MEASURES]
    assert beside["w0"]["misrouted_share"].mean() < beside["w17"]["misrouted_share"].mean()


def test_equal_worlds_are_one(world: Scenario) -> None:
    """A world that changes nothing has the numbers of its twin, and steps are told once each."""
    steps: list[int] = []
    found = run_worlds(
        {"a": world, "b": replace(world)},
        n_replications=3,
        rng=0,
        on_replication=lambda: steps.append(1),
    )
    pd.testing.assert_frame_equal(found["a"], found["b"])
    assert len(steps) == len(found["a"]) == 3


def test_one_replication_is_refused() -> None:
    """One run has no interval."""
    message = "`n_replications` must be at least 2, got 1. One pair has no interval."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        check_replications(1)


def test_seeds_of_two_calls_do_not_meet() -> None:
    """Neighbouring seeds share no replication."""
    seeds = [seed_of(rng, number) for rng in range(5) for number in range(1000)]
    assert len(set(seeds)) == len(seeds)
