"""The best attainable accuracy: by hand, by counting, and by models that come near to it."""

import dataclasses
import re

import numpy as np
import pandas as pd
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from lapor_lab.errors import ParameterError, UnknownNameError
from lapor_lab.synthetic.text import (
    MAIN_OF_TOPIC,
    MAIN_TOPICS,
    TOPICS,
    TextProfile,
    make_texts,
    text_ceiling,
)
from lapor_lab.synthetic.text.grammar import load_grammar
from lapor_lab.synthetic.text.kinds import draw_facts, draw_labels
from lapor_lab.synthetic.text.profile_report import even_order

EASY = TextProfile(shared_share=0, vague_share=0, second_topic_share=0, label_noise_share=0)
TWO = {("Kesehatan", "Pelayanan Obat"): 1, ("Perhubungan", "Parkir Liar"): 1}
EVEN = np.ones(len(TOPICS))


def words(texts):
    titles, bodies = texts.title.to_pylist(), texts.text.to_pylist()
    return [f"{title}. {body}" for title, body in zip(titles, bodies, strict=True)]


def model():
    return make_pipeline(TfidfVectorizer(sublinear_tf=True, min_df=2), LinearSVC(C=0.3))


@pytest.fixture(scope="module")
def fitted(made):
    """A linear model that has seen twelve thousand texts."""
    return model().fit(words(made), made.observed_topic)


@pytest.fixture(scope="module")
def unseen():
    """Three thousand other texts."""
    return make_texts(even_order(3_000, 20), TextProfile(), np.random.default_rng(20))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, 1.0),
        ({"label_noise_share": 0.04}, 0.96),
        ({"vague_share": 0.1}, 0.9 + 0.1 / 2),
        # neighbours that are not in the mix give themselves away
        ({"second_topic_share": 0.2}, 1.0),
        ({"vague_share": 0.1, "label_noise_share": 0.1}, 0.9 * 0.9 + 0.1 * 0.45),
    ],
)
def test_two_topics_by_hand(changes, expected):
    """With two even topics that are no neighbours, the ceiling is worked out by hand."""
    assert text_ceiling(TWO, dataclasses.replace(EASY, **changes)) == pytest.approx(expected)


def test_a_mapping_and_an_array_say_the_same():
    """Shares by name and counts by number give one figure; the scale does not matter."""
    shares = dict.fromkeys(TOPICS, 0.1)
    assert text_ceiling(shares) == pytest.approx(text_ceiling(7 * EVEN))


def test_the_standard_ceiling_lies_where_it_should():
    """On an even mix the best classifier reaches between 0.80 and 0.90, in every wording."""
    for wording in ("all", "open", "reserved"):
        assert 0.8 < text_ceiling(EVEN, wording=wording) < 0.9


def test_an_unknown_topic_has_no_ceiling():
    """A topic without fragments is refused, and so is a mix of nothing."""
    with pytest.raises(UnknownNameError, match=r"^Unknown topic 'Olahraga'\. Choose one of .*\.$"):
        text_ceiling({("Olahraga", ""): 1.0})
    message = "`subtopic_shares` must be >= 0, Σ > 0, got 0.0. Give at least one topic a share."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        text_ceiling(0 * EVEN)


@pytest.mark.parametrize("wording", ["all", "open", "reserved"])
def test_counting_gives_the_same_figure(wording):
    """A look-up table of signatures, learnt from half of the draws, reaches the ceiling."""
    grammar, profile, rng = load_grammar(), TextProfile(), np.random.default_rng(0)
    order = even_order(300_000, 1)
    order = dataclasses.replace(order, subtopic=order.subtopic % 8)  # so that each is frequent
    facts = draw_facts(order, profile, rng, wording)
    labels = draw_labels(order.subtopic, profile.label_noise_share, rng)
    everything = grammar.families["all"]
    group_of = np.empty(len(grammar.is_reserved), dtype=np.int64)
    for group, (start, length) in enumerate(zip(everything.start, everything.length, strict=True)):
        group_of[everything.values[start : start + length]] = group  # noqa: PD011 (no DataFrame)
    second = np.where(facts.second >= 0, group_of[facts.second], -1)
    drawn = pd.DataFrame({"first": group_of[facts.first], "second": second, "label": labels})
    half = len(drawn) // 2
    best = drawn[:half].groupby(["first", "second"])["label"].agg(lambda found: found.mode()[0])
    looked_up = drawn[half:].join(best.rename("best"), on=["first", "second"])
    accuracy = (looked_up["best"] == looked_up["label"]).mean()
    expected = text_ceiling((np.arange(len(TOPICS)) < 8).astype(float), wording=wording)
    assert accuracy == pytest.approx(expected, abs=4 * np.sqrt(0.1 / half))


def test_a_linear_model_comes_near_and_stays_below(fitted, unseen):
    """Words and a linear SVM come within a few points of the ceiling, and not above it."""
    accuracy = fitted.score(words(unseen), unseen.observed_topic)
    ceiling = text_ceiling(EVEN)
    assert ceiling - 0.08 < accuracy
    assert accuracy < ceiling + 2 * np.sqrt(ceiling * (1 - ceiling) / 3_000)


def test_keyword_rules_fall_clearly_short(fitted, unseen):
    """Rules that count the words of the topics' names lie ten points or more below the model."""
    names = [set() for _ in MAIN_TOPICS]
    for (main, sub), number in zip(TOPICS, MAIN_OF_TOPIC, strict=True):
        names[number] |= set(re.findall(r"[a-z]{4,}", f"{main} {sub}".lower()))
    shared = {w for k, own in enumerate(names) for w in own if any(w in o for o in names[k + 1 :])}
    common = int(np.bincount(unseen.observed_topic).argmax())
    said = []
    for text in words(unseen):
        found = set(re.findall(r"[a-z]+", text.lower())) - shared
        counts = [len(found & own) for own in names]
        said.append(int(np.argmax(counts)) if max(counts) else common)
    rules = np.mean(np.array(said) == unseen.observed_topic)
    assert rules > 2 / len(MAIN_TOPICS)
    assert rules < fitted.score(words(unseen), unseen.observed_topic) - 0.1


def test_reserved_wording_is_harder():
    """A model trained on open wording does worse on wording that it has not seen."""
    rng = np.random.default_rng(21)
    train = make_texts(even_order(6_000, 21), EASY, rng, wording="open")
    known = make_texts(even_order(1_500, 22), EASY, rng, wording="open")
    new = make_texts(even_order(1_500, 23), EASY, rng, wording="reserved")
    fit = model().fit(words(train), train.observed_topic)
    scores = [fit.score(words(texts), texts.observed_topic) for texts in (known, new)]
    assert scores[0] > 0.85
    assert 0.15 < scores[1] < scores[0] - 0.15


def test_few_texts_are_as_hard_as_real_ones():
    """On 1,500 texts of 16 topics words and a linear SVM reach a macro-F1 between .60 and .85."""
    made = make_texts(even_order(1_900, 24), TextProfile(), np.random.default_rng(24))
    label = made.observed_topic
    largest = np.argsort(-np.bincount(label, minlength=len(MAIN_TOPICS)))[:16]
    rows = np.flatnonzero(np.isin(label, largest))[:1_500]
    texts = np.array(words(made), dtype=object)[rows]
    said = cross_val_predict(model(), texts, label[rows], cv=5)
    assert 0.60 < f1_score(label[rows], said, average="macro") < 0.85
