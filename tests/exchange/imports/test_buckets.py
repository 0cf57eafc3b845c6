"""Buckets of durations against dates."""

import numpy as np
import pandas as pd
import pytest

from lapor_lab.exchange.imports.buckets import count_contradictions, parse_bucket


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("0-5 hari", (0, 5)),
        ("6 s.d. 14 hari kerja", (6, 14)),
        ("≤ 5 hari", (0, 5)),
        ("< 5 hari", (0, 4)),
        ("kurang dari 3 hari", (0, 2)),
        ("> 14 hari", (15, np.inf)),
        ("Lebih dari 60 hari", (61, np.inf)),
        ("30+ days", (30, np.inf)),
        ("5", None),
        ("cepat", None),
    ],
)
def test_a_bucket_is_read(text: str, days: tuple[float, float] | None) -> None:
    """Buckets are read in the forms that people write them; other texts are none."""
    assert parse_bucket(text) == days


def test_only_what_fits_no_reading_contradicts() -> None:
    """Ten days in "0-5 hari" may be working days with a holiday; thirty days may not."""
    cases = pd.DataFrame(
        {
            "submitted_at": pd.to_datetime(["2024-01-01"] * 4),
            "closed_at": pd.to_datetime(["2024-01-04", "2024-01-11", "2024-01-31", None]),
        }
    )
    cells = pd.DataFrame({"Lama Penyelesaian": ["0-5 hari"] * 4, "Judul": ["x"] * 4})
    assert list(count_contradictions(cases, cells)) == [("Lama Penyelesaian", 1, 3)]


def test_without_an_end_nothing_is_checked() -> None:
    """A table that tells no end gives a bucket nothing to contradict."""
    cases = pd.DataFrame({"submitted_at": pd.to_datetime(["2024-01-01"])})
    assert list(count_contradictions(cases, pd.DataFrame({"Lama": ["0-5 hari"]}))) == []
