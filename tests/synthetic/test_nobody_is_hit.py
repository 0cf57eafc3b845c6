"""Nothing that the maker writes can belong to a person or to an office."""

import re

import pandas as pd
import pytest

from lapor_lab.schema import UnitLevel, load_register
from lapor_lab.synthetic import list_scenarios, load_scenario, make_complaint_log

# Sixteen digits, however they are grouped; and what begins like a mobile or a fixed number.
_NIK = re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)")
_PHONE = re.compile(r"(?<![\d/.])(?:\+?62[ -]?|0)\d{2,3}[ -]?\d{3,4}[ -]?\d{3,5}(?!\d)")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
# Words that an invented unit bears, and no real one does.
_INVENTED = re.compile(r"Contoh|Pecahan")


@pytest.fixture(scope="module", params=list_scenarios())
def log(request: pytest.FixtureRequest):
    """Make a part of the log of every scenario that ships."""
    return make_complaint_log(load_scenario(request.param), n_cases=3_000, rng=5)


def texts_of(log) -> pd.Series:
    """Return all cells of all tables that hold free text."""
    columns = [log.cases["title"], log.cases["text"], log.truth["personal_data"]]
    return pd.concat([column.dropna() for column in columns])


def test_no_nik_has_a_province_that_exists(log):
    """Every sixteen digits begin with 00, a province code that is given to none."""
    found = [number for text in texts_of(log) for number in _NIK.findall(text)]
    assert found
    assert [number for number in found if not re.sub(r"\D", "", number).startswith("00")] == []


def test_no_telephone_has_a_prefix_that_is_allocated(log):
    """Mobile prefixes are 081-083 and 085-089, area codes 02x to 09x: all numbers are 084."""
    found = [number for text in texts_of(log) for number in _PHONE.findall(text)]
    digits = [re.sub(r"\D", "", number) for number in found]
    local = ["0" + each.removeprefix("62") if each.startswith("62") else each for each in digits]
    assert local
    assert [each for each in local if not each.startswith(("084", "00"))] == []


def test_no_e_mail_leads_anywhere(log):
    """Every address ends in .invalid."""
    found = [each for text in texts_of(log) for each in _EMAIL.findall(text)]
    assert found
    assert [each for each in found if not each.rstrip(".").lower().endswith(".invalid")] == []


@pytest.mark.parametrize("name", list_scenarios())
def test_no_office_below_unit_utama_is_real(name):
    """Names below unit utama say that they are made up; those above are of the register."""
    registered = {entry.official_name for entry in load_register()}
    for institution in load_scenario(name).institutions:
        for unit in institution.units:
            is_invented = bool(_INVENTED.search(unit.name))
            if unit.level == UnitLevel.MAIN_UNIT:
                assert is_invented or unit.name in registered, unit.name
            else:
                assert is_invented, unit.name


@pytest.mark.parametrize("name", list_scenarios())
def test_only_the_two_ministries_of_the_story_are_named(name):
    """Every other institution says by its name that it is made up."""
    others = {institution.name for institution in load_scenario(name).institutions}
    others -= {"Kemenkumham", "Kemendikbudristek"}
    assert all(re.search(r"Contoh|Pecahan|Kementerian [A-H]$", each) for each in others)
