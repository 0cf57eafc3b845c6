"""Hours that a practice costs."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.practices import (
    KONEKTIVITAS,
    PRACTICES,
    SOSIALISASI,
    TUGAS_FUNGSI,
    OfficerHours,
    adopt,
    officer_hours,
)
from lapor_lab.synthetic import Scenario

WHO = "kemendikbudristek"


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice.id)
def test_hours_have_a_range_and_reasons(scenario: Scenario, practice) -> None:
    """The assumed hours lie within their range, and every item says that it is assumed."""
    cost = officer_hours(practice, scenario.institution(WHO))
    assert 0 < cost.lower < cost.hours_per_year < cost.upper
    assert cost.items["reason"].str.startswith("asumsi").all()
    assert cost.practice == practice.id
    assert cost.reason.count("asumsi") >= cost.items["reason"].nunique()


def test_hours_kept_free_are_counted_by_hand(scenario: Scenario) -> None:
    """Three administrators from 3 to 5 hours a day are 2 x 3 x 244 hours a year."""
    model = scenario.institution(WHO)
    items = officer_hours(TUGAS_FUNGSI, model).items.set_index("item")
    kept = items[items["is_set_aside"]]
    assert kept.loc["Jam sehari yang dimiliki seorang admin", "standard"] == 2 * 3 * 244
    n_officers = sum(unit.n_officers for unit in model.units)
    assert kept["standard"].sum() == 244 * (2 * 3 + 1 * n_officers)


def test_who_has_the_hours_already_pays_for_none(scenario: Scenario) -> None:
    """Where people have the hours of the practice today, none are set aside."""
    model = adopt(scenario, WHO, [TUGAS_FUNGSI], size="high").institution(WHO)
    items = officer_hours(TUGAS_FUNGSI, model).items
    assert (items.loc[items["is_set_aside"], ["low", "standard", "high"]] == 0).all(axis=None)


def test_more_reports_are_counted_with_their_handling(scenario: Scenario) -> None:
    """15 % more reports cost a verification each, and an answer where they are not archived."""
    model = scenario.institution(WHO)
    items = officer_hours(SOSIALISASI, model).items.set_index("item")
    effort = model.verify_minutes / 60 + (1 - model.archived_share) * model.answer_hours
    found = items.loc["Menangani laporan yang bertambah", "standard"]
    assert found == pytest.approx(0.15 * model.volume_per_year * effort)


def test_hours_grow_with_the_units(scenario: Scenario) -> None:
    """Half the units cost less, and units without account cost their activation."""
    model = scenario.institution(WHO)
    half = replace(
        model,
        units=tuple(u for u in model.units if u.level != "UPT"),
        level_shares={"unit utama": 0.7, "kantor wilayah": 0.3},
    )
    connected = replace(model, active_liaison_share=1.0)
    now, fewer, live = (
        officer_hours(KONEKTIVITAS, each).hours_per_year for each in (model, half, connected)
    )
    assert fewer < now
    assert now - live == 2 * (len(model.units) - sum(model.is_active))


def test_an_unknown_practice_is_refused(scenario: Scenario) -> None:
    """The refusal lists the practices whose work is known."""
    message = (
        "Unknown practice 'lain'. Choose one of "
        "tugas-fungsi, konektivitas, target-kinerja, sosialisasi, legalitas."
    )
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        officer_hours(replace(KONEKTIVITAS, id="lain"), scenario.institution(WHO))


def test_hours_without_a_reason_are_refused() -> None:
    """A table of hours in which one says nothing of why is no cost."""
    items = pd.DataFrame(
        {"item": ["a"], "low": [1.0], "standard": [2.0], "high": [3.0], "is_set_aside": [False]}
    )
    with pytest.raises(ParameterError, match=r"^`reason` must be a sentence"):
        OfficerHours(practice="konektivitas", items=items.assign(reason=""))
