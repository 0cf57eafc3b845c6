"""The flat arrays hold what the phrase files say."""

import numpy as np
import pytest

from lapor_lab.synthetic.text.atoms import SLOTS
from lapor_lab.synthetic.text.grammar import CIRCUMSTANCES, load_grammar
from lapor_lab.synthetic.text.phrase_files import VAGUE, read_phrases
from lapor_lab.synthetic.text.registers import REGISTERS
from lapor_lab.synthetic.text.topic_list import TOPICS


@pytest.fixture(scope="module")
def grammar():
    """The grammar that ships with the kit."""
    return load_grammar()


def test_it_is_small(grammar):
    """All pieces in all spellings take less than 60 MB."""
    assert grammar.texts.nbytes < 60e6


def test_every_topic_has_open_and_reserved_words():
    """Each sub-topic can be told with and without the reserved families."""
    phrases = read_phrases()
    assert len(phrases.groups) == len(TOPICS)
    for families in phrases.groups.values():
        assert {family.is_reserved for family in families} == {True, False}


def test_wordings_part_the_families(grammar):
    """Open and reserved families of a group are all of them, and none is both."""
    for group in range(len(grammar.families["all"].length)):
        rows = [
            set(ragged.values[ragged.start[group] :][: ragged.length[group]].tolist())
            for ragged in (grammar.families[name] for name in ("all", "open", "reserved"))
        ]
        assert rows[0] == rows[1] | rows[2]
        assert not rows[1] & rows[2]


def test_no_fact_is_told_by_two_groups():
    """A fact of one topic does not stand among those of another: else the ceiling would lie."""
    phrases = read_phrases()
    owner = {}
    everything = {**phrases.groups, **phrases.shared, VAGUE: phrases.vague}
    for group, families in everything.items():
        for family in families:
            for text in (*family.facts, *family.details, *family.requests):
                if len(text) > 40:
                    assert owner.setdefault(text, group) == group, text


def test_pieces_are_ascii(grammar):
    """A character is a byte in every piece."""
    assert all(text.isascii() for text in grammar.texts.to_pylist())


def test_every_register_finds_what_texts_need(grammar):
    """No pool that every text may take from is empty in a register."""
    for name in ("circumstances", "question", "request", "place", "thanks", "duration"):
        assert (grammar.pools[name].size > 0).all(), name
    assert grammar.pools["header"].size.nonzero()[0].tolist() == [REGISTERS.index("surel")]


def test_gaps_are_known():
    """Every gap of every fragment is one that can be filled."""
    phrases = read_phrases()
    rows = [f for pool in phrases.frame.values() for rows in pool.values() for f in rows]
    for families in (*phrases.groups.values(), *phrases.shared.values(), phrases.vague):
        for family in families:
            rows += [*family.titles, *family.facts, *family.details, *family.requests]
    found = {gap.split("}")[0] for row in rows for gap in row.split("{")[1:]}
    assert found <= set(SLOTS)


def test_circumstances_are_all_in_one_pool(grammar):
    """Their pool is as long as its parts."""
    phrases = read_phrases()
    web = REGISTERS.index("web")
    expected = sum(len(phrases.frame[name][VAGUE]) for name in CIRCUMSTANCES)
    assert grammar.pools["circumstances"].size[web] == expected


def test_a_pick_stays_within_its_row(grammar):
    """The largest uniform number picks the last value, none of the next row."""
    ragged = grammar.families["all"]
    rows = np.arange(len(ragged.length))
    last = ragged.pick(rows, np.full(len(rows), np.float32(1) - np.float32(2**-24)))
    assert (last == ragged.values[ragged.start + ragged.length - 1]).all()
