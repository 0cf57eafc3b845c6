"""What was put into the scenario comes out of the log: within 4 standard errors."""

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from lapor_lab.schema import Activity, ComplaintLog, Role
from lapor_lab.synthetic import Scenario

_MAX_TURNS = 3


def assert_share(values: pd.Series, share: float) -> None:
    """Assert that a share is met within 4 standard errors."""
    n = len(values)
    error = np.sqrt(max(share * (1 - share), 1e-9) / n)
    assert abs(values.mean() - share) < 4 * error, (values.mean(), share, n)


def assert_distribution(values: pd.Series, shares: dict[str, float]) -> None:
    """Assert that every category is met within 4 standard errors, and none is new."""
    assert set(values) <= set(shares)
    for name, share in shares.items():
        assert_share(values == name, share)


def test_channels(scenario: Scenario, log: ComplaintLog) -> None:
    """Reports come by the channels in the shares given."""
    assert_distribution(log.cases["channel"], dict(scenario.reporters.channel_shares))


def test_hours(scenario: Scenario, log: ComplaintLog) -> None:
    """Reports come at the hours in the shares given."""
    hour = log.cases["submitted_at"].dt.hour
    for number, share in enumerate(scenario.reporters.hour_shares):
        assert_share(hour == number, share)


def test_weekdays_where_there_is_no_season(scenario: Scenario, log: ComplaintLog) -> None:
    """Reports of institutions without a season come on the weekdays in the shares given."""
    plain = [i.name for i in scenario.institutions if not i.seasons]
    day = log.cases.loc[log.cases["institution"].isin(plain), "submitted_at"].dt.day_of_week
    first = scenario.as_of - timedelta(days=scenario.period_days)
    weekdays = [(first + timedelta(days=i)).weekday() for i in range(scenario.period_days)]
    weights = np.array([scenario.reporters.weekday_shares[w] * weekdays.count(w) for w in range(7)])
    for number, share in enumerate(weights / weights.sum()):
        assert_share(day == number, share)


@pytest.mark.parametrize("institution_id", ["kemenkumham", "kementerian-a", "kementerian-e"])
def test_classes(scenario: Scenario, log: ComplaintLog, institution_id: str) -> None:
    """Each institution receives the classes in the shares given, and as many without class."""
    institution = scenario.institution(institution_id)
    own = log.cases[(log.cases["institution"] == institution.name)]
    own = own[own["duplicate_of"].isna()]
    assert_distribution(own["report_class"].dropna(), dict(institution.class_shares))
    assert_share(own["report_class"].isna(), institution.class_missing_share)


def test_privacy_repetition_and_copies(scenario: Scenario, log: ComplaintLog) -> None:
    """Anonymous, confidential, both, and copies are as frequent as given."""
    reporters, cases = scenario.reporters, log.cases
    both = cases["is_anonymous"] & cases["is_confidential"]
    assert_share(both, reporters.anonymous_confidential_share)
    assert_share(cases["is_anonymous"] & ~both, reporters.anonymous_share)
    assert_share(cases["is_confidential"] & ~both, reporters.confidential_share)
    assert_share(cases["duplicate_of"].notna(), reporters.duplicate_share)
    assert_share(cases["reporter_id"].duplicated(), reporters.repeat_share)


def test_missing_topics(scenario: Scenario, log: ComplaintLog) -> None:
    """As many reports as given show no topic."""
    share = scenario.institution("kementerian-a").topic_missing_share
    assert_share(log.cases["topic"].isna(), share)


def test_archived_at_verification(scenario: Scenario, log: ComplaintLog) -> None:
    """Of the reports that are no copies each institution archives the share given."""
    first = _first_verdicts(log)
    original = log.cases.loc[log.cases["duplicate_of"].isna(), ["case_id", "institution"]]
    table = original.merge(first, on="case_id")
    for institution in scenario.institutions:
        own = table[table["institution"] == institution.name]
        assert_share(own["activity"] == Activity.ARCHIVE, institution.archived_share)
        others = own[own["activity"] != Activity.ARCHIVE]
        assert_share(others["activity"] == Activity.HOLD, institution.hold_share)


def test_misrouted_dispositions(scenario: Scenario, log: ComplaintLog) -> None:
    """Of each institution's dispositions the share given reaches a wrong unit."""
    assert log.events is not None
    assert log.truth is not None
    disposed = log.events[log.events["activity"] == Activity.DISPOSE]
    turn = disposed.groupby("case_id").cumcount()
    table = (
        disposed[turn < _MAX_TURNS]
        .merge(log.truth[["case_id", "true_unit"]], on="case_id")
        .merge(log.cases[["case_id", "institution"]], on="case_id")
    )
    for institution in scenario.institutions:
        own = table[table["institution"] == institution.name]
        assert_share(own["unit"] != own["true_unit"], institution.misrouted_share)


def test_replies_within_the_window(scenario: Scenario, log: ComplaintLog) -> None:
    """Of first windows that have closed the share given held a reply."""
    assert log.events is not None
    share = scenario.institution("kementerian-a").reply_share
    done = log.cases[log.cases["closed_at"].notna() | (log.cases["n_reopens"] > 0)]
    done = done[done["submitted_at"] < log.as_of - pd.Timedelta(days=150)]
    answered = log.events[log.events["activity"] == Activity.FOLLOW_UP]
    after = log.events.merge(
        answered.groupby("case_id")["timestamp"].first().rename("answered_at"), on="case_id"
    )
    replied = after[(after["activity"] == Activity.REPLY)]
    replied = replied[replied["timestamp"] > replied["answered_at"]]
    assert_share(done["case_id"].isin(replied["case_id"]), share)


def test_season_is_seen(scenario: Scenario, log: ComplaintLog) -> None:
    """CPNS reports come five times as often as all others together do on other days."""
    assert log.truth is not None
    season = scenario.institution("kemenkumham").seasons[0]
    own = log.cases[log.cases["institution"] == "Kemenkumham"]
    day = own["submitted_at"].dt.strftime("%m-%d")
    inside = (day >= season.first_day) & (day <= season.last_day)
    n_days = 28
    rate = inside.sum() / n_days / ((~inside).sum() / (scenario.period_days - n_days))
    assert abs(rate - season.factor) < 4 * season.factor * np.sqrt(1 / inside.sum())
    true_topic = log.truth.set_index("case_id")["true_topic"].loc[own["case_id"]].to_numpy()
    assert (true_topic[inside.to_numpy()] == "Ketenagakerjaan").mean() > 1 - 1.5 / season.factor


def _first_verdicts(log: ComplaintLog) -> pd.DataFrame:
    assert log.events is not None
    verdicts = [Activity.VERIFY, Activity.HOLD, Activity.ARCHIVE]
    admin = log.events[log.events["role"] == Role.INSTITUTION_ADMIN]
    return admin[admin["activity"].isin(verdicts)].drop_duplicates("case_id")
