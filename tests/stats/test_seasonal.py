"""Season and Lebaran raise no alarm, and what happened does."""

import re

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats import (
    ControlChart,
    expected_by_season,
    expected_from_pattern,
    nhs_rules,
    seasonally_adjusted,
    u_chart,
    xmr_chart,
)

# Months from January 2022 on that held Lebaran: May 2022, April 2023, April 2024, March 2025.
LEBARAN = [4, 15, 27, 38]
MONTHS = np.arange(48)
SEASONS = np.where(np.isin(MONTHS, LEBARAN), "Lebaran", (MONTHS % 12).astype(str))
# A year that swings by 40 %, and half as many complaints in the month of Lebaran.
SEASON = (1 + 0.4 * np.sin(2 * np.pi * MONTHS / 12)) * np.where(np.isin(MONTHS, LEBARAN), 0.5, 1)


def spread(rng: np.random.Generator, level: float, n: int) -> np.ndarray:
    """Return levels of months that vary by 5 % of their own, one row a series."""
    return level * rng.gamma(400, 1 / 400, (n, len(MONTHS)))


def counts(rng: np.random.Generator, level: float, change: np.ndarray | float = 1.0) -> np.ndarray:
    """Return months of complaints: season, a spread of its own, and chance."""
    return rng.poisson(spread(rng, level, 1)[0] * SEASON * change)


def special_share(charts: list[ControlChart]) -> float:
    """Return the share of months that are called special."""
    return float(np.mean([nhs_rules(chart).is_special.mean() for chart in charts]))


def lebaran_share(charts: list[ControlChart]) -> float:
    """Return the share of the months of Lebaran that lie outside the limits."""
    return float(np.mean([(nhs_rules(chart).outside[LEBARAN] != 0).mean() for chart in charts]))


def test_season_and_lebaran_raise_no_alarm(rng: np.random.Generator) -> None:
    """By others' pattern alarms are those of a flat process; by other years at most 3 % more."""
    series = [counts(rng, 200) for _ in range(200)]
    total = np.sum(series, axis=0)
    size = np.ones(48)
    plain = [u_chart(row, size, is_primed=True) for row in series]
    flat = [u_chart(rng.poisson(row), size, is_primed=True) for row in spread(rng, 200, 200)]
    by_pattern = [
        u_chart(row, expected_from_pattern(row, total - row), is_primed=True) for row in series
    ]
    by_season = [u_chart(row, expected_by_season(row, SEASONS), is_primed=True) for row in series]

    assert special_share(plain) > 0.12
    assert special_share(by_pattern) < special_share(flat) + 0.02
    assert special_share(by_season) < special_share(flat) + 0.03
    assert lebaran_share(by_pattern) < 0.01
    assert lebaran_share(by_season) < 0.01


def test_other_years_are_uncertain_themselves(rng: np.random.Generator) -> None:
    """Of four steady years 6 % of the months are special by the other years, else 5 %."""
    series = rng.poisson(spread(rng, 200, 500))
    plain = [u_chart(row, np.ones(48), is_primed=True) for row in series]
    by_season = [
        u_chart(row, expected_by_season(row, MONTHS % 12), is_primed=True) for row in series
    ]

    assert special_share(plain) == pytest.approx(0.05, abs=0.006)
    assert special_share(by_season) == pytest.approx(0.06, abs=0.006)
    assert special_share(by_season) > special_share(plain)


def test_a_month_of_lebaran_is_no_outlier(rng: np.random.Generator) -> None:
    """Where Lebaran is the only season, its months lie outside until they are expected."""
    lull = np.where(np.isin(MONTHS, LEBARAN), 0.4, 1.0)
    series = [rng.poisson(row * lull) for row in spread(rng, 200, 100)]
    plain = [u_chart(row, np.ones(48), is_primed=True) for row in series]
    by_season = [u_chart(row, expected_by_season(row, SEASONS), is_primed=True) for row in series]

    assert lebaran_share(plain) > 0.8
    assert lebaran_share(by_season) < 0.02


def test_what_happened_is_still_found(rng: np.random.Generator) -> None:
    """A third more complaints from the third year on is called special in most series."""
    change = np.where(MONTHS >= 24, 1.33, 1.0)
    others = np.sum([counts(rng, 200) for _ in range(100)], axis=0)
    series = [counts(rng, 200, change) for _ in range(40)]
    for expected in (
        [expected_from_pattern(row, others) for row in series],
        [expected_by_season(row, SEASONS) for row in series],
    ):
        found = [
            nhs_rules(u_chart(row, known, is_primed=True)).direction[24:].max()
            for row, known in zip(series, expected, strict=True)
        ]
        assert np.mean(found) > 0.9


def test_values_without_denominator_lose_their_season(rng: np.random.Generator) -> None:
    """Days that are longer around Lebaran give hardly more alarms, once adjusted, than flat."""
    flat = 10 * rng.normal(1, 0.05, (200, 48))
    series = flat * SEASON**-0.5
    adjusted = [seasonally_adjusted(row, expected_by_season(row, SEASONS)) for row in series]

    shares = [special_share([xmr_chart(row) for row in rows]) for rows in (series, flat, adjusted)]
    assert shares[0] > 0.1
    assert shares[2] < shares[1] + 0.03


def test_a_pattern_is_taken_in_proportion() -> None:
    """Whoever has a hundredth of the total in each period meets the expectation exactly."""
    total = np.array([500.0, 300, 800, np.nan, 0])

    expected = expected_from_pattern([5, 3, 8, 2, 1], total)

    np.testing.assert_allclose(expected, [5, 3, 8, np.nan, np.nan])
    assert np.isnan(expected_from_pattern([np.nan, 1], [2, 0])).all()


def test_a_period_does_not_explain_itself_away() -> None:
    """What happens in one month does not change what is expected of it."""
    quiet = expected_by_season([10, 20, 12, 22], ["a", "b", "a", "b"], [1, 1, 2, 2])
    loud = expected_by_season([90, 20, 12, 22], ["a", "b", "a", "b"], [1, 1, 2, 2])

    np.testing.assert_allclose(quiet, [6, 11, 20, 40])
    assert loud[0] == quiet[0]


def test_a_season_seen_once_leads_to_no_expectation() -> None:
    """Of a first Lebaran nothing is expected, and the chart has no value there."""
    expected = expected_by_season([10, 3, 11, np.nan], ["x", "Lebaran", "x", "Lebaran"])

    np.testing.assert_allclose(expected, [11, np.nan, 10, 3])
    assert np.isnan(u_chart([10, 3, 11, 4], expected).value[1])


def test_an_expectation_of_nothing_has_no_ratio() -> None:
    """An expected value of 0 is refused for a ratio, and fine for a difference."""
    message = "`expected` must be above 0, got 0.0. Leave out what is unknown, or give NaN."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        seasonally_adjusted([1, 2], [0, 1])
    difference = seasonally_adjusted([1, 2, 3], [0, 1, np.nan], method="difference")
    np.testing.assert_allclose(difference, [1.5, 1.5, np.nan])
