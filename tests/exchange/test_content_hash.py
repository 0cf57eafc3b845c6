"""A hash of content, not of a file."""

import pandas as pd
import pytest

from lapor_lab.exchange import hash_table


def test_types_that_hold_the_same_values_hash_the_same() -> None:
    """Nanoseconds or microseconds, object or str: the content counts."""
    first = pd.DataFrame({"t": pd.to_datetime(["2022-08-01"]), "s": ["a"], "n": [1]})
    second = first.astype({"t": "datetime64[ns]", "s": object, "n": "Int64"})

    assert hash_table(first) == hash_table(second)


def test_missing_is_not_the_empty_text() -> None:
    """A missing cell and an empty one differ; so do shifted cells."""
    tables = [pd.DataFrame({"s": values}) for values in (["a", None], ["a", ""], [None, "a"])]

    assert len({hash_table(table) for table in tables}) == 3


def test_floats_are_refused() -> None:
    """A column whose last digits depend on the machine has no content hash."""
    with pytest.raises(TypeError, match=r"^column x holds floats$"):
        hash_table(pd.DataFrame({"x": [0.1]}))
