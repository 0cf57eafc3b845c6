"""Masking of texts."""

import random
import time
from itertools import pairwise

import pandas as pd
import pytest

from lapor_lab.exchange import load_sample
from lapor_lab.privacy import Kind, find_personal, mask_text, mask_texts
from lapor_lab.schema import label

SECONDS = 2.0
N_CHARACTERS = 200_000


def test_spans_are_of_the_text_given_and_do_not_overlap() -> None:
    """Spans come in order, within the text, and the text between them is kept."""
    text = "Nama saya Sugimin, hp 0812-3456-7890, surel sugimin@surat.example"
    spans = find_personal(text)

    assert [s.kind for s in spans] == [Kind.NAME, Kind.PHONE, Kind.EMAIL]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert mask_text(text) == "Nama saya [NAMA], hp [TELEPON], surel [SUREL]"


def test_a_column_is_masked_as_its_texts_are() -> None:
    """Index, name, type and missing values stay; kinds are counted."""
    texts = pd.Series(["hp 081234567890", None, "jalan rusak"], index=[7, 3, 5], name="text")

    masked, counts = mask_texts(texts)

    expected = pd.Series(["hp [TELEPON]", None, "jalan rusak"], index=[7, 3, 5], name="text")
    pd.testing.assert_series_equal(masked, expected)
    assert counts == {"TELEPON": 1}


def test_arguments_are_not_changed() -> None:
    """The column that was given keeps its texts."""
    texts = pd.Series(["hp 081234567890"])
    mask_texts(texts)
    assert texts.tolist() == ["hp 081234567890"]


def test_masking_twice_is_masking_once() -> None:
    """The marks themselves hold nothing to mask."""
    marks = " ".join(f"Pak [{kind}] rekening [{kind}] jl [{kind}]" for kind in Kind)
    assert mask_text(marks) == marks


def test_what_was_planted_in_the_sample_is_taken_out() -> None:
    """Of the shipped sample no planted number or e-mail stays, and next to no planted name."""
    sample = load_sample()
    texts = sample.cases["text"].fillna("")
    masked, counts = mask_texts(texts)
    planted = sample.truth["personal_data"].fillna("")
    stays: dict[str, list[bool]] = {}
    for before, after, entries in zip(texts, masked, planted, strict=True):
        for entry in entries.split():
            kind, start, end = entry.split(":")
            if not kind.startswith("judul."):
                value = before[int(start) : int(end)]
                stays.setdefault(kind.split("_")[0], []).append(value in after)

    assert set(stays) == {"nama", "nik", "telepon", "surel", "alamat"}
    assert min(len(found) for found in stays.values()) >= 5
    for kind in ("nik", "telepon", "surel"):
        assert not any(stays[kind]), kind
    assert sum(stays["nama"]) <= 0.06 * len(stays["nama"])
    # Illness and disability of reporters and their kin, as the words around the facts tell.
    assert counts["DATA SPESIFIK"] <= 0.06 * len(texts)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_label(kind: Kind) -> None:
    """A report can name each kind in Indonesian, and says what masking is not."""
    assert label(f"masked.{kind}")
    assert "bukan anonimisasi" in label("notice.masking")


@pytest.mark.parametrize(
    "unit",
    [
        "1 ", "08 ", "a", "a.", "a@", "anak saya ", "bapak budi ", "a.n. ", "rekening no ",
        "jl a ", "rt 1 ", "www.a.b/", "gaji saya 1 juta, ", "saya residivis kasus ", "b 1234 x ",
        "+(", "0\u200b8", "\n",
    ],
)  # fmt: skip
def test_time_grows_with_length_only(unit: str) -> None:
    """A text of 200,000 characters made to trip a rule takes less than two seconds."""
    text = unit * (N_CHARACTERS // len(unit))
    start = time.process_time()
    mask_text(text)
    assert time.process_time() - start < SECONDS


def test_random_characters_take_no_longer() -> None:
    """Digits, spaces and letters at random are read in time."""
    draw = random.Random(20220815)  # noqa: S311 (a text, no secret)
    text = "".join(draw.choices("0123456789 .-abcdefghij", k=N_CHARACTERS))
    start = time.process_time()
    mask_text(text)
    assert time.process_time() - start < SECONDS
