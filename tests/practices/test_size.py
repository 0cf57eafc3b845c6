"""A size is three numbers in order."""

import re

import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.practices.size import SIZES, Size, check_reason


def test_the_three_values_are_found_by_name() -> None:
    """Each name gives its own value."""
    size = Size(low=0.8, standard=0.6, high=0.4)
    assert [size.value(name) for name in SIZES] == [0.8, 0.6, 0.4]


def test_a_standard_outside_its_range_is_refused() -> None:
    """The standard lies between the ends, whichever of them is larger."""
    message = "`standard` must be 0.4 … 0.8, got 0.9. Give a value inside."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        Size(low=0.8, standard=0.9, high=0.4)


@pytest.mark.parametrize("value", [-0.1, float("nan"), float("inf")])
def test_no_negative_or_endless_size(value: float) -> None:
    """A size is a finite number from 0 on."""
    message = f"`low` must be >= 0, got {value!r}. Give a larger one."
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        Size(low=value, standard=0.5, high=1.0)


def test_a_size_without_a_reason_is_refused() -> None:
    """Blanks are no reason."""
    message = (
        "`reason` must be a sentence, got ' '. Write where the size comes from, "
        'or "asumsi" and why.'
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        check_reason(" ")
