"""How values are written."""

import pytest

from lapor_lab.schema import format_difference, format_estimate, format_estimate_interval

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
