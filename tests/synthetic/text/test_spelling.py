"""Spellings of pieces."""

import numpy as np
import pytest

from lapor_lab.synthetic.text.spelling import (
    CAPITALS,
    DOUBLED_LETTER,
    DROPPED_LETTER,
    HABIT_SHARES,
    N_SPELLINGS,
    SMALL,
    habits,
    spell,
    word_shares,
)

WAYS = [{"yang": "yg"}, {"tidak": "tdk"}, *({} for _ in range(7))]


def test_each_piece_is_spelt_in_every_way():
    """All pieces in one spelling follow each other, then all in the next."""
    found = spell(["KTP yang tidak, terbit", "ya"], WAYS).to_pylist()
    assert len(found) == 2 * N_SPELLINGS
    assert {word.lower() for word in found[1::2]} == {"ya"}
    found = found[::2]
    assert found[1] == "KTP yg tidak, terbit"
    assert found[2] == "KTP yang tdk, terbit"
    assert found[SMALL[0]] == "ktp yang tidak, terbit"
    assert found[SMALL[1]] == "ktp yang tdk, terbit"
    assert found[CAPITALS[0]] == "KTP YANG TIDAK, TERBIT"
    assert found[CAPITALS[1]] == "KTP YG TIDAK, TERBIT"
    assert len(found[DROPPED_LETTER]) == len(found[0]) - 1
    assert len(found[DOUBLED_LETTER]) == len(found[0]) + 1


def test_a_piece_without_a_long_word_has_no_slip():
    """Short words are typed right."""
    assert spell(["yang ini"], WAYS)[DROPPED_LETTER].as_py() == "yang ini"


@pytest.mark.parametrize("share", [0.02, 0.05, 0.1, 0.2])
def test_habits_give_a_spelling_its_share(share):
    """The share of writers with a spelling times the share of the word comes near to the target."""
    found = habits({"yang": {"yg": share}}, {"yang": 0.8}, 0.4)
    weight = sum(w for w, habit in zip(HABIT_SHARES, found, strict=True) if "yang" in habit)
    assert weight * 0.4 * 0.8 == pytest.approx(share, rel=0.45)


def test_no_writer_has_two_spellings_of_a_word():
    """Two spellings go to different habits."""
    found = habits({"tidak": {"tdk": 0.05, "gak": 0.05}}, {"tidak": 0.6}, 0.4)
    assert {habit.get("tidak") for habit in found} >= {"tdk", "gak"}


def test_a_word_in_every_fragment_stands_in_nearly_every_text():
    """Three fragments a text, each with the word: a share of 1 - exp(-3)."""
    assert word_shares([(["yang"] * 5, 3.0)])["yang"] == pytest.approx(1 - np.exp(-3))
