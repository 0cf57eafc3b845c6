"""Texts that must not lie on one another."""

import numpy as np
import pytest

from lapor_lab.plots.spread import spread


def test_what_has_room_stays() -> None:
    """Texts that do not touch are not moved."""
    centres = np.array([0.9, 0.1, 0.5])

    np.testing.assert_allclose(spread(centres, np.full(3, 0.1), 0, 1), centres)


@pytest.mark.parametrize("seed", range(5))
def test_nothing_overlaps_and_order_is_kept(seed: int) -> None:
    """Neighbours keep half of both heights between them, in the order of their wishes."""
    rng = np.random.default_rng(seed)
    centres, heights = rng.uniform(0, 1, 12), rng.uniform(0.02, 0.08, 12)

    placed = spread(centres, heights, 0, 1)

    order = np.argsort(centres)
    gaps = np.diff(placed[order])
    needed = (heights[order][1:] + heights[order][:-1]) / 2
    assert (gaps >= needed - 1e-12).all()
    assert (placed - heights / 2 >= -1e-12).all()
    assert (placed + heights / 2 <= 1 + 1e-12).all()


def test_too_many_begin_at_the_lower_end() -> None:
    """Without room for all they still do not overlap, and leave at the upper end only."""
    placed = spread(np.full(3, 0.5), np.full(3, 0.5), 0, 1)

    np.testing.assert_allclose(np.sort(placed), [0.25, 0.75, 1.25])
