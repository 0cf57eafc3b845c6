"""Assumptions varied one at a time."""

import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.practices import (
    KONEKTIVITAS,
    LEGALITAS,
    TUGAS_FUNGSI,
    assumption_sensitivity,
    what_if,
)
from lapor_lab.synthetic import Scenario

WHO = "kementerian-g"


@pytest.fixture(scope="module")
def tornado(scenario: Scenario):
    """Two practices and one assumption of the institution."""
    return assumption_sensitivity(
        scenario,
        WHO,
        (KONEKTIVITAS, LEGALITAS),
        "misrouted_share",
        assumed=["absences_per_year"],
        n_replications=2,
    )


def test_each_assumption_has_its_ends(scenario: Scenario, tornado) -> None:
    """Every lever and every further assumption stands once, with the levels that were tried."""
    n_levers = len(KONEKTIVITAS.levers) + len(LEGALITAS.levers)
    assert len(tornado) == n_levers + 1
    row = tornado.set_index(["practice", "parameter"]).loc[("konektivitas", "misrouted_share")]
    today = scenario.institution(WHO).misrouted_share
    assert row[["low", "standard", "high"]].to_list() == pytest.approx(
        [today * 0.8, today * 0.6, today * 0.4]
    )
    away = tornado.set_index("parameter").loc["absences_per_year"]
    assert (away["practice"], away["low"], away["high"]) == ("", 1.5, 2.5)


def test_what_decides_the_measure_comes_first(tornado) -> None:
    """Misrouting hangs on how far misrouting falls, more favourable at the favourable end."""
    first = tornado.iloc[0]
    assert (first["practice"], first["parameter"]) == ("konektivitas", "misrouted_share")
    assert first["effect_high"] < first["effect"] < first["effect_low"] < 0
    assert tornado["swing"].is_monotonic_decreasing


def test_the_middle_is_the_what_if(scenario: Scenario, tornado) -> None:
    """The effect at the assumed sizes is that of `what_if` with the same seeds."""
    effects = what_if(scenario, WHO, (KONEKTIVITAS, LEGALITAS), n_replications=2)
    expected = effects.set_index("measure").loc["misrouted_share", "difference"]
    assert tornado["effect"].to_list() == pytest.approx([expected] * len(tornado))


def test_hours_end_at_a_working_day(scenario: Scenario) -> None:
    """A quarter more than 6.5 hours a day is 7.5, no more than a day has."""
    long = scenario.replace_institution(WHO, officer_hours_per_day=6.5)
    table = assumption_sensitivity(
        long, WHO, (), "closed_share", assumed=["officer_hours_per_day"], n_replications=2
    )
    assert table.loc[0, "high"] == 7.5
    assert table.loc[0, ["effect_low", "effect", "effect_high"]].to_list() == [0.0, 0.0, 0.0]


def test_a_share_leaves_the_others_theirs(scenario: Scenario) -> None:
    """Where reporters close .5, at most .5 are left for the administrator, not a quarter more."""
    shared = scenario.replace_institution(
        WHO, closed_by_reporter_share=0.5, closed_by_admin_share=0.45
    )
    table = assumption_sensitivity(
        shared, WHO, (), "closed_share", assumed=["closed_by_admin_share"], n_replications=2
    )
    assert table.loc[0, "high"] == 0.5


def test_hours_a_day_take_their_effort_along(scenario: Scenario) -> None:
    """Today's world stays as it was measured: what changes is what the practice adds to it."""
    table = assumption_sensitivity(
        scenario,
        WHO,
        (KONEKTIVITAS,),
        "misrouted_share",
        assumed=["officer_hours_per_day"],
        n_replications=2,
    ).set_index("parameter")
    # Konektivitas moves no hours: the effect is that of any other measurement of them.
    row = table.loc["officer_hours_per_day"]
    assert row["effect_low"] == pytest.approx(row["effect"], abs=0.002)
    assert row["effect_high"] == pytest.approx(row["effect"], abs=0.002)


def test_full_queues_have_no_effect(scenario: Scenario) -> None:
    """Where the world of today has no steady value, no effect on waiting is given."""
    full = scenario.replace_institution(WHO, answer_hours=60.0)
    table = assumption_sensitivity(full, WHO, (TUGAS_FUNGSI,), "closed_share", n_replications=2)
    assert table[["effect_low", "effect", "effect_high", "swing"]].isna().all(axis=None)


def test_an_unknown_measure_is_refused(scenario: Scenario) -> None:
    """The refusal lists those that a what-if shows."""
    with pytest.raises(UnknownNameError, match=r"^Unknown measure 'x'\."):
        assumption_sensitivity(scenario, WHO, (), "x", n_replications=2)
