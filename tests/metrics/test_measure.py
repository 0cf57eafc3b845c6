"""How estimates are put together."""

import numpy as np
import pandas as pd

from lapor_lab.metrics import MeanRating, Share
from lapor_lab.metrics.measure import share_table, value_table
from lapor_lab.schema import Availability

SHARE = Share(id="closed_share", numerator="a", denominator="b", population="c", told_by="d")


def frame(*rows: tuple[float, float, int, str]) -> pd.DataFrame:
    """Numerators, denominators, unknowns and availability of institutions A, B ..."""
    names = ["numerator", "denominator", "n_unknown", "availability"]
    return pd.DataFrame(rows, columns=names, index=list("ABC"[: len(rows)]))


def test_missing_and_small_are_two_things() -> None:
    """Not told: no counts and no value. Too few: the counts stand, and no value."""
    table = share_table(
        SHARE,
        frame(
            (30, 40, 0, Availability.AVAILABLE),
            (3, 4, 0, Availability.AVAILABLE),
            (0, 0, 9, Availability.NOT_AVAILABLE),
        ),
        0.95,
    ).set_index("institution")

    assert table["availability"].to_list() == ["tersedia", "data belum memadai", "tidak tersedia"]
    assert table["estimate"].isna().to_list() == [False, True, True]
    assert table["denominator"].isna().to_list() == [False, False, True]
    assert table.loc["C", "n_unknown"] == 9


def test_a_value_that_is_not_reached_is_not_available() -> None:
    """A median that the curve never reaches is said to be missing, not made up."""
    table = value_table(
        MeanRating(id="mean_rating"),
        frame((3, 40, 0, Availability.AVAILABLE)),
        [np.nan],
        [12.0],
        [np.nan],
    )

    assert table.loc[0, "availability"] == Availability.INSUFFICIENT
    assert table.loc[0, "lower"] == 12


def test_bounds_have_ends_and_no_estimate() -> None:
    """30 to 36 of 40 are 0.75 to 0.9 exactly, without a sampling error; of 4 nothing is said."""
    table = share_table(
        SHARE,
        frame((30, 40, 2, Availability.BOUNDS), (3, 4, 0, Availability.BOUNDS)),
        0.95,
        highest=pd.Series([36, 4], index=["A", "B"]),
    ).set_index("institution")

    assert table["availability"].to_list() == ["hanya batas", "data belum memadai"]
    assert table.loc["A", ["lower", "upper"]].to_list() == [0.75, 0.9]
    assert table[["estimate"]].isna().all(axis=None)
    assert table.loc["B", ["lower", "upper"]].isna().all()
