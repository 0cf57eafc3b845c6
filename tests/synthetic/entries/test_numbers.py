"""Numbers of cases and pseudonyms of persons."""

import re

import numpy as np

from lapor_lab.synthetic.entries import case_ids, reporter_ids


def test_case_numbers_go_on_from_block_to_block():
    """They count on, keep their prefix, and look like no NIK."""
    first, second = case_ids("kemenkumham", 1, 3), case_ids("kemenkumham", 4, 2)
    ids = first.to_pylist() + second.to_pylist()
    assert ids == sorted(set(ids))
    assert all(re.fullmatch(r"SIM-\d{15}", each) for each in ids)
    assert [int(each[-7:]) for each in ids] == [1, 2, 3, 4, 5]


def test_no_case_number_is_as_long_as_a_nik():
    """From ten million cases on they have 17 digits, never 16, and stay unlike the shorter."""
    assert case_ids("kemenkumham", 9_999_999, 1)[0].as_py().endswith("9999999")
    across = case_ids("kemenkumham", 9_999_999, 2).to_pylist()
    assert [each[-9:] for each in across] == ["009999999", "010000000"]
    assert all(re.fullmatch(r"SIM-\d{17}", each) for each in across)


def test_case_numbers_of_no_case():
    """A block without cases has no numbers."""
    assert case_ids("kemenkumham", 1, 0).to_pylist() == []


def test_pseudonyms_differ_for_different_persons():
    """The mix is a bijection: a million persons have a million pseudonyms."""
    ids = reporter_ids(7, "kemenkumham", np.arange(1_000_000))
    assert len(ids.unique()) == 1_000_000
    assert re.fullmatch(r"R-[0-9a-f]{12}", ids[0].as_py())


def test_pseudonyms_belong_to_a_seed_and_an_institution():
    """Nobody can be followed from one log or institution to another."""
    numbers = np.arange(1_000)
    here = reporter_ids(0, "kemenkumham", numbers).to_pylist()
    assert here == reporter_ids(0, "kemenkumham", numbers).to_pylist()
    assert not set(here) & set(reporter_ids(1, "kemenkumham", numbers).to_pylist())
    assert not set(here) & set(reporter_ids(0, "kementerian-a", numbers).to_pylist())


def test_pseudonyms_of_neighbours_have_nothing_in_common():
    """From one person to the next half of the 48 bits change, each about as often."""
    ids = reporter_ids(3, "kemenkumham", np.arange(20_001)).to_pylist()
    numbers = np.array([int(each.removeprefix("R-"), 16) for each in ids], dtype=np.uint64)
    changed = numbers[1:] ^ numbers[:-1]
    share = ((changed[:, None] >> np.arange(48, dtype=np.uint64)) & np.uint64(1)).mean(axis=0)
    assert np.abs(share - 0.5).max() < 0.1
    assert abs(share.mean() - 0.5) < 0.02
