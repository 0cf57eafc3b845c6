"""Claims about the invented assessment forms that ship with the kit."""

import subprocess
import sys
from pathlib import Path

import pytest

from lapor_lab.practices.maturity import INHERITED_GROUP, assess, read_form
from lapor_lab.synthetic import load_scenario

ROOT = Path(__file__).parents[2]
FORMS = ROOT / "datasets" / "contoh_penilaian"


def test_workbook_is_what_its_recipe_makes(tmp_path: Path) -> None:
    """The script makes the shipped workbook from the shipped TOML, byte by byte."""
    script = ROOT / "scripts" / "build_forms.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True)
    name = "penilaian_2022.xlsx"
    assert (tmp_path / FORMS.name / name).read_bytes() == (FORMS / name).read_bytes()


@pytest.mark.parametrize("path", sorted(FORMS.iterdir()), ids=lambda path: path.name)
def test_every_form_says_that_it_is_invented(path: Path) -> None:
    """Each form is an example by its own word."""
    assert read_form(path).is_example
    if path.suffix == ".toml":
        assert "CONTOH REKAAN" in path.read_text("utf-8")


def test_units_are_those_of_the_scenario() -> None:
    """Units, their number, which are inherited and the active share are the scenario's."""
    form = read_form(FORMS / "penilaian_2022.toml")
    model = load_scenario("kementerian").institution("kemendikbudristek")
    inherited = {unit.name: unit.is_inherited for unit in model.units}
    assert form.n_units == len(model.units)
    for unit in form.units.values():
        assert "Contoh" in unit.name
        assert (unit.group == INHERITED_GROUP) == inherited[unit.name]
    active = next(a.answers[0] for a in form.answers if a.item == "akun-aktif")
    assert active == round(model.active_liaison_share * len(model.units))


def test_no_institution_is_shown_as_the_loser() -> None:
    """The institution of the story lies between its invented peers, and is no level apart."""
    form = read_form(FORMS / "penilaian_2022.toml")
    peers = [read_form(FORMS / f"penilaian_kementerian_{name}.toml") for name in "ab"]
    profile = assess(form, peers=peers).profile
    assert (profile["level"] >= profile["peers"]).all()
    assert (profile["role_model"] - profile["level"]).max() <= 1


def test_faults_are_planted_and_few() -> None:
    """The example shows what a fault looks like, and is assessed all the same."""
    assessment = assess(read_form(FORMS / "penilaian_2022.xlsx"))
    assert len(assessment.problems) == 9
    assert assessment.levels["level"].notna().all()
