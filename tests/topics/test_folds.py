"""Folds that keep groups whole and classes even."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from lapor_lab.topics.folds import split_folds


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 12)), min_size=5, max_size=60),
    st.integers(2, 5),
)
def test_a_group_never_straddles_two_folds(rows, n_folds):
    """All texts of a group share one fold, for any sizes and classes."""
    labels = np.array([label for label, _ in rows], dtype=object)
    groups = np.array([group for _, group in rows])
    folds = split_folds(labels, groups, n_folds, np.random.default_rng(0))
    assert set(folds) <= set(range(n_folds))
    for group in set(groups.tolist()):
        assert len(set(folds[groups == group])) == 1


def test_each_class_is_dealt_out_evenly():
    """With every text its own group, a class differs by at most one between folds."""
    labels = np.array(["a"] * 17 + ["b"] * 5 + ["c"] * 3, dtype=object)
    folds = split_folds(labels, range(25), 5, np.random.default_rng(3))
    for label in "abc":
        counts = np.bincount(folds[labels == label], minlength=5)
        assert counts.max() - counts.min() <= 1
    assert np.ptp(np.bincount(folds)) <= 1


def test_a_single_text_of_a_class_is_no_obstacle():
    """A class with fewer texts than folds raises nothing and warns of nothing."""
    labels = np.array(["a"] * 6 + ["b"], dtype=object)
    folds = split_folds(labels, range(7), 3, np.random.default_rng(0))
    assert sorted(np.bincount(folds)) == [2, 2, 3]
