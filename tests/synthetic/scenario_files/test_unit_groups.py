"""Claims about groups of units."""

import re
from typing import Any

import pytest

from lapor_lab.errors import InputFileError
from lapor_lab.synthetic.scenario_files.scenario_table import ScenarioTable
from lapor_lab.synthetic.scenario_files.unit_groups import expand_groups, utilisation_limits


def groups(*rows: dict[str, Any]) -> list[ScenarioTable]:
    """Groups of a file."""
    return ScenarioTable("f", "", {"unit_groups": list(rows)}).tables("unit_groups")


OFFICES = {"name": "Kantor {nomor}", "level": "kantor wilayah", "n_units": 2}
UNITS = {"name": "UPT {nomor}", "level": "UPT", "n_units": 5, "parent": "Kantor {nomor}"}


def test_units_stand_below_the_offices_in_turn() -> None:
    """Five units below two offices: first, second, first, second, first."""
    made = expand_groups(groups(OFFICES, UNITS))

    assert [u.name for u in made[:2]] == ["Kantor 01", "Kantor 02"]
    assert [u.parent for u in made[2:]] == [f"Kantor 0{k}" for k in (1, 2, 1, 2, 1)]


def test_the_last_units_are_inherited() -> None:
    """Two of five came with a merger."""
    made = expand_groups(groups({**UNITS, "parent": "UPT {nomor}", "n_inherited": 2}))

    assert [u.is_inherited for u in made] == [False, False, False, True, True]


def test_a_unit_of_the_register_bears_its_official_name_and_may_be_a_parent() -> None:
    """`register` names a unit by its id, and so may `parent`."""
    made = expand_groups(
        groups(
            {"register": "dikbud-vokasi", "level": "unit utama"},
            {"name": "UPT {nomor}", "level": "UPT", "n_units": 2, "parent": "dikbud-vokasi"},
        )
    )

    assert {u.parent for u in made[1:]} == {"Direktorat Jenderal Pendidikan Vokasi"}


def test_only_regional_offices_have_an_area_unless_the_institution_has_one() -> None:
    """A national institution's regional offices have invented areas; a region's units share it."""
    national = expand_groups(groups(OFFICES, UNITS))
    regional = expand_groups(groups(OFFICES, UNITS), "Provinsi Contoh 03")

    assert [u.region for u in national[:3]] == ["Wilayah Contoh 01", "Wilayah Contoh 02", ""]
    assert {u.region for u in regional} == {"Provinsi Contoh 03"}


def test_each_unit_has_the_limit_of_its_group() -> None:
    """A group without a limit leaves its units as they are."""
    rows = groups({**OFFICES, "max_utilisation": 0.5}, {**UNITS, "n_units": 1})

    assert utilisation_limits(rows) == (0.5, 0.5, None)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"n_units": 0}, "`unit_groups.1.n_units` must be >= 1, got 0."),
        ({"n_inherited": 6}, "`unit_groups.1.n_inherited` must be 0 … 5, got 6."),
        ({"parent": "Dinas"}, "`unit_groups.1.parent` must be UPT {nomor}, got 'Dinas'."),
        (
            {"level": "dinas"},
            "`unit_groups.1.level` must be unit utama | kantor wilayah | UPT, got 'dinas'.",
        ),
    ],
)
def test_a_wrong_group_is_refused(row: dict[str, Any], message: str) -> None:
    """What is wrong with a group of units is told in one line."""
    rows = groups({**UNITS, "parent": "UPT {nomor}", **row})
    with pytest.raises(InputFileError, match=f"^{re.escape(f'f: {message} Mend that line.')}$"):
        expand_groups(rows)
