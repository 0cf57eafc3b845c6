"""What a plan rests on is printed with it."""

from lapor_lab.practices.planning.assumption import list_assumptions

NONE = {"has_baselines": False, "has_effects": False, "has_officer_hours": False}
ALL = {"has_baselines": True, "has_effects": True, "has_officer_hours": True}


def test_what_is_not_there_is_said(make_assessment) -> None:
    """Without data, simulation and hours the plan says each of them."""
    told = " ".join(list_assumptions(make_assessment(), **NONE))

    assert "Baseline tidak tersedia" in told
    assert "belum disimulasikan" in told
    assert "asumsi katalog" in told
    assert "Anggaran tidak dihitung" in told


def test_a_simulation_is_no_promise(make_assessment) -> None:
    """With a simulation it says so, and how the order is computed."""
    told = list_assumptions(make_assessment(), **ALL)

    assert any("simulasi, bukan janji kinerja" in line for line in told)
    assert any("selisih tingkat × dampak" in line and "÷ jam kerja" in line for line in told)
    assert any("Q1 10 %; Q2 40 %; Q3 70 %; Q4 100 %" in line for line in told)


def test_a_practice_without_an_answer_is_named(make_assessment) -> None:
    """A practice that nobody answered is named, as its place in the order is unknown."""
    told = list_assumptions(make_assessment(levels={"legalitas": float("nan")}), **NONE)

    assert told[-1].startswith("Legalitas belum dijawab sama sekali")
