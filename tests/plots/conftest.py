"""Axes without a display, and a table to draw."""

import numpy as np
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


def comparison_table(n: int) -> pd.DataFrame:
    """Return a comparison of n made-up institutions: the first above, the second below.

    Of more than two the third is too small to be judged.
    """
    rng = np.random.default_rng(7)
    value = rng.uniform(0.5, 0.9, n).round(3)
    verdict = np.array(["above", "below", "insufficient"] + ["not_distinguishable"] * n)[:n]
    is_judged = verdict != "insufficient"
    z = np.where(verdict == "above", 5.0, np.where(verdict == "below", -4.0, 0.5))
    rank = np.arange(1.0, n + 1)
    return pd.DataFrame(
        {
            "institution": [f"Kementerian Fiktif {number:03d}" for number in range(n)],
            "peer_group": "semua",
            "denominator": np.where(is_judged, rng.integers(30, 9000, n), 12),
            "crude": value,
            "crude_lower": value - 0.05,
            "crude_upper": value + 0.05,
            "adjusted": np.where(is_judged, value + 0.02, NAN),
            "adjusted_lower": np.where(is_judged, value - 0.03, NAN),
            "adjusted_upper": np.where(is_judged, value + 0.07, NAN),
            "rank_low": np.where(is_judged, np.maximum(rank - 2, 1), NAN),
            "rank_high": np.where(is_judged, np.minimum(rank + 2, n), NAN),
            "tier": "uncertain",
            "z_truncated": z,
            "z_winsorised": z - 0.1,
            "verdict": verdict,
        }
    )


@pytest.fixture
def table() -> pd.DataFrame:
    """Six institutions: above, below, insufficient, three not distinguishable."""
    return comparison_table(6)


@pytest.fixture
def many() -> pd.DataFrame:
    """Seven hundred institutions, of which a hundred stand out."""
    table = comparison_table(700)
    table.loc[3:100, "verdict"] = "above"
    table.loc[3:100, "z_truncated"] = np.linspace(3.1, 4.9, 98)
    table.loc[3:100, "z_winsorised"] = np.linspace(3.1, 4.9, 98)
    return table


@pytest.fixture
def limits() -> pd.DataFrame:
    """Limits of a funnel around 70 %, twice as wide with overdispersion."""
    sizes = np.geomspace(10, 10_000, 40)
    error = np.sqrt(0.21 / sizes)
    curves = pd.DataFrame({"peer_group": "semua", "denominator": sizes, "target": 0.7})
    for level, reach in (("95", 1.96), ("998", 3.09)):
        for end, sign in (("lower", -1), ("upper", 1)):
            for suffix, width in (("", 1), ("_adjusted", 2)):
                curves[f"{end}_{level}{suffix}"] = 0.7 + sign * width * reach * error
    return curves
