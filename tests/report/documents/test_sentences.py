"""Claims about the small pieces of Indonesian."""

import pandas as pd
import pytest

from lapor_lab.report.documents.sentences import format_level, is_given, list_names


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_names_are_listed_as_indonesian_lists_them(names: list[str], text: str) -> None:
    """The comma before "dan" stands from three names on."""
    assert list_names(names) == text


@pytest.mark.parametrize(("level", "text"), [(0.0, "0"), (-0.5, "-0,5"), (4, "4")])
def test_levels_are_whole_where_they_are(level: float, text: str) -> None:
    """A level of 2 is not written 2,0."""
    assert format_level(level) == text


@pytest.mark.parametrize("nothing", [None, float("nan"), pd.NA, pd.NaT, "", "  "])
def test_nothing_is_nothing(nothing: object) -> None:
    """No kind of missing value counts as given."""
    assert not is_given(nothing)
