"""A lever moves one parameter, and only the way that it may."""

import math
import re
from dataclasses import replace

import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.practices import SIZES, Change, Lever, Size
from lapor_lab.synthetic import Scenario

RANGE = {
    "down": Size(low=0.9, standard=0.5, high=0.2),
    "up": Size(low=0.2, standard=0.5, high=0.9),
}


def lever(parameter: str, change: Change, size: Size, **more: object) -> Lever:
    """Make a lever with a reason."""
    return Lever(parameter=parameter, change=change, size=size, reason="asumsi", **more)


def test_a_floor_lifts_and_never_lowers(scenario: Scenario) -> None:
    """Who has more than the floor keeps it."""
    today = replace(scenario.institution("kementerian-a"), escalated_share=0.7)
    floor = lever("escalated_share", Change.AT_LEAST, RANGE["up"])

    assert floor.value(today, 1) == 0.7
    assert floor.value(replace(today, escalated_share=0.1), 1) == 0.5
    assert floor.value(replace(today, escalated_share=0.1), 0.5) == pytest.approx(0.3)


def test_a_ceiling_lowers_and_never_lifts(scenario: Scenario) -> None:
    """Who has less than the ceiling keeps it."""
    today = replace(scenario.institution("kementerian-a"), vacancy_days=0.4)
    ceiling = lever("vacancy_days", Change.AT_MOST, RANGE["down"])

    assert ceiling.value(today, 1) == 0.4
    assert ceiling.value(replace(today, vacancy_days=12.0), 1) == 0.5


def test_a_share_stays_a_share(scenario: Scenario) -> None:
    """What would pass 1, or leave no room for closing by reporters, stops before it."""
    today = scenario.institution("kementerian-a")
    size = Size(low=3.0, standard=5.0, high=9.0)
    assert lever("reminded_share", Change.TIMES, size).value(today, 1) == 1
    closed = lever("closed_by_admin_share", Change.AT_LEAST, size).value(today, 1)
    assert closed == pytest.approx(1 - today.closed_by_reporter_share)
    replace(today, closed_by_admin_share=closed)  # is accepted


def test_hours_end_with_the_working_day(scenario: Scenario) -> None:
    """Nobody has more than 7.5 hours a day."""
    size = Size(low=8.0, standard=9.0, high=10.0)
    today = scenario.institution("kementerian-a")
    assert lever("officer_hours_per_day", Change.AT_LEAST, size).value(today, 1) == 7.5


@pytest.mark.parametrize("strength", [0, 0.3, 1])
def test_entries_shrink_and_the_sum_stays_one(scenario: Scenario, strength: float) -> None:
    """The named archive reasons shrink together, the others keep their proportions."""
    today = scenario.institution("kementerian-a")
    names = ("Bukan wewenang", "Terlalu umum")
    shrink = lever("archive_reason_shares", Change.TIMES, RANGE["down"], entries=names)
    before, after = today.archive_reason_shares, shrink.value(today, strength)

    assert isinstance(after, dict)
    assert math.fsum(after.values()) == pytest.approx(1)
    inside = sum(before[name] for name in names)
    assert shrink.level(today, strength) == pytest.approx(inside * (1 - 0.5 * strength))
    others = [name for name in before if name not in names]
    factors = {round(after[name] / before[name], 12) for name in others}
    assert len(factors) == 1


@pytest.mark.parametrize(
    ("parameter", "change", "size"),
    [
        ("misrouted_share", Change.AT_LEAST, RANGE["up"]),
        ("misrouted_share", Change.TIMES, Size(low=1.0, standard=1.1, high=1.2)),
        ("reminded_share", Change.AT_MOST, RANGE["down"]),
        ("reminded_share", Change.TIMES, RANGE["up"]),
        ("misrouted_share", Change.TIMES, RANGE["up"]),  # low is the better end
    ],
)
def test_no_lever_moves_against_its_nature(parameter: str, change: Change, size: Size) -> None:
    """A lever that would make a parameter worse, or whose ends are swapped, is refused."""
    way = "upwards" if parameter == "reminded_share" else "downwards"
    value = f"{parameter} {change} {size.low} / {size.standard} / {size.high}"
    message = (
        f"`size` must be {way}, got {value!r}. "
        "`low` is the least favourable, `high` the most favourable size."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        lever(parameter, change, size)


def test_a_cost_is_named_and_low_is_the_larger() -> None:
    """More reports are accepted as a cost, and as nothing else."""
    size = Size(low=1.3, standard=1.2, high=1.1)
    assert lever("volume_per_year", Change.TIMES, size, is_cost=True).is_cost
    with pytest.raises(ParameterError, match=r"^`size` must be downwards, got 'vol"):
        lever("volume_per_year", Change.TIMES, size)
    swapped = Size(low=1.1, standard=1.2, high=1.3)
    with pytest.raises(ParameterError, match=r"^`size` must be upwards, got 'vol"):
        lever("volume_per_year", Change.TIMES, swapped, is_cost=True)


def test_what_no_practice_may_move_is_refused() -> None:
    """Effort, staff and rating are no levers."""
    with pytest.raises(
        UnknownNameError, match=r"^Unknown parameter 'answer_hours'\. Choose one of v"
    ):
        lever("answer_hours", Change.TIMES, RANGE["down"])


def test_reports_a_year_stay_whole(scenario: Scenario) -> None:
    """Nobody reports half a time."""
    today = scenario.institution("kementerian-f")
    size = Size(low=1.333, standard=1.111, high=1.001)
    volume = lever("volume_per_year", Change.TIMES, size, is_cost=True)
    for name in SIZES:
        assert isinstance(volume.value(today, 1, name), int)
    assert volume.value(today, 0) == today.volume_per_year
