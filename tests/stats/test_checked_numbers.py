"""Refusal of numbers out of range."""

import re
from collections.abc import Callable

import numpy as np
import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.stats.checked_numbers import numbers_above, numbers_at_least, shares


def test_what_is_unknown_passes() -> None:
    """NaN is no number out of range, and the bounds themselves are as they say."""
    np.testing.assert_array_equal(numbers_at_least("n", [0, np.nan], 0), [0, np.nan])
    np.testing.assert_array_equal(numbers_above("n", [0.1, np.nan], 0), [0.1, np.nan])
    np.testing.assert_array_equal(shares("n", [0, 1, np.nan]), [0, 1, np.nan])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            lambda: numbers_at_least("n", [[3, 1], [0, 1]], 1),
            "`n` must be at least 1, got 0.0. Leave out what is unknown, or give NaN.",
        ),
        (
            lambda: numbers_above("n", 0, 0),
            "`n` must be above 0, got 0.0. Leave out what is unknown, or give NaN.",
        ),
        (
            lambda: shares("share", [0.5, -0.1]),
            "`share` must be in [0, 1], got -0.1. Write 0.9 for 90 %.",
        ),
    ],
)
def test_the_first_wrong_number_is_named(call: Callable[[], object], message: str) -> None:
    """The message tells the name, the range and the first value outside of it."""
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        call()
