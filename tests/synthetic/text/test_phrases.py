"""What the phrase files hold: form, topics, counts, and what they must never hold."""

import re
import tomllib
from importlib.resources import files
from itertools import chain

import pytest

from lapor_lab.schema.topic_tree import load_topic_tree
from lapor_lab.synthetic.text.atoms import SLOTS

PHRASES = files("lapor_lab.synthetic") / "data" / "phrases"
SLOT = re.compile(r"\{(\w+)\}")
TOPIC_SLOTS = {"tempat", "tanggal", "bulan", "jumlah", "angka", "jam", "desa", "jalan"}
TOPIC_SLOTS |= {"kecamatan", "kelas", "nomor", "tiket"}
# A handle or an address that cannot exist.
INVENTED = re.compile(r"@\w+\.contoh\b|https?://[\w.{}-]+\.invalid\b[^\s,]*")
# Words of faiths, peoples, elections, and of single dialects; whole words only.
BARRED = re.compile(
    r"\b(islam|kristen|katolik|hindu|buddha|muslim|masjid|mushola|musala|gereja|vihara|kiai|ustaz|"
    r"pendeta|pastor|pesantren|madrasah|haji|umrah|umroh|natal|lebaran|ramadan|salat|azan|"
    r"assalamualaikum|alhamdulillah|allah|zakat|wakaf|agama|babi|jawa|sunda|batak|minang|bugis|"
    r"dayak|papua|madura|tionghoa|cina|arab|betawi|melayu|pribumi|partai|pemilu|pilkada|caleg|"
    r"kampanye|mbg|ora|iki|opo|piye|punten|teu|naon|cak|beta|torang|awak|kitorang|lu|gua)\b"
)
UNIT_BELOW_THE_TOP = re.compile(r"\b(kanwil|kanim|lapas kelas|rutan kelas|disdukcapil kota)\b")


def _load(*path):
    return tomllib.loads(PHRASES.joinpath(*path).read_text("utf-8"))


def _several(value):
    return [value] if isinstance(value, str) else value


TOPICS = [_load("topics", p.name) for p in (PHRASES / "topics").iterdir() if p.name[-5:] == ".toml"]
SHARED = _load("shared.toml")
FRAME = _load("frame.toml")
SUBTOPICS = [(main["topic"], sub) for main in TOPICS for sub in main["subtopics"]]
OWN = [family for _, sub in SUBTOPICS for family in sub["families"]]
COMMON = [*chain.from_iterable(group["families"] for group in SHARED["shared"]), *SHARED["vague"]]


def _fragments(families, *kinds):
    return [text for family in families for kind in kinds for text in _several(family[kind])]


def _frame_fragments():
    for name, pool in FRAME.items():
        if name != "slang":
            for texts in [pool] if isinstance(pool, list) else pool.values():
                yield from texts


def _everything():
    kinds = ("title", "facts", "details", "request")
    return [*_fragments([*OWN, *COMMON], *kinds), *_frame_fragments()]


def test_topics_are_spelt_as_in_the_tree():
    """Every main topic and sub-topic stands in the topic tree, letter for letter, once."""
    tree = load_topic_tree().subtopics
    for main, sub in SUBTOPICS:
        assert sub["name"] == "" or sub["name"] in tree[main], sub["name"]
    names = [sub["name"] or main for main, sub in SUBTOPICS]
    assert len(names) == len(set(names))


def test_there_are_enough_of_them():
    """There are 22 main topics, 110 sub-topics, 550 families, 2,200 facts or more."""
    assert len(TOPICS) >= 22
    assert len(SUBTOPICS) >= 110
    assert all(len(sub["families"]) >= 5 for _, sub in SUBTOPICS)
    assert len(OWN) >= 550
    assert len(_fragments(OWN, "facts")) >= 2_200


def test_families_have_the_agreed_form():
    """A family has 3 to 5 facts, 2 to 4 details, 1 to 3 requests, titles of 2 to 8 words."""
    for family in OWN:
        assert 3 <= len(family["facts"]) <= 5, family["title"]
        assert 2 <= len(family["details"]) <= 4, family["title"]
        assert 1 <= len(family["request"]) <= 3, family["title"]
        for title in _several(family["title"]):
            assert 2 <= len(title.split()) <= 8, title
            assert title[0].isupper(), title


def test_a_wording_is_kept_out_of_training_in_every_group():
    """Every sub-topic and every shared group has a reserved family, and has open ones."""
    groups = [sub["families"] for _, sub in SUBTOPICS]
    groups += [group["families"] for group in SHARED["shared"]] + [SHARED["vague"]]
    for group in groups:
        n_reserved = sum(family.get("reserved", False) for family in group)
        assert 0 < n_reserved < len(group)
    assert 0.1 < sum(family.get("reserved", False) for family in OWN) / len(OWN) < 0.3


def test_most_facts_are_told_in_short_too():
    """Nine families in ten have a fact of at most seven words, for text messages."""
    shortest = [min(len(fact.split()) for fact in family["facts"]) for family in OWN]
    assert sum(length <= 7 for length in shortest) / len(shortest) > 0.9


@pytest.mark.parametrize("kind", ["facts", "details", "request"])
def test_no_fragment_stands_twice(kind):
    """No fact, detail or request stands in two families."""
    texts = _fragments([*OWN, *COMMON], kind)
    assert len(texts) == len(set(texts))


def test_clauses_have_no_final_stop():
    """Facts and details end in a letter, a number, or a gap, and begin small or with a name."""
    for text in _fragments([*OWN, *COMMON], "facts", "details"):
        assert text[-1] not in ".,!;:", text
        assert text.isascii(), text
        first = text.split()[0]
        assert first[0].islower() or first[0] in "{0123456789" or first[1:2].isupper(), text


def test_gaps_are_known():
    """Facts name only the gaps of places, dates and numbers; the frame those of the maker."""
    kinds = ("title", "facts", "details", "request")
    used = set(SLOT.findall(" ".join(_fragments([*OWN, *COMMON], *kinds))))
    assert used <= TOPIC_SLOTS
    assert set(SLOT.findall(" ".join(_frame_fragments()))) <= set(SLOTS)


def test_no_personal_data_and_no_address_that_could_exist():
    """Without its gaps no fragment holds eight digits in a row, an at sign or a live link."""
    for text in _everything():
        bare = INVENTED.sub("", text)
        assert not re.search(r"\d{8}|@|https?:|www\.", bare), text


def test_no_faith_people_election_or_dialect():
    """No fragment tells the faith, people, party or dialect of anybody."""
    for text in _everything():
        assert not BARRED.search(text.casefold()), text
        assert not UNIT_BELOW_THE_TOP.search(text.casefold()), text


def test_shared_groups_and_neighbours_name_topics_that_exist():
    """Members are sub-topics of the files; every main topic has neighbours, never itself."""
    names = {sub["name"] or main for main, sub in SUBTOPICS}
    mains = {main["topic"] for main in TOPICS}
    for group in SHARED["shared"]:
        assert set(group["members"]) <= names, group["name"]
        assert len(group["members"]) >= 2
    assert set(SHARED["neighbours"]) == mains
    for main, others in SHARED["neighbours"].items():
        assert others
        assert set(others) <= mains - {main}


def test_frame_pools_hold_no_fragment_twice():
    """Within a register of a pool every fragment stands once."""
    for name, pool in FRAME.items():
        if name != "slang":
            for texts in [pool] if isinstance(pool, list) else pool.values():
                assert len(texts) == len(set(texts)), name


def test_short_spellings_have_a_share():
    """Every short spelling differs from its word and stands in under a fifth of texts."""
    for word, spellings in FRAME["slang"].items():
        assert word not in spellings
        assert all(0 < share < 0.2 for share in spellings.values())


def test_requests_do_not_all_begin_alike():
    """Between 40 % and 70 % of the requests of families begin with "mohon"."""
    requests = _fragments(OWN, "request")
    assert 0.4 < sum(text.startswith("mohon") for text in requests) / len(requests) < 0.7


def test_words_are_many():
    """The fragments hold over 4,900 different words."""
    words = set(re.findall(r"[a-z]{2,}", " ".join(_everything()).casefold()))
    assert len(words) > 4_900
