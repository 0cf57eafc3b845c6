"""Which world is meant."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lapor_lab.cli.whatif_world import find_world, is_scenario
from lapor_lab.errors import InputFileError, ParameterError
from lapor_lab.exchange import write_log_folder
from lapor_lab.synthetic import load_scenario, make_complaint_log


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The log of a small ministry and a smaller one."""
    scenario = load_scenario("kementerian")
    two = (scenario.institution("kementerian-g"), scenario.institution("kementerian-h"))
    folder = tmp_path_factory.mktemp("data") / "log"
    write_log_folder(make_complaint_log(replace(scenario, institutions=two)), folder)
    return folder


def test_a_scenario_is_taken_as_it_is() -> None:
    """Without data nothing is calibrated, and another day can be asked for."""
    world = find_world("kementerian", "kemenkumham", as_of=date(2022, 3, 1))
    assert (world.institution.id, world.calibration) == ("kemenkumham", None)
    assert world.scenario.as_of == date(2022, 3, 1)


def test_data_are_calibrated_upon(data: Path) -> None:
    """The institution of the data lives in a world of its own, with assumptions of its base."""
    world = find_world(None, "kementerian g", data=data, base_institution="Kementerian H")
    assert world.calibration is not None
    assert world.institution.name == "Kementerian G"
    assert (world.base, world.n_quarantined) == ("Kementerian H", 0)
    assert world.n_cases == 300


def test_words_of_the_command_line_are_told_apart() -> None:
    """A practice is no scenario."""
    assert is_scenario("kementerian")
    assert not is_scenario("legalitas")


def test_no_world_is_refused() -> None:
    """Either a scenario or data must be named."""
    message = "Name a scenario, or give data with `--data`."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        find_world(None, None)


def test_a_scenario_needs_an_institution() -> None:
    """The refusal lists those of the scenario."""
    with pytest.raises(ParameterError, match=r"^Name the institution .+ Kemenkumham, Kemendik"):
        find_world("kementerian", None)


def test_several_institutions_need_a_name(data: Path) -> None:
    """The refusal lists those of the data."""
    message = (
        "The data hold several institutions. Name one of Kementerian G, Kementerian H with "
        "`institution`."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        find_world(None, None, data=data)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """As everywhere, by its path."""
    with pytest.raises(InputFileError, match=r"no such file or folder"):
        find_world(None, None, data=tmp_path / "tidak-ada.xlsx")
