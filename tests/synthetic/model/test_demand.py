"""What comes in, as a scenario may say it."""

import re
from datetime import date

import pytest

from lapor_lab.errors import ParameterError
from lapor_lab.synthetic import Season


def test_a_day_that_not_every_year_has_is_refused():
    """29 February recurs in no common year; with its year it is a day like others."""
    message = (
        "`first_day` must be MM-DD | YYYY-MM-DD, got '02-29'. Write \"09-01\" for 1 September."
    )
    with pytest.raises(ParameterError, match=f"^{re.escape(message)}$"):
        Season(first_day="02-29", last_day="03-02", factor=2.0)
    leap = Season(first_day="2024-02-29", last_day="2024-03-02", factor=2.0)
    assert leap.days_after(date(2024, 3, 4)) == 2
