"""The fast sort is the stable one."""

import numpy as np
import pytest

from lapor_lab.synthetic.stable_order import stable_order


@pytest.mark.parametrize("largest", [1, 50, 1 << 40, 1 << 62])
def test_it_is_the_stable_sort(largest: int) -> None:
    """Ties stay as they stand, also where the numbers leave no room for their positions."""
    keys = np.random.default_rng(0).integers(0, largest, 5_000, endpoint=True)
    np.testing.assert_array_equal(stable_order(keys), np.argsort(keys, kind="stable"))


def test_nothing_has_no_order() -> None:
    """An empty array gives an empty one."""
    assert stable_order(np.array([], dtype=np.int64)).tolist() == []
