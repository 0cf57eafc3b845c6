"""From a scenario and practices to a what-if."""

from lapor_lab.cli.whatif_run import find_institution, run_whatif
from lapor_lab.practices import KONEKTIVITAS
from lapor_lab.synthetic import load_scenario


def test_an_institution_is_found_by_id_and_by_name() -> None:
    """Neither case nor kind of name matters."""
    scenario = load_scenario("kementerian")

    found = {find_institution(scenario, name).id for name in ("KEMENKUMHAM", "kemenkumham")}
    assert found == {"kemenkumham"}
    assert find_institution(scenario, "kementerian g").id == "kementerian-g"


def test_assumptions_stand_beside_the_result() -> None:
    """Each lever is shown with both values and its reason; steps are counted."""
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
    assert len(steps) == 4
    assert result.half_effects is not None
    assert result.provenance["kind"] == "sintetis"
