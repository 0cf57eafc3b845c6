"""Practice 1: a formal duty."""

from dataclasses import replace

from lapor_lab.practices import TUGAS_FUNGSI, adopt, load_of
from lapor_lab.synthetic import Scenario

WHO = "kemendikbudristek"


def test_every_desk_gets_emptier(scenario: Scenario) -> None:
    """More hours and covered absences lower the utilisation of each station that has work."""
    before = load_of(scenario, WHO).stations
    after = load_of(adopt(scenario, WHO, [TUGAS_FUNGSI]), WHO).stations

    pairs = [(b, a) for b, a in zip(before, after, strict=True) if b.visits_per_day]
    assert all(a.utilisation < b.utilisation for b, a in pairs)
    assert all(a.visits_per_day == b.visits_per_day for b, a in pairs)


def test_who_has_the_hours_keeps_them(scenario: Scenario) -> None:
    """An administrator with 7 hours is not cut to 5."""
    model = replace(scenario.institution(WHO), admin_hours_per_day=7.0, absence_days=0.5)
    assert TUGAS_FUNGSI.changes(model).keys() == {"officer_hours_per_day"}
