"""Practice 2: liaison officers everywhere."""

import pytest

from lapor_lab.practices import KONEKTIVITAS, adopt
from lapor_lab.synthetic import load_scenario


@pytest.mark.parametrize("who", ["kemenkumham", "kemendikbudristek", "kementerian-h"])
def test_nobody_loses_by_it(who: str) -> None:
    """More units are connected, fewer dispositions go astray, none is read later."""
    scenario = load_scenario("kementerian")
    today = scenario.institution(who)
    changed = adopt(scenario, who, [KONEKTIVITAS]).institution(who)

    assert changed.active_liaison_share >= today.active_liaison_share
    assert set(range(len(today.units))) >= {i for i, on in enumerate(changed.is_active) if on}
    assert all(new or not old for old, new in zip(today.is_active, changed.is_active, strict=True))
    assert changed.misrouted_share <= today.misrouted_share
    assert changed.read_delay_active_days <= today.read_delay_active_days


def test_adopting_twice_keeps_connected_who_is_connected() -> None:
    """The share of active accounts has a ceiling: the second time adds none."""
    scenario = load_scenario("kementerian")
    once = adopt(scenario, "kementerian-a", [KONEKTIVITAS])
    twice = adopt(once, "kementerian-a", [KONEKTIVITAS])

    assert (
        once.institution("kementerian-a").active_liaison_share
        == twice.institution("kementerian-a").active_liaison_share
    )
