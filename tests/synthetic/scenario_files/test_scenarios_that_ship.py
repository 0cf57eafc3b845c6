"""Claims of the scenarios that ship about themselves."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from lapor_lab.schema import UnitLevel, load_register
from lapor_lab.synthetic import InstitutionModel, Scenario, Season, list_scenarios
from lapor_lab.synthetic.scenario_files.targets import load_targets
from lapor_lab.synthetic.text.topic_list import MAIN_TOPICS

STORY = {"kemenkumham": "Kemenkumham", "kemendikbudristek": "Kemendikbudristek"}


@pytest.fixture(scope="module")
def nasional(shipped: Callable[[str], Scenario]) -> Scenario:
    """The scenario of all institutions."""
    return shipped("nasional")


def n_of_level(institution: InstitutionModel, level: UnitLevel) -> int:
    """Number of units of a level."""
    return len(institution.units_of_level(level))


def n_days(season: Season) -> int:
    """Days of a season that comes every year."""
    first, last = (date.fromisoformat(f"2023-{day}") for day in (season.first_day, season.last_day))
    return (last - first).days + 1


def test_four_scenarios_ship() -> None:
    """Those of the design, and no other."""
    assert list_scenarios() == ("daerah", "kementerian", "nasional", "pemisahan_2025")


@pytest.mark.parametrize("name", list_scenarios())
def test_only_the_two_ministries_of_the_story_bear_real_names(
    name: str, shipped: Callable[[str], Scenario]
) -> None:
    """All other institutions and, outside their unit utama, all units are invented."""
    real = {n.casefold() for e in load_register() for n in (e.official_name, *e.aliases)}
    for institution in shipped(name).institutions:
        is_story = institution.id in STORY
        assert (institution.name.casefold() in real) == is_story
        if is_story:
            assert institution.name == STORY[institution.id]
        else:
            assert re.search(r" Contoh \d+$| Pecahan \d$| [A-H]$", institution.name)
        for unit in institution.units:
            is_main = unit.level == UnitLevel.MAIN_UNIT
            assert (unit.name.casefold() in real) == (is_story and is_main)
            if not (is_story and is_main):
                assert re.search(r"\bContoh\b", unit.name)


def test_the_trees_of_the_story_have_the_published_counts(
    shipped: Callable[[str], Scenario],
) -> None:
    """Kemenkumham has 11 unit utama and 33 kanwil, Kemendikbudristek 9 and 16 LLDIKTI."""
    scenario = shipped("kementerian")
    law, education = (scenario.institution(name) for name in STORY)

    assert n_of_level(law, UnitLevel.MAIN_UNIT) == 11
    assert n_of_level(law, UnitLevel.REGIONAL_OFFICE) == 33
    below = [u for u in law.units if u.level == UnitLevel.TECHNICAL_UNIT]
    assert {u.name.split()[3] for u in below} == {
        *("Lapas", "Rutan", "Bapas", "Rupbasan", "Imigrasi", "Rudenim")
    }
    assert all(u.parent.startswith("Kanwil Contoh ") for u in below)
    assert n_of_level(education, UnitLevel.MAIN_UNIT) == 9
    assert sum(u.name.startswith("LLDIKTI ") for u in education.units) == 16
    inherited = {u.name.split()[0] for u in education.units if u.is_inherited}
    assert inherited == {"LLDIKTI", "PTN"}
    assert 0 < sum(u.is_inherited for u in education.units) < len(education.units) / 2


def test_the_regions_are_as_many_as_said(shipped: Callable[[str], Scenario]) -> None:
    """Four provinces, six cities, fourteen regencies, with OPD and kecamatan."""
    made = shipped("daerah").institutions

    assert Counter(i.id.split("-")[0] for i in made) == {"provinsi": 4, "kota": 6, "kabupaten": 14}
    for institution in made:
        assert any(u.name.startswith("Dinas Contoh ") for u in institution.units)
        if not institution.id.startswith("provinsi"):
            assert any(u.name.startswith("Kecamatan Contoh ") for u in institution.units)


def test_the_nation_has_679_institutions(nasional: Scenario) -> None:
    """34 ministries, 101 lembaga and 544 local governments, with 158,000 reports a year."""
    kinds = Counter(
        "kementerian" if i.id in STORY else i.id.split("-")[0] for i in nasional.institutions
    )
    local = sum(kinds[k] for k in ("provinsi", "kota", "kabupaten"))

    assert (kinds["kementerian"], kinds["lembaga"], local) == (34, 101, 544)
    assert sum(i.volume_per_year for i in nasional.institutions) == 158_000


def test_the_nation_reports_about_what_it_reported_about(nasional: Scenario) -> None:
    """Each main topic that texts exist for has its share of July 2025, within 1 point."""
    total = sum(i.volume_per_year for i in nasional.institutions)
    made: Counter[str] = Counter()
    for institution in nasional.institutions:
        seasons = [season for season in institution.seasons if season.topic]
        added = {season.topic: (season.factor - 1) * n_days(season) / 365 for season in seasons}
        weight = institution.volume_per_year / total / (1 + sum(added.values()))
        for topic in institution.topics:
            made[topic.topic] += topic.share * weight
        for name, share in added.items():
            made[name] += share * weight
    targets = {t.topic: t for t in load_targets() if t.quantity == "topic_share"}

    assert sum(target.value for target in targets.values()) == pytest.approx(1, abs=0.02)
    for topic in set(targets) & set(MAIN_TOPICS):
        assert made[topic] == pytest.approx(targets[topic].value, abs=targets[topic].tolerance)


def test_one_institution_in_five_is_above_the_line(
    nasional: Scenario, shipped: Callable[[str], Scenario]
) -> None:
    """122 of 653 institutions followed up at least half; 127 of 679 are made to."""
    good = shipped("daerah").institution("kota-contoh-01").active_liaison_share
    n_good = sum(i.active_liaison_share == good or i.id in STORY for i in nasional.institutions)

    assert n_good == round(679 * 122 / 653)


def test_a_split_ministry_gets_what_is_meant_for_another(
    shipped: Callable[[str], Scenario],
) -> None:
    """The three parts have more misaddressed reports, lapsed accounts and vacancies than others."""
    scenario = shipped("pemisahan_2025")
    parts = [i for i in scenario.institutions if "pecahan" in i.id]
    others = [i for i in scenario.institutions if "pecahan" not in i.id]

    assert len(parts) == 3
    for name in ("misaddressed_share", "misrouted_share", "vacancy_days", "moves_per_year"):
        assert min(getattr(i, name) for i in parts) > max(getattr(i, name) for i in others)
    assert max(i.active_liaison_share for i in parts) < min(i.active_liaison_share for i in others)
