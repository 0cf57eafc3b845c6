"""Texts: what comes back of what was asked for."""

import dataclasses
import re
import time

import numpy as np
import pandas as pd
import pytest

from lapor_lab.schema.vocabulary import Channel
from lapor_lab.synthetic.repeats import SAME_EVENT, SAME_TEXT, SERIES
from lapor_lab.synthetic.text import MAIN_OF_TOPIC, MAIN_TOPICS, TextProfile, make_texts
from lapor_lab.synthetic.text.atoms import MONTHS
from lapor_lab.synthetic.text.grammar import load_grammar
from lapor_lab.synthetic.text.profile_report import even_order

ARRAYS = ("title", "text", "template_family", "personal_data", "is_reserved")
STANDARD_ERRORS = 4


def assert_share(found, expected):
    """Hold a share to what was asked for, within four standard errors."""
    error = np.sqrt(expected * (1 - expected) / len(found))
    assert abs(found.mean() - expected) < STANDARD_ERRORS * error


def series(array):
    return pd.Series(array.to_pylist())


def test_the_same_randomness_gives_the_same_texts(order, made):
    """A seed decides every text, and another seed gives others."""
    again = make_texts(order, TextProfile(), np.random.default_rng(1))
    for name in ARRAYS:
        assert getattr(again, name).equals(getattr(made, name)), name
    assert (again.observed_topic == made.observed_topic).all()
    other = make_texts(order, TextProfile(), np.random.default_rng(2))
    assert not other.text.equals(made.text)


def test_every_order_gets_a_title_and_a_text(order, made):
    """Nothing is missing or empty, and a character is a byte."""
    made.text.validate(full=True)
    for name in ("title", "text"):
        found = series(getattr(made, name))
        assert len(found) == len(order)
        assert (found.str.len() > 0).all()
        assert found.map(str.isascii).all()
        assert not found.str.contains(r"[{}<>]|\bnan\b|\bNone\b").any()


def test_an_empty_order_gets_empty_texts():
    """No order, no text."""
    empty = make_texts(even_order(0, 0), TextProfile(), np.random.default_rng(0))
    assert [len(getattr(empty, name)) for name in ARRAYS] == [0] * 5


def test_rates_of_difficulty_come_back(order, made):
    """Vague texts, texts of shared fragments and wrong labels are as frequent as asked."""
    profile = TextProfile()
    family = series(made.template_family)
    assert_share(family.str.startswith("umum/"), profile.vague_share)
    shares_any = np.array([len(groups) > 0 for groups in load_grammar().shared_groups])
    expected = profile.shared_share * shares_any[order.subtopic].mean()
    assert_share(family.str.startswith("bersama "), expected)
    true = MAIN_OF_TOPIC[order.subtopic]
    assert_share(pd.Series(made.observed_topic != true), profile.label_noise_share)


def test_without_noise_the_label_is_the_truth(order):
    """With no share of wrong labels every label is the true topic."""
    clean = make_texts(order, TextProfile(label_noise_share=0), np.random.default_rng(5))
    assert (clean.observed_topic == MAIN_OF_TOPIC[order.subtopic]).all()


def test_rates_of_form_come_back(order):
    """Small beginnings, capitals and title forms are as frequent as asked."""
    profile = TextProfile(typo_share=0)
    made = make_texts(order, profile, np.random.default_rng(6))
    letters = series(made.text).str.replace(r"[^A-Za-z]", "", regex=True)
    assert_share(letters.str.isupper(), profile.capitals_share)
    begins_small = letters.str[0].str.islower().mean()  # salutations keep their capitals
    assert 0.7 * profile.lower_case_share < begins_small < profile.lower_case_share
    assert_share(series(made.title).str.isupper(), profile.title_capitals_share)


@pytest.mark.parametrize("name", ["thanks", "question", "url"])
def test_an_optional_part_comes_only_if_it_is_asked_for(order, name):
    """With a share of 0 the part is gone; doubling it adds to the texts that have it."""
    pattern = {"thanks": "terima kasih|makasih|trims", "question": r"\?", "url": "https://"}[name]
    shares = []
    for share in (0.0, 0.1, 0.2):
        profile = TextProfile(**{f"{name}_share": share})
        text = series(make_texts(order, profile, np.random.default_rng(7)).text)
        shares.append(text.str.contains(pattern, case=False).mean())
    steps = np.diff(shares)
    assert (steps > 0.05).all()


def test_lengths_follow_the_register():
    """Medians by channel come near to what the profile says, and an SMS holds 160 characters."""
    profile = TextProfile()
    for channel, register in (
        (Channel.WEBSITE, "web"),
        (Channel.INSTAGRAM, "media_sosial"),
        (Channel.HOTLINE, "lisan"),
        (Channel.AGENCY_EMAIL, "surel"),
    ):
        made = make_texts(even_order(2_000, 3, channel), profile, np.random.default_rng(3))
        median = series(made.text).str.len().median()
        assert median == pytest.approx(profile.registers[register].median_chars, rel=0.15), register
    sms = make_texts(even_order(3_000, 4, Channel.SMS), profile, np.random.default_rng(4))
    lengths = series(sms.text).str.len()
    assert lengths.max() <= 160
    assert lengths.median() > 70


def test_the_place_is_named_only_where_it_is_known(order):
    """Without a regency there is no sentence on the place and none in the title."""
    from_nowhere = np.full(len(order), -1, dtype=np.int16)
    unknown = dataclasses.replace(order, regency=from_nowhere, province=from_nowhere)
    shares = [
        series(make_texts(o, TextProfile(tail_share=0), np.random.default_rng(8)).text)
        .str.contains(r"\b(?:Kab|Kota)\b")
        .mean()
        for o in (order, unknown)
    ]
    assert shares[0] > 0.05
    assert shares[1] < shares[0] / 3


def test_dates_lie_before_the_report():
    """A date that names its year is not after the day of entry, and mostly of that year."""
    submitted = np.datetime64("2024-03-05T10:00:00")
    order = dataclasses.replace(
        even_order(4_000, 9), submitted_at=np.full(4_000, submitted, dtype="datetime64[s]")
    )
    text = series(make_texts(order, TextProfile(), np.random.default_rng(9)).text)
    months = [month.lower() for month in MONTHS]
    found = text.str.lower().str.extractall(rf"\b(\d{{1,2}}) ({'|'.join(months)}) (20\d\d)\b")
    days = pd.to_datetime(
        {"year": found[2].astype(int), "month": found[1].map(months.index) + 1, "day": found[0]}
    )
    assert len(days) > 50
    assert days.max() < pd.Timestamp("2024-03-05")
    assert days.min() > pd.Timestamp("2023-03-05")


def test_a_verbatim_copy_is_the_same_text(with_copies):
    """Kind 1 repeats title, text and what is planted, letter by letter."""
    order, rows = with_copies(SAME_TEXT)
    made = make_texts(order, TextProfile(), np.random.default_rng(10))
    for name in ("title", "text", "personal_data", "template_family", "is_reserved"):
        found = series(getattr(made, name))
        assert (found[rows].to_numpy() == found[rows - 1].to_numpy()).all(), name


def test_other_words_tell_the_same_fact(with_copies):
    """Kind 2 has the family of the text that it repeats, but hardly ever its words."""
    order, rows = with_copies(SAME_EVENT)
    made = make_texts(order, TextProfile(), np.random.default_rng(11))
    family, text = series(made.template_family), series(made.text)
    assert (family[rows].to_numpy() == family[rows - 1].to_numpy()).all()
    assert (text[rows].to_numpy() == text[rows - 1].to_numpy()).mean() < 0.02


def test_a_series_changes_little(with_copies):
    """Kind 3 keeps most of the words, and is seldom the same letter by letter."""
    order, rows = with_copies(SERIES)
    made = make_texts(order, TextProfile(), np.random.default_rng(12))
    words = series(made.text).str.lower().str.findall(r"[a-z]+").map(set)
    kept = [len(words[k] & words[k - 1]) / len(words[k - 1]) for k in rows]
    assert np.mean(kept) > 0.85
    text = series(made.text)
    assert (text[rows].to_numpy() == text[rows - 1].to_numpy()).mean() < 0.35


def test_one_person_has_one_name():
    """Texts of one reporter are signed with one name, and give one NIK and one telephone."""
    order = dataclasses.replace(
        even_order(3_000, 13),
        reporter=np.full(3_000, 77),
        is_anonymous=np.zeros(3_000, dtype=bool),
    )
    made = make_texts(order, TextProfile(capitals_share=0), np.random.default_rng(13))
    found = {"nama_pelapor": set(), "nik": set(), "telepon": set()}
    for text, planted in zip(made.text.to_pylist(), made.personal_data.to_pylist(), strict=True):
        for kind, start, end in re.findall(r"(?:^| )(\w+):(\d+):(\d+)", planted):
            if kind in found:
                value = text[int(start) : int(end)].lower()
                found[kind].add(re.sub(r"[ -]", "", value) if kind == "telepon" else value)
    assert [len(values) for values in found.values()] == [1, 1, 1]


def test_anonymous_reporters_seldom_say_who_they_are(order, made):
    """Their own data stands in a fifth as many texts."""
    has_own = series(made.personal_data).str.contains(r"(?:^| )(?:nama_pelapor|nik|telepon)")
    anonymous = pd.Series(order.is_anonymous)
    assert has_own[anonymous].mean() < 0.45 * has_own[~anonymous].mean()


@pytest.mark.parametrize(("wording", "expected"), [("open", False), ("reserved", True)])
def test_a_wording_uses_its_families_only(order, wording, expected):
    """ "open" never uses a reserved family, "reserved" none but those."""
    made = make_texts(order, TextProfile(), np.random.default_rng(14), wording=wording)
    assert set(made.is_reserved.to_pylist()) == {expected}


def test_hardly_a_text_stands_verbatim_in_others(made):
    """At most one test text in fifty stands word for word in four times as many others."""
    texts = made.text.to_pylist()
    train = set(texts[: len(texts) * 4 // 5])
    assert np.mean([text in train for text in texts[len(texts) * 4 // 5 :]]) <= 0.02


def test_labels_are_main_topics(made):
    """Every label is a position in the list of main topics."""
    assert made.observed_topic.dtype == np.int16
    assert set(made.observed_topic.tolist()) == set(range(len(MAIN_TOPICS)))


def test_texts_are_made_fast():
    """Fifty thousand texts take less time than twelve loops of half a million additions."""
    order = even_order(50_000, 15)
    make_texts(even_order(10, 0), TextProfile(), np.random.default_rng(0))
    ratios = []
    for _ in range(3):
        start = time.process_time()
        total = 0
        for number in range(500_000):
            total += number & 7
        loop = time.process_time() - start
        start = time.process_time()
        make_texts(order, TextProfile(), np.random.default_rng(15))
        ratios.append((time.process_time() - start) / loop)
    assert min(ratios) < 12
