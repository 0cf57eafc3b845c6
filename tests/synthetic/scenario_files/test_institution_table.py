"""Claims about one institution of a scenario file."""

from typing import Any

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.synthetic import Scenario
from lapor_lab.synthetic.scenario_files.institution_table import InstitutionReader
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable


def reader(scenario: Scenario, **presets: dict[str, Any]) -> InstitutionReader:
    """A reader with presets of one key each."""
    return InstitutionReader(
        defaults=ScenarioTable("f", "defaults", {"n_admins": 1, "hold_share": 0.1}),
        presets={k: ScenarioTable("f", f"presets.{k}", v) for k, v in presets.items()},
        reporters=scenario.reporters,
        allow_sensitive=False,
    )


def test_own_over_later_preset_over_earlier_over_defaults(scenario: Scenario) -> None:
    """Of four tables with the same key, the nearest to the institution holds."""
    read = reader(scenario, a={"n_admins": 2, "reply_share": 0.2}, b={"n_admins": 3})
    for own, expected in (({}, 3), ({"n_admins": 4}, 4)):
        table = ScenarioTable("f", "institutions.i", {"presets": ["a", "b"], **own})
        merged = read.inherit(table)
        assert merged.value("n_admins", int) == expected
        assert merged.value("reply_share", float) == 0.2
        assert merged.value("hold_share", float) == 0.1


def test_a_preset_that_is_not_there_is_refused_even_if_there_is_none(scenario: Scenario) -> None:
    """A file without presets says so, instead of an empty list of choices."""
    table = ScenarioTable("f", "institutions.i", {"presets": ["a"]})
    with pytest.raises(InputFileError) as caught:
        reader(scenario).inherit(table)

    assert str(caught.value) == "f: `institutions.i.presets` must be [], got 'a'. Mend that line."
