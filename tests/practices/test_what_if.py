"""A changed world against its own base, on shared random numbers."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.metrics import count_cases, estimate
from lapor_lab.practices import KONEKTIVITAS, WHAT_IF_MEASURES, adopt, what_if
from lapor_lab.schema import label
from lapor_lab.synthetic import Scenario, load_scenario, make_complaint_log

WHO = "kementerian-f"  # small, so that a run is quick


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    """The scenario of the case study."""
    return load_scenario("kementerian")


@pytest.fixture(scope="module")
def effects(scenario: Scenario) -> pd.DataFrame:
    """What konektivitas changes at an invented ministry."""
    return what_if(scenario, WHO, [KONEKTIVITAS], n_replications=4).set_index("measure")


def test_a_practice_of_no_strength_changes_nothing(scenario: Scenario) -> None:
    """At strength 0 both worlds are one world: every difference is 0 exactly."""
    effects = what_if(scenario, WHO, [KONEKTIVITAS], strength=0, n_replications=2)

    assert effects["measure"].to_list() == [m.id for m in WHAT_IF_MEASURES]
    assert (effects["difference"] == 0).all()


def test_the_share_put_in_comes_out(scenario: Scenario, effects: pd.DataFrame) -> None:
    """The change of the misrouted share lies near the change of its parameter."""
    changed = adopt(scenario, WHO, [KONEKTIVITAS])
    put_in = changed.institution(WHO).misrouted_share - scenario.institution(WHO).misrouted_share
    found = effects.loc["misrouted_share"]
    # About 500 dispositions a run in each world, 4 runs, binomial.
    error = np.sqrt(2 * 0.07 * 0.93 / (4 * 500))

    assert abs(found["difference"] - put_in) < 4 * error
    assert found["lower"] <= found["difference"] <= found["upper"]


def test_pairs_share_their_reports(scenario: Scenario) -> None:
    """Arrivals, topics and texts are the same in both worlds; handling is not."""
    worlds = [
        make_complaint_log(world, n_cases=400, rng=5).cases
        for world in (scenario, adopt(scenario, WHO, [KONEKTIVITAS]))
    ]
    same = ["case_id", "submitted_at", "institution", "channel", "report_class", "topic", "text"]

    pd.testing.assert_frame_equal(worlds[0][same], worlds[1][same])
    others = [cases[cases["institution"] != "Kementerian F"] for cases in worlds]
    pd.testing.assert_frame_equal(*others)


def test_pairing_is_worth_its_while(scenario: Scenario) -> None:
    """Paired differences vary less than differences of runs with other seeds."""
    alone = replace(scenario, institutions=(scenario.institution(WHO),))
    changed = adopt(alone, WHO, [KONEKTIVITAS])
    measures = [m for m in WHAT_IF_MEASURES if m.id == "misrouted_share"]

    def value(world: Scenario, rng: int) -> float:
        counts = count_cases(make_complaint_log(world, rng=rng))
        return float(estimate(counts, measures)["estimate"].iloc[0])

    base = [value(alone, rng) for rng in range(6)]
    paired = [value(changed, rng) for rng in range(6)]
    other = [value(changed, rng) for rng in range(6, 12)]

    assert 2 * np.var(np.subtract(paired, base)) < np.var(np.subtract(other, base))


def test_every_lever_has_a_name_and_a_reason() -> None:
    """No size stands without the word asumsi, and each is shown in Indonesian."""
    for lever in KONEKTIVITAS.levers:
        assert lever.reason.startswith("asumsi")
        assert label(f"parameter.{lever.parameter}")


def test_one_pair_has_no_interval(scenario: Scenario) -> None:
    """A single replication is refused."""
    message = "`n_replications` must be at least 2, got 1. One pair has no interval."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        what_if(scenario, WHO, [KONEKTIVITAS], n_replications=1)


def test_an_unknown_institution_is_refused(scenario: Scenario) -> None:
    """The refusal lists who is there."""
    with pytest.raises(UnknownNameError, match=r"^Unknown institution 'x'\. Choose one of kem"):
        what_if(scenario, "x", [KONEKTIVITAS], n_replications=2)
