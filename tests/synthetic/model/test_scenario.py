"""Claims about scenarios and their parts."""

import dataclasses
import re

import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.schema import UnitLevel, load_register
from lapor_lab.synthetic import Scenario, UnitModel


def test_the_two_ministries_have_their_trees(scenario: Scenario) -> None:
    """Unit utama are those of the register, with 33 and 16 regional offices."""
    for name, n_regional in (("kemenkumham", 33), ("kemendikbudristek", 16)):
        model = scenario.institution(name)
        main = [model.units[i].name for i in model.units_of_level(UnitLevel.MAIN_UNIT)]
        assert main == [unit.official_name for unit in load_register().children(name)]
        assert len(model.units_of_level(UnitLevel.REGIONAL_OFFICE)) == n_regional


def test_only_the_two_ministries_bear_real_names(scenario: Scenario) -> None:
    """Below unit utama and in every other ministry each name says that it is an example."""
    for institution in scenario.institutions:
        is_real = institution.id in {"kemenkumham", "kemendikbudristek"}
        assert is_real or re.fullmatch(r"Kementerian [A-H]", institution.name)
        for unit in institution.units:
            if not (is_real and unit.level == UnitLevel.MAIN_UNIT):
                assert "Contoh" in unit.name


def test_unit_names_are_unique_within_an_institution(scenario: Scenario) -> None:
    """No two units of an institution can be taken for each other."""
    for institution in scenario.institutions:
        names = [unit.name for unit in institution.units]
        assert len(set(names)) == len(names)


def test_every_route_is_a_topic_that_comes_in(scenario: Scenario) -> None:
    """Unit utama answer only for sub-topics that their institution receives."""
    for institution in scenario.institutions:
        known = {topic.subtopic for topic in institution.topics}
        known |= {season.subtopic for season in institution.seasons}
        for unit in institution.units:
            assert set(unit.routes) <= known


def test_a_higher_active_share_only_adds_units(scenario: Scenario) -> None:
    """Units gain an account in one fixed order, inherited ones last."""
    model = scenario.institution("kemendikbudristek")
    before: set[str] = set()
    for share in (0.0, 0.2, 0.5, 0.72, 0.9, 1.0):
        changed = dataclasses.replace(model, active_liaison_share=share)
        active = {u.name for u, a in zip(model.units, changed.is_active, strict=True) if a}
        assert len(active) == round(share * len(model.units))
        assert before <= active
        before = active
        own = {u.name for u in model.units if not u.is_inherited}
        assert active <= own or own <= active


def test_replacing_an_institution_leaves_the_others(scenario: Scenario) -> None:
    """A changed scenario differs in one parameter of one institution."""
    changed = scenario.replace_institution("kemenkumham", misrouted_share=0.2)
    assert changed.institution("kemenkumham").misrouted_share == 0.2
    assert scenario.institution("kemenkumham").misrouted_share == 0.05
    assert changed.institutions[1:] == scenario.institutions[1:]
    assert changed.sources["kemenkumham.misrouted_share"] == "asumsi: diubah dari skenario"


def test_cases_are_split_by_the_largest_remainder(scenario: Scenario) -> None:
    """The split adds up, is within one case of proportional, and grows with the total."""
    total = sum(i.volume_per_year for i in scenario.institutions)
    for n_cases in (1, 7, 1_000, 12_345):
        split = scenario.split_cases(n_cases)
        assert sum(split.values()) == n_cases
        for institution in scenario.institutions:
            exact = n_cases * institution.volume_per_year / total
            assert abs(split[institution.id] - exact) < 1


def test_own_volumes_are_the_default(scenario: Scenario) -> None:
    """Without a total each institution receives its yearly volume, 10.000-15.000 in all."""
    split = scenario.split_cases()
    assert split["kemenkumham"] == 1_170
    assert 10_000 <= sum(split.values()) <= 15_000


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            {"misrouted_share": 15},
            "`misrouted_share` must be 0 … 1, got 15. Write 0.15 for 15 %.",
        ),
        ({"answer_hours": 0}, "`answer_hours` must be > 0, got 0. Give a larger one."),
        ({"n_admins": 0}, "`n_admins` must be >= 1, got 0. Give a larger one."),
        ({"further_days": -1}, "`further_days` must be >= 0, got -1. Give a larger one."),
        (
            {"admin_hours_per_day": 24},
            "`admin_hours_per_day` must be 0.1 … 7.5, got 24. Give a value inside.",
        ),
        ({"rating_start": 6}, "`rating_start` must be 1 … 5, got 6. Give a value inside."),
        (
            {"class_shares": {"Aspirasi": 0.5}},
            "`class_shares` must be Σ = 1, got 0.5. Divide each by the sum.",
        ),
        (
            {"class_shares": {"Keluhan": 1.0}},
            (
                "`class_shares` must be Pengaduan Berkadar Pengawasan | Pengaduan Tidak Berkadar "
                "Pengawasan | Permintaan Informasi | Aspirasi, got 'Keluhan'. Spell it as there."
            ),
        ),
        ({"id": "Kemen X"}, "`id` must be a-z 0-9 -, got 'Kemen X'. It also names files."),
        ({"units": ()}, "`len(units)` must be >= 2, got 0. Give a larger one."),
        (
            {"closed_by_admin_share": 0.99},
            (
                "`closed_by_reporter_share + closed_by_admin_share` must be 0 … 1, got 1.04. "
                "Write 0.15 for 15 %."
            ),
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_values_out_of_range_are_refused(
    scenario: Scenario, change: dict[str, object], message: str
) -> None:
    """A parameter outside its range is refused with name, range, value and way out."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        scenario.replace_institution("kemenkumham", **change)


def test_unknown_names_are_refused(scenario: Scenario) -> None:
    """An institution or parameter that does not exist is refused with those that do."""
    allowed = ", ".join(i.id for i in scenario.institutions)
    message = f"Unknown institution 'kemenx'. Choose one of {allowed}."
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        scenario.institution("kemenx")
    with pytest.raises(UnknownNameError, match=r"^Unknown parameter 'speed'\. Choose one of id,"):
        scenario.replace_institution("kemenkumham", speed=2)


def test_institutions_of_one_id_are_refused(scenario: Scenario) -> None:
    """Two institutions that would share random numbers and case numbers are refused."""
    twice = scenario.institutions[:1] * 2
    message = "`id` must be 1 ×, got 'kemenkumham'. Rename one."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        dataclasses.replace(scenario, institutions=twice)


def test_a_unit_of_unknown_level_is_refused() -> None:
    """A unit stands on one of three levels."""
    message = "`level` must be unit utama | kantor wilayah | UPT, got 'dinas'. Spell it as there."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        UnitModel(name="A", level="dinas")
