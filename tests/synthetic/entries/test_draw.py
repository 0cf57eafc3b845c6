"""Reports come in as the scenario says, and each share is estimated back."""

from math import sqrt

import numpy as np
import pytest

from lapor_lab.schema import Channel, ReportClass, UnitLevel
from lapor_lab.synthetic.entries import CHANNELS, CLASSES, PROVINCES, REGENCIES
from lapor_lab.synthetic.entries.entries import SAME_EVENT, SAME_TEXT, SERIES
from lapor_lab.synthetic.places import PROVINCE_OF_REGENCY
from lapor_lab.synthetic.model.demand import Season
from lapor_lab.synthetic.text.topic_list import TOPICS

N_SEEDS = 200


def z_of_share(hits, truth: float) -> float:
    """Return how many standard errors a share lies off the truth."""
    return (float(np.mean(hits)) - truth) / sqrt(truth * (1 - truth) / len(hits))


def distances(block, reporters, entries) -> dict[str, float]:
    """Return the distance of every estimated share in standard errors."""
    model = block.institution
    first = entries.root == np.arange(len(entries.root))
    ordinary = first & (entries.season < 0)
    later = np.arange(1, len(first))
    weekday = (entries.submitted_at.astype("datetime64[D]").view(np.int64) + 3) % 7
    hour = entries.submitted_at.astype("datetime64[h]").view(np.int64) % 24
    levels = np.array([unit.level for unit in model.units])[entries.true_unit]
    topic = TOPICS.index((model.topics[0].topic, model.topics[0].subtopic))
    website, supervisory = CHANNELS.index(Channel.WEBSITE), CLASSES.index(ReportClass.SUPERVISORY)
    java = PROVINCES.index("Jawa Barat")
    both = entries.is_anonymous & entries.is_confidential
    found = {
        "hour_shares": (hour == 10, reporters.hour_shares[10]),
        "channel_shares": (entries.channel[first] == website, reporters.channel_shares["Website"]),
        "province_shares": (
            entries.province[first] == java,
            reporters.province_shares["Jawa Barat"] / sum(reporters.province_shares.values()),
        ),
        "topics": (entries.subtopic[ordinary] == topic, model.topics[0].share),
        "class_shares": (
            entries.report_class[first] == supervisory,
            model.class_shares[ReportClass.SUPERVISORY],
        ),
        "level_shares": (
            levels[first] == UnitLevel.MAIN_UNIT,
            model.level_shares[UnitLevel.MAIN_UNIT],
        ),
        "anonymous_confidential_share": (both[first], reporters.anonymous_confidential_share),
        "anonymous_share": (
            entries.is_anonymous[first] & ~entries.is_confidential[first],
            reporters.anonymous_share,
        ),
        "confidential_share": (
            entries.is_confidential[first] & ~entries.is_anonymous[first],
            reporters.confidential_share,
        ),
        "topic_missing_share": (entries.is_topic_missing, model.topic_missing_share),
        "class_missing_share": (entries.is_class_missing, model.class_missing_share),
        "duplicate_share": (entries.duplicate_kind[later] == SAME_TEXT, reporters.duplicate_share),
        "same_event_share": (
            entries.duplicate_kind[later] == SAME_EVENT,
            reporters.same_event_share,
        ),
        "series_share": (entries.duplicate_kind[later] == SERIES, reporters.series_share),
        "repeat_share": (
            entries.reporter[later[first[later]]] != block.first_case + later[first[later]],
            reporters.repeat_share,
        ),
    }
    if not model.seasons:
        found["weekday_shares"] = (weekday == 2, _wednesdays(block, reporters))
    return {name: z_of_share(hits, truth) for name, (hits, truth) in found.items()}


def _wednesdays(block, reporters) -> float:
    """Return the share of reports that come on a Wednesday of the period."""
    days = np.arange(*(np.datetime64(day) for day in block.period))
    weights = np.array(reporters.weekday_shares)[(days.view(np.int64) + 3) % 7]
    return float(weights[(days.view(np.int64) + 3) % 7 == 2].sum() / weights.sum())


def test_each_share_is_estimated_back(draw):
    """Every share lies within four standard errors of what was put in."""
    found = distances(*draw(rng=3, seasons=(), reporters={"holiday_factor": 1.0}))
    assert {name: z for name, z in found.items() if not abs(z) < 4} == {}
    assert len(found) == 16


@pytest.mark.verify
def test_shares_scatter_as_their_errors_say(draw):
    """Over 200 seeds the distances in standard errors have mean 0 and deviation 1."""
    quiet = {"seasons": (), "reporters": {"holiday_factor": 1.0}, "n_cases": 5_000}
    runs = [distances(*draw(rng=seed, **quiet)) for seed in range(N_SEEDS)]
    for name in runs[0]:
        z = np.array([each[name] for each in runs])
        assert abs(z.mean()) < 0.2, (name, z.mean())
        assert abs(z.std(ddof=1) - 1) < 0.15, (name, z.std(ddof=1))


def per_day(entries, first: str, last: str) -> float:
    """Return the mean number of reports a day between two days, both included."""
    day = entries.submitted_at.astype("datetime64[D]")
    first_day, last_day = np.datetime64(first), np.datetime64(last)
    n_days = (last_day - first_day).astype(int) + 1
    return int(((day >= first_day) & (day <= last_day)).sum()) / n_days


def test_a_season_on_a_topic_adds_reports_on_it(draw):
    """Five times as many come in on its days, and the added ones are about its topic."""
    season = Season(first_day="09-06", last_day="10-03", factor=5.0, topic="Ketenagakerjaan",
                    subtopic="CPNS")  # fmt: skip
    _, _, entries = draw(rng=1, seasons=(season,), reporters={"holiday_factor": 1.0})
    inside = per_day(entries, "2021-09-06", "2021-10-03")
    outside = per_day(entries, "2021-10-04", "2021-10-31")
    assert inside / outside == pytest.approx(5.0, rel=4 * sqrt(1 / (28 * outside) * 1.2))
    added = entries.season == 0
    assert set(entries.subtopic[added & (entries.root == np.arange(len(added)))].tolist()) == {
        TOPICS.index(("Ketenagakerjaan", "CPNS"))
    }


def test_a_feast_lowers_and_a_campaign_fades(draw):
    """A factor below 1 takes reports away; after a campaign the addition halves in time."""
    feast = Season(first_day="2022-05-02", last_day="2022-05-08", factor=0.2)
    campaign = Season(first_day="01-03", last_day="01-09", factor=3.0, fade_days=20.0)
    flat = {"holiday_factor": 1.0}
    _, _, entries = draw(rng=2, n_cases=50_000, seasons=(feast, campaign), reporters=flat)
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


def test_copies_point_to_the_first_of_their_kind(draw):
    """What each kind of copy shares with the first report, and what it does not."""
    block, _, entries = draw(rng=5, n_cases=30_000, volume_per_year=3_000)
    assert len(block.n_all) == 10
    root, kind = entries.root, entries.duplicate_kind
    copies = np.flatnonzero(kind > 0)
    assert (root[root] == root).all()
    assert (kind[root] == 0).all()
    assert (root[copies] < copies).all()
    assert (entries.office[root] == entries.office).all()
    for same in ("subtopic", "true_unit"):
        values = getattr(entries, same)
        assert (values[root] == values).all(), same
    event = kind == SAME_EVENT
    for same in ("province", "regency", "report_class"):
        values = getattr(entries, same)
        assert (values[root][event] == values[event]).all(), same
    assert (entries.reporter[root][event] != entries.reporter[event]).all()
    text = kind == SAME_TEXT
    for same in ("reporter", "channel", "is_anonymous", "province"):
        values = getattr(entries, same)
        assert (values[root][text] == values[text]).all(), same
    letters = np.bincount(root[kind == SERIES])
    assert letters.max() >= 5


def test_a_sample_keeps_what_was_asked_for(draw):
    """The log holds as many as asked, and the others still come in."""
    block, _, entries = draw(rng=6, n_cases=500, volume_per_year=2_000)
    assert (block.n_kept, block.n_all) == ((500,), (2_000,))
    assert (entries.is_kept.sum(), len(entries.is_kept)) == (500, 2_000)
    assert ((entries.reporter >= 0) == entries.is_kept).all()
    assert entries.is_kept[entries.root[entries.is_kept]].all()


def test_places_lie_in_their_province(draw):
    """Each regency belongs to the province beside it, and a kantor wilayah serves it whole."""
    block, _, entries = draw(rng=7)
    assert (PROVINCE_OF_REGENCY[entries.regency] == entries.province).all()
    assert len(REGENCIES) == len(PROVINCE_OF_REGENCY)
    units = block.institution.units
    level = np.array([unit.level for unit in units])[entries.true_unit]
    # A form letter goes to one unit, wherever its senders live.
    regional = (level == UnitLevel.REGIONAL_OFFICE) & (entries.duplicate_kind == 0)
    pairs = set(zip(entries.province[regional].tolist(), entries.true_unit[regional].tolist(),
                    strict=True))  # fmt: skip
    assert len(pairs) == len({province for province, _ in pairs})


def test_a_block_is_drawn_apart(draw):
    """The same block and seed give the same reports; another seed gives others."""
    _, _, one = draw(rng=8)
    _, _, same = draw(rng=8)
    _, _, other = draw(rng=9)
    for name, values in vars(one).items():
        np.testing.assert_array_equal(values, getattr(same, name))
    assert (one.submitted_at != other.submitted_at).any()
