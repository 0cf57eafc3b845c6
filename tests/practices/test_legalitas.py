"""Practice 5: a legal base."""

from dataclasses import replace

import pytest

from lapor_lab.practices import LEGALITAS, adopt, load_of
from lapor_lab.synthetic import Scenario

WHO = "kemendikbudristek"


def test_posts_are_vacant_for_less_time(scenario: Scenario) -> None:
    """Officers' capacity grows by the days that no successor was named; administrators' not."""
    before, after = (load_of(w, WHO) for w in (scenario, adopt(scenario, WHO, [LEGALITAS])))
    assert after.units[0].capacity_hours_per_day > before.units[0].capacity_hours_per_day
    same = before.administrators.capacity_hours_per_day
    assert after.administrators.capacity_hours_per_day == same


def test_closing_by_administrators_is_work_for_them(scenario: Scenario) -> None:
    """A procedure that lets administrators close reports costs them visits."""
    before, after = (load_of(w, WHO) for w in (scenario, adopt(scenario, WHO, [LEGALITAS])))
    assert after.administrators.visits_per_day > before.administrators.visits_per_day


@pytest.mark.parametrize("size", ["low", "standard", "high"])
def test_closing_shares_stay_a_distribution(scenario: Scenario, size: str) -> None:
    """Where reporters close nearly everything, administrators take what is left."""
    model = replace(
        scenario.institution(WHO), closed_by_reporter_share=0.9, closed_by_admin_share=0.05
    )
    share = LEGALITAS.changes(model, size=size)["closed_by_admin_share"]
    assert share == pytest.approx(0.1)
