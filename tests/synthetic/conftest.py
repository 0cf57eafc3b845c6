"""What the tests of the maker share."""

import dataclasses
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from lapor_lab.schema import ComplaintLog
from lapor_lab.synthetic import Scenario, load_scenario, make_complaint_log


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    """The scenario of the case study."""
    return load_scenario("kementerian")


@pytest.fixture(scope="session")
def log(scenario: Scenario) -> ComplaintLog:
    """Its log at its own size."""
    return make_complaint_log(scenario)


@pytest.fixture(scope="session")
def small(scenario: Scenario) -> Scenario:
    """Two of its institutions."""
    chosen = ("kemendikbudristek", "kementerian-f")
    return dataclasses.replace(
        scenario, institutions=tuple(scenario.institution(name) for name in chosen)
    )


@pytest.fixture
def own_file(tmp_path: Path) -> Path:
    """A user's own copy of the scenario's file."""
    source = files("lapor_lab.synthetic") / "data" / "scenarios" / "kementerian.toml"
    text = source.read_text(encoding="utf-8")
    assert tomllib.loads(text)["scenario"]["name"] == "kementerian"
    path = tmp_path / "punya_kami.toml"
    path.write_text(text, encoding="utf-8")
    return path
