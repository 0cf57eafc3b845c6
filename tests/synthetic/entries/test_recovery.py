"""Each parameter of what comes in is estimated back from what came in."""

from dataclasses import fields, replace

import numpy as np
import pytest

from lapor_lab.synthetic.block import plan_blocks
from lapor_lab.synthetic.entries import draw_entries
from lapor_lab.synthetic.handling.load import unit_shares
from lapor_lab.synthetic.model.demand import ReporterModel, Season

# What decides on the handling instead.
OF_HANDLING = {"off_hours_share", "class_effort"}


@pytest.mark.parametrize("rng", [1, 2])
def test_each_parameter_is_estimated_back(distances, rng: int):
    """Every estimate lies within four standard errors of what was put in."""
    found = distances(rng, 40_000)
    assert {name: z for name, z in found.items() if not abs(z) < 4} == {}


def test_no_parameter_of_reporters_is_left_out(distances):
    """All parameters of `ReporterModel` that decide on what comes in are among the estimates."""
    estimated = " ".join(distances(0, 2_000))
    names = {field.name for field in fields(ReporterModel)} - OF_HANDLING
    assert {name for name in names if name not in estimated} == set()


def test_a_wrong_parameter_is_found_out(distances, scenario):
    """Drawn with other values, each estimate that they touch leaves its four standard errors."""
    reporters = scenario.reporters
    hours = (*reporters.hour_shares[12:], *reporters.hour_shares[:12])
    found = distances(
        4,
        40_000,
        reporters={
            "hour_shares": hours,
            "weekday_shares": reporters.weekday_shares[::-1],
            "channel_shares": {"Website": 0.5, "Android": 0.5},
            "province_shares": {"Jawa Barat": 0.5, "Papua": 0.5},
            "anonymous_share": reporters.anonymous_share + 0.05,
            "duplicate_share": reporters.duplicate_share + 0.01,
            "same_event_share": reporters.same_event_share + 0.01,
            "series_share": reporters.series_share + 0.01,
            "repeat_share": reporters.repeat_share + 0.02,
            "holiday_factor": 0.6,
        },
        seasons=(
            Season(first_day="09-06", last_day="10-03", factor=4.5, topic="Ketenagakerjaan",
                   subtopic="CPNS"),
            Season(first_day="2022-05-02", last_day="2022-05-08", factor=0.8),
            Season(first_day="01-03", last_day="01-09", factor=3.0, fade_days=10.0),
        ),
        topic_missing_share=0.1,
        class_missing_share=0.1,
    )  # fmt: skip
    unchanged = ("topics", "class_shares", "regencies", "level_shares", "seasons.factor, fading")
    missed = {name for name, z in found.items() if not abs(z) > 4}
    assert {name for name in missed if not name.startswith(unchanged)} == set()


def test_units_get_the_shares_that_follow_from_the_parameters(scenario, z_shares):
    """In every institution the units divide as `unit_shares` says, within four standard errors."""
    for institution in scenario.institutions:
        one = replace(scenario, institutions=(institution,)).replace_institution(
            institution.id, volume_per_year=10_000, seasons=()
        )
        (block,) = plan_blocks(one, {institution.id: 10_000})
        entries = draw_entries(one.reporters, block, 0)
        # Each person's first report: further ones come from the same place.
        is_new = entries.reporter == block.first_case + np.arange(len(entries.office))
        shares = unit_shares(block.institution, one.reporters)
        z = z_shares(entries.true_unit[is_new & (entries.duplicate_kind == 0)], shares)
        assert z < 4, institution.id
