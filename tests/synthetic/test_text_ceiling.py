"""The best attainable accuracy: by hand, by counting, and by a model that comes near to it."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from lapor_lab.errors import UnknownNameError
from lapor_lab.synthetic.text_made import make_texts
from lapor_lab.synthetic.text_ceiling import text_ceiling
from lapor_lab.synthetic.text_kinds import draw_facts, draw_labels
from lapor_lab.synthetic.text_pools import load_pools
from lapor_lab.synthetic.text_profile import TextProfile
from lapor_lab.synthetic.text_topics import covered_topics

PAIRS = [(main, sub) for main, subs in covered_topics().items() for sub in subs or (None,)]
EASY = TextProfile(shared_share=0, vague_share=0, second_topic_share=0, label_noise_share=0)
TWO = (["Kesehatan", "Perhubungan"], ["Pelayanan Obat", "Parkir Liar"])


def even_mix(n_cases, rng):
    drawn = [PAIRS[k] for k in rng.integers(0, len(PAIRS), n_cases)]
    return [list(values) for values in zip(*drawn, strict=True)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, 1.0),
        ({"label_noise_share": 0.04}, 0.96),
        ({"vague_share": 0.1}, 0.9 + 0.1 / 2),
        # two topics that share no group: shared fragments still tell which of them it is
        ({"shared_share": 0.2}, 1.0),
        # neighbours that are not in the mix give themselves away
        ({"second_topic_share": 0.2}, 1.0),
        ({"vague_share": 0.1, "label_noise_share": 0.1}, 0.9 * 0.9 + 0.1 * 0.45),
    ],
)
def test_two_topics_by_hand(changes, expected):
    """With two even topics that are no neighbours, the ceiling is worked out by hand."""
    profile = dataclasses.replace(EASY, **changes)
    assert text_ceiling(*TWO, profile=profile) == pytest.approx(expected)


def test_shared_fragments_halve_what_can_be_known():
    """Two topics of one and the same group: a shared text is a coin toss."""
    topics = ["Teknologi Informasi dan Komunikasi", "Perlindungan Konsumen"]
    subtopics = ["Jaringan Internet", "Perlindungan Konsumen Terkait Jasa Telekomunikasi"]
    profile = dataclasses.replace(EASY, shared_share=0.2)
    # each is in one more group that the other is not in, so half of the shared texts are tossed
    assert text_ceiling(topics, subtopics, profile=profile) == pytest.approx(0.8 + 0.2 * 0.75)


def test_a_missing_sub_topic_counts_as_the_others_of_its_topic():
    """Leaving out sub-topics in proportion changes nothing; without any, they count alike."""
    topics = ["Kesehatan"] * 8 + ["Perhubungan"] * 8
    subtopics = ["Pelayanan Obat", "Antrian Lama"] * 4 + ["Parkir Liar"] * 8
    some = [None if k % 8 in {0, 1} else sub for k, sub in enumerate(subtopics)]
    assert text_ceiling(topics, some) == pytest.approx(text_ceiling(topics, subtopics))
    every = zip(*(pair for pair in PAIRS if pair[0] in {"Kesehatan", "Perhubungan"}), strict=True)
    none = text_ceiling(["Kesehatan", "Perhubungan"], [None, None])
    assert none == pytest.approx(text_ceiling(*every))


def test_an_unknown_topic_has_no_ceiling():
    """A topic without fragments is refused also where its sub-topic is missing."""
    with pytest.raises(UnknownNameError, match=r"^Unknown topic 'Olahraga'\. Choose one of .*\.$"):
        text_ceiling(["Olahraga"], [None])


def test_the_standard_ceiling_lies_where_real_text_does():
    """On an even mix the best classifier reaches between 0.80 and 0.90."""
    assert 0.8 < text_ceiling(*zip(*PAIRS, strict=True)) < 0.9


def test_counting_gives_the_same_figure():
    """A look-up table of signatures, learnt from 400,000 draws, reaches the ceiling on others."""
    pools, profile, rng = load_pools(), TextProfile(), np.random.default_rng(0)
    subtopic = rng.integers(0, 8, 400_000)  # eight sub-topics, so that each signature is frequent
    facts = draw_facts(subtopic, pools, profile, rng)
    labels = draw_labels(pools.main_of_subtopic[subtopic], pools, profile.label_noise_share, rng)
    group = [
        np.searchsorted(pools.first_family, family, side="right")
        for family in (facts.first, facts.second)
    ]
    drawn = pd.DataFrame({"first": group[0], "second": group[1], "label": labels})
    half = len(drawn) // 2
    best = drawn[:half].groupby(["first", "second"])["label"].agg(lambda x: x.mode()[0])
    looked_up = drawn[half:].join(best.rename("best"), on=["first", "second"])
    accuracy = (looked_up["best"] == looked_up["label"]).mean()
    mains, subs = zip(*(pools.subtopics[k] for k in range(8)), strict=True)
    assert accuracy == pytest.approx(text_ceiling(mains, subs), abs=4 * np.sqrt(0.06 / half))


def test_a_linear_model_comes_near_and_stays_below():
    """Words and a linear SVM reach the ceiling less a few points, never 0.95."""
    rng = np.random.default_rng(2)
    topics, subtopics = even_mix(4_000, rng)
    missing = [None] * 4_000
    made = make_texts(topics, subtopics, missing, missing, rng)
    model = make_pipeline(TfidfVectorizer(sublinear_tf=True, min_df=2), LinearSVC(C=0.3))
    model.fit(made["text"][:3_000], made["observed_topic"][:3_000])
    accuracy = model.score(made["text"][3_000:], made["observed_topic"][3_000:])
    ceiling = text_ceiling(topics, subtopics)
    assert 0.75 < accuracy < 0.95
    assert ceiling - 0.08 < accuracy < ceiling + 4 * np.sqrt(ceiling * (1 - ceiling) / 1_000)


def test_unseen_families_are_harder():
    """A model tested on families that it has not seen does worse than on those it has."""
    rng = np.random.default_rng(3)
    topics, subtopics = even_mix(3_000, rng)
    missing = [None] * 3_000
    made = make_texts(topics, subtopics, missing, missing, rng, profile=EASY)
    is_new = made["template_family"].str.endswith("/c")
    model = make_pipeline(TfidfVectorizer(sublinear_tf=True, min_df=2), LinearSVC(C=0.3))
    seen = np.arange(3_000) < 2_000
    train = seen & ~is_new
    model.fit(made["text"][train], made["observed_topic"][train])
    known, new = (
        model.score(made["text"][rows], made["observed_topic"][rows])
        for rows in (~seen & ~is_new, is_new)
    )
    assert known > 0.9
    assert 0.2 < new < known - 0.2
