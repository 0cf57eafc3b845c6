"""When reports come in."""

import re
from dataclasses import replace
from datetime import date
from math import exp, sqrt

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic.entries.arrivals import day_weights
from lapor_lab.synthetic.model.demand import Season
from lapor_lab.synthetic.text.topic_list import TOPICS

FLAT = {"holiday_factor": 1.0}


def per_day(entries, first: str, last: str) -> float:
    """Return the mean number of reports a day between two days, both included."""
    day = entries.submitted_at.astype("datetime64[D]")
    first_day, last_day = np.datetime64(first), np.datetime64(last)
    n_days = (last_day - first_day).astype(int) + 1
    return int(((day >= first_day) & (day <= last_day)).sum()) / n_days


def weights(scenario, seasons, first: date, last: date, **changes):
    """Return the weights of days of equal weekdays."""
    even = {"weekday_shares": (1 / 7,) * 7, "holiday_factor": 1.0, **changes}
    return 7 * day_weights(replace(scenario.reporters, **even), seasons, (first, last))


def test_a_season_on_a_topic_adds_reports_on_it(draw):
    """Five times as many come in on its days, and the added ones are about its topic."""
    season = Season(first_day="09-06", last_day="10-03", factor=5.0, topic="Ketenagakerjaan",
                    subtopic="CPNS")  # fmt: skip
    _, _, entries = draw(rng=1, seasons=(season,), reporters=FLAT)
    inside = per_day(entries, "2021-09-06", "2021-10-03")
    outside = per_day(entries, "2021-10-04", "2021-10-31")
    assert inside / outside == pytest.approx(5.0, rel=4 * sqrt(1 / (28 * outside) * 1.2))
    added = (entries.season == 0) & (entries.duplicate_kind == 0)
    assert set(entries.subtopic[added].tolist()) == {TOPICS.index(("Ketenagakerjaan", "CPNS"))}


def test_a_feast_lowers_and_a_campaign_fades(draw):
    """In the week of Lebaran a fifth comes in; what a campaign adds dies away behind it."""
    feast = Season(first_day="2022-05-02", last_day="2022-05-08", factor=0.2)
    campaign = Season(first_day="01-03", last_day="01-09", factor=3.0, fade_days=20.0)
    _, _, entries = draw(rng=2, n_cases=50_000, seasons=(feast, campaign), reporters=FLAT)
    base = per_day(entries, "2022-05-09", "2022-06-05")
    assert per_day(entries, "2022-05-02", "2022-05-08") / base == pytest.approx(0.2, abs=0.06)
    assert per_day(entries, "2022-01-03", "2022-01-09") / base == pytest.approx(3.0, abs=0.3)
    week = np.exp(-np.arange(15, 22) / 20.0).mean()
    found = per_day(entries, "2022-01-24", "2022-01-30") / base
    assert found == pytest.approx(1 + 2 * week, abs=0.2)


def test_a_public_holiday_has_its_factor(draw):
    """On a holiday the share of reports is the factor times that of the same weekday."""
    _, _, entries = draw(rng=4, n_cases=50_000, seasons=(), reporters={"holiday_factor": 0.4})
    # Thursday 26 May 2022 is Kenaikan Isa Almasih; the Thursdays around it are working days.
    usual = (per_day(entries, "2022-05-19", "2022-05-19")
             + per_day(entries, "2022-06-09", "2022-06-09")) / 2  # fmt: skip
    holiday = per_day(entries, "2022-05-26", "2022-05-26")
    assert holiday / usual == pytest.approx(0.4, abs=4 * sqrt(0.4 / usual))


def test_a_holiday_on_a_sunday_counts_too(scenario):
    """Sunday 25 December 2022 has the factor, the Sundays before and after have not."""
    found = weights(scenario, (), date(2022, 12, 17), date(2023, 1, 10), holiday_factor=0.25)
    days = np.arange(np.datetime64("2022-12-17"), np.datetime64("2023-01-10"))
    lowered = days[found[:, 0] < 0.5].astype(str).tolist()
    assert lowered == ["2022-12-25", "2023-01-01"]


def test_seasons_multiply_and_only_topics_are_told_apart(scenario):
    """A feast in a recruitment lowers what that adds, and a season without topic adds to none."""
    seasons = (
        Season(first_day="2022-04-01", last_day="2022-04-20", factor=4.0, topic="Ketenagakerjaan",
               subtopic="CPNS"),
        Season(first_day="2022-04-10", last_day="2022-04-12", factor=0.5),
    )  # fmt: skip
    found = weights(scenario, seasons, date(2022, 4, 9), date(2022, 4, 14))
    assert found == pytest.approx(np.array([[1, 3, 0], [0.5, 1.5, 0], [0.5, 1.5, 0],
                                            [0.5, 1.5, 0], [1, 3, 0]]))  # fmt: skip


def test_a_season_of_december_fades_into_the_new_year(scenario):
    """What a yearly season leaves behind does not stop on 31 December."""
    season = Season(first_day="12-01", last_day="12-24", factor=3.0, fade_days=10.0)
    found = weights(scenario, (season,), date(2021, 12, 30), date(2022, 1, 4))[:, 0]
    assert found == pytest.approx([1 + 2 * exp(-k / 10) for k in range(6, 11)])


def test_a_season_of_one_year_stays_in_it(scenario):
    """Dated days raise their own year only, and nothing where they do not fade."""
    season = Season(first_day="2021-05-13", last_day="2021-05-14", factor=3.0)
    assert (weights(scenario, (season,), date(2022, 5, 1), date(2022, 6, 1))[:, 0] == 1).all()
    found = weights(scenario, (season,), date(2021, 5, 12), date(2021, 5, 16))[:, 0]
    assert found.tolist() == pytest.approx([1, 3, 3, 1])


def test_a_period_without_any_report_is_refused(scenario):
    """A factor of 0 on all days is refused by name, not drawn on the last day."""
    none = Season(first_day="2022-05-01", last_day="2022-05-31", factor=0.0)
    message = (
        "`weekday_shares × holiday_factor × seasons.factor` must be > 0 on a day of the period, "
        "got 0.0. Give a longer period or a larger factor."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        weights(scenario, (none,), date(2022, 5, 2), date(2022, 5, 9))


def test_each_office_gets_its_exact_number(draw):
    """Every office has as many reports as the block says, in order of time, within the period."""
    block, _, entries = draw(rng=5, n_cases=30_000, volume_per_year=3_100)
    assert tuple(np.bincount(entries.office).tolist()) == block.n_all
    kept = np.bincount(entries.office[entries.is_kept], minlength=len(block.n_all))
    assert tuple(kept.tolist()) == block.n_kept
    assert (np.diff(entries.office) >= 0).all()
    same = np.diff(entries.office) == 0
    assert (np.diff(entries.submitted_at)[same] >= np.timedelta64(0)).all()
    assert entries.submitted_at.min() >= np.datetime64(block.period[0])
    assert entries.submitted_at.max() < np.datetime64(block.period[1])


def test_a_sample_keeps_each_time_alike(draw):
    """Of 40,000 the 10,000 of the log come as early as the others, within 4 standard errors."""
    block, _, entries = draw(rng=6, n_cases=10_000, volume_per_year=40_000, seasons=())
    assert (block.n_kept, block.n_all) == ((10_000,), (40_000,))
    early = entries.submitted_at < np.datetime64("2022-01-01")
    kept, other = early[entries.is_kept].mean(), early[~entries.is_kept].mean()
    error = sqrt(early.mean() * (1 - early.mean()) * (1 / 10_000 + 1 / 30_000))
    assert abs(kept - other) < 4 * error
