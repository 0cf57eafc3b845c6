"""The five practices: directions, sizes, reasons."""

from itertools import pairwise

import pytest

from lapor_lab.practices import PRACTICES, SIZES, Campaign, Lever, Practice
from lapor_lab.practices.lever import BETTER
from lapor_lab.schema import label
from lapor_lab.synthetic import Scenario

EXPECTED = {
    "tugas-fungsi": {"admin_hours_per_day", "officer_hours_per_day", "absence_days"},
    "konektivitas": {
        "active_liaison_share",
        "misrouted_share",
        "relayed_share",
        "read_delay_active_days",
    },
    "target-kinerja": {
        "reminded_share",
        "reminder_after_days",
        "escalated_share",
        "service_spread",
        "unread_share",
    },
    "sosialisasi": {
        "volume_per_year",
        "seasons",
        "hold_share",
        "archived_share",
        "archive_reason_shares",
        "topic_missing_share",
        "class_missing_share",
        "misaddressed_share",
    },
    "legalitas": {
        "vacancy_days",
        "active_liaison_share",
        "unread_share",
        "further_days",
        "closed_by_admin_share",
    },
}
EACH = pytest.mark.parametrize("practice", PRACTICES, ids=lambda p: p.id)


def direction(lever: Lever | Campaign) -> int:
    """Tell which way a lever may move: 1 up, -1 down."""
    if isinstance(lever, Campaign):
        return 1
    return -BETTER[lever.parameter] if lever.is_cost else BETTER[lever.parameter]


def test_each_moves_what_the_model_names() -> None:
    """Each practice has its own levers, one a parameter."""
    moved = {p.id: [lever.parameter for lever in p.levers] for p in PRACTICES}
    assert {name: set(parameters) for name, parameters in moved.items()} == EXPECTED
    assert all(len(set(parameters)) == len(parameters) for parameters in moved.values())


@EACH
def test_every_size_has_a_reason_a_range_and_a_name(practice: Practice) -> None:
    """No size stands without the word asumsi or without a range; each is named in Indonesian."""
    for lever in practice.levers:
        assert lever.reason.startswith("asumsi: ")
        assert lever.size.low != lever.size.standard != lever.size.high
        assert label(f"parameter.{lever.parameter}")


@EACH
def test_nobody_loses_by_it_but_for_named_costs(practice: Practice, scenario: Scenario) -> None:
    """At every institution, strength and size each lever moves the way of its nature."""
    for today in scenario.institutions:
        for size in SIZES:
            for lever in practice.levers:
                levels = [lever.level(today, strength, size) for strength in (0, 0.25, 0.5, 1)]
                steps = [(b - a) * direction(lever) for a, b in pairwise(levels)]
                assert min(steps) >= -1e-12, (practice.id, lever.parameter, today.id)


@EACH
def test_favourable_sizes_reach_further(practice: Practice, scenario: Scenario) -> None:
    """From low over standard to high each benefit grows and each cost falls."""
    for today in scenario.institutions:
        for lever in practice.levers:
            way = -direction(lever) if lever.is_cost else direction(lever)
            levels = [lever.level(today, 1, size) for size in SIZES]
            assert all((b - a) * way >= -1e-12 for a, b in pairwise(levels)), lever.parameter


@EACH
def test_a_practice_of_no_strength_is_the_identity(practice: Practice, scenario: Scenario) -> None:
    """At strength 0 nothing changes, and the scenario is the very same."""
    for today in scenario.institutions:
        assert practice.changes(today, 0) == {}
        assert practice.apply(scenario, today.id, 0) is scenario
