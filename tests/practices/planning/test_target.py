"""A measured value moved as the simulation moves its own."""

import numpy as np
import pytest

from lapor_lab.practices.planning import Target, project_target
from lapor_lab.practices.planning.target import UNKNOWN
from lapor_lab.stats import paired_difference

SHARE, DAYS, RATING = "first_followed_up_within_limit", "first_follow_up_median_days", "mean_rating"


def exactly(value: float) -> Target:
    """Return a value that is known for certain."""
    return Target(value=value, lower=value, upper=value)


def test_where_both_agree_the_change_is_added() -> None:
    """Where the baseline is the simulated base, the target is the simulated value, in any unit."""
    for measure, base, change in ((SHARE, 0.6, 0.1), (DAYS, 5, -1), (RATING, 4, 0.2)):
        found = project_target(measure, exactly(base), base, exactly(change))
        assert found.value == pytest.approx(base + change)


def test_a_target_stays_on_its_scale() -> None:
    """A share near 1 moves by its odds and a time by its ratio: none leaves its scale."""
    share = project_target(SHARE, exactly(0.97), 0.6, exactly(0.2))
    days = project_target(DAYS, exactly(2), 10, exactly(-5))
    rating = project_target(RATING, exactly(4.9), 4, exactly(0.5))

    odds = 0.97 / 0.03 * (0.8 / 0.2) / (0.6 / 0.4)
    assert share.value == pytest.approx(odds / (1 + odds))
    assert days.value == pytest.approx(1)
    assert rating.value == 5


def test_both_errors_are_in_the_interval() -> None:
    """With an exact change the interval is that of the baseline moved; an error of it widens it."""
    baseline = Target(value=0.5, lower=0.45, upper=0.55)
    exact = project_target(SHARE, baseline, 0.5, Target(value=0.1, lower=0.1, upper=0.1))
    rough = project_target(SHARE, baseline, 0.5, Target(value=0.1, lower=0.02, upper=0.18))

    assert 0.05 * 0.9 < exact.value - exact.lower < 0.05
    assert rough.lower < exact.lower < exact.value < exact.upper < rough.upper


def test_the_interval_holds_what_it_says() -> None:
    """Of 400 worlds about 95 % have the true target in the interval."""
    rng = np.random.default_rng(4)
    base, changed, n = 0.7, 0.8, 400
    covered = 0
    for _ in range(400):
        own = rng.binomial(n, base) / n
        error = 1.96 * np.sqrt(own * (1 - own) / n)
        runs = rng.binomial(2_000, base, 10) / 2_000, rng.binomial(2_000, changed, 10) / 2_000
        difference, lower, upper = paired_difference(*runs)
        found = project_target(
            SHARE,
            Target(value=own, lower=own - error, upper=own + error),
            float(runs[0].mean()),
            Target(value=difference, lower=lower, upper=upper),
        )
        covered += found.lower <= changed <= found.upper

    assert 0.92 <= covered / 400 <= 0.99


def test_what_is_not_known_stays_unknown() -> None:
    """Without a baseline or a change there is no target, and no 0."""
    for found in (
        project_target(SHARE, UNKNOWN, 0.5, exactly(0.1)),
        project_target(SHARE, exactly(0.5), 0.5, UNKNOWN),
    ):
        assert np.isnan([found.value, found.lower, found.upper]).all()
