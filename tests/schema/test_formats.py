"""Numbers and dates as Indonesian readers write them."""

from datetime import date

import pytest

from lapor_lab.schema import (
    format_count,
    format_date,
    format_interval,
    format_number,
    format_share,
)

NAN = float("nan")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (format_count(1341), "1.341"),
        (format_number(4.14, 2), "4,14"),
        (format_number(-1234567.5, 1), "-1.234.567,5"),
        (format_share(0.986), "98,6 %"),
        (format_share(1), "100,0 %"),
        (format_number(NAN), "–"),
        (format_count(NAN), "–"),
        (format_share(NAN), "–"),
        (format_interval(1, 2.5), "1,0–2,5"),
        (format_interval(0.1, 0.25, is_share=True), "10,0–25,0 %"),
        (format_interval(3, NAN), "3,0–belum tercapai"),
        (format_interval(NAN, NAN), "–"),
        (format_date(date(2026, 3, 1)), "1 Maret 2026"),
    ],
)
def test_numbers_are_written_the_indonesian_way(found: str, expected: str) -> None:
    """Decimal comma, dot for thousands, a dash for what is missing, months in words."""
    assert found == expected
