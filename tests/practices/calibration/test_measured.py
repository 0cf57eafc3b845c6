"""Numbers with their covariance, and draws from them."""

import numpy as np
import pytest

from lapor_lab.practices.calibration.measured import Counted, Measured

DRAWS = 4000


def drawn(estimate, name: str) -> np.ndarray:
    """Return many draws of a parameter."""
    generator = np.random.default_rng(3)
    return np.array([estimate.draw(generator)[name] for _ in range(DRAWS)])


def test_numbers_are_drawn_with_their_covariance() -> None:
    """Draws of two numbers correlate as their covariance says, on their own scales."""
    covariance = np.array([[0.04, 0.0024], [0.0024, 0.0004]])
    both = Measured(
        parameters=("read_delay_inactive_days", "unread_share"),
        estimates=(5.0, 0.2),
        covariance=covariance,
        n=100,
        reason="uji",
    )
    generator = np.random.default_rng(1)
    values = np.array([list(both.draw(generator).values()) for _ in range(DRAWS)])
    assert np.cov(values.T) == pytest.approx(covariance, rel=0.15)
    assert values.mean(axis=0) == pytest.approx([5.0, 0.2], rel=0.01)
    lower, upper = both.rows()[0]["lower"], both.rows()[0]["upper"]
    assert np.log(5.0 / lower) == pytest.approx(np.log(upper / 5.0))


def test_what_is_counted_has_no_error() -> None:
    """It is drawn as it is, and only a number stands in the table."""
    assert drawn(Counted(parameter="n_admins", value=3, n=9, reason="uji"), "n_admins").std() == 0
    assert np.isnan(Counted(parameter="topics", value=(), n=9, reason="uji").rows()[0]["estimate"])
