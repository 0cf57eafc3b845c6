"""Which topics texts exist for."""

import numpy as np
import pandas as pd

from lapor_lab.schema import load_topic_tree
from lapor_lab.synthetic.text_pools import load_pools
from lapor_lab.synthetic.text_topics import covered_topics, subtopic_numbers


def test_covered_topics_stand_in_the_tree():
    """Seventeen main topics, and 71 sub-topics, each under the main topic of the site."""
    covered = covered_topics()
    assert len(covered) == 17
    assert sum(map(len, covered.values())) == 71
    tree = load_topic_tree().subtopics
    assert all(set(below) <= set(tree[main]) for main, below in covered.items())


def test_numbers_lead_back_to_names():
    """Each number is the position of its pair, whatever the index and the kind of missing."""
    pairs = load_pools().subtopics
    topics, subtopics = (list(names) for names in zip(*pairs, strict=True))
    np.testing.assert_array_equal(subtopic_numbers(topics, subtopics), np.arange(len(pairs)))
    shuffled = pd.Series(subtopics, index=range(len(pairs), 0, -1)).replace("", np.nan)
    np.testing.assert_array_equal(subtopic_numbers(topics, shuffled), np.arange(len(pairs)))
