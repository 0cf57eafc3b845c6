"""Values of options."""

from datetime import date

import pytest

from lapor_lab.cli.values import read_date, read_whole_number
from lapor_lab.errors import ParameterError


def test_numbers_and_dates_are_read() -> None:
    """The smallest number allowed is allowed."""
    assert read_whole_number("--rng", "0", minimum=0) == 0
    assert read_date("--as-of", "2022-02-28") == date(2022, 2, 28)


@pytest.mark.parametrize("text", ["1.5", "", "1e3", "-1"])
def test_other_numbers_are_refused(text: str) -> None:
    """Fractions, nothing, powers and too small ones are refused by value."""
    with pytest.raises(ParameterError) as caught:
        read_whole_number("--rng", text, minimum=0)

    assert str(caught.value) == f"`--rng` must be a whole number of at least 0, got {text!r}."


def test_a_day_that_does_not_exist_is_refused() -> None:
    """30 February is no date."""
    with pytest.raises(ParameterError) as caught:
        read_date("--as-of", "2022-02-30")

    assert str(caught.value) == "`--as-of` must be a date like 2022-08-15, got '2022-02-30'."
