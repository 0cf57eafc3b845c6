"""Typing errors that keep bytes and lengths."""

import numpy as np
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from lapor_lab.synthetic.text_noise import put_in_capitals, swap_letters


@settings(max_examples=30, deadline=None)
@given(st.lists(st.text(max_size=12), min_size=1, max_size=8), st.integers(0, 1000))
def test_a_swap_only_moves_letters(texts, seed):
    """Any text keeps its characters; only neighbouring small ASCII letters change places."""
    chosen = np.ones(len(texts), dtype=bool)
    swapped = swap_letters(pa.array(texts, pa.string()), chosen, np.random.default_rng(seed))
    for before, after in zip(texts, swapped.to_pylist(), strict=True):
        assert sorted(before) == sorted(after)
        places = [k for k, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
        assert len(places) in {0, 2}
        assert all(before[k].isascii() and before[k].islower() for k in places)


def test_only_the_chosen_are_touched():
    """Texts that were not chosen stay, and the input stays whole."""
    texts = pa.array(["ab"] * 10)
    chosen = np.arange(10) < 5
    assert swap_letters(texts, chosen, np.random.default_rng(0)).to_pylist() == (
        ["ba"] * 5 + ["ab"] * 5
    )
    assert put_in_capitals(texts, chosen).to_pylist() == ["AB"] * 5 + ["ab"] * 5
    assert texts.to_pylist() == ["ab"] * 10


def test_a_slice_is_read_from_its_own_start():
    """An array that starts inside another is swapped where it starts."""
    texts = pa.array(["zz", "ab", "cd"])[1:]
    swapped = swap_letters(texts, np.array([True, True]), np.random.default_rng(0))
    assert swapped.to_pylist() == ["ba", "dc"]
