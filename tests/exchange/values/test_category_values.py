"""Categories to their place in the topic tree."""

from collections import Counter

import pandas as pd
import pytest

from lapor_lab.exchange.values.category_values import read_categories
from lapor_lab.schema import load_topic_tree

LAW = "Politik dan Hukum"


@pytest.mark.parametrize(
    ("written", "topic", "subtopic"),
    [
        ("POLITIK\u00a0DAN HUKUM", LAW, None),
        ("paspor", LAW, "Paspor"),
        ("Lainnya terkait Imigrasi", LAW, "Lainnya Terkait Imigrasi"),
        ("Lainnya terkait Paspor", LAW, "Paspor"),
        ("Lainnya terkait Kesehatan", "Kesehatan", "Lainnya Terkait Kesehatan"),
        ("Lainnya terkait Corona Virus", "Corona Virus", None),
        ("Pengaduan Jalan Berlubang", "Pekerjaan Umum dan Penataan Ruang", "Jalan Berlubang"),
        ("Permintaan Informasi terkait Beasiswa", "Pendidikan dan Kebudayaan", "Beasiswa"),
        ("Aspirasi Perhubungan", "Perhubungan", None),
        ("Politik dan Hukum > Imigrasi > Paspor", LAW, "Paspor"),
        ("Kesehatan > Status Kepesertaan", "Kesehatan", "Status Kepesertaan"),
        ("Kesehatan > Hal Baru", "Kesehatan", "Hal Baru"),
        ("Lainnya", "Topik Lainnya", None),
        ("Topik Lainnya", "Topik Lainnya", None),
        ("Naga", "Naga", None),
    ],
)
def test_a_category_finds_its_topic(written, topic, subtopic):
    """By its own name, without its prefix, or step by step."""
    read = read_categories(pd.Series([written]))
    assert (read.topic.item(), read.subtopic.item()) == (topic, subtopic)


def test_every_name_of_the_tree_has_a_topic_of_the_tree():
    """Whatever its case; nothing is unknown."""
    tree = load_topic_tree().subtopics
    names = [name.upper() for main, below in tree.items() for name in (main, *below)]
    read = read_categories(pd.Series(names))
    assert set(read.topic) == set(tree)
    assert {code for code, _ in read.notes} == {"rolled_up_topic"}


def test_what_was_rolled_up_and_what_is_unknown_is_counted():
    """A main topic by its own name is neither."""
    read = read_categories(
        pd.Series(["Kesehatan", "PASPOR", "Pengaduan Paspor", "Naga", None, " "])
    )
    assert read.topic.isna().sum() == 2
    assert read.notes == Counter({("rolled_up_topic", ""): 2, ("unknown_category", "Naga"): 1})
