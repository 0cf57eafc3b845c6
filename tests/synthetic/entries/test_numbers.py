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
    assert case_ids("kemenkumham", 10_000_000, 1).to_pylist()[0].endswith("10000000")


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
