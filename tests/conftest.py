"""What the tests of all rooms share."""

from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest

# No window is ever opened. An environment variable would reach kernels that a test starts.
mpl.use("Agg")


@pytest.fixture(scope="session")
def reference() -> Path:
    """Return the folder of reference cases that lies beside the checkout, or skip."""
    folder = Path(__file__).parents[2] / "shared" / "ref"
    if not folder.is_dir():
        pytest.skip("no reference cases beside the checkout")
    return folder


@pytest.fixture
def rng() -> np.random.Generator:
    """Return the same random numbers for every test."""
    return np.random.default_rng(20220815)
