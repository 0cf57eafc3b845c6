"""Joining fragments."""

import numpy as np
import pyarrow as pa
import pytest

from lapor_lab.synthetic.text_kinds import Facts
from lapor_lab.synthetic.text_pools import load_pools
from lapor_lab.synthetic.text_profile import TextProfile
from lapor_lab.synthetic.text_writer import write_texts

BARE = TextProfile(
    salutation_share=0,
    introduction_share=0,
    place_share=0,
    request_share=0,
    thanks_share=0,
    informal_share=0,
    typo_share=0,
    lower_case_share=0,
    capitals_share=0,
    doubled_punctuation_share=0,
    glued_share=0,
    verbosity=1e-9,
)


def write(first, second, profile, n_cases=200):
    first, second = (np.full(n_cases, family) for family in (first, second))
    places = pa.nulls(n_cases, pa.string())
    facts = Facts(first=first, second=second, main=first)
    rng = np.random.default_rng(0)
    return write_texts(facts, places, load_pools(), profile, rng).to_pylist()


def test_a_bare_text_is_one_fact():
    """Without anything around them, texts are one of two facts, some with an opening."""
    pools = load_pools()
    facts = [pools.facts[16 * 4 + k].as_py() for k in (0, 8)]
    for text in write(4, -1, BARE):
        assert any(fact in text.lower() for fact in map(str.lower, facts))
        assert "\n" not in text
        assert ". " not in text


def test_the_second_topic_stands_behind_a_link():
    """A second fact comes after the first, behind "selain itu" or the like."""
    pools = load_pools()
    first = [pools.facts[16 * 4 + k].as_py().lower() for k in (0, 8)]
    second = [pools.facts[16 * 9 + k].as_py().lower() for k in (0, 8)]
    links = [link.as_py() for link in pools.slots["link"]]
    for text in map(str.lower, write(4, 9, BARE)):
        place = max(text.find(fact) for fact in second)
        assert 0 <= max(text.find(fact) for fact in first) < place
        assert any(text[:place].rstrip().endswith(link) for link in links)


@pytest.mark.parametrize("share", [0, 1])
def test_a_share_of_nought_or_one_is_kept_by_every_text(share):
    """Salutations stand in none or in all of the texts."""
    profile = TextProfile(salutation_share=share, capitals_share=0, typo_share=0)
    salutations = tuple(s.as_py() for s in load_pools().slots["salutation"])
    found = [text.startswith(salutations) for text in write(4, -1, profile)]
    assert set(found) == {bool(share)}
