"""Claims about the small pieces of Indonesian."""

import pytest

from lapor_lab.report.documents.sentences import list_names


@pytest.mark.parametrize(
    ("names", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b, dan c")],
)
def test_names_are_listed_as_indonesian_lists_them(names: list[str], text: str) -> None:
    """The comma before "dan" stands from three names on."""
    assert list_names(names) == text
