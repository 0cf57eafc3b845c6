"""Channels, classes, kinds of report, flags and ratings as exports spell them."""

import pandas as pd
import pytest

from lapor_lab.exchange.values.official_values import (
    read_archive_reasons,
    read_channels,
    read_classes,
    read_counts,
    read_flags,
    read_report_types,
)
from lapor_lab.schema import ArchiveReason, Channel, ReportClass


def test_official_spellings_are_known_in_any_case():
    """Channels, classes and reasons of archiving."""
    for read, words in (
        (read_channels, Channel),
        (read_classes, ReportClass),
        (read_archive_reasons, ArchiveReason),
    ):
        named = read(pd.Series([word.upper().replace(" ", "\u00a0") for word in words]))
        assert named.known.to_list() == list(words)
        assert named.unknown.isna().all()


@pytest.mark.parametrize(
    ("written", "channel"),
    [
        ("Android - kota-contoh", Channel.ANDROID),
        ("Website (halaman instansi)", Channel.WEBSITE),
        ("website - kemdikbud", Channel.WEBSITE),
        ("API – sistem contoh", Channel.API),
        ("WA", Channel.WHATSAPP),
        ("E-mail Instansi", Channel.AGENCY_EMAIL),
        ("SMS 1708", Channel.SMS),
        ("hotline service", Channel.HOTLINE),
    ],
)
def test_a_channel_is_known_with_its_page(written, channel):
    """Agencies have pages of their own."""
    assert read_channels(pd.Series([written])).known.item() == channel


@pytest.mark.parametrize("number", ["628123xxxx567", "+62 812-3456-7890", "0812****7890"])
def test_a_telephone_number_is_never_kept(number):
    """It stands where a reporter wrote by SMS or WhatsApp."""
    named = read_channels(pd.Series([number, "Faksimile"]))
    assert named.known.to_list() == [None, "Faksimile"]
    assert named.unknown.to_list() == ["", "Faksimile"]


def test_an_archive_reason_in_free_words_is_not_kept():
    """It is about one report and may name a person."""
    named = read_archive_reasons(pd.Series(["Pak Fulan sudah ditelepon", None]))
    assert named.known.isna().all()
    assert named.unknown.to_list() == ["", None]


@pytest.mark.parametrize(
    ("written", "anonymous", "confidential"),
    [
        ("Anonim", True, False),
        ("RAHASIA", False, True),
        ("Anonim|Rahasia", True, True),
        ("Rahasia, Anonim", True, True),
        ("rahasia dan anonim", True, True),
        ("Anonim / Rahasia", True, True),
        ("", False, False),
        (None, False, False),
        ("Publik", False, False),
        ("Samar", None, None),
        ("Anonim samar", None, None),
    ],
)
def test_a_kind_of_report_is_two_flags(written, anonymous, confidential):
    """In any order and with any separator; an empty cell is neither, another word unread."""
    read = read_report_types(pd.Series([written], dtype=object)).astype(object)
    read = read.where(read.notna(), None).iloc[0]
    assert (read["is_anonymous"], read["is_confidential"]) == (anonymous, confidential)


def test_flags_are_yes_or_no_or_not_read():
    """In two languages and as digits."""
    texts = pd.Series(["Ya", "TIDAK", "1", "0", "True", "no", "mungkin", None])
    read = read_flags(texts)
    assert read[:6].to_list() == [True, False, True, False, True, False]
    assert read[6:].isna().all()


@pytest.mark.parametrize(
    ("written", "rating"),
    [
        ("5", 5),
        ("4.0", 4),
        ("3,00", 3),
        ("0", None),
        ("6", None),
        ("4.5", None),
        ("-1", None),
        ("baik", None),
    ],
)
def test_a_rating_is_whole_and_on_the_scale(written, rating):
    """From 1 to 5."""
    read = read_counts(pd.Series([written]), 1, 5)
    assert read.dtype == "Int64"
    assert (None if read.isna().item() else read.item()) == rating


def test_a_count_may_be_large_but_no_number_of_an_identity():
    """A column that was mistaken for counts is not read."""
    read = read_counts(pd.Series(["0", "120", "0009999999999999"]), 0, None)
    assert read[:2].to_list() == [0, 120]
    assert read.isna()[2]
