"""Wilson's interval, against published tables."""

import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import wilson_interval


def test_wilson_equals_the_published_table(reference: Path) -> None:
    """Limits at 95 % and 99.8 % equal PHEindicatormethods' test table to 1e-7."""
    table = pd.read_csv(reference / "phe/Byars_Wilson__testdata_B_W.csv")
    table = table[table["method"].str.contains("Wilson")]
    assert len(table) > 0
    for confidence, rows in table.groupby("confidence"):
        level = float(str(confidence).rstrip("%")) / 100

        lower, upper = wilson_interval(rows["x"], rows["n"], level)

        np.testing.assert_allclose(lower, rows["lowercl"], rtol=1e-7)
        np.testing.assert_allclose(upper, rows["uppercl"], rtol=1e-7)


def test_wilson_of_a_classical_example() -> None:
    """81 of 263 gives (0.2553, 0.3662) (Newcombe 1998, table I, method 3)."""
    lower, upper = wilson_interval(81, 263)

    assert (round(float(lower), 4), round(float(upper), 4)) == (0.2553, 0.3662)


def test_mean_coverage_is_what_it_says() -> None:
    """Over shares from .05 to .95 the 95 % interval of n = 40 covers 94-96 % on average."""
    n = 40
    shares = np.linspace(0.05, 0.95, 181)
    counts = np.arange(n + 1)
    lower, upper = wilson_interval(counts, n)
    rng = np.random.default_rng(2)
    draws = rng.binomial(n, shares[:, None], (len(shares), 2000))
    covered = (lower[draws] <= shares[:, None]) & (shares[:, None] <= upper[draws])

    assert 0.94 <= covered.mean() <= 0.96


def test_no_trial_gives_no_interval() -> None:
    """Nothing out of nothing has missing limits, not 0."""
    lower, upper = wilson_interval([0, 1], [0, 2])

    assert np.isnan(lower[0])
    assert np.isnan(upper[0])
    assert lower[1] > 0


def test_more_events_than_trials_are_refused() -> None:
    """A numerator above its denominator is refused by value."""
    message = "`numerator` must be in [0, denominator], got 3.0. Count each event once."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        wilson_interval([1, 3], [2, 2])


def test_a_level_in_per_cent_is_refused() -> None:
    """A level of 95 is refused, with the way to write it."""
    message = "`confidence_level` must be in (0, 1), got 95. Write 0.95 for 95 %."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        wilson_interval(1, 2, confidence_level=95)
