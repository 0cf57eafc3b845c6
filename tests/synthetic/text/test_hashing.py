"""Numbers that depend on a key only."""

import numpy as np

from lapor_lab.synthetic.text.hashing import index, mixed, uniform


def test_splitmix_gives_the_published_numbers():
    """The first outputs from state 1234567 are those of the reference implementation."""
    state = np.array([1234567], dtype=np.uint64)
    found = [int(mixed(state, number)[0]) for number in range(3)]
    assert found == [6457827717110365317, 3203168211198807973, 9817491932198370423]


def test_positions_are_even():
    """Ten positions are as frequent as each other, within four standard errors."""
    drawn = index(mixed(np.arange(100_000, dtype=np.uint64), 3), 10)
    counts = np.bincount(drawn, minlength=10)
    assert len(counts) == 10
    assert abs(counts - 10_000).max() < 4 * np.sqrt(9_000)


def test_uniforms_lie_in_the_unit_interval():
    """The smallest and the largest number stay within [0, 1)."""
    ends = uniform(np.array([0, 2**64 - 1], dtype=np.uint64))
    assert ends[0] == 0
    assert ends[1] < 1
