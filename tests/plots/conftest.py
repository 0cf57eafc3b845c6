"""Axes without a display, and a table to draw."""

import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

NAN = float("nan")
SHARE, MEDIAN = "completed_within_limit", "completion_median_days"


@pytest.fixture
def ax() -> Axes:
    """Axes of a figure that pyplot does not know, so that nothing stays open."""
    return Figure(figsize=(8, 4)).subplots()


@pytest.fixture
def estimates() -> pd.DataFrame:
    """One measure of four institutions (one absent, one too small), and a time."""
    rows = [
        ("Kementerian Fiktif B", SHARE, 31, 44, 0.7045, 0.5579, 0.8184, 3, "tersedia"),
        ("badan fiktif a", SHARE, 1180, 1341, 0.88, 0.8615, 0.8963, 12, "tersedia"),
        ("Lembaga Fiktif C", SHARE, 2, 3, NAN, NAN, NAN, 1, "data belum memadai"),
        ("Dinas Fiktif D", SHARE, NAN, NAN, NAN, NAN, NAN, 0, "tidak tersedia"),
        ("badan fiktif a", MEDIAN, 700, 1341, 6.0, 5.0, NAN, 0, "tersedia"),
        ("Kementerian Fiktif B", MEDIAN, 20, 44, NAN, 8.0, NAN, 0, "tersedia"),
        ("badan fiktif a", "mean_rating", NAN, 210, 4.38, 4.27, 4.49, 0, "tersedia"),
    ]  # fmt: skip
    names = "institution measure numerator denominator estimate lower upper n_unknown availability"
    return pd.DataFrame(rows, columns=names.split())


@pytest.fixture
def effects() -> pd.DataFrame:
    """What a practice changes: one clear gain, one that cannot be told from nothing."""
    rows = [
        ("first_followed_up_within_limit", 0.62, 0.81, 0.19, 0.15, 0.23),
        ("misrouted_share", 0.14, 0.13, -0.01, -0.03, 0.01),
    ]
    return pd.DataFrame(
        rows, columns=["measure", "base", "changed", "difference", "lower", "upper"]
    )
