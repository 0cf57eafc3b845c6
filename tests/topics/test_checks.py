"""Texts and labels at the door."""

import re

import numpy as np
import pandas as pd
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.topics.checks import as_strings, check_lengths, check_share


def test_an_index_is_ignored():
    """A Series gives its values in their order, whatever its index."""
    assert as_strings(pd.Series(["a", "b"], index=[7, 3]), "texts").tolist() == ["a", "b"]


def test_a_copy_is_returned():
    """Changing the result leaves the input as it was."""
    values = np.array(["a", "b"], dtype=object)
    as_strings(values, "texts")[0] = "c"
    assert values.tolist() == ["a", "b"]


def test_a_missing_text_is_named_by_its_position():
    """NaN in a column of texts is refused with its position and the way out."""
    message = (
        "`texts` must be strings, got nan. It stands at position 1 (the first is 0): "
        'fill it with "" or drop it.'
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        as_strings(pd.Series(["a", np.nan], dtype=object), "texts")


def test_one_string_is_not_a_list_of_letters():
    """A bare string is refused instead of read letter by letter."""
    message = "`texts` must be a list of strings, got 'abc'. Write [texts] for a single one."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        as_strings("abc", "texts")


def test_lengths_must_agree():
    """A list that is shorter than the texts is refused with both lengths."""
    message = "`labels` must be as many as the texts (3), got 2. Take both from the same rows."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        check_lengths("labels", 2, 3)


@pytest.mark.parametrize("value", [0, 1, 95, float("nan")])
def test_a_share_lies_between_nought_and_one(value):
    """Per cent and NaN are refused."""
    message = f"`level` must be in (0, 1), got {value}. Write 0.95 for 95 %."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        check_share("level", value)
