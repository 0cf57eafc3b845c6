"""Practice 4: the public knows the channel."""

from lapor_lab.practices import PRACTICES, SOSIALISASI, adopt, load_of
from lapor_lab.synthetic import Scenario

WHO = "kemendikbudristek"


def test_it_is_the_one_that_costs_and_it_says_so() -> None:
    """More reports are the one cost: the year's volume, and the weeks of the campaign."""
    costs = {(p.id, lever.parameter) for p in PRACTICES for lever in p.levers if lever.is_cost}
    assert costs == {("sosialisasi", "volume_per_year"), ("sosialisasi", "seasons")}
    assert [p.id for p in PRACTICES if p.changes_demand] == ["sosialisasi"]


def test_desks_fill_and_more_so_the_less_favourable_the_size(scenario: Scenario) -> None:
    """More reports come in and fewer are archived, while hours stay."""
    loads = [
        load_of(world, WHO).busiest_unit.utilisation
        for world in (
            scenario,
            adopt(scenario, WHO, [SOSIALISASI], size="high"),
            adopt(scenario, WHO, [SOSIALISASI]),
        )
    ]
    assert loads[0] < loads[1] < loads[2]


def test_reports_are_more_complete_and_better_addressed(scenario: Scenario) -> None:
    """What the public learns lowers the shares that it can lower."""
    today = scenario.institution(WHO)
    changed = adopt(scenario, WHO, [SOSIALISASI]).institution(WHO)
    for name in ("hold_share", "archived_share", "topic_missing_share", "misaddressed_share"):
        assert getattr(changed, name) < getattr(today, name)
    reasons = ("Bukan wewenang", "Data tidak lengkap", "Terlalu umum")
    for reason in reasons:
        before = today.archived_share * today.archive_reason_shares[reason]
        assert changed.archived_share * changed.archive_reason_shares[reason] < before
