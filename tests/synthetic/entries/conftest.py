"""Blocks of an institution that reports come in to, and estimates of what decides on them."""

from dataclasses import replace
from math import exp, sqrt

import numpy as np
import pytest
from scipy.stats import chi2, norm

from lapor_lab.schema import Channel, ReportClass
from lapor_lab.synthetic import load_scenario
from lapor_lab.synthetic.block import plan_blocks
from lapor_lab.synthetic.entries import CHANNELS, CLASSES, PROVINCES, draw_entries
from lapor_lab.synthetic.model.demand import Season
from lapor_lab.synthetic.places import PROVINCE_OF_REGENCY
from lapor_lab.synthetic.repeats import SAME_EVENT, SAME_TEXT, SERIES
from lapor_lab.synthetic.text.topic_list import TOPICS

# National holidays and collective leave between August 2021 and July 2022.
HOLIDAYS = np.array(
    [
        "2021-08-11", "2021-08-17", "2021-10-20", "2021-12-25", "2022-01-01", "2022-02-01",
        "2022-02-28", "2022-03-03", "2022-04-15", "2022-04-29", "2022-05-01", "2022-05-02",
        "2022-05-03", "2022-05-04", "2022-05-05", "2022-05-06", "2022-05-16", "2022-05-26",
        "2022-06-01", "2022-07-10", "2022-07-30",
    ],
    dtype="datetime64[D]",
)  # fmt: skip
EXAM, EXAM_FACTOR = ("2021-09-06", "2021-10-03"), 5.0
FEAST, FEAST_FACTOR = ("2022-05-02", "2022-05-08"), 0.3
CAMPAIGN, CAMPAIGN_FACTOR, FADE_DAYS = ("2022-01-03", "2022-01-09"), 3.0, 20.0
HOLIDAY_FACTOR = 0.4
SEASONS = (
    Season(first_day="09-06", last_day="10-03", factor=EXAM_FACTOR, topic="Ketenagakerjaan",
           subtopic="CPNS"),
    Season(first_day=FEAST[0], last_day=FEAST[1], factor=FEAST_FACTOR),
    Season(first_day=CAMPAIGN[0], last_day=CAMPAIGN[1], factor=CAMPAIGN_FACTOR,
           fade_days=FADE_DAYS),
)  # fmt: skip
PERIOD_DAYS, AS_OF = 365, "2022-08-01"


@pytest.fixture(scope="session")
def scenario():
    """Return the scenario of the story, on a year whose holidays are written above."""
    story = load_scenario("kementerian")
    as_of = np.datetime64(AS_OF).item()
    return replace(story, period_days=PERIOD_DAYS, as_of=as_of)


@pytest.fixture(scope="session")
def draw(scenario):
    """Return a function that draws what comes in to one office in a year."""

    def draw_year(rng: int = 0, n_cases: int = 20_000, reporters=None, **changes):
        alone = replace(scenario, institutions=(scenario.institution("kemenkumham"),))
        changed = alone.replace_institution(
            "kemenkumham", **{"volume_per_year": n_cases, **changes}
        )
        changed = replace(changed, reporters=replace(changed.reporters, **(reporters or {})))
        block = plan_blocks(changed, {"kemenkumham": n_cases})[0]
        return block, changed.reporters, draw_entries(changed.reporters, block, rng)

    return draw_year


def z_of_share(hits, truth: float) -> float:
    """Return how many standard errors a share lies off the truth."""
    return (float(np.mean(hits)) - truth) / sqrt(truth * (1 - truth) / len(hits))


def z_of_shares(codes, shares) -> float:
    """Return the chi-square of several shares as a standard normal, large where they are off."""
    expected = np.asarray(shares, dtype=float) / np.sum(shares) * len(codes)
    counts = np.bincount(codes, minlength=len(expected))
    assert not counts[expected == 0].any()
    # The rarest are counted together, as far as the approximation asks for.
    order = np.argsort(expected)
    group = np.cumsum(expected[order]) > 5
    group = np.where(group, np.arange(len(order)), 0)
    found = np.bincount(group, weights=counts[order])
    wanted = np.bincount(group, weights=expected[order])
    found, wanted = found[wanted > 0], wanted[wanted > 0]
    statistic = ((found - wanted) ** 2 / wanted).sum()
    return float(norm.isf(chi2.sf(statistic, len(wanted) - 1)))


def within(days, span) -> np.ndarray:
    """Return which days lie between two, both included."""
    return (days >= np.datetime64(span[0])) & (days <= np.datetime64(span[1]))


def distances_in_time(reporters, entries) -> dict[str, float]:
    """Return the distance of what decides on days and hours, in standard errors."""
    days = np.datetime64(AS_OF) + np.arange(-PERIOD_DAYS, 0)
    weekday = np.array([day.weekday() for day in days.tolist()])
    submitted_on = (entries.submitted_at.astype("datetime64[D]") - days[0]).astype(int)
    n_on = np.bincount(submitted_on, minlength=len(days))
    exam, feast = within(days, EXAM), within(days, FEAST)
    holiday = np.isin(days, HOLIDAYS)
    behind = (days - np.datetime64(CAMPAIGN[1])).astype(int)
    is_after = days >= np.datetime64(CAMPAIGN[0])
    stays = np.array([exp(-max(k, 0) / FADE_DAYS) for k in behind.tolist()])
    fading = np.where(is_after, 1 + (CAMPAIGN_FACTOR - 1) * stays, 1.0)
    weight = np.array(reporters.weekday_shares)[weekday] * fading
    usual = ~(exam | feast | holiday | is_after)
    hour = entries.submitted_at.astype("datetime64[h]").astype(int) % 24

    def z_of_factor(days_of_it, factor: float) -> float:
        inside, outside = factor * weight[days_of_it].sum(), weight[usual].sum()
        n_inside, n = n_on[days_of_it].sum(), n_on[days_of_it | usual].sum()
        share = inside / (inside + outside)
        return (n_inside - n * share) / sqrt(n * share * (1 - share))

    faded = is_after & ~(feast | holiday)
    gradient = (CAMPAIGN_FACTOR - 1) * stays * np.maximum(behind, 0) / FADE_DAYS**2 / fading
    share = weight[faded] / weight[faded].sum()
    centred = gradient[faded] - (gradient[faded] * share).sum()
    n_faded = n_on[faded]
    in_exam = exam[submitted_on] & (entries.duplicate_kind == 0)
    return {
        "hour_shares": z_of_shares(hour, reporters.hour_shares),
        "weekday_shares": z_of_shares(
            np.repeat(weekday[usual], n_on[usual]),
            np.bincount(weekday[usual], weights=weight[usual], minlength=7),
        ),
        "holiday_factor": z_of_factor(holiday & ~feast & ~exam, HOLIDAY_FACTOR),
        "seasons.factor, with a topic": z_of_factor(exam & ~holiday, EXAM_FACTOR),
        "seasons.factor, below 1": z_of_factor(feast & ~holiday, FEAST_FACTOR),
        "seasons.factor, fading": z_of_factor(within(days, CAMPAIGN), 1.0),
        "seasons.fade_days": float((n_faded * centred).sum())
        / sqrt(n_faded.sum() * float((share * centred**2).sum())),
        "seasons.topic": z_of_share(entries.season[in_exam] == 0, 1 - 1 / EXAM_FACTOR),
    }


def distances_of_reports(block, reporters, entries) -> dict[str, float]:
    """Return the distance of what decides on each report, in standard errors."""
    model = block.institution
    own = entries.duplicate_kind == 0
    rank = np.arange(len(own))
    # One office, all of whose reports are kept.
    gap = np.diff(entries.submitted_at, prepend=entries.submitted_at[:1])
    eligible = (rank > 0) & (gap <= np.timedelta64(14, "D"))
    kind = entries.duplicate_kind[eligible]
    is_new = entries.reporter == block.first_case + rank
    levels = tuple(model.level_shares)
    level = np.array([levels.index(unit.level) for unit in model.units])[entries.true_unit]
    topics = np.zeros(len(TOPICS))
    for each in model.topics:
        topics[TOPICS.index((each.topic, each.subtopic))] += each.share
    java = PROVINCES.index("Jawa Barat")
    in_java = entries.regency[own & is_new & (entries.province == java)]
    of_java = (java == PROVINCE_OF_REGENCY).astype(float)
    both = reporters.anonymous_confidential_share
    privacy = (both, reporters.anonymous_share, reporters.confidential_share)
    seen = np.select(
        [entries.is_anonymous & entries.is_confidential, entries.is_anonymous,
         entries.is_confidential], [0, 1, 2], 3,
    )  # fmt: skip
    return {
        "topics": z_of_shares(entries.subtopic[own & (entries.season < 0)], topics),
        "class_shares": z_of_shares(
            entries.report_class[own], [model.class_shares.get(name, 0) for name in ReportClass]
        ),
        "channel_shares": z_of_shares(
            entries.channel[own], [reporters.channel_shares.get(name, 0) for name in CHANNELS]
        ),
        "channel_shares.Website": z_of_share(
            entries.channel[own] == CHANNELS.index(Channel.WEBSITE),
            reporters.channel_shares["Website"],
        ),
        "class_shares.Berkadar": z_of_share(
            entries.report_class[own] == CLASSES.index(ReportClass.SUPERVISORY),
            model.class_shares[ReportClass.SUPERVISORY],
        ),
        "province_shares": z_of_shares(
            entries.province[own & is_new],
            [reporters.province_shares.get(name, 0) for name in PROVINCES],
        ),
        "regencies of a province, each alike": z_of_shares(in_java, of_java),
        "level_shares": z_of_shares(level[own], list(model.level_shares.values())),
        "anonymous_share, confidential_share, anonymous_confidential_share": z_of_shares(
            seen[own], [*privacy, 1 - sum(privacy)]
        ),
        "topic_missing_share": z_of_share(entries.is_topic_missing, model.topic_missing_share),
        "class_missing_share": z_of_share(entries.is_class_missing, model.class_missing_share),
        "duplicate_share": z_of_share(kind == SAME_TEXT, reporters.duplicate_share),
        "same_event_share": z_of_share(kind == SAME_EVENT, reporters.same_event_share),
        "series_share": z_of_share(kind == SERIES, reporters.series_share),
        "repeat_share": z_of_share(~is_new[own & (rank > 0)], reporters.repeat_share),
    }


@pytest.fixture(scope="session")
def z_shares():
    """Return a function that gives the chi-square of shares as a standard normal."""
    return z_of_shares


@pytest.fixture(scope="session")
def distances(draw, scenario):
    """Return a function that tells how far each estimate of a seed lies off the truth."""
    truth = replace(scenario.reporters, holiday_factor=HOLIDAY_FACTOR)

    def of_seed(rng: int, n_cases: int, reporters=None, **changes) -> dict[str, float]:
        block, _, entries = draw(
            rng,
            n_cases,
            **{"seasons": SEASONS, **changes},
            reporters={"holiday_factor": HOLIDAY_FACTOR, **(reporters or {})},
        )
        assert entries.is_kept.all()
        assert len(block.n_all) == 1
        true_block = replace(block, institution=scenario.institution("kemenkumham"))
        return {
            **distances_in_time(truth, entries),
            **distances_of_reports(true_block, truth, entries),
        }

    return of_seed
