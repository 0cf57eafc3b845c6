"""Arrays with gaps hold what numpy held."""

import numpy as np
import pyarrow as pa
import pytest

from lapor_lab.synthetic.nullable import numbers_or_null


@pytest.mark.parametrize("n", [0, 1, 7, 8, 9, 1_000])
def test_gaps_stand_where_nothing_is_known(n: int) -> None:
    """The array is the one that pyarrow makes with a mask, at any length."""
    rng = np.random.default_rng(n)
    values, is_known = rng.integers(0, 100, n), rng.random(n) < 0.5
    made = numbers_or_null(values, is_known, pa.int64())
    made.validate(full=True)
    assert made.equals(pa.array(values, mask=~is_known))


def test_without_gaps_nothing_is_null() -> None:
    """What is known everywhere has no mask at all."""
    made = numbers_or_null(np.arange(5), np.ones(5, dtype=bool), pa.int64())
    assert made.null_count == 0
    assert made.buffers()[0] is None
