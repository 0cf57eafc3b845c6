"""A campaign is a season that a practice adds."""

import re
from dataclasses import replace

import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.practices import Campaign, Size
from lapor_lab.synthetic import Scenario

SIZE = Size(low=2.0, standard=1.5, high=1.2)
CAMPAIGN = Campaign(first_day="02-01", last_day="02-14", fade_days=30.0, size=SIZE, reason="asumsi")


def test_it_adds_one_fading_season(scenario: Scenario) -> None:
    """Today's seasons stay; the new one has no topic, fades, and half the strength is half way."""
    today = scenario.institution("kemendikbudristek")
    *before, added = CAMPAIGN.value(today, 0.5)

    assert tuple(before) == today.seasons
    assert (added.topic, added.fade_days, added.factor) == ("", 30.0, 1.25)
    assert CAMPAIGN.level(today, 0.5) == 1.25


def test_it_is_nothing_without_strength_and_the_second_time(scenario: Scenario) -> None:
    """Strength 0 adds no season, and a campaign that runs is not begun again."""
    today = scenario.institution("kemendikbudristek")
    once = replace(today, seasons=CAMPAIGN.value(today, 1))

    assert CAMPAIGN.value(today, 0) == today.seasons
    assert CAMPAIGN.value(once, 1) == once.seasons
    assert CAMPAIGN.level(today, 0) == 1


def test_the_least_favourable_campaign_brings_most_reports(scenario: Scenario) -> None:
    """Its ends are those of a cost."""
    today = scenario.institution("kementerian-a")
    assert [CAMPAIGN.level(today, 1, size) for size in ("low", "high")] == [2.0, 1.2]


def test_a_campaign_that_drives_people_away_is_refused() -> None:
    """A factor below 1 is no campaign."""
    message = (
        "`size` must be low >= standard >= high >= 1, got '1.5 / 1.2 / 0.9'. "
        "`low` is the least favourable, `high` the most favourable size."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        replace(CAMPAIGN, size=Size(low=1.5, standard=1.2, high=0.9))


def test_a_day_that_is_none_is_refused() -> None:
    """The campaign's days are checked when it is made."""
    message = (
        "`first_day` must be MM-DD | YYYY-MM-DD, got '31 Februari'. "
        'Write "09-01" for 1 September.'
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        replace(CAMPAIGN, first_day="31 Februari")
