"""The phrase files: complete, in the tree's spelling, and without what has no place in them."""

import re
import tomllib
from importlib.resources import files

import pytest

from lapor_lab.schema import load_topic_tree
from lapor_lab.synthetic.text_pools import N_FORMS, VAGUE, load_pools

BANNED = re.compile(
    r"(?i)\b(islam|kristen|katolik|hindu|buddha|muslim|gereja|masjid|pura|suku|jawa|sunda|batak|"
    r"tionghoa|papua|partai|pilkada|pemilu|presiden|capres|dprd?|kemen\w+|polda|dinas \w+|"
    r"pt|tbk|jokowi|prabowo)\b"
)


@pytest.fixture(scope="module")
def files_read():
    """The three phrase files."""
    folder = files("lapor_lab.synthetic") / "data"
    return {
        name: tomllib.loads((folder / f"phrases_{name}.toml").read_text("utf-8"))
        for name in ("topics", "shared", "frame")
    }


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for below in value.values():
            yield from strings(below)
    elif isinstance(value, list):
        for below in value:
            yield from strings(below)


def fragments(files_read):
    """All phrases, without names of topics and the lists of neighbours and members."""
    shared = [
        value
        for group in (*files_read["shared"]["shared"].values(), files_read["shared"]["vague"])
        for key, value in group.items()
        if key != "members"
    ]
    return [*strings(files_read["topics"]), *strings(shared), *strings(files_read["frame"])]


def test_every_topic_is_spelt_as_in_the_tree(files_read):
    """Main topics and sub-topics are those of the site."""
    tree = load_topic_tree().subtopics
    for main, subtopics in files_read["topics"].items():
        assert {sub for sub in subtopics if sub} <= set(tree[main])


def test_members_and_neighbours_exist(files_read):
    """Shared groups and neighbours name only topics that have fragments of their own."""
    topics = files_read["topics"]
    known = {sub or main for main, subtopics in topics.items() for sub in subtopics}
    for group in files_read["shared"]["shared"].values():
        assert set(group["members"]) <= known
    neighbours = files_read["shared"]["neighbours"]
    assert set(neighbours) == set(topics)
    for main, others in neighbours.items():
        assert others
        assert set(others) <= set(topics) - {main}


def test_every_subtopic_shares_fragments_with_another_main_topic():
    """Each sub-topic is in a shared group whose members stand under two main topics or more."""
    pools = load_pools()
    for groups in pools.shared_groups:
        assert len(groups)
        for group in groups:
            members = [k for k, held in enumerate(pools.shared_groups) if group in held]
            assert len(set(pools.main_of_subtopic[members])) > 1


def test_a_family_has_a_title_two_facts_and_a_request(files_read):
    """Every family holds four phrases; facts and requests start small and end without a stop."""
    groups = [
        *(group for below in files_read["topics"].values() for group in below.values()),
        *files_read["shared"]["shared"].values(),
        files_read["shared"]["vague"],
    ]
    for group in groups:
        for key, family in group.items():
            if key == "members":
                continue
            assert len(family) == 4
            assert 2 <= len(family[0].split()) <= 8
            assert all(phrase[-1].isalnum() for phrase in family)


def test_no_fragment_stands_under_two_families(files_read):
    """No fact is written twice, so that only shared groups share."""
    facts = [
        fact
        for below in files_read["topics"].values()
        for group in below.values()
        for family in group.values()
        for fact in family[1:3]
    ]
    assert len(facts) == len(set(facts)) == 2 * 3 * len(load_pools().subtopics)


def test_phrases_name_no_office_faith_people_or_party(files_read):
    """No fragment holds a word of faith, ethnicity, politics, or the name of an office."""
    assert not [text for text in fragments(files_read) if BANNED.search(text)]


def test_phrases_are_plain_ascii_without_long_numbers(files_read):
    """Typos swap bytes safely, and no number could be a person's."""
    for text in fragments(files_read):
        assert text.isascii()
        assert not re.search(r"\d{7}", text)


def test_forms_follow_each_other():
    """Each fragment has its eight forms: four spellings, each without and with a capital."""
    facts = load_pools().facts.to_pylist()
    first = facts[:N_FORMS]
    assert first[0] == first[1][0].lower() + first[1][1:]
    assert first[1][0].isupper()
    assert len(facts) == 2 * N_FORMS * len(load_pools().family_names)


def test_the_vague_group_is_the_last():
    """The vague families stand behind all others."""
    pools = load_pools()
    names = pools.family_names[pools.first_family[pools.vague_group] :]
    assert all(name.startswith(f"{VAGUE}/") for name in names)
    assert len(names) == pools.n_families[-1]
