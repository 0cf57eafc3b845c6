"""Texts: what they look like, and that the rates asked for come back."""

import re
import time

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import UnknownNameError
from lapor_lab.schema import load_topic_tree
from lapor_lab.synthetic.persons import load_names
from lapor_lab.synthetic.text_made import make_texts
from lapor_lab.synthetic.text_profile import TextProfile
from lapor_lab.synthetic.text_topics import covered_topics

N_TEXTS = 20_000
PAIRS = [(main, sub) for main, subs in covered_topics().items() for sub in subs or (None,)]


def make(n_texts, seed, profile=None):
    rng = np.random.default_rng(seed)
    drawn = [PAIRS[k] for k in rng.integers(0, len(PAIRS), n_texts)]
    topics, subtopics = (list(values) for values in zip(*drawn, strict=True))
    where = ["Jawa Tengah"] * n_texts, ["Kota Salatiga"] * n_texts
    made = make_texts(topics, subtopics, *where, rng, profile=profile)
    return made.assign(true_topic=topics)


@pytest.fixture(scope="module")
def made():
    """Twenty thousand texts on all sub-topics."""
    return make(N_TEXTS, 1)


def introduced_names():
    return {name.split()[0] for name in load_names().to_pylist()}


def assert_share(found, expected):
    """Hold a share to what was asked for, within four standard errors."""
    assert abs(found.mean() - expected) < 4 * np.sqrt(expected * (1 - expected) / len(found))


def test_the_same_randomness_gives_the_same_texts(made):
    """A seed decides every text, and another seed gives others."""
    pd.testing.assert_frame_equal(make(N_TEXTS, 1), made)
    assert not make(50, 2)["text"].equals(make(50, 3)["text"])


def test_columns_have_no_missing_value(made):
    """Four columns, one row a case, nothing missing."""
    assert list(made.columns[:4]) == ["title", "text", "observed_topic", "template_family"]
    assert len(made) == N_TEXTS
    assert not made.isna().any(axis=None)
    assert (made["text"].str.len() > 0).all()


def test_rates_of_form_come_back(made):
    """Salutation, introduction, thanks, doubled stops and capitals are as frequent as asked."""
    profile = TextProfile(informal_share=0, typo_share=0, capitals_share=0)
    text = make(N_TEXTS, 4, profile)["text"]
    greeting = r"^(?:Yth|Kepada|Selamat|Dengan hormat|Halo|Mohon izin bertanya|Pagi pak)"
    assert_share(text.str.contains(greeting), 0.27)
    assert_share(text.str.extract(r"\b[Ss]aya ([A-Z][a-z]+)")[0].isin(introduced_names()), 0.06)
    assert_share(text.str.contains(r"(?i)terima kasih|trims|makasih"), 0.3)
    assert_share(text.str.contains(r"\.\.|,,|!!"), 0.13)
    letters = made["text"].str.replace(r"\[\*+\]|[^A-Za-z]", "", regex=True)
    assert_share(letters.str.isupper(), 0.015)


def test_rates_of_difficulty_come_back(made):
    """Vague texts, texts of shared fragments and wrong labels are as frequent as asked."""
    profile = TextProfile()
    family = made["template_family"]
    assert_share(family.str.startswith("umum/"), profile.vague_share)
    assert_share(family.str.startswith("bersama "), profile.shared_share)
    assert_share(made["observed_topic"] != made["true_topic"], profile.label_noise_share)


def test_without_noise_the_label_is_the_truth():
    """With no share of wrong labels every label is the true topic."""
    clean = make(2_000, 5, TextProfile(label_noise_share=0))
    assert (clean["observed_topic"] == clean["true_topic"]).all()


def test_a_wrong_label_is_a_topic_of_the_tree(made):
    """Labels are main topics, also where they are wrong."""
    assert set(made["observed_topic"]) <= set(load_topic_tree().subtopics)


def test_lengths_come_near_to_real_ones(made):
    """Quartiles of words lie near 20, 40 and 75, of real texts 18-29, 37-48 and 69-86."""
    words = made["text"].str.split().str.len().quantile([0.25, 0.5, 0.75]).tolist()
    assert words == pytest.approx([20, 40, 75], rel=0.2)
    titles = made["title"].str.split().str.len()
    assert titles.median() in {4, 5}
    assert titles.max() <= 11


def test_short_spellings_come_near_to_real_ones(made):
    """ "yg" stands in about 18 % of texts, "tdk" and "utk" in a few."""
    shares = {
        word: made["text"].str.contains(rf"\b{word}\b").mean() for word in ("yg", "tdk", "utk")
    }
    assert shares["yg"] == pytest.approx(0.177, abs=0.04)
    assert 0.015 < shares["tdk"] < 0.08
    assert 0.015 < shares["utk"] < 0.05


def test_no_text_holds_what_could_be_an_identity_number(made):
    """No run of eight or more digits stands in any title or text."""
    for column in ("title", "text"):
        assert not made[column].str.contains(r"\d{6}|\d[\d -]{6,}\d").any()


def test_the_place_is_named_only_where_it_is_known():
    """Regency and province are written in; a missing regency leaves no gap and no "nan"."""
    n_texts = 3_000
    topics = ["Kesehatan"] * n_texts, ["Antrian Lama"] * n_texts
    profile = TextProfile(typo_share=0, capitals_share=0)
    known = make_texts(
        *topics,
        ["Banten"] * n_texts,
        ["Kota Serang"] * n_texts,
        np.random.default_rng(0),
        profile=profile,
    )
    unknown = make_texts(
        *topics,
        [None] * n_texts,
        [np.nan] * n_texts,
        np.random.default_rng(0),
        profile=profile,
    )
    assert 0.2 < known["text"].str.contains("Kota Serang").mean() < 0.5
    assert 0.03 < known["text"].str.contains("Kota Serang Banten").mean() < 0.15
    for column in ("title", "text"):
        assert not unknown[column].str.contains(r"(?i)\bnan\b|none|  |\bdi\.").any()


def test_a_family_is_used_by_its_own_topic_only(made):
    """A family that is neither shared nor vague belongs to one true topic."""
    own = made[~made["template_family"].str.startswith(("umum/", "bersama "))]
    assert len(own[["template_family", "true_topic"]].drop_duplicates()) == 3 * len(PAIRS)
    assert own["template_family"].nunique() == 3 * len(PAIRS)


def test_an_empty_request_gives_an_empty_table():
    """No case gives no row, with the same columns."""
    empty = make_texts([], [], [], [], np.random.default_rng(0))
    assert empty.shape == (0, 4)


@pytest.mark.parametrize(
    ("topic", "subtopic", "message"),
    [
        (
            "Kesehatan",
            "Antrean",
            (
                "Unknown subtopic of Kesehatan 'Antrean'. Choose one of Administrasi BPJS "
                "Kesehatan, Pelayanan Obat, Antrian Lama."
            ),
        ),
        (
            "Topik Lainnya",
            "Saran",
            "Unknown subtopic of Topik Lainnya 'Saran'. Choose one of none: leave it missing.",
        ),
        (
            "Olahraga",
            None,
            f"Unknown topic 'Olahraga'. Choose one of {', '.join(covered_topics())}.",
        ),
    ],
)
def test_what_no_fragment_exists_for_is_refused(topic, subtopic, message):
    """An unknown topic or sub-topic is named, with what can be had instead."""
    with pytest.raises(UnknownNameError, match=f"^{re.escape(message)}$"):
        make_texts([topic], [subtopic], [None], [None], np.random.default_rng(0))


def test_texts_are_made_fast():
    """Fifty thousand texts take less time than 60 loops of half a million additions each."""
    start = time.process_time()
    for _ in range(2):
        total = 0
        for number in range(500_000):
            total += number & 7
    one_loop = (time.process_time() - start) / 2
    start = time.process_time()
    make(50_000, 6)
    assert time.process_time() - start < 60 * one_loop
