"""A changed world against its own base, on shared random numbers."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.practices import (
    ALL_PRACTICES,
    BACKLOG_GROWTH,
    KONEKTIVITAS,
    LEGALITAS,
    PRACTICES,
    SIZES,
    TARGET_KINERJA,
    WHAT_IF_MEASURES,
    Change,
    Lever,
    Practice,
    Size,
    Trial,
    adopt,
    compare_practices,
    load_of,
    try_out,
    what_if,
)
from lapor_lab.schema import Availability
from lapor_lab.synthetic import Scenario, make_complaint_log

WHO = "kementerian-f"  # small, so that a run is quick
NUMBERS = ["base", "changed", "difference", "lower", "upper"]


@pytest.fixture(scope="module")
def effects(scenario: Scenario) -> pd.DataFrame:
    """What konektivitas changes at an invented ministry, at each size."""
    return what_if(scenario, WHO, [KONEKTIVITAS], sensitivity=True, n_replications=4)


@pytest.fixture
def full(scenario: Scenario) -> Scenario:
    """The same ministry where answers take so long that the busiest unit does half of them."""
    model = scenario.institution(WHO)
    busy = load_of(scenario, WHO).busiest_unit.utilisation
    return scenario.replace_institution(WHO, answer_hours=model.answer_hours * 2 / busy)


def test_a_practice_of_no_strength_changes_nothing(scenario: Scenario) -> None:
    """At strength 0 both worlds are one world: every difference is 0 exactly, for all five."""
    effects = what_if(scenario, WHO, PRACTICES, strength=0, n_replications=2)

    assert effects["measure"].to_list() == [m.id for m in WHAT_IF_MEASURES]
    assert (effects["difference"] == 0).all()
    assert (effects["availability"] == Availability.AVAILABLE).all()


def test_the_share_put_in_comes_out(scenario: Scenario, effects: pd.DataFrame) -> None:
    """The change of the misrouted share lies near the change of its parameter, at each size."""
    for size in SIZES:
        changed = adopt(scenario, WHO, [KONEKTIVITAS], size=size).institution(WHO)
        put_in = changed.misrouted_share - scenario.institution(WHO).misrouted_share
        rows = effects[effects["size"] == size].set_index("measure")
        found = rows.loc["misrouted_share"]
        # About 500 dispositions a run in each world, 4 runs, binomial.
        error = np.sqrt(2 * 0.07 * 0.93 / (4 * 500))

        assert abs(found["difference"] - put_in) < 4 * error
        assert found["lower"] <= found["difference"] <= found["upper"]


def test_a_larger_size_does_more(effects: pd.DataFrame) -> None:
    """From the least to the most favourable size fewer dispositions go astray; one base."""
    misrouted = effects[effects["measure"] == "misrouted_share"]

    assert misrouted["size"].to_list() == list(SIZES)
    assert misrouted["changed"].is_monotonic_decreasing
    assert len(set(misrouted["base"])) == 1


def test_a_trial_among_others_is_the_trial_alone(scenario: Scenario) -> None:
    """Worlds do not touch each other: alone, or beside others, the numbers are the same."""
    alone = what_if(scenario, WHO, [LEGALITAS], n_replications=2)
    practices = [KONEKTIVITAS, LEGALITAS]
    beside = compare_practices(scenario, WHO, practices, n_replications=2)
    legalitas = beside[beside["practice"] == LEGALITAS.id].drop(columns="practice")

    pd.testing.assert_frame_equal(legalitas.reset_index(drop=True), alone)
    together = beside[beside["practice"] == ALL_PRACTICES].set_index("measure")
    both = what_if(scenario, WHO, practices, n_replications=2).set_index("measure")
    pd.testing.assert_frame_equal(together.drop(columns="practice"), both)


def test_together_and_alone_the_five_are_compared(scenario: Scenario) -> None:
    """Each practice and all of them have a row for each measure, from as many runs."""
    steps: list[int] = []
    comparison = compare_practices(
        scenario,
        "kementerian-g",
        PRACTICES,
        n_replications=2,
        on_replication=lambda: steps.append(1),
    )
    names = [*(p.id for p in PRACTICES), ALL_PRACTICES]

    assert list(dict.fromkeys(comparison["practice"])) == names
    assert len(comparison) == len(names) * len(WHAT_IF_MEASURES)
    assert len(steps) == 2
    together = comparison[comparison["practice"] == ALL_PRACTICES].set_index("measure")
    assert together.loc["misrouted_share", "difference"] < 0


def test_target_kinerja_lets_fewer_reports_wait(scenario: Scenario) -> None:
    """Reminders make more first follow-ups come in time where some units have no account."""
    effects = what_if(scenario, "kemendikbudristek", [TARGET_KINERJA], n_replications=3)
    within = effects.set_index("measure").loc["first_followed_up_within_limit"]
    assert within["lower"] > 0


def test_pairs_share_their_reports(scenario: Scenario) -> None:
    """Arrivals, topics and texts are the same in both worlds; handling is not."""
    practices = [practice for practice in PRACTICES if not practice.changes_demand]
    two = (scenario.institution(WHO), scenario.institution("kementerian-g"))
    scenario = replace(scenario, institutions=two)
    worlds = [
        make_complaint_log(world, rng=5).cases
        for world in (scenario, adopt(scenario, WHO, practices))
    ]
    same = ["case_id", "submitted_at", "institution", "channel", "report_class", "topic", "text"]

    pd.testing.assert_frame_equal(worlds[0][same], worlds[1][same])
    others = [cases[cases["institution"] != "Kementerian F"] for cases in worlds]
    pd.testing.assert_frame_equal(*others)


def test_pairing_is_worth_its_while(scenario: Scenario) -> None:
    """Paired differences vary less than differences of runs with other seeds."""
    alone = replace(scenario, institutions=(scenario.institution(WHO),))
    changed = adopt(alone, WHO, [KONEKTIVITAS])

    def value(world: Scenario, rng: int) -> float:
        return float((make_complaint_log(world, rng=rng).cases["n_transfers"] > 0).mean())

    base = [value(alone, rng) for rng in range(6)]
    paired = [value(changed, rng) for rng in range(6)]
    other = [value(changed, rng) for rng in range(6, 12)]

    assert 2 * np.var(np.subtract(paired, base)) < np.var(np.subtract(other, base))


def test_where_a_queue_is_full_there_is_no_steady_value(full: Scenario) -> None:
    """What depends on waiting is NaN and says why; the growth of the backlog stands instead."""
    effects = what_if(full, WHO, [KONEKTIVITAS], n_replications=2).set_index("measure")
    growth = effects.loc[BACKLOG_GROWTH]
    waiting = effects.drop([BACKLOG_GROWTH, "misrouted_share"])

    assert (waiting["availability"] == Availability.SATURATED).all()
    assert waiting[NUMBERS].isna().all(axis=None)
    assert effects.loc["misrouted_share", "availability"] == Availability.AVAILABLE
    assert np.isfinite(effects.loc["misrouted_share", NUMBERS].to_numpy(dtype=float)).all()
    assert growth["base"] == load_of(full, WHO).backlog_growth_per_day > 0
    changed = load_of(adopt(full, WHO, [KONEKTIVITAS]), WHO)
    assert growth["changed"] == changed.backlog_growth_per_day
    assert growth["difference"] == growth["changed"] - growth["base"]
    assert growth[["lower", "upper"]].isna().all()


def test_a_full_queue_that_a_practice_empties_keeps_the_other_world(full: Scenario) -> None:
    """Values of the world that has a steady state are shown; the difference is not."""
    more = replace(full.institution(WHO), officer_hours_per_day=7.5)
    steady = replace(full, institutions=(more,))
    assert not load_of(steady, WHO).saturated
    fuller = Trial(practices=(_volume_times(3.0),))
    effects = try_out(steady, WHO, {"penuh": fuller}, n_replications=2).set_index("measure")
    within = effects.loc["first_followed_up_within_limit"]

    assert np.isfinite(within["base"])
    assert within[["changed", "difference", "lower", "upper"]].isna().all()
    assert effects.loc[BACKLOG_GROWTH, "base"] == 0
    assert effects.loc[BACKLOG_GROWTH, "changed"] > 0


def _volume_times(factor: float) -> Practice:
    return Practice(
        id="uji",
        name="Uji",
        title="Uji",
        source="asumsi",
        levers=(
            Lever(
                parameter="volume_per_year",
                change=Change.TIMES,
                size=Size(low=factor, standard=factor, high=factor),
                reason="asumsi",
                is_cost=True,
            ),
        ),
    )


def test_one_pair_has_no_interval(scenario: Scenario) -> None:
    """A single replication is refused."""
    message = "`n_replications` must be at least 2, got 1. One pair has no interval."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        what_if(scenario, WHO, [KONEKTIVITAS], n_replications=1)


def test_an_unknown_institution_is_refused(scenario: Scenario) -> None:
    """The refusal lists who is there."""
    with pytest.raises(UnknownNameError, match=r"^Unknown institution 'x'\. Choose one of kem"):
        what_if(scenario, "x", [KONEKTIVITAS], n_replications=2)
