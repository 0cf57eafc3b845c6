"""The errors of the estimates are those that theory gives, seed by seed."""

import numpy as np
import pytest

N_SEEDS = 200
N_CASES = 8_000


@pytest.mark.verify
def test_estimates_scatter_as_their_standard_errors_say(distances):
    """Over 200 seeds the z-scores of each parameter have mean 0 ± 0.2 and deviation 1 ± 0.15."""
    runs = [distances(seed, N_CASES) for seed in range(N_SEEDS)]
    z = {name: np.array([run[name] for run in runs]) for name in runs[0]}
    mean = {name: each.mean() for name, each in z.items()}
    deviation = {name: each.std(ddof=1) for name, each in z.items()}
    assert {name: value for name, value in mean.items() if not abs(value) < 0.2} == {}
    assert {name: value for name, value in deviation.items() if not abs(value - 1) < 0.15} == {}
