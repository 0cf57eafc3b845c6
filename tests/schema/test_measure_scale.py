"""How values are written."""

import pytest

from lapor_lab.schema import (
    format_bounds,
    format_difference,
    format_estimate,
    format_estimate_interval,
)

NAN = float("nan")


@pytest.mark.parametrize(
    "reason", ["tidak tersedia", "tidak tersedia (kalender)", "data belum memadai"]
)
def test_missing_gives_its_reason_even_if_a_value_slipped_in(reason: str) -> None:
    """What is not available is never written as a number, not even when one is there."""
    assert format_estimate(0.0, "closed_share", reason) == reason


def test_zero_is_a_value() -> None:
    """A measured 0 is 0, to be told apart from what is missing."""
    assert format_estimate(0.0, "closed_share", "tersedia") == "0,0 %"


def test_interval_of_an_absent_estimate_is_a_dash() -> None:
    """No interval is a dash."""
    assert format_estimate_interval(NAN, NAN, "mean_rating") == "–"


def test_bounds_are_words_and_no_interval() -> None:
    """Bounds say at least and at most, and never stand where an interval stands."""
    assert format_estimate(NAN, "verified_within_limit", "hanya batas", bounds=(0.123, 0.87)) == (
        "paling sedikit 12,3 %, paling banyak 87,0 %"
    )
    assert format_estimate(NAN, "verified_within_limit", "hanya batas") == "hanya batas"
    assert format_estimate_interval(0.1, 0.9, "verified_within_limit", "hanya batas") == "–"


@pytest.mark.parametrize(
    ("lower", "upper", "text"),
    [
        (2 / 3, 2 / 3, "paling sedikit 66,6 %, paling banyak 66,7 %"),
        (0.57, 0.58, "paling sedikit 57,0 %, paling banyak 58,0 %"),
        (0.0, 0.9999, "paling sedikit 0,0 %, paling banyak 100,0 %"),
    ],
)
def test_bounds_are_rounded_outwards(lower: float, upper: float, text: str) -> None:
    """What is written holds too: down at the lower end, up at the upper, exact ends stay."""
    assert format_bounds(lower, upper) == text


@pytest.mark.parametrize(
    ("difference", "measure", "text"),
    [
        (-0.0002, "closed_share", "0,0 poin persen (0,0 sampai 0,0)"),
        (1.25, "mean_rating", "+1,25 (+1,25 sampai +1,25)"),
        (-1.25, "completion_p90_days", "−1,2 hari kerja (−1,2 sampai −1,2)"),
    ],
)
def test_difference_has_sign_and_unit(difference: float, measure: str, text: str) -> None:
    """The sign is that of what is written: a rounded nothing has none."""
    assert format_difference(difference, difference, difference, measure) == text
