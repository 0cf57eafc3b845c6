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


def test_proportions_equal_the_published_table(reference: Path) -> None:
    """Every share and per cent, missing ones too, has PHE's ends at both levels to 1e-7."""
    table = pd.read_csv(reference / "phe/Proportion__testdata_Prop.csv")
    assert len(table) == 19
    factor = table["multiplier"].to_numpy()

    value = factor * table["Numerator"] / table["Denominator"]
    np.testing.assert_allclose(value, table["value"], rtol=1e-7)
    for level, name in ((0.95, "95_0"), (0.998, "99_8")):
        lower, upper = wilson_interval(table["Numerator"], table["Denominator"], level)

        np.testing.assert_allclose(factor * lower, table[f"lower{name}cl"], rtol=1e-7)
        np.testing.assert_allclose(factor * upper, table[f"upper{name}cl"], rtol=1e-7)


def test_proportions_of_groups_equal_the_published_table(reference: Path) -> None:
    """Shares of areas that were added up have PHE's ends to 1e-7."""
    table = pd.read_csv(reference / "phe/Proportion__testdata_Prop_g.csv")
    assert set(table["confidence"]) == {"95%"}
    factor = table["multiplier"].to_numpy()

    lower, upper = wilson_interval(table["Numerator"], table["Denominator"])

    value = factor * table["Numerator"] / table["Denominator"]
    np.testing.assert_allclose(value, table["value"], rtol=1e-7)
    np.testing.assert_allclose(factor * lower, table["lowercl"], rtol=1e-7)
    np.testing.assert_allclose(factor * upper, table["uppercl"], rtol=1e-7)


def test_published_indicators_recompute_to_their_digit(reference: Path) -> None:
    """The share at the heart of the interval is Fife Council's published per cent of 2016/17.

    Its figures follow the indicators of the Scottish Public Services Ombudsman: shares of
    closed complaints, decisions as shares of those of the stage, and numbers per 1,000 people.
    """
    table = pd.read_csv(reference / "spso/fife_2016_17.csv").set_index("indicator")
    shares, value = table.dropna(subset=["published_percent"]), table["value"]
    assert len(shares) == 6
    is_decision = shares.index.str.endswith("upheld")
    whole = np.where(is_decision, value["closed_stage1"], value["closed"])
    z2 = 1.959963984540054**2

    lower, upper = wilson_interval(shares["value"], whole)

    # Wilson's interval is centred at the share drawn towards one half by z squared cases.
    share = (lower + upper) / 2 * (1 + z2 / whole) - z2 / (2 * whole)
    np.testing.assert_array_equal((100 * share).round(1), shares["published_percent"])
    for name in ("received", "closed"):
        per_1000 = 1000 * value[name] / value["population"]
        assert round(per_1000, 1) == value[f"{name}_per_1000"]
    stages = value[["closed_stage1", "closed_stage2", "closed_after_escalation"]]
    assert stages.sum() == value["closed"]


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


def test_what_is_not_known_stays_unknown() -> None:
    """A missing count or total has missing limits and is neither 0 nor refused."""
    assert np.isnan(wilson_interval([np.nan, 10, np.nan], [100, np.nan, np.nan])).all()


def test_no_event_still_has_a_width() -> None:
    """0 of 20 is not certain to be 0: the limits are 0 and 16 %, where Wald's would both be 0."""
    lower, upper = wilson_interval(0, 20)

    assert (round(float(lower), 9), round(float(upper), 2)) == (0, 0.16)


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
