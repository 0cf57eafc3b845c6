"""The smallest set of practices that meets a target."""

from dataclasses import replace

import numpy as np
import pytest

from lapor_lab.practices import (
    KONEKTIVITAS,
    LEGALITAS,
    TUGAS_FUNGSI,
    SmallestSet,
    TargetVerdict,
    officer_hours,
    smallest_set,
    try_out,
)
from lapor_lab.practices.trial import Trial
from lapor_lab.synthetic import Scenario

WHO = "kementerian-g"
WITHIN = "first_followed_up_within_limit"
THREE = (TUGAS_FUNGSI, KONEKTIVITAS, LEGALITAS)


@pytest.fixture(scope="module")
def found(scenario: Scenario) -> SmallestSet:
    """What meets a moderate target."""
    return smallest_set(scenario, WHO, WITHIN, 0.78, THREE, n_replications=4)


def test_every_set_is_tried_once(found: SmallestSet) -> None:
    """Three practices have eight sets, each with its cost."""
    assert len(found.sets) == len(set(found.sets["practices"])) == 8
    assert found.sets["n_practices"].value_counts().to_dict() == {0: 1, 1: 3, 2: 3, 3: 1}


def test_the_chosen_set_is_the_smallest_and_then_the_cheapest(found: SmallestSet) -> None:
    """No smaller set has its verdict, none of its size costs less, and none than the cheapest."""
    alike = found.sets[found.sets["verdict"] == found.verdict]
    assert len(found.practices) == alike["n_practices"].min()
    same_size = alike[alike["n_practices"] == len(found.practices)]
    assert found.hours == same_size["hours"].min()
    assert found.cheapest_hours == alike["hours"].min()
    assert found.verdict in (TargetVerdict.CONFIDENT, TargetVerdict.ON_AVERAGE)


def test_costs_add_up(scenario: Scenario, found: SmallestSet) -> None:
    """A set costs what its practices cost."""
    model = scenario.institution(WHO)
    cost = {each.id: officer_hours(each, model).hours_per_year for each in THREE}
    for row in found.sets.to_dict("records"):
        assert row["hours"] == pytest.approx(sum(cost[each] for each in row["practices"]))


def test_values_are_those_of_a_what_if(scenario: Scenario, found: SmallestSet) -> None:
    """The mean of a set is the changed world of `try_out` with the same seeds."""
    trial = {"both": Trial(practices=(KONEKTIVITAS, LEGALITAS))}
    effects = try_out(scenario, WHO, trial, n_replications=4).set_index("measure")
    estimates = dict(zip(found.sets["practices"], found.sets["estimate"], strict=True))
    changed, base = effects.loc[WITHIN, "changed"], effects.loc[WITHIN, "base"]
    assert estimates["konektivitas", "legalitas"] == pytest.approx(changed)
    assert estimates[()] == pytest.approx(base)


def test_a_target_that_is_met_already_needs_nothing(scenario: Scenario) -> None:
    """The empty set costs nothing and meets an easy target with confidence."""
    easy = smallest_set(scenario, WHO, "misrouted_share", 0.5, (LEGALITAS,), n_replications=2)
    assert (easy.verdict, easy.practices, easy.hours) == (TargetVerdict.CONFIDENT, (), 0.0)


def test_a_target_out_of_reach_names_what_comes_nearest(scenario: Scenario) -> None:
    """Nothing answers all reports in time; the set of the highest share is named."""
    hard = smallest_set(scenario, WHO, WITHIN, 1.0, (KONEKTIVITAS, LEGALITAS), n_replications=2)
    assert hard.verdict == TargetVerdict.NOT_MET
    assert hard.estimate == hard.sets["estimate"].max() < 1


def test_a_full_queue_is_said(scenario: Scenario) -> None:
    """Where a set leaves a queue full, it meets nothing and has no value."""
    full = scenario.replace_institution(WHO, answer_hours=60.0)
    told = smallest_set(full, WHO, WITHIN, 0.5, (LEGALITAS,), n_replications=2)
    assert told.verdict == TargetVerdict.SATURATED
    assert np.isnan(told.estimate)
    assert (told.sets["verdict"] == TargetVerdict.SATURATED).all()


def test_drawn_worlds_widen_the_interval(scenario: Scenario) -> None:
    """Parameters that are not known for certain make years differ more."""
    alone = replace(scenario, institutions=(scenario.institution(WHO),))

    def draw(seed: int) -> Scenario:
        return alone.replace_institution(WHO, misrouted_share=0.02 + 0.4 * (seed % 2))

    steps: list[int] = []
    widths = [
        smallest_set(
            scenario,
            WHO,
            "misrouted_share",
            0.5,
            (),
            n_replications=4,
            draw=each,
            on_replication=lambda: steps.append(1),
        ).sets.eval("upper - lower")[0]
        for each in (None, draw)
    ]
    assert widths[1] > 3 * widths[0]
    assert len(steps) == 8
