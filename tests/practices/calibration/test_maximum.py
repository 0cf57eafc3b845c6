"""Maximum likelihood of a few parameters."""

import numpy as np
import pytest

from lapor_lab.practices.calibration.maximum import maximise


def test_an_exponential_mean_and_a_share_are_found_with_their_errors() -> None:
    """Both estimates and both errors are those of the closed forms."""
    n, mean, hits = 400, 2.5, 100

    def log_likelihood(x):
        return (
            -n * np.log(x["delay_days"])
            - n * mean / x["delay_days"]
            + hits * np.log(x["read_share"])
            + (n - hits) * np.log1p(-x["read_share"])
        )

    found, covariance = maximise(log_likelihood, {"delay_days": 1.0, "read_share": 0.6})
    assert found["delay_days"] == pytest.approx(mean, rel=1e-3)
    # Jeffreys' half a case on each side.
    assert found["read_share"] == pytest.approx((hits + 0.5) / (n + 1), rel=1e-3)
    assert covariance[0, 0] ** 0.5 == pytest.approx(mean / np.sqrt(n), rel=1e-2)
    assert covariance[1, 1] ** 0.5 == pytest.approx(np.sqrt(0.25 * 0.75 / n), rel=1e-2)
    assert abs(covariance[0, 1]) < 1e-4


def test_a_flat_likelihood_has_no_covariance() -> None:
    """Where nothing is told of a parameter, no error is made up."""
    _, covariance = maximise(lambda x: 0.0 * x["delay_days"], {"delay_days": 1.0})
    assert np.isnan(covariance).all()
