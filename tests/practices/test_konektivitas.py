"""Practice 2: liaison officers everywhere."""

import pytest

from lapor_lab.practices import KONEKTIVITAS, adopt
from lapor_lab.synthetic import Scenario


@pytest.mark.parametrize("who", ["kemenkumham", "kemendikbudristek", "kementerian-h"])
def test_who_is_connected_stays_connected(scenario: Scenario, who: str) -> None:
    """Active accounts are only added; a second adoption adds none."""
    today = scenario.institution(who)
    once = adopt(scenario, who, [KONEKTIVITAS])
    changed = once.institution(who)

    accounts = zip(today.is_active, changed.is_active, strict=True)
    assert all(new or not old for old, new in accounts)
    again = adopt(once, who, [KONEKTIVITAS]).institution(who)
    assert again.active_liaison_share == changed.active_liaison_share


def test_inherited_units_gain_most(scenario: Scenario) -> None:
    """In the case study the accounts that are added are those of inherited units."""
    today = scenario.institution("kemendikbudristek")
    changed = adopt(scenario, today.id, [KONEKTIVITAS]).institution(today.id)
    accounts = zip(today.units, today.is_active, changed.is_active, strict=True)
    added = [unit for unit, old, new in accounts if new and not old]

    assert added
    assert all(unit.is_inherited for unit in added)
