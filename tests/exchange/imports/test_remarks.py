"""What a careful analyst would stop at."""

from collections import Counter

import numpy as np
import pytest

from lapor_lab.exchange.imports.observations import Observations
from lapor_lab.exchange.imports.remarks import _HOUR_SHARES, looks_like_utc, remarks_on_rows
from lapor_lab.schema import Status


def remarks(seen: Observations, **stated: object) -> dict[str, dict[str, object]]:
    """Return the remarks by code."""
    options = {"zone": "Asia/Jakarta", "zones_stated": (), "n_negative": 0} | stated
    return {r.code: dict(r.values) for r in remarks_on_rows(seen, **options)}


def test_nothing_is_said_of_a_sound_file() -> None:
    """Mixed statuses in each year give no remark, and neither does an empty import."""
    seen = Observations(
        n_real=100,
        statuses=Counter({("A", 2023, Status.VERIFIED): 50, ("A", 2023, Status.FOLLOWED_UP): 50}),
    )
    assert remarks(seen) == {}
    assert remarks(Observations()) == {}


def test_a_year_without_any_answer_is_named() -> None:
    """All 40 cases of 2022 are unanswered while 2023 is not: a year was not recorded."""
    statuses = {("A", 2022, Status.VERIFIED): 40, ("A", 2023, Status.CLOSED_BY_ADMIN): 9,
                ("A", 2023, Status.VERIFIED): 1}  # fmt: skip
    assert remarks(Observations(statuses=Counter(statuses))) == {
        "year_unanswered": {"year": 2022, "n": 40}
    }


def test_all_closed_says_who_closed() -> None:
    """Where every case that is not archived is closed, the closers are counted."""
    statuses = {
        ("A", 2023, Status.CLOSED_BY_SYSTEM): 30,
        ("B", 2023, Status.CLOSED_BY_ADMIN): 10,
        ("B", 2023, Status.CLOSED_BY_REPORTER): 2,
        ("B", 2023, Status.ARCHIVED_BY_ADMIN): 1,
    }
    assert remarks(Observations(statuses=Counter(statuses))) == {
        "all_closed": {"n_admin": 10, "n_system": 30, "n_reporter": 2}
    }


def test_a_high_share_of_archives_is_named() -> None:
    """A fifth or more archived is told by institution; few cases are not judged."""
    statuses = {
        ("A", 2023, Status.ARCHIVED_BY_ADMIN): 25,
        ("A", 2023, Status.VERIFIED): 75,
        ("B", 2023, Status.ARCHIVED_BY_ADMIN): 5,
        ("B", 2023, Status.VERIFIED): 5,
    }
    assert remarks(Observations(statuses=Counter(statuses))) == {
        "high_archived_share": {"institution": "A", "share": 0.25}
    }


def test_negative_durations_buckets_and_mixtures_are_told() -> None:
    """Each is told with its counts; a bucket column that is wrong in 1 of 100 is not."""
    seen = Observations(
        n_real=10,
        n_synthetic=3,
        buckets=Counter(
            {
                ("a.csv", "Lama", True): 10,
                ("a.csv", "Lama", False): 90,
                ("b.csv", "Lama", True): 1,
                ("b.csv", "Lama", False): 99,
            }
        ),
    )
    assert remarks(seen, n_negative=2) == {
        "negative_durations": {"n": 2},
        "bucket_contradicts": {"file": "a.csv", "column": "Lama", "n_wrong": 10, "n": 100},
        "synthetic_among_real": {"n_synthetic": 3, "n_real": 10},
    }


@pytest.mark.parametrize(
    ("zone", "shift"), [("Asia/Jakarta", 7), ("Asia/Makassar", 8), ("Asia/Jayapura", 9)]
)
def test_utc_is_told_from_local_hours(zone: str, shift: int) -> None:
    """300 entries drawn from the hours of a real export are local; moved back, they are UTC."""
    rng = np.random.default_rng(7)
    local = rng.choice(24, size=300, p=np.array(_HOUR_SHARES) / sum(_HOUR_SHARES))
    assert not looks_like_utc(Counter(local.tolist()), zone)
    assert looks_like_utc(Counter(((local - shift) % 24).tolist()), zone)
    assert not looks_like_utc(Counter(((local - shift) % 24)[:49].tolist()), zone)


def test_a_stated_zone_is_not_doubted() -> None:
    """Whoever said which clock it is, is not told that it looks like another."""
    hours = {("a.csv", 2): 60, ("a.csv", 3): 60, ("b.csv", 9): 60, ("b.csv", 10): 60}
    seen = Observations(hours=Counter(hours))
    assert remarks(seen) == {"hours_like_utc": {"file": "a.csv", "zone": "Asia/Jakarta"}}
    assert remarks(seen, zones_stated=["a.csv"]) == {}
