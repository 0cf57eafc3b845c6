"""The likelihood of delays of which some are hidden."""

import numpy as np
import pytest

from lapor_lab.practices.calibration.waits import Away, Waits, away_from, log_likelihood

NEVER_AWAY = Away(share=0.0, mean_days=(1.0, 1.0), weights=(0.5, 0.5))
ONCE = Away(share=0.2, mean_days=(4.0, 12.0), weights=(0.75, 0.25))


def waits(days, *, run=None, is_open=False, away=0.0, cap=np.inf, others=0.0) -> Waits:
    """Return waits that are each a busy period of their own."""
    days = np.atleast_1d(np.asarray(days, dtype=float))
    n = len(days)
    return Waits(
        days=days,
        run_days=days if run is None else np.full(n, float(run)),
        others_days=np.full(n, float(others)),
        is_open=np.full(n, is_open),
        away_share=np.full(n, away),
        cap_days=np.full(n, cap),
        period=np.arange(n),
    )


def chance(*args, **kwargs) -> float:
    """Return the density or chance itself."""
    return float(np.exp(log_likelihood(*args, **kwargs)[0]))


def test_a_delay_that_is_seen_has_the_exponential_density() -> None:
    """Of a mean of 2 days at 3 days: exp(-1.5) / 2."""
    assert chance(waits(3.0), 2.0, 0.0, 0.0, NEVER_AWAY) == pytest.approx(np.exp(-1.5) / 2)


def test_who_waited_for_a_busy_officer_was_read_in_between() -> None:
    """The delay lies between the beginning of the busy period and the wait."""
    found = chance(waits(3.0, run=1.0), 2.0, 0.0, 0.0, NEVER_AWAY)
    assert found == pytest.approx(np.exp(-0.5) - np.exp(-1.5))


def test_what_is_open_may_never_be_read() -> None:
    """Open at 5 days: never read, or later."""
    found = chance(waits(5.0, is_open=True), 2.0, 0.1, 0.0, NEVER_AWAY)
    assert found == pytest.approx(0.1 + 0.9 * np.exp(-2.5))


@pytest.mark.parametrize("away", [0.0, 0.2])
def test_densities_caps_and_open_waits_sum_to_one(away: float) -> None:
    """All that may happen within 30 days, and what is open then, has the chance 1."""
    edges = np.linspace(0, 30, 300_001)
    middle = (edges[1:] + edges[:-1]) / 2
    of = {"away": away, "cap": 4.0}
    density = np.exp(log_likelihood(waits(middle, **of), 3.0, 0.2, 0.6, ONCE))
    # Those next to the cap are told as capped; their density is as that beside them.
    near = np.abs(middle - 4.0) < 1e-3
    density[near] = np.interp(middle[near], middle[~near], density[~near])
    total = density.sum() * (edges[1] - edges[0])
    total += chance(waits(4.0, **of), 3.0, 0.2, 0.6, ONCE)
    total += chance(waits(30.0, is_open=True, **of), 3.0, 0.2, 0.6, ONCE)
    assert total == pytest.approx(1, abs=2e-3)


def test_a_long_wait_is_rather_an_absence_than_a_slow_reader() -> None:
    """With absences a long wait tells less against a quick reader."""
    alone = [chance(waits(6.0), mean, 0.0, 0.0, NEVER_AWAY) for mean in (0.5, 6.0)]
    away = [chance(waits(6.0, away=0.2), mean, 0.0, 0.0, ONCE) for mean in (0.5, 6.0)]
    assert alone[0] / alone[1] < 0.01 < away[0] / away[1]


def test_absences_of_a_year_are_part_of_its_working_days(scenario) -> None:
    """Two absences of 4 days and a fifth of a vacancy of 12 are 10.4 days of 244."""
    away = away_from(scenario.institution("kemendikbudristek"))
    assert away.share == pytest.approx(10.4 / 244)
    assert away.weights == pytest.approx((8 / 10.4, 2.4 / 10.4))
