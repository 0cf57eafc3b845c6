"""Kinds of texts and their labels."""

import numpy as np
import pytest

from lapor_lab.synthetic.text_kinds import draw_facts, draw_labels
from lapor_lab.synthetic.text_pools import load_pools
from lapor_lab.synthetic.text_profile import TextProfile

N_CASES = 40_000


@pytest.fixture(scope="module")
def subtopic():
    """Sub-topics drawn evenly."""
    return np.random.default_rng(0).integers(0, len(load_pools().subtopics), N_CASES)


def main_of_family(family):
    pools = load_pools()
    return pools.main_of_subtopic[np.searchsorted(pools.first_family, family, side="right") - 1]


def test_second_topics_come_from_neighbours(subtopic):
    """The other topic is a neighbour of the true one and comes first as often as asked."""
    pools = load_pools()
    profile = TextProfile(shared_share=0, vague_share=0, second_topic_share=0.5)
    facts = draw_facts(subtopic, pools, profile, np.random.default_rng(1))
    has_second = facts.second >= 0
    assert abs(has_second.mean() - 0.5) < 4 * np.sqrt(0.25 / N_CASES)
    swapped = has_second & (facts.first != facts.main)
    n_second = has_second.sum()
    assert abs(swapped.sum() / n_second - 0.35) < 4 * np.sqrt(0.35 * 0.65 / n_second)
    other = np.where(swapped, facts.first, facts.second)[has_second]
    true = pools.main_of_subtopic[subtopic[has_second]]
    assert all(
        found in pools.neighbours[main]
        for main, found in set(zip(true.tolist(), main_of_family(other).tolist(), strict=True))
    )


def test_without_hard_texts_every_family_is_the_sub_topics_own(subtopic):
    """With all shares at nought, the family belongs to the true sub-topic."""
    pools = load_pools()
    profile = TextProfile(shared_share=0, vague_share=0, second_topic_share=0)
    facts = draw_facts(subtopic, pools, profile, np.random.default_rng(2))
    group = np.searchsorted(pools.first_family, facts.main, side="right") - 1
    np.testing.assert_array_equal(group, subtopic)
    assert (facts.second == -1).all()
    np.testing.assert_array_equal(facts.first, facts.main)


def test_wrong_labels_are_spread_over_the_neighbours():
    """Each neighbour takes its even part of the wrong labels."""
    pools = load_pools()
    main = np.full(N_CASES, pools.main_topics.index("Perlindungan Konsumen"))
    labels = draw_labels(main, pools, 0.3, np.random.default_rng(3))
    neighbours = pools.neighbours[main[0]]
    for neighbour in neighbours:
        share = (labels == neighbour).mean()
        assert abs(share - 0.3 / len(neighbours)) < 4 * np.sqrt(0.1 * 0.9 / N_CASES)
    assert set(labels) == {main[0], *neighbours}
