"""Every different text is read once."""

from collections import Counter

import pandas as pd
import pytest

from lapor_lab.exchange.values.unique_values import count_names, map_parts, map_unique, tidy


def test_a_text_is_read_once():
    """However often it stands there; missing cells are not read."""
    read = []
    values = pd.Series(["a", "b", "a", None], index=[5, 6, 7, 8])
    mapped = map_unique(values, lambda text: read.append(text) or text.upper())
    assert read == ["a", "b"]
    assert mapped.to_dict() == {5: "A", 6: "B", 7: "A", 8: None}


def test_parts_may_be_missing():
    """A text that cannot be read has none."""
    first, second = map_parts(
        pd.Series(["a-b", "c"]), lambda t: t.split("-") if "-" in t else None, 2
    )
    assert first.to_list() == ["a", None]
    assert second.to_list() == ["b", None]


def test_an_empty_column_gives_an_empty_one():
    """Of as many parts."""
    assert [len(part) for part in map_parts(pd.Series([], dtype=object), len, 3)] == [0, 0, 0]


def test_spaces_of_any_kind_are_one():
    """Also no-break ones and line breaks."""
    assert tidy("\u00a0a \n\tb\u2003 ") == "a b"


@pytest.mark.parametrize(
    "name", ["0812 3456 7890", "x" * 61, "orang@contoh.id", "0009999999999999"]
)
def test_what_may_be_personal_is_counted_without_its_words(name):
    """Long texts, numbers and addresses of mail."""
    assert count_names("unknown_status", pd.Series([name, name])) == Counter(
        {("unknown_status", ""): 2}
    )


def test_a_column_of_different_texts_is_counted_without_words():
    """It is no column of names."""
    many = pd.Series([f"kata {letter}{k}" for letter in "abc" for k in range(20)])
    assert count_names("unknown_channel", many) == Counter({("unknown_channel", ""): 60})
    assert not count_names("unknown_channel", pd.Series([None, None], dtype=object))
