"""From a scenario and practices to a what-if."""

from lapor_lab.cli.whatif_run import (
    find_institution,
    run_trials,
    run_whatif,
    summarise_trials,
    tell_saturation,
)
from lapor_lab.practices import ALL_PRACTICES, KONEKTIVITAS, LEGALITAS
from lapor_lab.synthetic import load_scenario


def test_an_institution_is_found_by_id_and_by_name() -> None:
    """Neither case nor kind of name matters."""
    scenario = load_scenario("kementerian")

    found = {find_institution(scenario, name).id for name in ("KEMENKUMHAM", "kemenkumham")}
    assert found == {"kemenkumham"}
    assert find_institution(scenario, "kementerian g").id == "kementerian-g"


def test_assumptions_stand_beside_the_result() -> None:
    """Each lever is shown with both values, its range and its reason; steps are counted."""
    scenario = load_scenario("kementerian")
    steps: list[int] = []
    result = run_whatif(
        scenario,
        scenario.institution("kementerian-g"),
        [KONEKTIVITAS],
        n_replications=2,
        rng=0,
        on_replication=lambda: steps.append(1),
    )

    assert len(result.assumptions) == len(KONEKTIVITAS.levers)
    assert all(a.reason.startswith("asumsi") for a in result.assumptions)
    assert all(" … " in a.changed for a in result.assumptions)
    assert len(steps) == 2
    assert result.half_effects is not None
    assert result.provenance["kind"] == "sintetis"
    assert result.notes == ()


def test_trials_are_each_alone_together_weaker_and_at_both_ends() -> None:
    """One run of the base serves them all."""
    scenario = load_scenario("kementerian")
    trials = run_trials(
        scenario,
        scenario.institution("kementerian-g"),
        [KONEKTIVITAS, LEGALITAS],
        n_replications=2,
        rng=0,
    )

    names = ["konektivitas", "legalitas", ALL_PRACTICES, "half", "low", "high"]
    assert list(dict.fromkeys(trials["trial"])) == names
    assert (trials.groupby("measure")["base"].nunique(dropna=False) == 1).all()


def test_a_page_holds_only_what_has_a_steady_value() -> None:
    """Of a full queue the page shows what does not depend on waiting, and a note."""
    scenario = load_scenario("kementerian").replace_institution(
        "kementerian-g", verify_minutes=900.0
    )
    model = scenario.institution("kementerian-g")
    trials = run_trials(scenario, model, [KONEKTIVITAS], n_replications=2, rng=0)
    result = summarise_trials(trials, scenario, model, [KONEKTIVITAS], n_replications=2, rng=0)

    assert result.effects["measure"].to_list() == ["misrouted_share"]
    assert result.notes == tell_saturation(scenario, model, [KONEKTIVITAS])
    assert [note.split(":")[0] for note in result.notes] == ["Tanpa praktik", "Dengan praktik"]
