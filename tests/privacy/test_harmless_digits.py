"""Digits that are no identifier."""

import pytest

from lapor_lab.privacy.harmless_digits import blank_harmless_digits


@pytest.mark.parametrize(
    "harmless",
    [
        "08-12-2023",
        "8/12/23",
        "2023-12-08",
        "8 desember 2023",
        "08.00-16.00 wib",
        "08:15",
        "pukul 07.30",
        "rp 1.500.000,-",
        "rp. 812345678",
        "250 ribu",
        "1,5 juta",
        "12.000.000",
        "-6.2087634",
        "106.8455993",
    ],
)
def test_dates_times_amounts_and_coordinates_go(harmless: str) -> None:
    """No digit of them is left to be read as a number of somebody."""
    assert not any(map(str.isdigit, blank_harmless_digits(f"ada {harmless} di sini")))


@pytest.mark.parametrize("number", ["0812-3456-7890", "021.7654321", "62.812.3456.7890"])
def test_telephones_stay(number: str) -> None:
    """A telephone number with separators is none of these."""
    assert blank_harmless_digits(f"hp {number}") == f"hp {number}"
