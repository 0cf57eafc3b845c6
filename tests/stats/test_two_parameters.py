"""Greatest likelihood of two parameters."""

import numpy as np
import pytest
from scipy.special import digamma, gammaln, polygamma
from scipy.stats import gamma

from lapor_lab.stats.two_parameters import maximise, rise


def test_finds_a_gamma_as_scipy_does(rng: np.random.Generator) -> None:
    """Shape and rate of a gamma sample are scipy's fit, and the covariance Fisher's."""
    values = rng.gamma(3, 1 / 2, 2000)
    n, total, total_log = len(values), values.sum(), np.log(values).sum()

    def likelihood(x: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        shape, rate = x
        value = n * (shape * np.log(rate) - gammaln(shape)) + (shape - 1) * total_log - rate * total
        first = np.array(
            [n * (np.log(rate) - digamma(shape)) + total_log, n * shape / rate - total]
        )
        second = n * np.array([[-polygamma(1, shape), 1 / rate], [1 / rate, -shape / rate**2]])
        return float(value), first, second

    fit = maximise(likelihood, [1, 1])

    shape, _, scale = gamma.fit(values, floc=0)
    assert fit.parameters == pytest.approx([shape, 1 / scale], rel=1e-5)
    information = n * np.array(
        [[polygamma(1, shape), -scale], [-scale, shape * scale**2]], dtype=float
    )
    np.testing.assert_allclose(fit.covariance, np.linalg.inv(information), rtol=1e-4)
    # The mean, shape over rate, has the error of a mean.
    slopes = np.array([[scale], [-shape * scale**2]])
    assert fit.variance_of(slopes)[0] == pytest.approx(shape * scale**2 / n, rel=1e-4)


def test_rise_sums_over_units() -> None:
    """The gain of the log gamma over one step is the logarithm of its start."""
    assert rise(gammaln, 3.5, np.array([1.0, 1.0])) == pytest.approx(2 * np.log(3.5))
